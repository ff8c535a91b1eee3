package vn.bamcoso.tasks.view;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.DateWords;

/** The meeting's sheet as Word: A4 landscape, Vietnamese, small enough that 28 tasks fit on one page. */
final class SheetWord {
    private static final int[] WIDTHS = {520, 5080, 1700, 1200, 950, 2200, 1800, 1400};
    private static final List<String> HEADS = List.of("tasks.sheet.no", "tasks.form.title", "tasks.lead", "tasks.cooperating", "tasks.due", "tasks.deliverable", "tasks.sheet.state", "tasks.sheet.stuck");

    private SheetWord() {}

    static byte[] write(String title, List<SheetRow> rows, LocalDate today) {
        Texts texts = Texts.vi();
        try (var document = new XWPFDocument(); var bytes = new ByteArrayOutputStream()) {
            CTSectPr section = document.getDocument().getBody().addNewSectPr();
            CTPageSz size = section.addNewPgSz();
            size.setOrient(STPageOrientation.LANDSCAPE);
            size.setW(BigInteger.valueOf(16838));
            size.setH(BigInteger.valueOf(11906));
            CTPageMar margin = section.addNewPgMar();
            margin.setTop(BigInteger.valueOf(454));
            margin.setBottom(BigInteger.valueOf(454));
            margin.setLeft(BigInteger.valueOf(1000));
            margin.setRight(BigInteger.valueOf(567));
            XWPFParagraph head = document.createParagraph();
            head.setAlignment(ParagraphAlignment.CENTER);
            say(head, title.toUpperCase(Texts.VIETNAMESE), 12, true);
            XWPFParagraph under = document.createParagraph();
            under.setAlignment(ParagraphAlignment.CENTER);
            say(under, texts.get("tasks.sheet.under", today, rows.size(), rows.stream().mapToInt(SheetRow::openLate).sum()), 10, false);
            XWPFTable table = document.createTable(rows.size() + 1, HEADS.size());
            table.setWidth(java.util.Arrays.stream(WIDTHS).sum());
            for (int i = 0; i < HEADS.size(); i++) {
                cell(table.getRow(0).getCell(i), i, texts.get(HEADS.get(i)), true);
            }
            table.getRow(0).setRepeatHeader(true);
            for (int n = 0; n < rows.size(); n++) {
                SheetRow row = rows.get(n);
                List<String> said = List.of(
                        row.number() == null ? "" : String.valueOf(row.number()), row.title(), row.leads(texts), row.cooperating(), DateWords.brief(row.due(), Texts.VIETNAMESE), row.deliverable(), state(row, texts), row.stuck());
                for (int i = 0; i < said.size(); i++) {
                    cell(table.getRow(n + 1).getCell(i), i, said.get(i), i == 6 && row.openLate() > 0);
                }
            }
            document.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String state(SheetRow row, Texts texts) {
        return row.openLate() > 0 ? texts.get("tasks.sheet.late", row.openLate(), row.shares(), row.latest()) : row.open() > 0 ? texts.get("tasks.sheet.open", row.done() + row.doneLate(), row.shares())
                : texts.get(row.doneLate() > 0 ? "tasks.sheet.done-late" : "tasks.sheet.done", row.doneLate(), row.shares());
    }

    private static void cell(XWPFTableCell cell, int column, String text, boolean bold) {
        cell.setWidth(String.valueOf(WIDTHS[column]));
        XWPFParagraph paragraph = cell.getParagraphs().getFirst();
        paragraph.setSpacingAfter(0);
        say(paragraph, text, 7, bold);
    }

    private static void say(XWPFParagraph paragraph, String text, int size, boolean bold) {
        paragraph.setSpacingAfter(size > 8 ? 40 : 0);
        paragraph.setSpacingBetween(1);
        XWPFRun run = paragraph.createRun();
        run.setFontFamily("Times New Roman");
        run.setFontSize(size);
        run.setBold(bold);
        run.setText(text);
    }
}
