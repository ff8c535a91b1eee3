package vn.bamcoso.territory.restructuring;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Shares that sum to one, successors that do not end themselves, and no circle among them. */
final class Successions {
    private final Ground ground;
    private final LocalDate day;
    private final Faults faults;

    Successions(Ground ground, LocalDate day, Faults faults) {
        this.ground = ground;
        this.day = day;
        this.faults = faults;
    }

    void check(Map<Integer, List<Edge>> edges, Map<Integer, Integer> rows) {
        edges.forEach((place, steps) -> {
            BigDecimal sum = steps.stream().map(step -> step.share() == null ? BigDecimal.ONE : step.share()).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (sum.compareTo(BigDecimal.ONE) != 0) {
                faults.add(rows.get(place), "territory.fault.sum", name(place), sum.movePointRight(2).stripTrailingZeros().toPlainString());
            }
            if (steps.stream().map(Edge::successor).distinct().count() < steps.size()) {
                faults.add(rows.get(place), "territory.fault.same-successor", name(place));
            }
            for (Edge step : steps) {
                if (step.successor() != null && edges.containsKey(step.successor())) {
                    List<Integer> circle = circle(place, edges);
                    if (circle.isEmpty()) {
                        faults.add(rows.get(place), "territory.fault.successor-ends", name(place), name(step.successor()));
                    } else {
                        faults.add(rows.get(place), "territory.fault.cycle", String.join(" → ", circle.stream().map(this::name).toList()));
                    }
                    break;
                }
            }
        });
    }

    /** The way from a place through its successors back to itself; empty when there is none. */
    private List<Integer> circle(int start, Map<Integer, List<Edge>> edges) {
        var way = new ArrayList<>(List.of(start));
        return walk(start, start, edges, way, new HashSet<>()) ? way : List.of();
    }

    private boolean walk(int at, int goal, Map<Integer, List<Edge>> edges, List<Integer> way, HashSet<Integer> seen) {
        for (Edge step : edges.getOrDefault(at, List.of())) {
            if (step.successor() == null || !seen.add(step.successor())) {
                continue;
            }
            way.add(step.successor());
            if (step.successor() == goal || walk(step.successor(), goal, edges, way, seen)) {
                return true;
            }
            way.removeLast();
        }
        return false;
    }

    private String name(int place) {
        return ground.on(place, day.minusDays(1)).or(() -> ground.of(place).stream().findFirst()).map(State::fullName).orElse("");
    }
}
