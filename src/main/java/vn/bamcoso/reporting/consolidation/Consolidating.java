package vn.bamcoso.reporting.consolidation;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.documents.numbers.NumberForm;
import vn.bamcoso.documents.numbers.Numerals;
import vn.bamcoso.figures.Figures;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Indicators;
import vn.bamcoso.figures.NewFigure;
import vn.bamcoso.figures.Origin;
import vn.bamcoso.identity.Grants;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.reporting.Forms;
import vn.bamcoso.reporting.entry.Edge;
import vn.bamcoso.reporting.submission.Desk;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** The way of a consolidated report: the province's staff writes it, its director signs and sends it, the ministry receives or returns it, also afterwards. */
@Component
public class Consolidating {
    private static final int LONGEST = 8000;

    private final JdbcClient jdbc;
    private final Consolidations store;
    private final Forms forms;
    private final Places places;
    private final Grants grants;
    private final Figures figures;
    private final Indicators indicators;
    private final Desk desk;
    private final Edge edge;
    private final Trail trail;
    private final Clock clock;

    Consolidating(JdbcClient jdbc, Consolidations store, Forms forms, Places places, Grants grants, Figures figures, Indicators indicators, Desk desk, Edge edge, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.forms = forms;
        this.places = places;
        this.grants = grants;
        this.figures = figures;
        this.indicators = indicators;
        this.desk = desk;
        this.edge = edge;
        this.trail = trail;
        this.clock = clock;
    }

    /** What the province adds to one line. */
    public record Addition(String indicator, String amount, String reason) {}

    /** @return its number, new or found. @throws Problem when the period is not over, or the user does not work for a province */
    @Transactional
    public long open(String formCode, Period period) {
        CurrentUser user = CurrentUser.require();
        Form form = forms.require(formCode);
        Form.Version version = forms.requireVersion(form, period);
        if (period.end().isAfter(desk.today())) {
            throw Problem.refused("reporting.problem.not-over", period.end());
        }
        Grants.Grant grant = grants.of(user).stream().filter(one -> Desk.PROVINCE.contains(one.role()) && one.placeId() != null && (one.field() == null || one.field() == form.field())).findFirst()
                .orElseThrow(() -> Problem.forbidden("reporting.problem.not-your-act"));
        Place place = places.byId(grant.placeId(), desk.today()).orElseThrow(Problem::notFound);
        var there = store.of(form.id(), period, place.id());
        if (there.isPresent()) {
            return there.get().id();
        }
        LocalDate due = version.chain().due("ministry", period, period.end()).or(() -> version.chain().due("provincial", period, period.end())).orElse(null);
        long id = jdbc.sql("""
                        insert into reporting.consolidation (form_id, form_version_id, period, period_end, office_id, place_id, home, field, status, due, drafted_by, drafted_at)
                        values (:form, :version, :period, :end, :office, :place, :home, :field, 'draft', :due, :user, :now) returning id""")
                .param("form", form.id()).param("version", version.id()).param("period", period.code()).param("end", period.end()).param("office", grant.officeId()).param("place", place.id())
                .param("home", place.home()).param("field", form.field()).param("due", due, Types.DATE).param("user", user.id()).param("now", now())
                .query(Long.class).single();
        trail.write("reporting.consolidation.opened", "consolidation:" + id, null, Map.of("form", form.code(), "period", period.code()));
        return id;
    }

    /** @throws Problem with a fault for each line that cannot be read, or differs from the sum without a reason */
    @Transactional
    public void save(long id, int seen, List<Addition> additions, String difficulties, String proposals, Texts texts) {
        Consolidation report = store.take(id, seen);
        desk.require(report.open() && at(report, Desk.PROVINCE));
        List<Problem.Fault> faults = new ArrayList<>();
        check("difficulties", difficulties, faults);
        check("proposals", proposals, faults);
        Form.Version version = forms.version(report.versionId());
        for (Addition one : additions) {
            Form.Line line = version.line(one.indicator()).orElseThrow(Problem::notFound);
            try {
                BigDecimal amount = one.amount().isBlank() ? BigDecimal.ZERO : Numerals.read(one.amount().strip().replace('\u2212', '-'), NumberForm.of(texts.locale()));
                if (amount.signum() != 0 && one.reason().isBlank()) {
                    throw Problem.refused("reporting.problem.difference-unexplained");
                }
                Indicator indicator = indicators.require(line.indicator());
                if (amount.signum() != 0 && (indicator.measured(report.period().end(), null) || !indicator.additive())) {
                    throw Problem.refused("reporting.problem.not-added-to", indicator.nameVi());
                }
                edge.check(one.reason());
                jdbc.sql("""
                                insert into reporting.consolidation_line (consolidation_id, indicator, home, field, place_id, addition, reason)
                                select id, :indicator, home, field, place_id, :amount, :reason from reporting.consolidation where id = :id
                                on conflict (consolidation_id, indicator) do update set addition = excluded.addition, reason = excluded.reason""")
                        .param("id", id).param("indicator", line.indicator()).param("amount", amount).param("reason", one.reason().isBlank() ? null : one.reason().strip(), Types.VARCHAR).update();
            } catch (Problem unreadable) {
                faults.add(new Problem.Fault(one.indicator(), unreadable.code(), unreadable.args()));
            }
        }
        if (!faults.isEmpty()) {
            throw Problem.refused("reporting.problem.cells", faults, faults.size());
        }
        jdbc.sql("update reporting.consolidation set difficulties = :difficulties, proposals = :proposals, drafted_by = :user, drafted_at = :now, version = version + 1 where id = :id")
                .param("difficulties", blank(difficulties), Types.VARCHAR).param("proposals", blank(proposals), Types.VARCHAR).param("user", CurrentUser.require().id()).param("now", now()).param("id", id).update();
        trail.write("reporting.consolidation.drafted", "consolidation:" + id, null, Map.of("additions", additions.stream().filter(one -> !one.amount().isBlank()).toList()));
    }

