package vn.bamcoso.territory.restructuring;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What must be true of the ground afterwards: no child without a parent on any day, no code borne twice on one day. */
final class Checks {
    private final Ground ground;
    private final Faults faults;
    private final Map<String, Integer> rowOfCode;

    Checks(Ground ground, List<Change> changes, Faults faults) {
        this.ground = ground;
        this.faults = faults;
        this.rowOfCode = changes.stream().filter(change -> !change.code().isEmpty()).collect(Collectors.toMap(Change::code, Change::row, (first, second) -> second));
    }

    void check(Set<Integer> touched) {
        var concerned = new LinkedHashSet<>(touched);
        touched.forEach(place -> concerned.addAll(ground.everUnder(place)));
        for (int place : concerned) {
            ground.of(place).stream().filter(state -> state.parent() != null).forEach(this::parent);
        }
        touched.stream().flatMap(place -> ground.of(place).stream()).collect(Collectors.toMap(state -> state.level() + state.code(), state -> state, (first, second) -> first)).values().forEach(this::code);
    }

    /** On every day of the state its parent must be there. */
    private void parent(State state) {
        LocalDate day = state.from();
        while (day.isBefore(state.to())) {
            LocalDate at = day;
            Optional<State> above = ground.of(state.parent()).stream().filter(parent -> parent.holdsOn(at)).findFirst();
            if (above.isEmpty()) {
                faults.add(rowOfCode.getOrDefault(state.code(), 0), "territory.fault.orphan", state.fullName(), ground.of(state.parent()).stream().reduce((a, b) -> b).map(State::fullName).orElse("?"), at);
                return;
            }
            day = above.get().to();
        }
    }

    private void code(State state) {
        List<State> bearers = ground.everBearing(state.level(), state.code()).distinct().sorted(java.util.Comparator.comparing(State::from)).toList();
        for (int i = 1; i < bearers.size(); i++) {
            if (bearers.get(i).from().isBefore(bearers.get(i - 1).to())) {
                faults.add(rowOfCode.getOrDefault(state.code(), 0), "territory.fault.code-twice", state.code(), bearers.get(i).from(), bearers.get(i - 1).fullName(), bearers.get(i).fullName());
                return;
            }
        }
    }
}
