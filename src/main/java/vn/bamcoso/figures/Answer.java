package vn.bamcoso.figures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.calendar.Period;

/**
 * The answer to a {@link Question}: a line for each place, and one for the area as a whole. Every additive indicator sums to
 * the same total on every map; what no place of the map can claim stands in lines of its own.
 *
 * @param within the area asked about, as it stands on the map; null when the asker's area is several places
 * @param total of the area; null when the asker may not see all of it
 */
public record Answer(
        Question question, List<Indicator> indicators, List<Period> periods, @Nullable Spot within, @Nullable Line total, List<Line> lines) {

    /** A place as it stands on the map. */
    public record Spot(int id, String key, String code, Level level, String kind, String name, String fullName, int parentId, short home) {}

    /** What a line stands for: a place, the area, figures of a younger place on an older map, or of places without a known successor; what a province added itself. */
    public enum Kind { PLACE, TOTAL, MERGED, UNKNOWN, ADDED }

    /**
     * @param spot the place; of an UNKNOWN or ADDED line the province in which its figures count
     * @param cells periods of the first indicator, then of the second …
     */
    public record Line(Kind kind, Spot spot, List<Cell> cells) {}

    /**
     * One number.
     *
     * @param value null: there is none, or it is hidden
     * @param reported how many reports are in it: one for each place and stored period
     * @param expected how many there would be were it complete
     * @param hidden a small count that is not shown to this asker
     * @param numerator of a rate, with its denominator, both exact
     * @param from last day of the first stored period that is in it; null when there is none
     * @param to last day of the last one: of a state, the day that it is of
     */
    public record Cell(
            @Nullable BigDecimal value, int reported, int expected, Mark mark, boolean hidden,
            @Nullable BigDecimal numerator, @Nullable BigDecimal denominator, @Nullable LocalDate from, @Nullable LocalDate to) {
        public static final Cell NONE = new Cell(null, 0, 0, Mark.EXACT, false, null, null, null, null);

        public boolean complete() {
            return reported >= expected;
        }
    }

    public Cell cell(Line line, int indicator, int period) {
        return line.cells().get(indicator * periods.size() + period);
    }

    public Optional<Line> line(String key) {
        return lines.stream().filter(line -> line.kind() == Kind.PLACE && line.spot().key().equals(key)).findFirst();
    }

    /** Of the area as a whole; {@link Cell#NONE} when it is not the asker's to see. */
    public Cell total(int indicator, int period) {
        return total == null ? Cell.NONE : cell(total, indicator, period);
    }
}
