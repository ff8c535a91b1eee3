package vn.bamcoso.documents.official;

import static vn.bamcoso.documents.official.Typeset.*;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/** A framed table whose head comes again on each page. */
final class BodyTable {

    /** Twips that a cell keeps free at both sides, and its frame. */
    private static final int MARGINS = 160;

    private BodyTable() {}

    static void write(XWPFDocument word, Block.Table table, int textWidth) {
        if (table.caption() != null) {
            centred(word::createParagraph, table.caption(), Look.bold(13), 8).setKeepNext(true);
        }
        if (table.unit() != null) {
            XWPFParagraph unit = paragraph(word::createParagraph, ParagraphAlignment.RIGHT, 2, 0);
            unit.setKeepNext(true);
            run(unit, table.unit(), Look.italic(TABLE));
        }
        if (table.caption() == null && table.unit() == null) paragraph(word::createParagraph, ParagraphAlignment.LEFT, 0, 0);
        List<Block.Column> columns = table.columns();
        boolean grouped = columns.stream().anyMatch(c -> c.group() != null);
        int headRows = grouped ? 2 : 1;
        XWPFTable framed = table(word.createTable(headRows + table.rows().size(), columns.size()), true, widths(table, textWidth));
        head(framed, columns, grouped);
        for (int r = 0; r < table.rows().size(); r++) row(framed.getRow(headRows + r), columns, table.rows().get(r));
        XWPFParagraph after = paragraph(word::createParagraph, ParagraphAlignment.LEFT, 2, 6);
        run(after, table.note() == null ? "" : table.note(), Look.italic(TABLE));
    }

    /** Shares the width by weight, but gives every column room for its longest word as long as there is room for all. */
    private static int[] widths(Block.Table table, int textWidth) {
        List<Block.Column> columns = table.columns();
        int[] least = IntStream.range(0, columns.size()).map(c -> longestWord(table, c)).toArray();
        boolean roomy = IntStream.of(least).sum() <= textWidth;
        int[] widths = new int[columns.size()];
        boolean[] settled = new boolean[columns.size()];
        boolean again;
        do {
            again = false;
            int left = textWidth;
            int weights = 0;
            for (int c = 0; c < widths.length; c++) {
                if (settled[c]) left -= widths[c];
                else weights += columns.get(c).weight();
            }
            for (int c = 0; c < widths.length; c++) {
                if (settled[c]) continue;
                widths[c] = left * columns.get(c).weight() / weights;
                if (roomy && widths[c] < least[c]) {
                    widths[c] = least[c];
                    settled[c] = true;
                    again = true;
                }
            }
        } while (again);
        widths[widths.length - 1] += textWidth - IntStream.of(widths).sum();
        return widths;
    }

    private static int longestWord(Block.Table table, int c) {
        Stream<String> texts = table.rows().stream().map(Block.Row::cells).filter(cells -> c < cells.size()).map(cells -> cells.get(c));
        double points = Stream.concat(Stream.of(table.columns().get(c).title()), texts).flatMap(text -> Stream.of(text.split("\\s+"))).mapToDouble(word -> LetterWidths.BOLD.of(word, TABLE)).max().orElse(0);
        return (int) Math.ceil(points * 20) + MARGINS;
    }

    private static void head(XWPFTable table, List<Block.Column> columns, boolean grouped) {
        XWPFTableRow top = table.getRow(0);
        top.setRepeatHeader(true);
        if (!grouped) {
            for (int c = 0; c < columns.size(); c++) cell(top.getCell(c), columns.get(c).title(), ParagraphAlignment.CENTER, true);
            return;
        }
        XWPFTableRow low = table.getRow(1);
        low.setRepeatHeader(true);
        for (int c = 0; c < columns.size(); c++) {
            Block.Column column = columns.get(c);
            boolean alone = column.group() == null;
            boolean goesOn = !alone && c > 0 && column.group().equals(columns.get(c - 1).group());
            cell(top.getCell(c), alone ? column.title() : goesOn ? "" : column.group(), ParagraphAlignment.CENTER, true);
            cell(low.getCell(c), alone ? "" : column.title(), ParagraphAlignment.CENTER, true);
            if (alone) {
                properties(top.getCell(c)).addNewVMerge().setVal(STMerge.RESTART);
                properties(low.getCell(c)).addNewVMerge();
            }
        }
        // Columns under one title: the first cell spans them, the others go.
        for (int c = columns.size() - 1; c >= 0; c--) {
            String group = columns.get(c).group();
            if (group == null || c > 0 && group.equals(columns.get(c - 1).group())) continue;
            int span = 1;
            while (c + span < columns.size() && group.equals(columns.get(c + span).group())) span++;
            int width = top.getCell(c).getWidth();
            for (int i = 1; i < span; i++) {
                width += top.getCell(c + 1).getWidth();
                top.removeCell(c + 1);
            }
            properties(top.getCell(c)).addNewGridSpan().setVal(BigInteger.valueOf(span));
            width(top.getCell(c), width);
        }
    }

    private static CTTcPr properties(XWPFTableCell cell) {
        return cell.getCTTc().isSetTcPr() ? cell.getCTTc().getTcPr() : cell.getCTTc().addNewTcPr();
    }

    private static void row(XWPFTableRow row, List<Block.Column> columns, Block.Row values) {
        for (int c = 0; c < columns.size(); c++) {
            String text = c < values.cells().size() ? values.cells().get(c) : "";
            ParagraphAlignment align = switch (columns.get(c).align()) {
                case LEFT -> ParagraphAlignment.LEFT;
                case CENTER -> ParagraphAlignment.CENTER;
                case RIGHT -> ParagraphAlignment.RIGHT;
            };
            cell(row.getCell(c), text, align, values.strong());
        }
    }

    private static void cell(XWPFTableCell cell, String text, ParagraphAlignment align, boolean bold) {
        cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
        run(paragraph(in(cell), align, 0, 0), text, new Look(TABLE, bold, false));
    }
}
