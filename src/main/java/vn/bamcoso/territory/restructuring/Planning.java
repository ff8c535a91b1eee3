package vn.bamcoso.territory.restructuring;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Works a restructuring out on the {@link Ground}: first what corrects the past, then what begins, what changes and what
 * ends, and what becomes of the parts of what ends. Tells every fault; writes nothing.
 */
final class Planning {
    private final Ground ground;
    private final Document document;
    private final LocalDate day;
    private final Faults faults;
    private final Finding finding;
    final Map<Integer, List<Edge>> edges = new LinkedHashMap<>();
    private final Map<Integer, Integer> rowOfEnd = new LinkedHashMap<>();
    private boolean correctsThePast;

    Planning(Ground ground, Document document, Faults faults) {
        this.ground = ground;
        this.document = document;
        this.day = document.effective();
        this.faults = faults;
        this.finding = new Finding(ground, day, faults);
    }

    /** True when states before the effective day are no longer what they were. */
    boolean correctsThePast() {
        return correctsThePast;
    }

    void work(List<Change> changes) {
        earlier(changes);
        Map<Change, State> newcomers = newcomers(changes);
        ends(changes);
        newcomers.forEach(this::begin);
        new Alterations(ground, document, finding, faults).work(changes, rowOfEnd.keySet()).ifPresent(corrected -> correctsThePast |= corrected);
        close();
    }

    /** Units that the gazetteer never knew, and the true beginning of those that they became. */
    private void earlier(List<Change> changes) {
        List<Change> earlier = of(changes, What.EARLIER);
        Set<String> codes = earlier.stream().map(Change::code).collect(Collectors.toSet());
        Set<String> became = changes.stream().filter(change -> codes.contains(digits(change.place()))).map(change -> digits(change.into())).collect(Collectors.toSet());
        for (Change change : of(changes, What.FOUND)) {
            UnitKind kind = UnitKind.of(change.kind()).orElseThrow();
            Optional<State> known = ground.bearing(kind.level(), change.code(), day).filter(state -> state.open() && became.contains(change.code()));
            if (known.isPresent() && known.get().kind().equals(kind.code()) && known.get().name().equals(change.name())) {
                ground.replace(known.get(), known.get().since(day, document));
                finding.founded(known.get());
                correctsThePast = true;
            }
        }
        for (Change change : earlier) {
            UnitKind kind = UnitKind.of(change.kind()).orElseThrow();
            finding.fresh(change, change.parent()).filter(parent -> fits(change, kind, parent)).ifPresent(parent -> {
                int place = ground.newcomer();
                ground.put(place, List.of(new State(place, LocalDate.MIN, day, kind.level(), change.code(), kind.code(), change.name(), kind.fullName(change.name()), parent.place(), "baseline", null, document.act())));
                correctsThePast = true;
            });
        }
    }

    /** Units that begin; told to the others before their parents are looked for, for a parent may begin with them. */
    private Map<Change, State> newcomers(List<Change> changes) {
        var newcomers = new LinkedHashMap<Change, State>();
        for (Change change : of(changes, What.FOUND)) {
            UnitKind kind = UnitKind.of(change.kind()).orElseThrow();
            boolean corrected = ground.bearing(kind.level(), change.code(), day).filter(state -> state.from().equals(day) && Integer.valueOf(document.act()).equals(state.act())).isPresent();
            if (!corrected) {
                int place = ground.newcomer();
                var state = new State(place, day, LocalDate.MAX, kind.level(), change.code(), kind.code(), change.name(), kind.fullName(change.name()), null, "exact", document.label(), document.act());
                ground.put(place, List.of(state));
                finding.founded(state);
                newcomers.put(change, state);
            }
        }
        return newcomers;
    }

    private void begin(Change change, State state) {
        finding.fresh(change, change.parent()).filter(parent -> fits(change, UnitKind.of(change.kind()).orElseThrow(), parent)).ifPresent(parent -> ground.replace(state, followed(state.under(parent.place()))));
    }

    /** A unit founded in the past goes on under what became of its parent, as its neighbours did. */
    private State[] followed(State founded) {
        List<State> states = new ArrayList<>();
        State last = founded;
        for (LocalDate end = ground.end(last.parent(), last.from()); end.isBefore(last.to()); end = ground.end(last.parent(), end)) {
            Optional<Integer> heir = ground.heir(last.parent(), end);
            if (heir.isEmpty() || end.equals(day)) {
                break;
            }
            states.add(last.until(end));
            last = last.since(end, document).under(heir.get());
        }
        states.add(last);
        return states.toArray(State[]::new);
    }

