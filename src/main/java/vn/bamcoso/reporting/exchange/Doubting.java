package vn.bamcoso.reporting.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
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
    /** Of ten thousand communes and two periods: half a million cells at a time. */
    private static final int AT_ONCE = 25;


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
        List<Plan.Doubt> doubts = new ArrayList<>();
        for (int from = 0; from < codes.size(); from += AT_ONCE) {
            some(codes.subList(from, Math.min(from + AT_ONCE, codes.size())), periods, last.isPresent(), year.isPresent(), plan, within, doubts);
        }
        doubts.sort(Comparator.comparingInt(Plan.Doubt::row));
        return doubts;
    }

    private void some(List<String> codes, List<Period> periods, boolean last, boolean year, Plan plan, Place within, List<Plan.Doubt> doubts) {
        Brought brought = plan.brought();
        Answer answer = pivot.ask(new Question(codes, periods, Level.of(brought.form().level()).orElse(Level.COMMUNE), within.key(), brought.period().end()));
        Map<Integer, Answer.Line> lines = new HashMap<>();
        answer.lines().stream().filter(line -> line.kind() == Answer.Kind.PLACE).forEach(line -> lines.put(line.spot().id(), line));
        Map<String, Indicator> catalogue = indicators.byCode();
        for (Plan.Step step : plan.steps()) {
            Answer.Line line = lines.get(step.row().place().id());
            for (int at = 0; line != null && at < codes.size(); at++) {
                String code = codes.get(at);
                BigDecimal value = step.row().values().get(code);
                BigDecimal before = last ? answer.cell(line, at, 0).value() : null;
                BigDecimal lastYear = year ? answer.cell(line, at, periods.size() - 1).value() : null;
                if (value == null || before == null && lastYear == null || !Plan.differs(step.before().get(code), value)) {
                    continue;
                }
                var doubt = new Plan.Doubt(step.row().number(), step.row().place().fullName(), code, value, before, lastYear, periods.getFirst().code());
                if (sentence(doubt, catalogue.get(code), Texts.vi()).isPresent()) {
                    doubts.add(doubt);
                }
            }
        }
    }

    Optional<String> sentence(Plan.Doubt doubt, Texts texts) {
        return sentence(doubt, indicators.require(doubt.indicator()), texts);
    }

    private static Optional<String> sentence(Plan.Doubt doubt, Indicator indicator, Texts texts) {
        return Doubts.told(indicator, doubt.value(), doubt.last(), doubt.lastYear(), Period.parse(doubt.lastPeriod()).phrase(texts.locale()), texts);
    }
}
