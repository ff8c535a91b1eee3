package vn.bamcoso.documents.official;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of the body (box 6) or of an annex. Numbers are given by the writer: I., 1., a), the letters by the Vietnamese alphabet. */
public sealed interface Block {

    /** "Căn cứ …" lines, in italics; the marks at their ends are the writer's. */
    record Grounds(List<String> lines) implements Block {
        public Grounds {
            lines = List.copyOf(lines);
        }
    }

    /** A bold line in the middle, in capitals: who decides, "QUYẾT ĐỊNH:". */
    record Enacting(String text) implements Block {}

    /** "I. NHỮNG KẾT QUẢ …". */
    record Section(String title) implements Block {}

    /** "1. …" as a title of its own, bold. */
    record Clause(String title) implements Block {}

    /** "1. …" as running text, upright. */
    record Item(Text text) implements Block {}

    /** "a) …". */
    record Point(Text text) implements Block {}

    record Paragraph(Text text) implements Block {
        public static Paragraph of(String text) {
            return new Paragraph(Text.of(text));
        }
    }

    /** "- …". */
    record Dash(Text text) implements Block {}

    enum Align { LEFT, CENTER, RIGHT }

    /**
     * @param group  title over several neighbouring columns; null when none
     * @param weight share of the width
     */
    record Column(String title, @Nullable String group, int weight, Align align) {}

    /** @param strong a total: bold */
    record Row(List<String> cells, boolean strong) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * @param caption above, centred, bold; null for none
     * @param unit    "Đơn vị tính: …", above, right, italic; null for none
     * @param note    under the table, italic; null for none
     */
    record Table(@Nullable String caption, @Nullable String unit, List<Column> columns, List<Row> rows, @Nullable String note) implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }
}
