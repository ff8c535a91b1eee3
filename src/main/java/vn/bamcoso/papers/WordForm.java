package vn.bamcoso.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.DateWords;
import vn.bamcoso.documents.official.Block;
import vn.bamcoso.documents.official.OfficialDocument;
import vn.bamcoso.documents.official.OfficialDocument.Authority;
import vn.bamcoso.documents.official.OfficialDocx;
import vn.bamcoso.documents.official.Pdf;
import vn.bamcoso.documents.official.Text;

/** A document as a Word file in the official form; the same document gives the same bytes. */
@Component
class WordForm {
    /** Changes when the same content would become other bytes: the layout of the official form, and what stands in which box here. */
    static final String VERSION = OfficialDocx.LAYOUT + ".1";

    private static final Locale VI = Texts.VIETNAMESE;

    byte[] write(Printed printed) {
        return OfficialDocx.write(document(printed));
    }

    boolean makesPdf() {
        return Pdf.available();
    }

    /** Empty where there is no LibreOffice. */
    Optional<byte[]> pdf(byte[] docx) {
        return Pdf.from(docx);
    }

    private static OfficialDocument document(Printed printed) {
        Paper paper = printed.paper();
        var heads = new OfficialDocument.Heads(
                paper.head().superior(), paper.head().issuer(), new OfficialDocument.Number(printed.number(), paper.symbol()), paper.head().place(), printed.dated());
        String kind = paper.kind() == PaperKind.CV ? null : Texts.vi().get(paper.kind().label()).toUpperCase(VI);
        return new OfficialDocument(
                heads,
                new OfficialDocument.Title(kind, paper.subject()),
                paper.addressees(),
                printed.content().blocks().stream().flatMap(block -> blocks(block).stream()).toList(),
                signature(printed.signature()),
                OfficialWords.recipients(paper),
                printed.content().annexes().stream().map(annex -> annex(annex)).toList(),
                new OfficialDocument.Frame(printed.demo() ? OfficialWords.DEMO : null, foot(printed)));
    }

    private static OfficialDocument.Annex annex(Content.Annex annex) {
        return new OfficialDocument.Annex(annex.title(), annex.blocks().stream().flatMap(block -> blocks(block).stream()).toList(), annex.landscape());
    }

    private static List<Block> blocks(Content.Block block) {
        return switch (block) {
            case Content.Heading heading -> List.of(heading.level() == 1 ? new Block.Section(heading.text()) : new Block.Clause(heading.text()));
            case Content.Paragraph paragraph -> List.of(new Block.Paragraph(text(paragraph.pieces())));
            case Content.Point point -> List.of(new Block.Point(text(point.pieces())));
            case Content.Listing listing -> listing.items().stream().map(item -> (Block) new Block.Dash(text(item.pieces()))).toList();
            case Content.Grid grid -> List.of(table(grid));
            case Content.Grounds grounds -> List.of(new Block.Grounds(grounds.lines()));
            case Content.Enacting enacting -> List.of(new Block.Enacting(enacting.text()));
            case Content.Article article -> List.of(new Block.Paragraph(new Text(List.of(new Text.Span(article.head(), true, false), text(article.pieces()).spans().getFirst()))));
        };
    }

    private static Block.Table table(Content.Grid grid) {
        var columns = new ArrayList<Block.Column>();
        for (int i = 0; i < grid.columns().size(); i++) {
            Block.Align align = grid.numeric().get(i) ? Block.Align.RIGHT : i == 0 ? Block.Align.CENTER : Block.Align.LEFT;
            columns.add(new Block.Column(grid.columns().get(i), null, i == 0 ? 2 : wordy(grid) ? weight(grid, i) : i == 1 ? 8 : 5, align));
        }
        var rows = new ArrayList<Block.Row>();
        grid.rows().forEach(row -> rows.add(new Block.Row(cells(row), false)));
        if (grid.total() != null) {
            rows.add(new Block.Row(cells(grid.total()), true));
        }
        return new Block.Table(grid.caption(), null, columns, rows, grid.note());
    }

    /** A wide list of words, such as danh sách trích ngang: its columns are as wide as what stands in them. */
    private static boolean wordy(Content.Grid grid) {
        return grid.columns().size() > 8 && !grid.rows().isEmpty() && grid.numeric().stream().noneMatch(numeric -> numeric);
    }

    private static int weight(Content.Grid grid, int column) {
        int letters = grid.rows().stream().mapToInt(row -> row.get(column).text().length()).sum();
        return Math.clamp(letters / grid.rows().size(), 4, 14);
    }

    private static List<String> cells(List<Content.Piece> row) {
        return row.stream().map(Content.Piece::text).toList();
    }

    private static Text text(List<Content.Piece> pieces) {
        return Text.of(pieces.stream().map(Content.Piece::text).collect(Collectors.joining()));
    }

    private static OfficialDocument.Signature signature(@Nullable Signature signed) {
        if (signed == null) {
            return new OfficialDocument.Signature(null, null, null, null, null);
        }
        String rank = signed.rank().isBlank() ? null : signed.rank();
        String first = signed.titles().getFirst();
        for (Authority authority : Authority.values()) {
            if (first.startsWith(authority + ". ")) {
                String title = signed.titles().size() > 1 ? signed.titles().get(1) : null;
                return new OfficialDocument.Signature(authority, first.substring(authority.name().length() + 2), title, rank, signed.name());
            }
        }
        return OfficialDocument.Signature.ofHead(first, rank, signed.name());
    }

    private static @Nullable String foot(Printed printed) {
        if (printed.known() == null) {
            return null;
        }
        String known = "Số liệu theo hiểu biết lúc " + DateWords.minute(printed.known(), VI);
        return printed.sealHead().isEmpty() ? known : known + " · Niêm phong nhật ký " + printed.sealHead();
    }
}
