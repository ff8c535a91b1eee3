package vn.bamcoso.documents.official;

import static vn.bamcoso.documents.official.Typeset.*;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import vn.bamcoso.basics.Roman;
import vn.bamcoso.basics.Texts;

/** Box 6: the text itself. Gives the numbers: Roman for sections, Arabic for clauses, letters of the Vietnamese alphabet for points. */
final class BodyText {

    private static final List<String> LETTERS = List.of("a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u", "v", "x", "y");
    private static final String END = "./.";

    private final XWPFDocument word;
    private final int textWidth;
    private int section;
    private int clause;
    private int point;

    BodyText(XWPFDocument word, int textWidth) {
        this.word = word;
        this.textWidth = textWidth;
    }

    /** @param closed whether the text ends with "./.", as that of a document does and that of an annex does not */
    void write(List<Block> blocks, boolean closed) {
        List<Block> left = closed ? closed(blocks) : blocks;
        for (int i = 0; i < left.size(); i++) {
            boolean last = i == left.size() - 1;
            write(left.get(i), closed && last);
        }
    }

    private void write(Block block, boolean keepWithSignature) {
        XWPFParagraph written = switch (block) {
            case Block.Grounds(List<String> lines) -> grounds(lines);
            case Block.Enacting(String text) -> {
                XWPFParagraph line = centred(word::createParagraph, text.toUpperCase(Texts.VIETNAMESE), Look.bold(BODY), 12);
                line.setKeepNext(true);
                yield line;
            }
            case Block.Section(String title) -> {
                clause = 0;
                point = 0;
                yield heading(Roman.of(++section) + ". " + title.toUpperCase(Texts.VIETNAMESE), 0, 12);
            }
            case Block.Clause(String title) -> {
                point = 0;
                yield heading(++clause + ". " + title, 1, 6);
            }
            case Block.Item(Text text) -> {
                point = 0;
                yield running(++clause + ". ", text);
            }
            case Block.Point(Text text) -> running(letter(point++) + ") ", text);
            case Block.Paragraph(Text text) -> running("", text);
            case Block.Dash(Text text) -> running("- ", text);
            case Block.Table table -> {
                BodyTable.write(word, table, textWidth);
                yield null;
            }
        };
        if (written != null && keepWithSignature) written.setKeepNext(true);
    }

    private static String letter(int index) {
        int again = index / LETTERS.size();
        return LETTERS.get(index % LETTERS.size()) + (again == 0 ? "" : String.valueOf(again));
    }

    private XWPFParagraph grounds(List<String> lines) {
        XWPFParagraph p = null;
        for (int i = 0; i < lines.size(); i++) {
            p = justified(6);
            run(p, lines.get(i) + (i + 1 < lines.size() ? ";" : "."), Look.italic(BODY));
        }
        return p;
    }

    private XWPFParagraph heading(String text, int outline, double before) {
        XWPFParagraph p = justified(before);
        p.setKeepNext(true);
        p.getCTP().getPPr().addNewOutlineLvl().setVal(BigInteger.valueOf(outline));
        run(p, text, Look.bold(BODY));
        return p;
    }

    private XWPFParagraph running(String number, Text text) {
        XWPFParagraph p = justified(6);
        if (!number.isEmpty()) run(p, number, Look.plain(BODY));
        for (Text.Span span : text.spans()) run(p, span.text(), new Look(BODY, span.bold(), span.italic()));
        return p;
    }

    private XWPFParagraph justified(double before) {
        XWPFParagraph p = paragraph(word::createParagraph, ParagraphAlignment.BOTH, before, 0);
        p.setFirstLineIndent(INDENT);
        p.setSpacingBetween(1.15, LineSpacingRule.AUTO);
        return p;
    }

    /** "./." takes the place of the last mark; behind a table it stands alone. */
    private static List<Block> closed(List<Block> blocks) {
        if (blocks.isEmpty()) return blocks;
        List<Block> closed = new ArrayList<>(blocks);
        int last = closed.size() - 1;
        switch (closed.get(last)) {
            case Block.Item(Text text) -> closed.set(last, new Block.Item(text.endingWith(END)));
            case Block.Point(Text text) -> closed.set(last, new Block.Point(text.endingWith(END)));
            case Block.Paragraph(Text text) -> closed.set(last, new Block.Paragraph(text.endingWith(END)));
            case Block.Dash(Text text) -> closed.set(last, new Block.Dash(text.endingWith(END)));
            default -> closed.add(Block.Paragraph.of(END));
        }
        return closed;
    }
}