    private void check(String where, String words, List<Problem.Fault> faults) {
        try {
            if (words.length() > LONGEST) {
                throw Problem.refused("reporting.problem.words-long", LONGEST);
            }
            edge.check(words);
        } catch (Problem refused) {
            faults.add(new Problem.Fault(where, refused.code(), refused.args()));
        }
    }

    /** Freezes the sums as they stand. */
    @Transactional
    public void send(long id, int seen) {
        Consolidation report = store.take(id, seen);
        CurrentUser user = CurrentUser.require();
        desk.require(report.open() && at(report, java.util.Set.of("provincial_director")));
        boolean alone = !grants.othersAt(report.officeId(), user.id(), Desk.PROVINCE);
        if (user.id() == report.draftedBy() && !alone) {
            throw Problem.forbidden("reporting.problem.own-consolidation");
        }
        Consolidation.Whole whole = store.whole(report, Texts.vi());
        for (Consolidation.Line line : whole.lines()) {
            jdbc.sql("""
                            insert into reporting.consolidation_line (consolidation_id, indicator, home, field, place_id, sum, reported, expected)
                            select id, :indicator, home, field, place_id, :sum, :reported, :expected from reporting.consolidation where id = :id
                            on conflict (consolidation_id, indicator) do update set sum = excluded.sum, reported = excluded.reported, expected = excluded.expected""")
                    .param("id", id).param("indicator", line.indicator()).param("sum", line.sum(), Types.NUMERIC).param("reported", line.reported()).param("expected", line.expected()).update();
        }
        boolean late = report.late() || report.sentAt() == null && report.due() != null && desk.today().isAfter(report.due());
        jdbc.sql("""
                        update reporting.consolidation set status = 'sent', remark = null, sent_by = :user, sent_at = :now, late = :late, one_person = one_person or :onePerson, version = version + 1 where id = :id""")
                .param("user", user.id()).param("now", now()).param("late", late).param("onePerson", user.id() == report.draftedBy()).param("id", id).update();
        trail.write("reporting.consolidation.sent", "consolidation:" + id, null, Map.of("late", late));
    }

    /** By the ministry. @throws Problem when it is returned without a remark */
    @Transactional
    public void decide(long id, int seen, boolean received, @Nullable String remark) {
        Consolidation report = store.take(id, seen);
        CurrentUser user = CurrentUser.require();
        desk.require((report.status().equals("sent") || report.status().equals("received") && !received) && grants.of(user).stream().anyMatch(grant -> Desk.MINISTRY.contains(grant.role()) && (grant.field() == null || grant.field() == report.field())));
        if (!received && (remark == null || remark.isBlank())) {
            throw Problem.refused("reporting.problem.remark-needed");
        }
        edge.check(remark);
        String status = received ? "received" : "returned";
        String said = remark == null || remark.isBlank() ? null : remark.strip();
        jdbc.sql("update reporting.consolidation set status = :status, remark = :remark, decided_by = :user, decided_at = :now, version = version + 1 where id = :id")
                .param("status", status).param("remark", said, Types.VARCHAR).param("user", user.id()).param("now", now()).param("id", id).update();
        if (received) {
            count(report);
        }
        trail.write("reporting.consolidation." + status, "consolidation:" + id, null, said == null ? Map.of("status", status) : Map.of("status", status, "remark", said));
    }

    /** What the province added becomes its figures; what it added before and adds no more is taken back. */
    private void count(Consolidation report) {
        List<NewFigure> additions = new ArrayList<>();
        jdbc.sql("select indicator, addition, recorded from reporting.consolidation_line where consolidation_id = :id and (addition <> 0 or recorded <> 0)").param("id", report.id()).query(row -> {
            BigDecimal addition = row.getBigDecimal("addition");
            additions.add(new NewFigure(row.getString("indicator"), report.placeId(), report.period(), addition.signum() == 0 ? null : addition));
        });
        if (!additions.isEmpty()) {
            figures.supplement(new Origin("consolidation", report.id(), null), additions);
            jdbc.sql("update reporting.consolidation_line set recorded = nullif(addition, 0) where consolidation_id = :id").param("id", report.id()).update();
        }
    }

    boolean at(Consolidation report, java.util.Set<String> roles) {
        return grants.of(CurrentUser.require()).stream().anyMatch(grant -> roles.contains(grant.role()) && grant.officeId() == report.officeId());
    }

    private static @Nullable String blank(String text) {
        return text.isBlank() ? null : text.strip();
    }

    private Timestamp now() {
        return Timestamp.from(Instant.now(clock));
    }
}
