package vn.bamcoso.reporting.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.figures.Figures;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Lot;
import vn.bamcoso.figures.NewFigure;
import vn.bamcoso.figures.Origin;
import vn.bamcoso.identity.Grants;
import vn.bamcoso.reporting.submission.Desk;
import vn.bamcoso.territory.Place;

/**
 * Figures that come without a form, from a role that may approve. Those of one place and period make one report of kind import;
 * what comes again later is its next revision, and what comes again unchanged changes nothing.
 */
@Component
class LooseFigures {
    private final LooseReports reports;
    private final Figures figures;
    private final Grants grants;
    private final Trail trail;

    LooseFigures(LooseReports reports, Figures figures, Grants grants, Trail trail) {
        this.reports = reports;
        this.figures = figures;
        this.grants = grants;
        this.trail = trail;
    }

    /** @param where how the sender knows the row */
    record Row(String where, Indicator indicator, Period period, Place place, BigDecimal value, @Nullable String remark) {}

    /** What one request brings. */
    record Act(CurrentUser by, List<Row> rows, @Nullable String reason) {
        boolean oneReport() {
            return rows.stream().allMatch(row -> row.place().id() == rows.getFirst().place().id() && row.period().equals(rows.getFirst().period()));
        }
    }

    record Made(long id, String place, String period, int revision) {}

    record Done(@Nullable Long importId, int total, int recorded, int unchanged, List<Made> submissions) {}

    /** Where a role that may approve sits, so that the report belongs to an office. */
    private int office(CurrentUser user) {
        return grants.of(user).stream()
                .filter(grant -> Desk.PROVINCE.contains(grant.role()) || Desk.MINISTRY.contains(grant.role()))
                .findFirst()
                .orElseThrow(() -> Problem.forbidden("reporting.problem.not-your-act"))
                .officeId();
    }

    /** @throws Problem with a fault for each row that the figures refuse: then nothing is recorded */
    @Transactional
    Done record(List<Row> rows, @Nullable String reason) {
        Map<LooseReport, Lot> lots = new LinkedHashMap<>();
        Done done = keep(List.of(new Act(CurrentUser.require(), rows, reason)), lots).getFirst();
        List<String> where = lots.keySet().stream().flatMap(report -> report.rows().stream()).map(Row::where).toList();
        IntFunction<String> named = n -> n <= where.size() ? where.get(n - 1) : String.valueOf(n);
        if (lots.size() == 1 && lots.values().iterator().next() instanceof Lot(Origin origin, List<NewFigure> few, var now)) {
            figures.record(origin, few, now, named);
        } else {
            figures.recordLots(lots.values(), named, percent -> {});
        }
        return done;
    }

    /** What became of one act among several: it was recorded, or it was refused and so none of them is recorded yet. */
    record Outcome(Done done, Optional<Problem> refused) {}

    /**
     * Records the acts of one user, each with one report of its own. When one is refused, the caller takes all back and asks
     * again without it.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    List<Outcome> recordEach(List<Act> acts) {
        Map<LooseReport, Lot> lots = new LinkedHashMap<>();
        List<Done> done = keep(acts, lots);
        List<IntFunction<String>> where = acts.stream().map(act -> (IntFunction<String>) n -> act.rows().get(n - 1).where()).toList();
        List<Optional<Problem>> refused = figures.recordEach(List.copyOf(lots.values()), where);
        List<Outcome> outcomes = new ArrayList<>();
        done.forEach(each -> outcomes.add(new Outcome(each, refused.get(outcomes.size()))));
        return outcomes;
    }

    /** Reports, revisions and lines of the trail; the figures come last, since others wait for the sums that they change. */
    private List<Done> keep(List<Act> acts, Map<LooseReport, Lot> lots) {
        List<LooseReport> brought = LooseReport.of(acts);
        reports.keep(brought, office(acts.getFirst().by()));
        List<Done> done = new ArrayList<>();
        List<Trail.Line> lines = new ArrayList<>();
        for (Act act : acts) {
            List<LooseReport> own = brought.stream().filter(report -> report.act() == act).toList();
            int total = act.rows().size();
            int unchanged = own.stream().mapToInt(LooseReport::unchanged).sum();
            Long importId = own.stream().map(LooseReport::importId).filter(java.util.Objects::nonNull).findFirst().orElse(null);
            if (importId != null) {
                lines.add(new Trail.Line(act.by(), "reporting.import.recorded", "import:" + importId, null, Map.of("figures", total, "reports", own.size(), "unchanged", unchanged)));
            }
            own.forEach(report -> lots.put(report, new Lot(new Origin("submission", report.id(), report.rows().getFirst().remark()), report.figures(), null)));
            done.add(new Done(importId, total, total - unchanged, unchanged, own.stream().map(LooseReport::made).toList()));
        }
        trail.write(lines);
        return done;
    }
}
