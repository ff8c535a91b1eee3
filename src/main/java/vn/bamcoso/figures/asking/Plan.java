package vn.bamcoso.figures.asking;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.calendar.PeriodKind;
import vn.bamcoso.figures.Indicator;

/**
 * From which stored periods an indicator can answer for an asked one: ways, the asked period itself first. Which way is taken
 * is decided for each province by what is there.
 *
 * @param carry a state: of all candidates each place's last figure counts
 * @param earliest a target: the earliest candidate that has figures counts
 */
record Plan(Period asked, List<Way> ways, boolean carry, boolean earliest) {
    /** A state older than this before the asked day is no longer taken for it. */
    static final long DAYS_THAT_A_STATE_LASTS = 366;
    private static final long DAYS_THAT_A_TARGET_LASTS = 3 * 366L;
    private static final long WHOLE = 100_000;
    private static final Set<PeriodKind> TILES = EnumSet.of(PeriodKind.DAY, PeriodKind.WEEK, PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.HALF_YEAR, PeriodKind.YEAR);
    private static final Set<PeriodKind> STATES =
            EnumSet.of(PeriodKind.AS_OF, PeriodKind.DAY, PeriodKind.WEEK, PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.HALF_YEAR, PeriodKind.NINE_MONTHS, PeriodKind.YEAR);

    /**
     * Stored periods that together make up the asked one, or what there is of it.
     *
     * @param ends last days of all its parts, stored or not: on each of them a place was expected to report
     */
    record Way(List<Part> parts, List<LocalDate> ends) {}

    /** @param days its weight when ways are compared */
    record Part(int periodId, LocalDate end, long days) {}

    static Plan of(Indicator.OverTime overTime, Period asked, StoredPeriods.Known stored) {
        var ways = new ArrayList<Way>();
        Way itself = exactly(asked, stored);
        return switch (overTime) {
            case NONE -> new Plan(asked, itself == null ? List.of() : List.of(itself), false, false);
            case SUM, MEAN -> {
                if (itself != null) ways.add(itself);
                parts(asked, stored, ways);
                yield new Plan(asked, ways, false, false);
            }
            case LAST -> {
                if (itself != null && asked.kind() != PeriodKind.AS_OF) ways.add(itself);
                if (asked.kind() != PeriodKind.ABOUT) ways.add(states(asked, stored));
                yield new Plan(asked, ways, true, false);
            }
            case NEXT -> {
                if (itself != null) ways.add(itself);
                ways.add(targets(asked, stored));
                yield new Plan(asked, ways, false, true);
            }
        };
    }

    private static @Nullable Way exactly(Period asked, StoredPeriods.Known stored) {
        Integer id = stored.ids().get(asked);
        return id == null ? null : new Way(List.of(new Part(id, asked.end(), days(asked))), List.of(asked.end()));
    }

    private static void parts(Period asked, StoredPeriods.Known stored, List<Way> ways) {
        switch (asked.kind()) {
            case ABOUT -> {}
            case AS_OF -> {
                Way open = exactly(Period.upTo(asked.end()), stored);
                if (open != null) ways.add(open);
                inside(asked, stored, ways);
            }
            case OPEN, SPAN -> inside(asked, stored, ways);
            default -> tilings(asked, stored, ways);
        }
    }

    /** A quarter from its months; a year from its halves, its quarters, its months. */
    private static void tilings(Period asked, StoredPeriods.Known stored, List<Way> ways) {
        for (PeriodKind kind : TILES) {
            List<Period> tiles = asked.parts(kind);
            List<Part> parts = new ArrayList<>();
            for (Period tile : tiles) {
                Integer id = stored.ids().get(tile);
                if (id != null) parts.add(new Part(id, tile.end(), days(tile)));
            }
            if (!parts.isEmpty()) ways.add(new Way(parts, tiles.stream().map(Period::end).toList()));
        }
    }

    /** All stored periods of one kind and rule that lie within; never two kinds together, which would count days twice. */
    private static void inside(Period asked, StoredPeriods.Known stored, List<Way> ways) {
        LocalDate start = asked.kind() == PeriodKind.SPAN ? asked.start() : LocalDate.of(1900, 1, 1);
        Map<String, List<Part>> alike = new LinkedHashMap<>();
        for (var entry : stored.ending(start, asked.end())) {
            Period period = entry.getValue();
            if (TILES.contains(period.kind()) && !period.start().isBefore(start)) {
                alike.computeIfAbsent(period.rule() + " " + period.kind(), key -> new ArrayList<>())
                        .add(new Part(entry.getKey(), period.end(), days(period)));
            }
        }
        alike.values().forEach(parts -> ways.add(new Way(parts, parts.stream().map(Part::end).toList())));
    }

    private static Way states(Period asked, StoredPeriods.Known stored) {
        boolean bounded = asked.kind() == PeriodKind.SPAN || asked.kind().regular() && asked.kind() != PeriodKind.DAY;
        LocalDate from = bounded ? asked.start() : asked.end().minusDays(DAYS_THAT_A_STATE_LASTS - 1);
        return new Way(candidates(stored, from, asked.end()), List.of(asked.end()));
    }

    private static Way targets(Period asked, StoredPeriods.Known stored) {
        return new Way(candidates(stored, asked.end(), asked.end().plusDays(DAYS_THAT_A_TARGET_LASTS)), List.of(asked.end()));
    }

    private static List<Part> candidates(StoredPeriods.Known stored, LocalDate from, LocalDate to) {
        List<Part> parts = new ArrayList<>();
        for (var entry : stored.ending(from, to)) {
            if (STATES.contains(entry.getValue().kind())) parts.add(new Part(entry.getKey(), entry.getValue().end(), 1));
        }
        return parts;
    }

    private static long days(Period period) {
        return period.start() == null ? WHOLE : ChronoUnit.DAYS.between(period.start(), period.end()) + 1;
    }
}
