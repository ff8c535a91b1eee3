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
import vn.bamcoso.figures.asking.Plan.Part;
import vn.bamcoso.figures.asking.Plan.Way;

/** Makes the plan of one asked period, and gives each stored period that it meets a column of the shelf. */
final class Planning {
    /** A state older than this before the asked day is no longer taken for it. */
    static final long DAYS_THAT_A_STATE_LASTS = 366;
    private static final long DAYS_THAT_A_TARGET_LASTS = 3 * 366L;
    private static final long WHOLE = 100_000;
    private static final LocalDate BEGINNING = LocalDate.of(1900, 1, 1);
    private static final Set<PeriodKind> TILES = EnumSet.of(PeriodKind.DAY, PeriodKind.WEEK, PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.HALF_YEAR, PeriodKind.YEAR);
    private static final Set<PeriodKind> STATES =
            EnumSet.of(PeriodKind.AS_OF, PeriodKind.DAY, PeriodKind.WEEK, PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.HALF_YEAR, PeriodKind.NINE_MONTHS, PeriodKind.YEAR);

    private final Period asked;
    private final List<List<Period>> tilings;
    private final StoredPeriods.Known stored;
    private final Atlas.Edition atlas;
    private final Shelf shelf;
    private final List<Way> ways = new ArrayList<>();

    /** @param tilings of the asked period, see {@link #tilings(Period)} */
    Planning(Period asked, List<List<Period>> tilings, StoredPeriods.Known stored, Atlas.Edition atlas, Shelf shelf) {
        this.asked = asked;
        this.tilings = tilings;
        this.stored = stored;
        this.atlas = atlas;
        this.shelf = shelf;
    }

    /** The ways in which shorter periods make up this one, the same for every indicator; none of one that is not regular. */
    static List<List<Period>> tilings(Period whole) {
        return TILES.stream().map(whole::parts).filter(tiles -> !tiles.isEmpty()).toList();
    }

    Plan plan() {
        MapOfDay end = atlas.on(asked.end());
        return switch (shelf.indicator.overTime()) {
            case NONE -> {
                exactly(asked);
                yield new Plan(asked, end, ways, false, false);
            }
            case SUM, MEAN -> {
                exactly(asked);
                parts();
                yield new Plan(asked, end, ways, false, false);
            }
            case LAST -> {
                if (asked.kind() != PeriodKind.AS_OF) exactly(asked);
                if (asked.kind() != PeriodKind.ABOUT) states();
                yield new Plan(asked, end, ways, true, false);
            }
            case NEXT -> {
                exactly(asked);
                targets();
                yield new Plan(asked, end, ways, false, true);
            }
        };
    }

    private void exactly(Period period) {
        Integer id = stored.ids().get(period);
        if (id != null) ways.add(new Way(List.of(part(id, period, days(period))), List.of(atlas.on(period.end()))));
    }

    private void parts() {
        switch (asked.kind()) {
            case ABOUT -> {}
            case AS_OF -> {
                exactly(Period.upTo(asked.end()));
                inside();
            }
            case OPEN, SPAN -> inside();
            default -> tilings();
        }
    }

    /** A quarter from its months; a year from its halves, its quarters, its months. */
    private void tilings() {
        for (List<Period> tiles : tilings) {
            List<Part> parts = new ArrayList<>();
            for (Period tile : tiles) {
                Integer id = stored.ids().get(tile);
                if (id != null) parts.add(part(id, tile, days(tile)));
            }
            if (!parts.isEmpty()) ways.add(new Way(parts, tiles.stream().map(tile -> atlas.on(tile.end())).toList()));
        }
    }

    /** All stored periods of one kind and rule that lie within; never two kinds together, which would count days twice. */
    private void inside() {
        LocalDate start = asked.kind() == PeriodKind.SPAN ? asked.start() : BEGINNING;
        Map<String, List<Part>> alike = new LinkedHashMap<>();
        Map<String, List<MapOfDay>> maps = new LinkedHashMap<>();
        for (var entry : stored.ending(start, asked.end())) {
            Period period = entry.getValue();
            if (TILES.contains(period.kind()) && !period.start().isBefore(start)) {
                String sort = period.rule() + " " + period.kind();
                alike.computeIfAbsent(sort, key -> new ArrayList<>()).add(part(entry.getKey(), period, days(period)));
                maps.computeIfAbsent(sort, key -> new ArrayList<>()).add(atlas.on(period.end()));
            }
        }
        alike.forEach((sort, parts) -> ways.add(new Way(parts, maps.get(sort))));
    }

    private void states() {
        boolean bounded = asked.kind() == PeriodKind.SPAN || asked.kind().regular() && asked.kind() != PeriodKind.DAY;
        candidates(bounded ? asked.start() : asked.end().minusDays(DAYS_THAT_A_STATE_LASTS - 1), asked.end());
    }

    private void targets() {
        candidates(asked.end(), asked.end().plusDays(DAYS_THAT_A_TARGET_LASTS));
    }

    private void candidates(@Nullable LocalDate from, LocalDate to) {
        List<Part> parts = new ArrayList<>();
        for (var entry : stored.ending(from == null ? BEGINNING : from, to)) {
            if (STATES.contains(entry.getValue().kind())) parts.add(part(entry.getKey(), entry.getValue(), 1));
        }
        ways.add(new Way(parts, List.of(atlas.on(asked.end()))));
    }

    private Part part(int id, Period period, long days) {
        return new Part(shelf.column(id), Math.toIntExact(period.end().toEpochDay()), days);
    }

    private static long days(Period period) {
        return period.start() == null ? WHOLE : ChronoUnit.DAYS.between(period.start(), period.end()) + 1;
    }
}
