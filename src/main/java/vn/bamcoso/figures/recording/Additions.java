package vn.bamcoso.figures.recording;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Level;
import vn.bamcoso.figures.NewFigure;
import vn.bamcoso.figures.Origin;

/**
 * What a province adds to its communes' figures. It is kept as a figure of the province under a negative breakdown, so that it has an origin, a
 * history and a place in every sum of the area, and is never taken for a commune's report.
 */
@Component
public class Additions {
    private final JdbcClient jdbc;
    private final PeriodIds periodIds;
    private final Clock clock;

    Additions(JdbcClient jdbc, PeriodIds periodIds, Clock clock) {
        this.jdbc = jdbc;
        this.periodIds = periodIds;
        this.clock = clock;
    }

    /** A value that is null takes back what was added before. @param indicators finds an indicator, whole or a part, by its code */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Origin origin, List<NewFigure> additions, Function<String, Optional<Indicator>> indicators) {
        List<Problem.Fault> faults = new ArrayList<>();
        for (NewFigure one : additions) {
            Indicator indicator = indicators.apply(one.indicator()).orElseThrow(Problem::notFound);
            boolean counted = indicator.measured(one.period().end(), null);
            if (counted || !indicator.additive() || indicator.collectedAt() != Level.COMMUNE) {
                faults.add(new Problem.Fault(one.indicator(), counted ? "figures.problem.measured" : "figures.problem.not-additive", indicator.nameVi(), "", one.period().end()));
            }
        }
        if (!faults.isEmpty()) {
            throw Problem.refused("figures.problem.refused", faults, faults.size());
        }
        Timestamp now = Timestamp.from(Instant.now(clock));
        Map<Period, Integer> ids = periodIds.forRecording(additions.stream().map(NewFigure::period).distinct().toList());
        ids.forEach((period, id) -> jdbc.sql("insert into figures.period (id, code, kind, starts_on, ends_on) values (:id, :code, :kind, cast(:start as date), :end) on conflict do nothing")
                .param("id", id).param("code", period.code()).param("kind", period.kind().id()).param("start", BulkLoad.startOf(period)).param("end", period.end()).update());
        int originId = jdbc.sql("insert into figures.origin (kind, ref, recorded_by, recorded_at, note) values (:kind, :ref, :user, :now, :note) returning id")
                .param("kind", origin.kind()).param("ref", origin.ref()).param("user", CurrentUser.require().id()).param("now", now).param("note", origin.note()).query(Integer.class).single();
        for (NewFigure one : additions) {
            Indicator indicator = indicators.apply(one.indicator()).orElseThrow();
            short breakdown = (short) (-1 - indicator.breakdown());
            if (one.value() == null) {
                jdbc.sql("""
                                update figures.figure set value = null, origin_id = :origin, known_from = greatest(:now, known_from + interval '1 microsecond')
                                where period_id = :period and indicator_id = :indicator and place_id = :place and breakdown = :breakdown and value is not null""")
                        .param("origin", originId).param("now", now).param("period", ids.get(one.period())).param("indicator", indicator.id()).param("place", one.placeId()).param("breakdown", breakdown).update();
                continue;
            }
            int kept = jdbc.sql("""
                            insert into figures.figure as f (indicator_id, breakdown, period_id, home, place_id, field, value, origin_id, known_from)
                            select :indicator, :breakdown, :period, p.home, p.place_id, :field, :value, :origin, :now
                            from territory.pub_place p where p.place_id = :place and p.level = 'province' and p.valid_from <= :end and :end < p.valid_to
                            on conflict (period_id, indicator_id, home, place_id, breakdown) do update
                            set value = excluded.value, origin_id = excluded.origin_id, known_from = greatest(excluded.known_from, f.known_from + interval '1 microsecond')""")
                    .param("indicator", indicator.id()).param("breakdown", breakdown).param("period", ids.get(one.period())).param("field", indicator.field())
                    .param("value", one.value()).param("origin", originId).param("now", now).param("place", one.placeId()).param("end", one.period().end()).update();
            if (kept == 0) {
                throw Problem.refused("figures.problem.not-alive", indicator.nameVi(), "", one.period().end());
            }
        }
    }
}
