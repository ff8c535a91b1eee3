package vn.bamcoso.documents.official;

import static vn.bamcoso.documents.official.Typeset.*;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import vn.bamcoso.basics.Roman;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.DateWords;

/**
 * Writes an {@link OfficialDocument} as Word. Equal documents give equal bytes on every machine: no clock, no random name, and the
 * parts are stored in one order without compression, whose result differs between machines. A change of the layout changes the
 * bytes of what was issued before: then raise {@link #LAYOUT}, and compare {@link OfficialDocument#contentSha256()} for older ones.
 */
public final class OfficialDocx {

    /** Kept beside the hash of an issued document. */
    public static final int LAYOUT = 1;

    private OfficialDocx() {}

    public static byte[] write(OfficialDocument document) {
        try (XWPFDocument word = new XWPFDocument()) {
            style(word);
            properties(word, document);
            PageFrame pages = new PageFrame(word, document.frame());
            HeadBoxes.write(word, document);
            new BodyText(word, TEXT_WIDTH).write(document.body(), true);
            ClosingBoxes.write(word, document);
            boolean landscape = false;
            for (int i = 0; i < document.annexes().size(); i++) {
                pages.endSection(landscape);
                landscape = document.annexes().get(i).landscape();
                annex(word, document, i);
            }
            pages.endLast(landscape);
            // After a table Word asks for a paragraph.
            var end = word.createParagraph();
            end.setSpacingAfter(0);
            end.getCTP().getPPr().addNewRPr().addNewSz().setVal(BigInteger.TWO);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            word.write(out);
            return FixedZip.of(out.toByteArray());
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private static void style(XWPFDocument word) {
        XWPFStyles styles = word.createStyles();
        CTFonts fonts = CTFonts.Factory.newInstance();
        fonts.setAscii(FONT);
        fonts.setHAnsi(FONT);
        fonts.setCs(FONT);
        fonts.setEastAsia(FONT);
        styles.setDefaultFonts(fonts);
        styles.setSpellingLanguage("vi-VN");
    }

    private static void properties(XWPFDocument word, OfficialDocument document) {
        var core = word.getProperties().getCoreProperties();
        LocalDate day = Objects.requireNonNullElse(document.heads().day(), LocalDate.of(2000, 1, 1));
        Optional<Date> made = Optional.of(Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant()));
        core.setCreated(made);
        core.setModified(made);
        core.setCreator(document.heads().issuer());
        String kind = document.title().kind();
        core.setTitle((kind == null ? "" : kind + " ") + document.title().summary().replace('\n', ' '));
        word.getProperties().getExtendedProperties().getUnderlyingProperties().setApplication("Bám Cơ Sở");
    }

    private static void annex(XWPFDocument word, OfficialDocument document, int index) {
        OfficialDocument.Annex annex = document.annexes().get(index);
        String name = document.annexes().size() == 1 ? "Phụ lục" : "Phụ lục " + Roman.of(index + 1);
        centred(word::createParagraph, name, Look.bold(14), 0).setKeepNext(true);
        centred(word::createParagraph, annex.title().toUpperCase(Texts.VIETNAMESE), Look.bold(14), 0).setKeepNext(true);
        var heads = document.heads();
        String day = heads.day() == null ? "ngày … tháng … năm …" : DateWords.words(heads.day(), Texts.VIETNAMESE);
        String kind = document.title().kind() == null ? "Công văn" : sentenceCase(document.title().kind());
        centred(word::createParagraph, "(Kèm theo %s số %s %s của %s)".formatted(kind, heads.number().text().strip(), day, heads.issuer()), Look.italic(14), 0).setSpacingAfter(120);
        new BodyText(word, annex.landscape() ? TEXT_WIDTH_LANDSCAPE : TEXT_WIDTH).write(annex.body(), false);
    }

    private static String sentenceCase(String kind) {
        String small = kind.toLowerCase(Texts.VIETNAMESE);
        return small.substring(0, 1).toUpperCase(Texts.VIETNAMESE) + small.substring(1);
    }
}
