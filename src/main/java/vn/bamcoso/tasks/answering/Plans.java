package vn.bamcoso.tasks.answering;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Sql;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.papers.NewPaper;
import vn.bamcoso.papers.PaperKind;
import vn.bamcoso.papers.Papers;
import vn.bamcoso.tasks.Desk;
import vn.bamcoso.tasks.directive.Directive;
import vn.bamcoso.tasks.directive.Directives;
import vn.bamcoso.territory.Office;
import vn.bamcoso.territory.Offices;
import vn.bamcoso.territory.Places;

/**
 * The implementing plans that the offices owe for a directive: asked for by its issuer with a day, drafted here with the office's own
 * table or issued elsewhere and told by number and day. Whoever has not issued one stands first.
 */
@Component
public class Plans {
    /**
     * What one office owes.
     *
     * @param paper the document drafted here; null when none
     * @param late days after the day asked for, until it was issued or until today; 0 when in time
     */
    public record Owed(int office, String name, String state, @Nullable Integer paper, @Nullable String number, @Nullable LocalDate issuedOn, int late, boolean mine) {}

    private final JdbcClient jdbc;
    private final Directives directives;
    private final Papers papers;
    private final Offices offices;
    private final Places places;
    private final Desk desk;
    private final Trail trail;
    private final Clock clock;

    Plans(JdbcClient jdbc, Directives directives, Papers papers, Offices offices, Places places, Desk desk, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.directives = directives;
        this.papers = papers;
        this.offices = offices;
        this.places = places;
        this.desk = desk;
        this.trail = trail;
        this.clock = clock;
    }

    /** By when plans are asked for; null when they are not. */
    @Transactional(readOnly = true)
    public @Nullable LocalDate due(int directive) {
        return jdbc.sql("select due from tasks.plan_call where directive_id = :id").param("id", directive).query(LocalDate.class).optional().orElse(null);
    }

    /** Every office that has a share in the directive owes a plan by this day. @throws Problem forbidden unless the user issues for the office that keeps the directive; refused when the day has passed */
    @Transactional
    public void call(int directive, LocalDate due) {
        CurrentUser by = CurrentUser.require();
        Directive of = directives.get(directive);
        Office keeper = desk.needIssuer(by, of.officeId());
        if (due.isBefore(desk.today())) {
            throw Problem.refused("tasks.problem.due-past", due);
        }
        var place = places.byId(Objects.requireNonNull(keeper.placeId()), desk.today()).orElseThrow(Problem::notFound);
        jdbc.sql("""
                        insert into tasks.plan_call (directive_id, due, called_by, called_at, field, home, place_id) values (:id, :due, :by, :at, :field, :home, :place)
                        on conflict (directive_id) do update set due = excluded.due, called_by = excluded.called_by, called_at = excluded.called_at""")
                .params(Map.of("id", directive, "due", due, "by", by.id(), "at", Timestamp.from(clock.instant()), "field", of.field(), "home", place.home(), "place", place.id())).update();
        trail.write("tasks.plan.called", "directive:" + directive, null, Map.of("due", due.toString()));
    }

    /** Opens the plan of an office as a document, written by {@link PlanSection}. @return papers.paper.id; @throws Problem forbidden unless the user works at the office; conflict when it has one */
    @Transactional
    public int draft(int directive, int office) {
        Directive of = directives.get(directive);
        Office planning = owing(directive, office);
        int id = keep(directive, planning, of.field());
        if (jdbc.sql("select paper_id is not null or number is not null from tasks.plan where id = :id").param("id", id).query(Boolean.class).single()) {
            throw Problem.conflict("tasks.problem.plan-twice");
        }
        int issuing = planning.kind().equals("department") ? Objects.requireNonNull(planning.parentId()) : office;
        int paper = papers.open(new NewPaper(
                PaperKind.KH, issuing, office, Texts.vi().get("tasks.plan.subject", Texts.vi().get("tasks.directive.kind." + of.kind()), of.number(), of.title()), List.of(),
                List.of(of.issuer() + " (để báo cáo)", "Các đơn vị được phân công (để thực hiện)"), of.field(), PlanSection.NAME, (long) id, null), clock.instant());
        jdbc.sql("update tasks.plan set paper_id = :paper where id = :id").param("paper", paper).param("id", id).update();
        trail.write("tasks.plan.drafted", "directive:" + directive, null, Map.of("office", office, "paper", paper));
        return paper;
    }

    /** A plan that was issued elsewhere, by its number and day. */
    @Transactional
    public void tell(int directive, int office, @Nullable String number, LocalDate issuedOn) {
        Directive of = directives.get(directive);
        Office planning = owing(directive, office);
        String what = desk.needed(number, "tasks.problem.no-number");
        if (issuedOn.isAfter(desk.today()) || issuedOn.isBefore(of.day())) {
            throw Problem.refused("tasks.problem.plan-day", of.day());
        }
        int id = keep(directive, planning, of.field());
        jdbc.sql("update tasks.plan set number = :number, issued_on = :on where id = :id").param("number", what).param("on", issuedOn).param("id", id).update();
        trail.write("tasks.plan.told", "directive:" + directive, null, Map.of("office", office, "number", what, "day", issuedOn.toString()));
    }

    /** Who owes a plan, those without one first. */
    @Transactional(readOnly = true)
    public List<Owed> board(int directive) {
        return jdbc.sql(Sql.beside(Plans.class, "owed.sql")).param("directive", directive).param("due", due(directive), Types.DATE).param("today", desk.today())
                .param("mine", desk.offices(CurrentUser.require()).toArray(Integer[]::new)).query(Owed.class).list();
    }

    private Office owing(int directive, int office) {
        desk.require(desk.offices(CurrentUser.require()).contains(office));
        boolean owes = jdbc.sql("select exists (select from tasks.task t join tasks.share s on s.task_id = t.id where t.directive_id = :directive and s.office_id = :office and s.status not in ('withdrawn', 'merged'))")
                .param("directive", directive).param("office", office).query(Boolean.class).single();
        if (!owes) {
            throw Problem.refused("tasks.problem.plan-none");
        }
        return offices.byId(office, desk.today()).orElseThrow(Problem::notFound);
    }

    private int keep(int directive, Office office, short field) {
        var place = places.byId(Objects.requireNonNull(office.placeId()), desk.today()).orElseThrow(Problem::notFound);
        jdbc.sql("insert into tasks.plan (directive_id, office_id, made_by, made_at, field, home, place_id) values (:directive, :office, :by, :at, :field, :home, :place) on conflict (directive_id, office_id) do nothing")
                .params(Map.of("directive", directive, "office", office.id(), "by", CurrentUser.require().id(), "at", Timestamp.from(clock.instant()), "field", field, "home", place.home(), "place", place.id())).update();
        return jdbc.sql("select id from tasks.plan where directive_id = :directive and office_id = :office").param("directive", directive).param("office", office.id()).query(Integer.class).single();
    }
}
