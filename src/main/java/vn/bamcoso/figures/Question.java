package vn.bamcoso.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.calendar.Period;

/**
 * What the figures are asked: indicator × period × place.
 *
 * @param indicators codes
 * @param level one row for each place of this level…
 * @param within …in this place (key of any day); null: in all that the asker may see
 * @param map on the boundaries of this day
 * @param known as it was known at this moment; null: as known now
 * @param outward for a file or page that leaves the house: small counts are hidden whoever asks
 */
public record Question(
        List<String> indicators, List<Period> periods, Level level, @Nullable String within, LocalDate map, @Nullable Instant known, boolean outward) {
    public Question {
        indicators = List.copyOf(indicators);
        periods = List.copyOf(periods);
    }

    public Question(List<String> indicators, List<Period> periods, Level level, @Nullable String within, LocalDate map) {
        this(indicators, periods, level, within, map, null, false);
    }

    public Question knownAt(@Nullable Instant moment) {
        return new Question(indicators, periods, level, within, map, moment, outward);
    }

    public Question at(Level otherLevel) {
        return new Question(indicators, periods, otherLevel, within, map, known, outward);
    }

    public Question of(List<String> otherIndicators, List<Period> otherPeriods) {
        return new Question(otherIndicators, otherPeriods, level, within, map, known, outward);
    }

    public Question forOutside() {
        return new Question(indicators, periods, level, within, map, known, true);
    }
}
