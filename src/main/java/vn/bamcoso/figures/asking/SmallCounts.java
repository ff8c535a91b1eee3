package vn.bamcoso.figures.asking;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.bamcoso.figures.Answer;
import vn.bamcoso.figures.Answer.Cell;
import vn.bamcoso.figures.Answer.Kind;
import vn.bamcoso.figures.Answer.Line;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Level;

/**
 * Hides counts of 1 to 4 people outside the force from those outside the area's chain, and one more cell of the same province
 * where its total would otherwise give the hidden one away. In the chain of a place are those who hold a grant for it, for
 * its province, or who may write for the whole field, since its reports go through their hands. A part of such a count (women,
 * one title …) is not shown outside the chain at all: taken from the whole it would give the other parts away.
 */
final class SmallCounts {
    private static final BigDecimal FOUR = BigDecimal.valueOf(4);
    private final Scope scope;
    private final MapOfDay map;

    SmallCounts(Scope scope, MapOfDay map) {
        this.scope = scope;
        this.map = map;
    }

    Answer hide(Answer answer) {
        if (answer.indicators().stream().noneMatch(Indicator::smallCounts)) {
            return answer;
        }
        List<Cell[]> cells = new ArrayList<>();
        answer.lines().forEach(line -> cells.add(line.cells().toArray(Cell[]::new)));
        Cell[] total = answer.total() == null ? new Cell[0] : answer.total().cells().toArray(Cell[]::new);
        int periods = answer.periods().size();
        for (int i = 0; i < answer.indicators().size(); i++) {
            Indicator indicator = answer.indicators().get(i);
            if (indicator.smallCounts()) {
                for (int column = i * periods; column < (i + 1) * periods; column++) {
                    hide(answer, indicator, cells, total, column);
                }
            }
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            Line line = answer.lines().get(i);
            lines.add(new Line(line.kind(), line.spot(), List.of(cells.get(i))));
        }
        Line whole = answer.total() == null ? null : new Line(Kind.TOTAL, answer.total().spot(), List.of(total));
        return new Answer(answer.question(), answer.indicators(), answer.periods(), answer.within(), whole, lines);
    }

    private void hide(Answer answer, Indicator indicator, List<Cell[]> cells, Cell[] total, int column) {
        Map<Integer, List<Integer>> groups = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            Line line = answer.lines().get(i);
            boolean outside = answer.question().outward() || !inChain(indicator.field(), line);
            if (outside && indicator.part() != null) {
                cells.get(i)[column] = hidden(cells.get(i)[column]);
            } else if (outside) {
                int group = line.spot().level().compareTo(Level.PROVINCE) > 0 ? line.spot().home() : 0;
                groups.computeIfAbsent(group, key -> new ArrayList<>()).add(i);
            }
        }
        for (List<Integer> group : groups.values()) {
            List<Integer> small = group.stream().filter(i -> small(cells.get(i)[column])).toList();
            small.forEach(i -> cells.get(i)[column] = hidden(cells.get(i)[column]));
            if (small.size() == 1) {
                group.stream().filter(i -> !small.contains(i) && cells.get(i)[column].value() != null)
                        .min(Comparator.comparing((Integer i) -> cells.get(i)[column].value().signum() == 0)
                                .thenComparing(i -> cells.get(i)[column].value())
                                .thenComparing(i -> answer.lines().get(i).spot().id()))
                        .ifPresent(i -> cells.get(i)[column] = hidden(cells.get(i)[column]));
            }
        }
        if (total.length > 0 && (indicator.part() != null || small(total[column])) && (answer.question().outward() || !inChain(indicator.field(), answer.total()))) {
            total[column] = hidden(total[column]);
        }
    }

    private boolean inChain(short field, Line line) {
        if (scope.writesNation(field)) {
            return true;
        }
        var spot = line.spot();
        return switch (spot.level()) {
            case NATION -> false;
            case PROVINCE -> scope.homesOnly(field, home -> map.provinceOfHome(home) == spot.id());
            case DISTRICT, COMMUNE -> scope.homesOnly(field, home -> home == spot.home()) || scope.ofPlaceItself(field, spot.id());
        };
    }

    private static boolean small(Cell cell) {
        return cell.value() != null && cell.value().signum() > 0 && cell.value().compareTo(FOUR) <= 0;
    }

    private static Cell hidden(Cell cell) {
        return new Cell(null, cell.reported(), cell.expected(), cell.mark(), true, null, null, cell.from(), cell.to());
    }
}
