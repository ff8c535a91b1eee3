package vn.bamcoso.reviews;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.documents.numbers.Numerals;
import vn.bamcoso.papers.Content;
import vn.bamcoso.papers.Step;

/**
 * What the page of a review shows.
 *
 * @param known null: as known now; else the instant of the conference day
 * @param edits whether this person may change the wording now
 */
public record ReviewPage(
        int id, String title, LocalDate asOf, LocalDate heldOn, int paper, Step step, @Nullable Instant known, boolean edits, List<Part> parts, List<Warning> warnings) {

    /** Some text; {@code slot} 0 for plain words. */
    public record Piece(String text, int slot, @Nullable Said said) {}

    /**
     * A figure as said.
     *
     * @param seen the value that the last writer saw; {@code moved} when it has changed since
     * @param coverage a rate of its own, not a share of another figure
     */
    public record Said(
            int slot, String phrase, String name, @Nullable BigDecimal value, @Nullable BigDecimal numerator, @Nullable BigDecimal denominator,
            @Nullable BigDecimal seen, boolean moved, boolean coverage, @Nullable String link, List<String> choices) {
        public boolean missing() {
            return value == null;
        }

        /** A rate of coverage that is not the whole: nobody may call it 100 %. Said once on the page, where the percentage stands. */
        public boolean partOfAll() {
            return coverage && numerator != null && denominator != null && numerator.compareTo(denominator) != 0;
        }

        /** The exact value; of a rate four decimals. */
        public String exact(Locale locale) {
            BigDecimal plain = value.stripTrailingZeros();
            return plain.scale() > 4 ? Numerals.write(plain, 4, locale) : Numerals.write(plain, locale);
        }
    }

    /**
     * A block.
     *
     * @param lines one for a paragraph, several for a list
     * @param annex not null for a table
     * @param marked the wording as edited
     * @param unproved numbers in plain words
     */
    public record Part(
            int id, int reviewId, int position, String kind, String number, List<List<Piece>> lines, Content.@Nullable Annex annex,
            List<Content.Cited> cited, int version, String marked, String writtenName, Instant writtenAt, List<Said> slots, List<String> unproved) {
        public boolean moved() {
            return slots.stream().anyMatch(Said::moved);
        }

        public boolean missing() {
            return slots.stream().anyMatch(Said::missing);
        }

        public boolean words() {
            return annex == null;
        }
    }

    /** @param link to the block or page concerned */
    public record Warning(String tone, String title, String text, String link) {}

    public long moved() {
        return parts.stream().flatMap(part -> part.slots().stream()).filter(Said::moved).count();
    }
}
