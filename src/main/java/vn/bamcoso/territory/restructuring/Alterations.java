package vn.bamcoso.territory.restructuring;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** New names, kinds and parents of places that go on. Several rows for one place make one new state. */
final class Alterations {
    private static final Set<What> MINE = Set.of(What.RENAME, What.CHANGE_KIND, What.CHANGE_PARENT);
    private final Ground ground;
    private final Document document;
    private final LocalDate day;
    private final Finding finding;
    private final Faults faults;

    Alterations(Ground ground, Document document, Finding finding, Faults faults) {
        this.ground = ground;
        this.document = document;
        this.day = document.effective();
        this.finding = finding;
        this.faults = faults;
    }

    /** @return true when the past was corrected; empty when no row is of these kinds */
    Optional<Boolean> work(List<Change> changes, Set<Integer> ending) {
        Map<Integer, Map<What, Change>> byPlace = new LinkedHashMap<>();
        for (Change change : changes) {
            if (!MINE.contains(change.what())) {
                continue;
            }
            (change.was().isEmpty() ? finding.old(change) : finding.present(change)).ifPresent(state -> {
                if (ending.contains(state.place())) {
                    faults.add(change, "territory.fault.ends-too", state.fullName());
                } else if (byPlace.computeIfAbsent(state.place(), place -> new LinkedHashMap<>()).put(change.what(), change) != null) {
                    faults.add(change, "territory.fault.overlap", state.fullName(), day);
                }
            });
        }
        boolean corrected = false;
        for (var entry : byPlace.entrySet()) {
            corrected |= alter(entry.getKey(), entry.getValue());
        }
        return byPlace.isEmpty() ? Optional.empty() : Optional.of(corrected);
    }

    private boolean alter(int place, Map<What, Change> rows) {
        Change any = rows.values().iterator().next();
        Optional<State> present = ground.on(place, day);
        if (present.isEmpty()) {
            faults.add(any, "territory.fault.gap", ground.of(place).getLast().fullName(), ground.of(place).getLast().to().minusDays(1), day);
            return false;
        }
        State now = present.get();
        if (rows.values().stream().anyMatch(row -> !row.was().isEmpty())) {
            return correct(now, rows);
        }
        State altered = altered(now, rows, false);
        if (altered.equals(now)) {
            faults.add(any, "territory.fault.nothing", now.fullName());
        } else if (now.from().equals(day)) {
            ground.replace(now, altered.since(day, document));
        } else {
            ground.replace(now, now.until(day), altered.since(day, document));
        }
        return false;
    }

    /** The gazetteer shows the result from its beginning: before the effective day it was otherwise. */
    private boolean correct(State now, Map<What, Change> rows) {
        Change any = rows.values().iterator().next();
        if (!now.open() || !altered(now, rows, false).equals(now)) {
            faults.add(any, "territory.fault.was", now.fullName());
            return false;
        }
        ground.replace(now, altered(now, rows, true).until(day), now.since(day, document));
        return true;
    }

    private State altered(State state, Map<What, Change> rows, boolean back) {
        State altered = state;
        if (rows.containsKey(What.RENAME)) {
            Change row = rows.get(What.RENAME);
            altered = altered.called(altered.kind(), back ? row.was() : row.name());
        }
        if (rows.containsKey(What.CHANGE_KIND)) {
            Change row = rows.get(What.CHANGE_KIND);
            String kind = back ? row.was() : row.kind();
            if (UnitKind.of(kind).filter(known -> known.level().equals(state.level())).isEmpty()) {
                faults.add(row, "territory.fault.kind-level", kind, state.fullName());
            } else {
                altered = altered.called(kind, altered.name());
            }
        }
        if (rows.containsKey(What.CHANGE_PARENT)) {
            Change row = rows.get(What.CHANGE_PARENT);
            Optional<State> parent = finding.fresh(row, back ? row.was() : row.parent());
            if (parent.isPresent() && fits(row, state.level(), parent.get(), faults)) {
                altered = altered.under(parent.get().place());
            }
        }
        return altered;
    }

    /** A parent stands on a higher level: that alone keeps circles out. */
    static boolean fits(Change change, String level, State parent, Faults faults) {
        boolean fits = switch (level) {
            case "province" -> parent.level().equals("nation");
            case "district" -> parent.level().equals("province");
            default -> parent.level().equals("province") || parent.level().equals("district");
        };
        if (!fits) {
            faults.add(change, "territory.fault.parent", parent.fullName());
        }
        return fits;
    }
}
