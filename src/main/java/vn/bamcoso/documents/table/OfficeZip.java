package vn.bamcoso.documents.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import vn.bamcoso.basics.Problem;

/**
 * The parts of a zipped office file. Before the first is handed out, all are unpacked once into nothing, so that a file that
 * grows without measure is refused before anything else reads it. Read by the directory at its end, as Excel does.
 */
public final class OfficeZip implements AutoCloseable {

    private static final int MOST_PARTS = 5_000;

    private final ZipFile zip;

    private OfficeZip(ZipFile zip) {
        this.zip = zip;
    }

    /** @throws Problem when the parts together grow beyond so many bytes, are too many, or the file is damaged */
    public static OfficeZip open(byte[] content, long unpacked) {
        try {
            OfficeZip parts = new OfficeZip(ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(content)).get());
            parts.measure(unpacked);
            return parts;
        } catch (IOException | RuntimeException damaged) {
            throw damaged instanceof Problem known ? known : Problem.refused("documents.problem.file.damaged");
        }
    }

    private void measure(long unpacked) throws IOException {
        long total = 0;
        byte[] buffer = new byte[65_536];
        List<ZipArchiveEntry> parts = Collections.list(zip.getEntries());
        boolean tooMuch = parts.size() > MOST_PARTS;
        for (ZipArchiveEntry part : parts) {
            try (InputStream in = zip.getInputStream(part)) {
                for (int n = in.read(buffer); n >= 0 && !tooMuch; n = in.read(buffer)) {
                    total += n;
                    tooMuch = total > unpacked;
                }
            }
            if (tooMuch) throw Problem.refused("documents.problem.file.unpacks-too-large", String.valueOf(unpacked / 1_000_000));
        }
        if (parts.isEmpty()) throw Problem.refused("documents.problem.file.damaged");
    }

    public List<String> parts() {
        List<String> names = new ArrayList<>();
        for (ZipArchiveEntry part : Collections.list(zip.getEntries())) names.add(part.getName());
        return names;
    }

    public boolean has(String part) {
        return zip.getEntry(part) != null;
    }

    /** @throws IOException when there is no such part, or it is damaged */
    public InputStream read(String part) throws IOException {
        ZipArchiveEntry entry = zip.getEntry(part);
        if (entry == null) throw new IOException("no part " + part);
        return zip.getInputStream(entry);
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException inMemory) {
            throw new IllegalStateException(inMemory);
        }
    }
}
