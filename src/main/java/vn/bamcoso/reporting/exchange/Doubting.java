package vn.bamcoso.reporting.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
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
    /** As many at a time, each with a connection of its own. */
    private static final int SIDE_BY_SIDE = 3;

    private final Known known;
    private final Pivot pivot;
    private final Indicators indicators;

    Doubting(Known known, Pivot pivot, Indicators indicators) {
        this.known = known;
        this.pivot = pivot;
        this.indicators = indicators;
    }

    /** @param within the area of who brings the file */
    @Transactional(readOnly = true)
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
        CurrentUser user = CurrentUser.require();
        List<CompletableFuture<List<Plan.Doubt>>> parts = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(SIDE_BY_SIDE)) {
            for (int from = 0; from < codes.size(); from += AT_ONCE) {
                List<String> some = codes.subList(from, Math.min(from + AT_ONCE, codes.size()));
                parts.add(CompletableFuture.supplyAsync(() -> user.call(() -> some(some, periods, last.isPresent(), year.isPresent(), plan, within)), threads));
            }
        }
        return parts.stream().flatMap(part -> part.join().stream()).sorted(Comparator.comparingInt(Plan.Doubt::row)).toList();
    }

    private List<Plan.Doubt> some(List<String> codes, List<Period> periods, boolean last, boolean year, Plan plan, Place within) {
        List<Plan.Doubt> doubts = new ArrayList<>();
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
        return doubts;
    }

    Optional<String> sentence(Plan.Doubt doubt, Texts texts) {
        return sentence(doubt, indicators.require(doubt.indicator()), texts);
    }

    private static Optional<String> sentence(Plan.Doubt doubt, Indicator indicator, Texts texts) {
        return Doubts.told(indicator, doubt.value(), doubt.last(), doubt.lastYear(), Period.parse(doubt.lastPeriod()).phrase(texts.locale()), texts);
    }
}
