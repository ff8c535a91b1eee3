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

/** Boxes 9b and 7: who receives it, left; who signs, right. Kept together on one page. */
final class ClosingBoxes {

    private static final Locale VI = Texts.VIETNAMESE;
    private static final int RECIPIENTS = mm(75);
    /** Room for the signature and the seal. */
    private static final double ROOM_TO_SIGN = 68;

    private ClosingBoxes() {}

    static void write(XWPFDocument word, OfficialDocument document) {
        paragraph(word::createParagraph, ParagraphAlignment.LEFT, 6, 0).setKeepNext(true);
        XWPFTable table = table(word.createTable(1, 2), false, RECIPIENTS, TEXT_WIDTH - RECIPIENTS);
        recipients(in(table.getRow(0).getCell(0)), document.recipients());
        signature(in(table.getRow(0).getCell(1)), document.signature());
    }

    private static void recipients(Supplier<XWPFParagraph> box, List<String> recipients) {
        if (recipients.isEmpty()) return;
        run(paragraph(box, ParagraphAlignment.LEFT, 0, 0), "Nơi nhận:", new Look(12, true, true));
        for (int i = 0; i < recipients.size(); i++) {
            XWPFParagraph line = paragraph(box, ParagraphAlignment.LEFT, 0, 0);
            line.setIndentationLeft(mm(2));
            line.setIndentationHanging(mm(2));
            run(line, "- " + recipients.get(i) + (i + 1 < recipients.size() ? ";" : "."), Look.plain(11));
        }
    }

    private static void signature(Supplier<XWPFParagraph> box, OfficialDocument.Signature signature) {
        if (signature.authority() != null && signature.of() != null) {
            centred(box, signature.authority() + ". " + signature.of().toUpperCase(VI), Look.bold(BODY), 0);
        }
        if (signature.title() != null) centred(box, signature.title().toUpperCase(VI), Look.bold(BODY), 0);
        String name = signature.name() == null ? "" : (signature.rank() == null ? "" : signature.rank() + " ") + signature.name();
        centred(box, name, Look.bold(BODY), ROOM_TO_SIGN);
    }
}
