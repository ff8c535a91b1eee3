package vn.bamcoso.figures.asking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.figures.Answer;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Level;
import vn.bamcoso.figures.Mark;
import vn.bamcoso.figures.Measure;

/** Fetches what a sheet needs with as few questions to the database as possible: one for sums, one for places, one for what sums cannot answer. */
@Component
class Fetching {
    private final FactStore facts;
    private final Map<String, Measure> measures = new HashMap<>();

    Fetching(FactStore facts, List<Measure> measures) {
        this.facts = facts;
        measures.forEach(measure -> measure.codes().forEach(code -> this.measures.put(code, measure)));
    }

    /** Whether an indicator is counted whatever the day; null: as it is set for the day. */
    @Nullable Boolean counted(Indicator base, Asking.Side side) {
        return switch (side) {
            case AS_SET -> null;
            case REPORTED -> base.origin() == Indicator.How.MEASURED;
            case COUNTED -> measures.containsKey(base.code());
        };
    }

    /** One base indicator with its plans, on its way. */
    private record Work(Gathering gathering, Shelf shelf, List<Plan> plans) {}

    void fill(Sheet sheet, List<Indicator> asked) {
        var expectation = new Expectation(sheet.lines, sheet.area.fewPlaces());
        List<Work> byRoll = new ArrayList<>();
        List<Work> byPlace = new ArrayList<>();
        Map<String, Shelf> shelves = new HashMap<>();
        for (Formula.Of of : sheet.needed(asked)) {
            Indicator base = sheet.base(of.code());
            Iterator<Slot> counted = measured(sheet, base, of.way(), sheet.periods.stream().filter(period -> sheet.measured(base, period)).toList()).iterator();
            List<Period> typed = sheet.periods.stream().filter(period -> !sheet.measured(base, period)).toList();
            Iterator<Slot> found = typed.isEmpty() ? Collections.emptyIterator() : plan(sheet, base, of.way(), typed, shelves, byRoll, byPlace, expectation).iterator();
            sheet.put(of, sheet.periods.stream().map(period -> sheet.measured(base, period) ? counted.next() : found.next()).toList());
        }
        for (String code : sheet.neededSeries(asked)) {
            List<LocalDate> days = days(sheet);
            List<Slot> slots = plan(sheet, sheet.base(code), Slot.Way.SUM, days.stream().map(Period::asOf).toList(), shelves, byRoll, byPlace, expectation);
            sheet.put(code, new Sheet.Series(days, slots));
        }
        byPlace.forEach(work -> work.shelf.ready());
        byRoll.forEach(work -> work.shelf.ready());
        sums(sheet, byRoll);
        facts.readRolls(byRoll.stream().map(Work::shelf).distinct().toList(), sheet.known);
        Map<Boolean, List<Shelf>> guarded = byPlace.stream().map(Work::shelf).distinct().collect(Collectors.partitioningBy(shelf -> sheet.screen.guards(shelf.indicator)));
        facts.readFacts(guarded.get(false), sheet.area.homes(), sheet.area.fewPlaces(), sheet.known, sheet.atlas.home);
        Map<Shelf, Guard> guards = guarded.get(true).stream().collect(Collectors.toMap(shelf -> shelf, shelf -> guarded(sheet, shelf)));
        byPlace.forEach(work -> work.gathering.guard(guards.get(work.shelf)));
        BitSet few = fewHomes(sheet);
        byPlace.forEach(work -> work.gathering.fromFacts(few));
        finish(sheet, byRoll);
    }

    /** Where all that can be told of a small area lies: of the others nobody need decide what answers for them. */
    private static @Nullable BitSet fewHomes(Sheet sheet) {
        Integer[] few = sheet.area.fewPlaces();
        if (few == null) {
            return null;
        }
        var homes = new BitSet();
        for (int place : few) {
            homes.set(sheet.atlas.home[place]);
        }
        return homes;
    }

    /** Reads what may have to be hidden of the whole country, whatever was asked: how it is hidden must not depend on the question. */
    private Guard guarded(Sheet sheet, Shelf shelf) {
        facts.readFacts(List.of(shelf), null, null, sheet.known, sheet.atlas.home);
        Shelf now = shelf;
        if (sheet.known != null) {
            now = new Shelf(shelf.indicator);
            shelf.periods().forEach(now::column);
            now.ready();
            facts.readFacts(List.of(now), null, null, null, sheet.atlas.home);
        }
        return new Guard(sheet.screen, sheet.atlas, shelf.indicator, now, facts.onceSmall(now));
    }

    private List<Slot> plan(Sheet sheet, Indicator base, Slot.Way way, List<Period> periods, Map<String, Shelf> shelves,
            List<Work> byRoll, List<Work> byPlace, Expectation expectation) {
        boolean rolled = rolled(sheet, base, way);
        Shelf shelf = shelves.computeIfAbsent(base.code() + rolled, key -> new Shelf(base));
        List<Plan> plans = periods.stream().map(period -> new Planning(period, sheet.tilings(period), sheet.stored, sheet.atlas, shelf).plan()).toList();
        var gathering = new Gathering(sheet.lines, sheet.atlas, base, way, plans, shelf, expectation);
        (rolled ? byRoll : byPlace).add(new Work(gathering, shelf, plans));
        return gathering.slots();
    }

    private static boolean rolled(Sheet sheet, Indicator base, Slot.Way way) {
        return !sheet.screen.guards(base) && way == Slot.Way.SUM && base.collectedAt() == Level.COMMUNE && sheet.lines.level.compareTo(Level.PROVINCE) <= 0
                && sheet.scope.wide(base.field()) && !sheet.area.divided();
    }

