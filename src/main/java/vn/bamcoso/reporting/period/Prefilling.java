package vn.bamcoso.reporting.period;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.figures.Answer;
import vn.bamcoso.figures.Level;
import vn.bamcoso.figures.Pivot;
import vn.bamcoso.figures.Question;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.territory.Place;

/**
 * A report for a longer period begins with what the approved shorter ones make of it: a flow from all its months or quarters, a
 * state from the last of them. What a shorter period lacks is left empty, to be asked; nothing is estimated.
 */
@Component
public class Prefilling {
    private final JdbcClient jdbc;
    private final Pivot pivot;
    private final Trail trail;
    private final Clock clock;

    Prefilling(JdbcClient jdbc, Pivot pivot, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.pivot = pivot;
        this.trail = trail;
        this.clock = clock;
    }

    /** Fills in a draft that was just opened. @return how many cells */
    @Transactional(propagation = Propagation.MANDATORY)
    public int fill(long submission, Form form, Form.Version version, Period period, Place place) {
        if (!period.kind().regular() || period.kind() == version.kinds().getFirst()) {
            return 0;
        }
        Map<String, BigDecimal> known = known(version.asked().stream().map(Form.Line::indicator).toList(), period, place, Level.of(form.level()).orElse(Level.COMMUNE));
        known.forEach((indicator, value) -> jdbc.sql("""
                        insert into reporting.draft_cell (submission_id, indicator, field, home, place_id, value, version, changed_by, changed_at)
                        values (:id, :indicator, :field, :home, :place, :value, 1, 0, :now) on conflict do nothing""")
                .param("id", submission)
                .param("indicator", indicator)
                .param("field", form.field())
                .param("home", place.home())
                .param("place", place.id())
                .param("value", value)
                .param("now", Timestamp.from(clock.instant()))
                .update());
        if (!known.isEmpty()) {
            trail.write("reporting.submission.prefilled", "submission:" + submission, null, Map.of("period", period.code(), "cells", known));
        }
        return known.size();
    }

    /** What the shorter periods make of this one, of those indicators for which none of them is missing. */
    @Transactional(readOnly = true)
    public Map<String, BigDecimal> known(List<String> indicators, Period period, Place place, Level level) {
        Map<String, BigDecimal> known = new TreeMap<>();
        if (indicators.isEmpty()) {
            return known;
        }
        Answer answer = pivot.ask(new Question(indicators, List.of(period), level, place.key(), period.end()));
        for (int i = 0; i < indicators.size(); i++) {
            Answer.Cell cell = answer.total(i, 0);
            if (cell.value() != null && cell.reported() > 0 && cell.complete()) {
                known.put(answer.indicators().get(i).code(), cell.value());
            }
        }
        return known;
    }
}
