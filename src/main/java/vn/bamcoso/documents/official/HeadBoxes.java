package vn.bamcoso.documents.official;

import static vn.bamcoso.documents.official.Typeset.*;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.DateWords;

/** Boxes 1 to 5 and 9a: the nation's name, the issuer, number, place and day, kind and subject, whom it addresses. */
final class HeadBoxes {

    private static final Locale VI = Texts.VIETNAMESE;
    private static final String NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    private static final String MOTTO = "Độc lập - Tự do - Hạnh phúc";
    private static final int RIGHT_COLUMN = mm(96);
    private static final int LEFT_COLUMN = TEXT_WIDTH - RIGHT_COLUMN;
    /** The decree asks for 1/3 to 1/2 of the text above. */
    private static final double SHORT_LINE = 0.4;

    private HeadBoxes() {}

    static void write(XWPFDocument word, OfficialDocument document) {
        var heads = document.heads();
        XWPFTable table = table(word.createTable(2, 2), false, LEFT_COLUMN, RIGHT_COLUMN);
        issuer(in(table.getRow(0).getCell(0)), heads);
        nation(in(table.getRow(0).getCell(1)));

        Supplier<XWPFParagraph> number = in(table.getRow(1).getCell(0));
        centred(number, "Số: " + heads.number().text(), Look.plain(13), 6);
        if (document.title().kind() == null) centred(number, document.title().summary(), Look.plain(12), 6);
        centred(in(table.getRow(1).getCell(1)), heads.place() + ", " + day(heads), Look.italic(14), 6);

        if (document.title().kind() != null) title(word::createParagraph, document.title().kind(), document.title().summary(), 18);
        addressees(word, document);
    }

    private static void issuer(Supplier<XWPFParagraph> box, OfficialDocument.Heads heads) {
        double width = LEFT_COLUMN / 20.0 - 6;
        if (heads.superior() != null) {
            for (String line : Balanced.lines(heads.superior().toUpperCase(VI), LetterWidths.REGULAR, HEAD, width)) centred(box, line, Look.plain(HEAD), 0);
        }
        List<String> issuer = Balanced.lines(heads.issuer().toUpperCase(VI), LetterWidths.BOLD, HEAD, width);
        for (String line : issuer) centred(box, line, Look.bold(HEAD), 0);
        rule(box, SHORT_LINE * LetterWidths.BOLD.of(issuer.getLast(), HEAD), LEFT_COLUMN);
    }

    private static void nation(Supplier<XWPFParagraph> box) {
        centred(box, NATION, Look.bold(HEAD), 0);
        centred(box, MOTTO, Look.bold(HEAD + 1), 0);
        rule(box, LetterWidths.BOLD.of(MOTTO, HEAD + 1), RIGHT_COLUMN);
    }

    private static String day(OfficialDocument.Heads heads) {
        return heads.day() == null ? "ngày      tháng      năm        " : DateWords.words(heads.day(), VI);
    }

    /** Box 5a; of an annex too. */
    static void title(Supplier<XWPFParagraph> where, String kind, String summary, double before) {
        centred(where, kind.toUpperCase(VI), Look.bold(BODY), before).setKeepNext(true);
        List<String> lines = Balanced.lines(summary, LetterWidths.BOLD, BODY, (TEXT_WIDTH - mm(20)) / 20.0);
        for (String line : lines) centred(where, line, Look.bold(BODY), 0).setKeepNext(true);
        rule(where, SHORT_LINE * LetterWidths.BOLD.of(lines.getLast(), BODY), TEXT_WIDTH);
    }

    private static void addressees(XWPFDocument word, OfficialDocument document) {
        if (document.to().isEmpty()) return;
        if (document.to().size() == 1) {
            centred(word::createParagraph, "Kính gửi: " + document.to().getFirst(), Look.plain(BODY), 12).setSpacingAfter(120);
            return;
        }
        int inset = mm(35);
        XWPFParagraph first = paragraph(word::createParagraph, ParagraphAlignment.LEFT, 12, 0);
        first.setIndentationLeft(inset);
        run(first, "Kính gửi:", Look.plain(BODY));
        for (int i = 0; i < document.to().size(); i++) {
            XWPFParagraph p = paragraph(word::createParagraph, ParagraphAlignment.LEFT, 0, 0);
            p.setIndentationLeft(inset + mm(18));
            run(p, "- " + document.to().get(i) + (i + 1 < document.to().size() ? ";" : "."), Look.plain(BODY));
        }
    }
}