    /** Takes out of the list what the database can add up by line, where that is fewer numbers to fetch. */
    private void sums(Sheet sheet, List<Work> byRoll) {
        var lineOfHome = new int[MapOfDay.HOMES];
        int homes = 0;
        for (int home = 1; home < MapOfDay.HOMES; home++) {
            Integer line = sheet.lines.lineOfHome(home);
            lineOfHome[home] = line == null ? 0 : line;
            homes += line == null ? 0 : 1;
        }
        if (sheet.known != null || homes < 3 * (sheet.lines.size() - 1) / 2) {
            return;
        }
        List<FactStore.Summand> summands = new ArrayList<>();
        List<Work> simple = byRoll.stream().filter(work -> work.gathering.simple()).toList();
        simple.forEach(work -> summands.addAll(work.gathering.summands(lineOfHome)));
        byRoll.removeAll(simple);
        facts.readSums(summands, lineOfHome);
    }

    /** States whose last report is not complete are read place by place, in the provinces of the 63 where that is so. */
    private void finish(Sheet sheet, List<Work> byRoll) {
        Map<Work, List<Gathering.Unfinished>> rest = new LinkedHashMap<>();
        Map<Work, Shelf> places = new LinkedHashMap<>();
        Map<BitSet, List<Shelf>> alike = new LinkedHashMap<>();
        for (Work work : byRoll) {
            List<Gathering.Unfinished> unfinished = work.gathering.fromRolls();
            if (unfinished.isEmpty()) {
                continue;
            }
            var homes = new BitSet();
            var shelf = new Shelf(work.shelf.indicator);
            work.shelf.periods().forEach(shelf::column);
            unfinished.forEach(each -> homes.set(each.home()));
            shelf.only(work.gathering.columns(unfinished));
            rest.put(work, unfinished);
            places.put(work, shelf);
            alike.computeIfAbsent(homes, key -> new ArrayList<>()).add(shelf);
        }
        alike.forEach((homes, shelves) -> {
            shelves.forEach(Shelf::ready);
            facts.readFacts(shelves, homes, null, sheet.known, sheet.atlas.home);
        });
        rest.forEach((work, unfinished) -> work.gathering.finish(unfinished, places.get(work)));
    }

    private static List<LocalDate> days(Sheet sheet) {
        var days = new TreeSet<LocalDate>();
        for (Period period : sheet.periods) {
            sheet.stored.ending(period.end().minusDays(Planning.DAYS_THAT_A_STATE_LASTS), period.end()).forEach(entry -> days.add(entry.getValue().end()));
        }
        return List.copyOf(days);
    }

    private List<Slot> measured(Sheet sheet, Indicator base, Slot.Way way, List<Period> periods) {
        Measure measure = measures.get(base.code());
        Map<Period, Slot> slots = new LinkedHashMap<>();
        periods.forEach(period -> slots.put(period, new Slot(way, sheet.lines.size())));
        if (measure != null && !periods.isEmpty()) {
            count(measure, sheet, base, way, slots);
        }
        return periods.stream().map(slots::get).toList();
    }

    private static Short @Nullable [] homes(Sheet sheet) {
        BitSet homes = sheet.area.homes();
        return homes == null ? null : homes.stream().mapToObj(home -> (short) home).toArray(Short[]::new);
    }

    /** Whether the indicator is about places of this kind. */
    private static boolean collected(Indicator indicator, Answer.@Nullable Spot spot) {
        return indicator.kinds().isEmpty() || spot != null && indicator.kinds().contains(spot.kind());
    }

    private static void count(Measure measure, Sheet sheet, Indicator base, Slot.Way way, Map<Period, Slot> slots) {
        List<Period> periods = List.copyOf(slots.keySet());
        boolean guarded = sheet.screen.guards(base);
        boolean sums = !guarded && way == Slot.Way.SUM && sheet.lines.level.compareTo(Level.PROVINCE) <= 0 && sheet.scope.wide(base.field()) && !sheet.area.divided();
        Map<Period, List<Measure.Homes>> byHome = sums ? measure.byHome(base.code(), periods, sheet.known, homes(sheet)) : null;
        if (byHome == null) {
            var spread = new Spread(sheet.lines, base);
            var guard = new Guard(sheet.screen, sheet.atlas, base, new Shelf(base), Map.of());
            measure.of(base.code(), periods, sheet.known, guarded ? null : homes(sheet), guarded ? null : sheet.area.fewPlaces()).forEach((period, values) -> {
                MapOfDay then = sheet.atlas.on(period.end());
                List<Measure.Measured> counted = values.stream().filter(one -> collected(base, then.spot(one.placeId()))).toList();
                Blocks blocks = guarded ? guard.of(counted, then) : null;
                counted.forEach(one -> spread.place(slots.get(period), one.placeId(), one.value(), Math.toIntExact(period.end().toEpochDay()), blocks));
            });
            return;
        }
        byHome.forEach((period, some) -> add(sheet, slots.get(period), some, Math.toIntExact(period.end().toEpochDay())));
    }

    private static void add(Sheet sheet, Slot slot, List<Measure.Homes> byHome, int end) {
        for (Measure.Homes home : byHome) {
            Integer line = sheet.lines.lineOfHome(home.home());
            if (line != null && home.n() > 0) {
                slot.add(line, home.sum(), home.n(), Mark.EXACT, end, end);
                slot.add(Lines.TOTAL, home.sum(), home.n(), Mark.EXACT, end, end);
            }
        }
    }
}