    private boolean fits(Change change, UnitKind kind, State parent) {
        return Alterations.fits(change, kind.level(), parent, faults);
    }

    /** What goes into what; nothing is closed yet, so that every row sees the ground as it was. */
    private void ends(List<Change> changes) {
        for (Change change : changes) {
            switch (change.what()) {
                case MERGE -> finding.old(change).ifPresent(old -> finding.fresh(change, change.into()).ifPresent(into -> {
                    if (change.share() != null && change.share().compareTo(BigDecimal.ONE) != 0) {
                        faults.add(change, "territory.fault.merge-share", old.fullName());
                    }
                    boolean begins = into.place() < 0 || into.from().equals(day);
                    end(change, old, new Edge(old.place(), into.place(), BigDecimal.ONE, begins ? "whole" : "merged"));
                }));
                case SPLIT -> finding.old(change).ifPresent(old -> finding.fresh(change, change.into()).ifPresent(into -> end(change, old, new Edge(old.place(), into.place(), change.share(), "split"))));
                case DISSOLVE -> finding.old(change).ifPresent(old -> {
                    if (!old.level().equals("district")) {
                        faults.add(change, "territory.fault.no-successor", old.fullName());
                    }
                    end(change, old, new Edge(old.place(), null, null, "abolished"));
                });
                case END_LEVEL -> ground.all(state -> state.level().equals(change.place()) && state.holdsOn(day.minusDays(1))).toList()
                        .forEach(old -> end(change, old, new Edge(old.place(), null, null, "abolished")));
                default -> { }
            }
        }
        new Successions(ground, day, faults).check(edges, rowOfEnd);
    }

    private void end(Change change, State old, Edge edge) {
        List<Edge> known = edges.computeIfAbsent(old.place(), place -> new ArrayList<>());
        if (!known.isEmpty() && (!edge.relation().equals("split") || !known.getFirst().relation().equals("split"))) {
            faults.add(change, "territory.fault.twice", old.fullName(), rowOfEnd.get(old.place()));
            return;
        }
        known.add(edge);
        rowOfEnd.putIfAbsent(old.place(), change.row());
    }

    /** Ends what ends; what belonged to it follows the whole of it, or, at the end of a level, belongs to what was above. */
    private void close() {
        edges.forEach((place, steps) -> {
            State last = ground.on(place, day.minusDays(1)).orElseThrow();
            List<State> later = ground.of(place).stream().filter(state -> !state.from().isBefore(day)).toList();
            // a state that only followed its parent is no change that another document brought
            Optional<State> other = later.stream().filter(state -> state.act() != null && state.act() != document.act() && !state.act().equals(last.act())).findFirst();
            if (other.isPresent()) {
                faults.add(rowOfEnd.get(place), "territory.fault.later-act", last.fullName(), other.get().from(), other.get().resolution());
                return;
            }
            Integer heir = steps.size() == 1 && steps.getFirst().successor() != null ? sameLevel(steps.getFirst().successor(), last.level()) : null;
            if (steps.getFirst().relation().equals("abolished")) {
                heir = last.parent();
            }
            if (heir != null) {
                inherit(place, heir);
            }
            var kept = new ArrayList<>(ground.of(place));
            kept.removeAll(later);
            kept.remove(last);
            kept.add(last.until(day));
            ground.put(place, kept);
        });
    }

    private Integer sameLevel(int successor, String level) {
        return ground.on(successor, day).filter(state -> state.level().equals(level)).map(State::place).orElse(null);
    }

    private void inherit(int place, int heir) {
        for (int child : ground.everUnder(place)) {
            if (edges.containsKey(child)) {
                continue;
            }
            for (State state : List.copyOf(ground.of(child))) {
                if (Integer.valueOf(place).equals(state.parent()) && state.to().isAfter(day)) {
                    if (state.from().isBefore(day)) {
                        ground.replace(state, state.until(day), state.since(day, document).under(heir));
                    } else {
                        ground.replace(state, state.under(heir));
                    }
                }
            }
        }
    }

    private static List<Change> of(List<Change> changes, What what) {
        return changes.stream().filter(change -> change.what() == what).toList();
    }

    /** The code within a name: "23473" of "C23473@2019-08-31". */
    private static String digits(String name) {
        return name.replaceFirst("@.*", "").replaceAll("[^0-9]", "");
    }
}
