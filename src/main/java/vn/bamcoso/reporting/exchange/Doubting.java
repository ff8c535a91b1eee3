package vn.bamcoso.reporting.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.figures.Answer;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Indicators;
import vn.bamcoso.figures.Level;
import vn.bamcoso.figures.Pivot;
import vn.bamcoso.figures.Question;
import vn.bamcoso.reporting.entry.Doubts;
import vn.bamcoso.reporting.entry.Known;
import vn.bamcoso.territory.Place;

/** Which values of a file jump from what the same place reported before: told to whoever brings it, before anything is recorded. */
@Component
class Doubting {
    private final Known known;
    private final Pivot pivot;
    private final Indicators indicators;

    Doubting(Known known, Pivot pivot, Indicators indicators) {
        this.known = known;
        this.pivot = pivot;
        this.indicators = indicators;
    }

    /** @param within the area of who brings the file */
    List<Plan.Doubt> of(Plan plan, Place within) {
        Brought brought = plan.brought();
        Optional<Period> last = known.before(brought.form(), brought.period());
        Optional<Period> year = brought.period().samePeriodLastYear().filter(period -> !last.equals(Optional.of(period)));
        List<Period> periods = new ArrayList<>();
        last.ifPresent(periods::add);
        year.ifPresent(periods::add);
        List<String> codes = brought.given();
        if (periods.isEmpty() || codes.isEmpty() || plan.steps().isEmpty()) {
            return List.of();
        }
        Answer answer = pivot.ask(new Question(codes, periods, Level.of(brought.form().level()).orElse(Level.COMMUNE), within.key(), brought.period().end()));
        Map<Integer, Answer.Line> lines = new HashMap<>();
        answer.lines().stream().filter(line -> line.kind() == Answer.Kind.PLACE).forEach(line -> lines.put(line.spot().id(), line));
        Map<String, Indicator> catalogue = indicators.byCode();
        List<Plan.Doubt> doubts = new ArrayList<>();
        for (Plan.Step step : plan.steps()) {
            Answer.Line line = lines.get(step.row().place().id());
            if (line != null) {
                step.row().values().forEach((code, value) -> {
                    int at = codes.indexOf(code);
                    BigDecimal before = last.isPresent() ? answer.cell(line, at, 0).value() : null;
                    BigDecimal lastYear = year.isPresent() ? answer.cell(line, at, periods.size() - 1).value() : null;
                    var doubt = new Plan.Doubt(step.row().number(), step.row().place().fullName(), code, value, before, lastYear, periods.getFirst().code());
                    if (Plan.differs(step.before().get(code), value) && sentence(doubt, catalogue.get(code), Texts.vi()).isPresent()) {
                        doubts.add(doubt);
                    }
                });
            }
        }
        return doubts;
    }

    Optional<String> sentence(Plan.Doubt doubt, Texts texts) {
        return sentence(doubt, indicators.require(doubt.indicator()), texts);
    }

    private static Optional<String> sentence(Plan.Doubt doubt, Indicator indicator, Texts texts) {
        return Doubts.told(indicator, doubt.value(), doubt.last(), doubt.lastYear(), Period.parse(doubt.lastPeriod()).phrase(texts.locale()), texts);
    }
}
