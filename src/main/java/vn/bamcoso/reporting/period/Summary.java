package vn.bamcoso.reporting.period;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.calendar.PeriodKind;
import vn.bamcoso.calendar.PeriodRule;
import vn.bamcoso.documents.numbers.Change;
import vn.bamcoso.figures.Answer;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Level;
import vn.bamcoso.figures.Pivot;
import vn.bamcoso.figures.Question;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.territory.Place;

/** A form filled in by an area: what was approved within the period, since the beginning of the year, in the same period last year, and the difference. */
@Component
public class Summary {
    private final Pivot pivot;

    Summary(Pivot pivot) {
        this.pivot = pivot;
    }

    /**
     * @param group heading above it, null when it is that of the row before
     * @param cumulative since the beginning of the period's year; of a state the same as now
     * @param change against the same period last year; empty when one of them is missing
     * @param rest of a broken-down line: what its parts do not explain, null when nothing
     */
    public record Row(
            @Nullable String group, String indicator, String label, String unit, boolean part, Answer.Cell now, @Nullable BigDecimal cumulative, @Nullable BigDecimal lastYear,
            Optional<Change> change, @Nullable BigDecimal rest) {}

    /** @param since the days that the cumulative column counts; null when it would say the same as the period */
    public record Table(Form form, Form.Version version, Place within, Period period, @Nullable Period since, @Nullable Period lastYear, List<Row> rows) {}

    @Transactional(readOnly = true)
    public Table of(Form form, Form.Version version, Place within, Period period, Texts texts) {
        Period since = since(period).filter(span -> !span.start().equals(period.start())).orElse(null);
        Period lastYear = period.samePeriodLastYear().orElse(null);
        List<Period> periods = new ArrayList<>(List.of(period));
        if (since != null) {
            periods.add(since);
        }
        if (lastYear != null) {
            periods.add(lastYear);
        }
        List<String> codes = version.lines().stream().map(Form.Line::indicator).toList();
        Answer answer = pivot.ask(new Question(codes, periods, within.level().equals("nation") ? Level.PROVINCE : Level.COMMUNE, within.key(), period.end()));
        List<Row> rows = new ArrayList<>();
        String group = "";
        for (int i = 0; i < codes.size(); i++) {
            Form.Line line = version.lines().get(i);
            Indicator indicator = answer.indicators().get(i);
            Answer.Cell now = answer.total(i, 0);
            BigDecimal cumulative = since == null ? null : indicator.overTime() == Indicator.OverTime.SUM ? answer.total(i, 1).value() : now.value();
            BigDecimal before = lastYear == null ? null : answer.total(i, periods.size() - 1).value();
            rows.add(new Row(
                    group.equals(line.group(texts)) ? null : line.group(texts), line.indicator(), line.label(texts) == null ? indicator.name(texts.locale()) : line.label(texts),
                    indicator.unit(texts.locale()), indicator.part() != null, now, cumulative, before, Change.of(now.value(), before), rest(i, codes, answer)));
            group = line.group(texts);
        }
        return new Table(form, version, within, period, since, lastYear, rows);
    }

    /** From the first day of the year in which the period lies, by its own rule, to its end. */
    static Optional<Period> since(Period period) {
        return period.kind().regular() && period.rule().offers(PeriodKind.YEAR)
                ? period.rule().containing(PeriodKind.YEAR, period.end()).map(year -> Period.span(year.start(), period.end()))
                : period.kind() == PeriodKind.WEEK || period.kind() == PeriodKind.DAY ? PeriodRule.CALENDAR.containing(PeriodKind.YEAR, period.end()).map(year -> Period.span(year.start(), period.end())) : Optional.empty();
    }

    private static @Nullable BigDecimal rest(int whole, List<String> codes, Answer answer) {
        BigDecimal value = answer.total(whole, 0).value();
        String dimension = null;
        BigDecimal sum = null;
        for (int i = 0; i < codes.size(); i++) {
            Indicator.Part part = answer.indicators().get(i).part();
            if (part != null && part.base().equals(codes.get(whole)) && (dimension == null || dimension.equals(part.dimension()))) {
                dimension = part.dimension();
                BigDecimal one = answer.total(i, 0).value();
                sum = one == null ? sum : sum == null ? one : sum.add(one);
            }
        }
        return value == null || sum == null || value.compareTo(sum) == 0 ? null : value.subtract(sum);
    }
}
