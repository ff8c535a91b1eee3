package vn.bamcoso.documents.edge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import vn.bamcoso.basics.Problem;

/**
 * The text of a PDF, line by line, after it was seen to be nothing but a document: no scripts, no files within it, nothing that
 * starts a program or sends something away, and nothing that unpacks beyond measure. Of a scan there is no text to read.
 */
final class PdfText {
    static final int PAGES = 500;
    private static final long UNPACKED = 64L * 1024 * 1024;
    private static final int OBJECTS = 200_000;
    private static final Pattern STREAM = Pattern.compile("stream\\r?\\n");
    private static final Set<String> ACTING = Set.of("JavaScript", "Launch", "SubmitForm", "ImportData", "GoToE", "Rendition", "RichMediaExecute", "Movie", "Sound");
    private static final Set<String> HOLDING = Set.of("FileAttachment", "RichMedia", "Movie", "Sound", "Screen", "3D");
    private static final Set<String> UNPACKING = Set.of("FlateDecode", "Fl", "LZWDecode", "LZW", "RunLengthDecode", "RL");

    private PdfText() {}

    static boolean is(byte[] content) {
        return content.length > 5 && new String(content, 0, 5, StandardCharsets.ISO_8859_1).equals("%PDF-");
    }

    /** @throws Problem refused when it is damaged, locked, too long, unpacks too large, or does more than be read */
    static void read(byte[] content, BiConsumer<Place, String> line) {
        measure(content);
        try (PDDocument document = Loader.loadPDF(content)) {
            if (document.isEncrypted()) {
                throw Problem.refused("documents.problem.file.locked");
            }
            if (document.getNumberOfPages() > PAGES) {
                throw Problem.refused("documents.problem.pdf.pages", PAGES);
            }
            harmless(document.getDocument());
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                lines(document, page, line);
            }
        } catch (InvalidPasswordException locked) {
            throw Problem.refused("documents.problem.file.locked");
        } catch (IOException | RuntimeException damaged) {
            if (damaged instanceof Problem refused) {
                throw refused;
            }
            throw Problem.refused("documents.problem.pdf.damaged");
        }
    }

    private static void lines(PDDocument document, int page, BiConsumer<Place, String> line) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        List<String> lines = stripper.getText(document).lines().toList();
        for (int n = 0; n < lines.size(); n++) {
            line.accept(new Place.OnPage(page, n + 1), lines.get(n));
        }
    }

    /** Every object is looked at, whether something leads to it or not. */
    private static void harmless(COSDocument document) throws IOException {
        Set<COSObjectKey> keys = document.getXrefTable().keySet();
        if (keys.size() > OBJECTS) {
            throw Problem.refused("documents.problem.pdf.damaged");
        }
        look(document.getTrailer(), 0);
        for (COSObjectKey key : List.copyOf(keys)) {
            look(document.getObjectFromPool(key).getObject(), 0);
        }
    }

    /** What stands in the object itself; what it only refers to is looked at by its own key. */
    private static void look(COSBase base, int depth) {
        if (depth > 50) {
            throw Problem.refused("documents.problem.pdf.damaged");
        }
        if (base instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                look(array.get(i), depth + 1);
            }
        } else if (base instanceof COSDictionary dictionary) {
            for (COSName key : dictionary.keySet()) {
                boolean acts = key.getName().equals("JS") || key.getName().equals("JavaScript") || key.getName().equals("XFA") || key.getName().equals("S") && ACTING.contains(dictionary.getNameAsString(key, ""));
                boolean holds = key.getName().equals("EmbeddedFiles") || key.getName().equals("EF") || key.getName().equals("Subtype") && HOLDING.contains(dictionary.getNameAsString(key, ""))
                        || key.getName().equals("Type") && dictionary.getNameAsString(key, "").equals("EmbeddedFile");
                if (acts || holds) {
                    throw Problem.refused(acts ? "documents.problem.pdf.acts" : "documents.problem.pdf.holds");
                }
                look(dictionary.getItem(key), depth + 1);
            }
            if (dictionary instanceof COSStream stream && stream.getFilters() instanceof COSArray filters
                    && filters.toList().stream().filter(filter -> filter instanceof COSName name && UNPACKING.contains(name.getName())).count() > 1) {
                throw Problem.refused("documents.problem.file.unpacks-too-large", UNPACKED / 1024 / 1024);
            }
        }
    }

    /** Unpacks what is packed without keeping it, before anybody else does. */
    private static void measure(byte[] content) {
        long sum = 0;
        byte[] room = new byte[64 * 1024];
        Matcher streams = STREAM.matcher(new String(content, StandardCharsets.ISO_8859_1));
        while (streams.find()) {
            var inflater = new Inflater();
            try {
                inflater.setInput(content, streams.end(), content.length - streams.end());
                int read;
                while ((read = inflater.inflate(room)) > 0) {
                    sum += read;
                    if (sum > UNPACKED) {
                        throw Problem.refused("documents.problem.file.unpacks-too-large", UNPACKED / 1024 / 1024);
                    }
                }
            } catch (DataFormatException otherwisePacked) {
                // A picture, or not packed at all: it is as large as it stands there.
                continue;
            } finally {
                inflater.end();
            }
        }
    }
}
