package vn.bamcoso.papers;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a document between head and signature, and in its annexes, without any look: the same content becomes
 * the page on the screen, the Word file, and the hash that a signature binds.
 *
 * @param blocks the body, in order
 * @param annexes each begins on its own page
 * @param cited every figure printed, in order; a {@link Piece} points into this list
 * @param faults what keeps it from being signed: a figure missing, a phrase no longer true; each a whole sentence
 */
public record Content(List<Block> blocks, List<Annex> annexes, List<Cited> cited, List<String> faults) {
    public Content {
        blocks = List.copyOf(blocks);
        annexes = List.copyOf(annexes);
        cited = List.copyOf(cited);
        faults = List.copyOf(faults);
    }

    /** A block of the body. */
    public sealed interface Block permits Heading, Paragraph, Point, Listing, Grid, Grounds, Enacting, Article {}

    /** @param level 1 "I. ĐẶC ĐIỂM…" (written in capitals), 2 "1. …" */
    public record Heading(int level, String number, String text) implements Block {}

    public record Paragraph(List<Piece> pieces) implements Block {
        public Paragraph {
            pieces = List.copyOf(pieces);
        }

        /** Plain words, no figure among them. */
        public static Paragraph of(String words) {
            return new Paragraph(List.of(Piece.words(words)));
        }
    }

    /** "Căn cứ …" lines, in italics; the marks at their ends are the form's. */
    public record Grounds(List<String> lines) implements Block {
        public Grounds {
            lines = List.copyOf(lines);
        }
    }

    /** A bold line in capitals in the middle: who decides, "QUYẾT ĐỊNH:". */
    public record Enacting(String text) implements Block {}

    /** "Điều 1. …", its number bold. */
    public record Article(int number, List<Piece> pieces) implements Block {
        public Article {
            pieces = List.copyOf(pieces);
        }

        /** As it is printed before the text. */
        public String head() {
            return "Điều " + number + ". ";
        }
    }

    /** "a) …": running text with a letter, of the Vietnamese alphabet. */
    public record Point(String letter, List<Piece> pieces) implements Block {
        public Point {
            pieces = List.copyOf(pieces);
        }
    }

    /** Lines that begin with a dash. */
    public record Listing(List<Paragraph> items) implements Block {
        public Listing {
            items = List.copyOf(items);
        }
    }

    /**
     * A table.
     *
     * @param caption null when the heading above says it
     * @param columns heads of the columns
     * @param numeric which columns are set to the right
     * @param rows cells as printed
     * @param total the last row, bold; null when there is none
     * @param note below the table; null when there is none
     */
    public record Grid(
            @Nullable String caption,
            List<String> columns,
            List<Boolean> numeric,
            List<List<Piece>> rows,
            @Nullable List<Piece> total,
            @Nullable String note) implements Block {}

    /** @param title in capitals; the line "(Kèm theo Báo cáo …)" below it is written by the form */
    public record Annex(String title, boolean landscape, List<Block> blocks) {
        public Annex {
            blocks = List.copyOf(blocks);
        }
    }

    /** Some text; {@code cited} is the number of the figure that it says, from 1, or 0 for plain words. */
    public record Piece(String text, int cited) {
        public static Piece words(String text) {
            return new Piece(text, 0);
        }
    }

    /**
     * A figure as printed.
     *
     * @param mark indicator|place key|period code, and "|of|…" for a share
     * @param name the same in Vietnamese words
     * @param said as printed: gần 45.000
     * @param value exact; null when the figure is missing
     * @param link where the figure comes from; null when nothing can be shown
     */
    public record Cited(
            String mark,
            String name,
            String said,
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            String figureRef,
            @Nullable String link) {}
}
