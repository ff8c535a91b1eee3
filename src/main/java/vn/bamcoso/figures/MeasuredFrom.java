package vn.bamcoso.figures;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.VietnamTime;

/**
 * From which day on an indicator that people have typed is counted from records. Earlier days stay as they were reported; a
 * question known before the change is answered as it was answered then; figures of the covered days are refused from now on.
 */
@Component
public class MeasuredFrom {
    private final JdbcClient jdbc;
    private final Indicators indicators;
    private final Trail trail;
    private final Clock clock;
    private final Set<String> measurable = new TreeSet<>();

    MeasuredFrom(JdbcClient jdbc, Indicators indicators, Trail trail, Clock clock, List<Measure> measures) {
        this.jdbc = jdbc;
        this.indicators = indicators;
        this.trail = trail;
        this.clock = clock;
        measures.forEach(measure -> measurable.addAll(measure.codes()));
    }

    public boolean may(CurrentUser user) {
        return user.id() == 0 || user.has("ministry_office");
    }

    /**
     * @param from first day that the records cover; null: back to what is reported
     * @throws Problem forbidden; refused when no room counts the indicator, when it is never typed, or when the day is to come
     */
    @Transactional
    public void set(String code, @Nullable LocalDate from) {
        set(code, from, clock.instant());
    }

    /** @param since moment of the change; only the demonstration may look back */
    @Transactional
    public void set(String code, @Nullable LocalDate from, Instant since) {
        if (!may(CurrentUser.require())) {
            throw Problem.forbidden("figures.definition.problem.not-yours");
        }
        Indicator before = indicators.byCode(code).orElseThrow(Problem::notFound);
        if (before.origin() != Indicator.How.ENTERED || !measurable.contains(code)) {
            throw Problem.refused("figures.problem.no-records", before.nameVi());
        }
        if (from != null && from.isAfter(VietnamTime.today(clock))) {
            throw Problem.refused("figures.problem.records-to-come", from);
        }
        jdbc.sql("update figures.indicator set measured_from = :from, measured_since = :since, version = version + 1 where code = :code")
                .param("from", from, Types.DATE)
                .param("since", from == null ? null : Timestamp.from(since), Types.TIMESTAMP)
                .param("code", code)
                .update();
        trail.write("figures.indicator.measured", "indicator:" + code,
                Map.of("from", String.valueOf(before.measuredFrom())), Map.of("from", String.valueOf(from), "since", since.toString()));
    }
}
