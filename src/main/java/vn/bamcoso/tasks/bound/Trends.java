package vn.bamcoso.tasks.bound;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.figures.Answer;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Indicators;
import vn.bamcoso.figures.Level;
import vn.bamcoso.figures.Pivot;
import vn.bamcoso.figures.Question;
import vn.bamcoso.tasks.Task;

/** Asks the figures for all places of a task at once: the latest value, the one about four weeks before it, and the one on the day of issue. */
@Component
class Trends {
    private static final int WEEKS_BACK = 28;

    private final Pivot pivot;
    private final Indicators indicators;

    Trends(Pivot pivot, Indicators indicators) {
        this.pivot = pivot;
        this.indicators = indicators;
    }

    /** The value of each place of this level today, by the place's id. */
    Map<Integer, Answer.Cell> values(Task task, String level, LocalDate today) {
        return ask(task, level, flow(task) ? Period.span(Objects.requireNonNull(task.issuedOn()), today) : Period.asOf(today), today);
    }

    /**
     * The trends of places that have at least two values.
     *
     * @param values as {@link #values} gave them
     * @param dues the date of each place's share
     */
    Map<Integer, Trend> of(Task task, String level, Map<Integer, Answer.Cell> values, Map<Integer, LocalDate> dues, LocalDate today) {
        LocalDate issued = Objects.requireNonNull(task.issuedOn());
        LocalDate latest = values.values().stream().map(Answer.Cell::to).filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(issued);
        LocalDate back = latest.minusDays(WEEKS_BACK).isBefore(issued) ? issued : latest.minusDays(WEEKS_BACK);
        boolean flow = flow(task);
        Map<Integer, Answer.Cell> before = ask(task, level, flow ? Period.span(issued, back) : Period.asOf(back), today);
        Map<Integer, Answer.Cell> begun = flow ? Map.of() : ask(task, level, Period.asOf(issued), today);
        Map<Integer, Trend> trends = new HashMap<>();
        dues.forEach((place, due) -> {
            Trend trend = trend(task, flow, due, values.get(place), before.get(place), begun.get(place));
            if (trend != null) {
                trends.put(place, trend);
            }
        });
        return trends;
    }

    private static @Nullable Trend trend(Task task, boolean flow, LocalDate due, Answer.@Nullable Cell now, Answer.@Nullable Cell before, Answer.@Nullable Cell begun) {
        LocalDate issued = Objects.requireNonNull(task.issuedOn());
        if (now == null || now.value() == null || now.to() == null) {
            return null;
        }
        boolean none = before == null || before.value() == null || before.to() == null;
        if (none && !flow) {
            return null;
        }
        LocalDate beforeOn = none ? issued : before.to();
        if (!beforeOn.isBefore(now.to())) {
            return null;
        }
        java.math.BigDecimal zero = java.math.BigDecimal.ZERO;
        return new Trend(Objects.requireNonNull(task.target()), "at_most".equals(task.comparison()), issued, due, flow ? zero : begun == null ? null : begun.value(), now.to(), now.value(), beforeOn, none ? zero : before.value());
    }

    private boolean flow(Task task) {
        return indicators.require(Objects.requireNonNull(task.indicator())).overTime() == Indicator.OverTime.SUM;
    }

    private Map<Integer, Answer.Cell> ask(Task task, String level, Period period, LocalDate today) {
        Answer answer = pivot.ask(new Question(List.of(Objects.requireNonNull(task.indicator())), List.of(period), Level.valueOf(level.toUpperCase(Locale.ROOT)), null, today));
        Map<Integer, Answer.Cell> cells = new HashMap<>();
        List<Answer.Line> lines = new ArrayList<>(answer.lines());
        if (level.equals("nation") && answer.total() != null) {
            lines.add(answer.total());
        }
        lines.stream().filter(line -> line.kind() == Answer.Kind.PLACE || line.kind() == Answer.Kind.TOTAL).forEach(line -> cells.put(line.spot().id(), answer.cell(line, 0, 0)));
        return cells;
    }
}
