package vn.bamcoso.documents.official;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.bamcoso.documents.table.OfficeZip;

/** The same parts, in one order, at one time of day, uncompressed. */
final class FixedZip {

    /** Not the first of January 1980, beside which Java would write the moment in the machine's own zone. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private FixedZip() {}

    static byte[] of(byte[] zipped) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OfficeZip parts = OfficeZip.open(zipped, Long.MAX_VALUE); ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setMethod(ZipOutputStream.STORED);
            // The list of contents comes first, as Word writes it.
            List<String> names = parts.parts().stream().sorted(Comparator.comparing((String n) -> !n.equals("[Content_Types].xml")).thenComparing(n -> n)).toList();
            for (String name : names) {
                byte[] content = parts.read(name).readAllBytes();
                CRC32 crc = new CRC32();
                crc.update(content);
                ZipEntry entry = new ZipEntry(name);
                entry.setTimeLocal(NO_TIME);
                entry.setSize(content.length);
                entry.setCompressedSize(content.length);
                entry.setCrc(crc.getValue());
                zip.putNextEntry(entry);
                zip.write(content);
                zip.closeEntry();
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return out.toByteArray();
    }
}
