package vn.bamcoso.figures.statement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.figures.Answer;
import vn.bamcoso.figures.Answer.Cell;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Indicators;
import vn.bamcoso.figures.Level;
import vn.bamcoso.figures.Pivot;
import vn.bamcoso.figures.Question;

/**
 * Lays each statement beside the figure as it is known now. Every statement is checked by itself, by the word before its
 * number; two statements are shown together only when they speak of the same indicator, place and period, and none is ever
 * added to or compared with another. Asks outside any transaction: a question that is refused leaves the others alone.
 */
@Component
class StatementCheck {
    private final Pivot pivot;
    private final Indicators indicators;

    StatementCheck(Pivot pivot, Indicators indicators) {
        this.pivot = pivot;
        this.indicators = indicators;
    }

    private record Spot(String placeKey, String level, @Nullable Period period, LocalDate mapDay) {
        static Spot of(Statement statement) {
            return new Spot(statement.placeKey(), statement.placeLevel(), statement.period(), statement.mapDay());
        }
    }

    List<Checked> all(List<Statement> statements, Locale locale) {
        Map<String, Indicator> catalogue = indicators.byCode();
        Map<Spot, List<Statement>> together = new LinkedHashMap<>();
        statements.forEach(one -> together.computeIfAbsent(Spot.of(one), spot -> new ArrayList<>()).add(one));
        Map<Integer, Cells> cells = new HashMap<>();
        together.forEach((spot, some) -> some.forEach(one -> cells.put(one.id(), new Cells(null, null))));
        together.forEach((spot, some) -> ask(spot, some, catalogue, cells));
        List<Checked> checked = new ArrayList<>();
        for (Statement one : statements) {
            Indicator indicator = Indicators.require(catalogue, one.indicator());
            Cells found = cells.get(one.id());
            Judgement.Of judged = Judgement.of(one, indicator, found.own, found.target, locale);
            List<Statement> others = statements.stream().filter(one::sameFact).toList();
            checked.add(new Checked(one, indicator, judged.holds(), found.own, judged.sentence(), others));
        }
        return checked;
    }

    /** @param target of an indicator that counts the days to a deadline: the cell of the target, whose day is the deadline */
    private record Cells(@Nullable Cell own, @Nullable Cell target) {}

    /** One question for all statements about a place and a period; one by one when it is refused because one of them is out of scope. */
    private void ask(Spot spot, List<Statement> some, Map<String, Indicator> catalogue, Map<Integer, Cells> cells) {
        if (spot.period == null) {
            return;
        }
        List<String> codes = new ArrayList<>();
        some.forEach(one -> {
            codes.add(one.indicator());
            String target = Judgement.targetOf(Indicators.require(catalogue, one.indicator()));
            if (target != null) {
                codes.add(target);
            }
        });
        try {
            var distinct = codes.stream().distinct().toList();
            Answer answer = pivot.ask(new Question(distinct, List.of(spot.period), Level.of(spot.level).orElseThrow(), spot.placeKey, spot.mapDay));
            for (Statement one : some) {
                String target = Judgement.targetOf(catalogue.get(one.indicator()));
                cells.put(one.id(), new Cells(answer.total(distinct.indexOf(one.indicator()), 0), target == null ? null : answer.total(distinct.indexOf(target), 0)));
            }
        } catch (Problem refused) {
            if (some.size() > 1) {
                some.forEach(one -> ask(spot, List.of(one), catalogue, cells));
            }
        }
    }
}
