package vn.bamcoso.tasks.directive;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.tasks.Desk;
import vn.bamcoso.territory.Office;
import vn.bamcoso.territory.Places;

/** Directives as they are recorded, and who was briefed on them. A recorded directive is not changed; a wrong one gets a successor. */
@Component
public class Directives {
    public static final List<String> KINDS = List.of("resolution", "directive", "plan", "conclusion", "decision", "programme", "scheme", "letter", "dispatch", "law");

    /** @param officeId the office that keeps it */
    public record NewDirective(String kind, String number, LocalDate day, String signer, String issuer, boolean outside, String title, String text, @Nullable Integer paperId, boolean demo, int officeId, short field) {}

    /** A directive in the list, with its tasks and shares counted as far as the asker sees them. */
    public record Listed(int id, String kind, String number, LocalDate day, String issuer, boolean outside, String title, boolean demo, int tasks, int shares, int done, int late) {}

    public record Briefing(LocalDate day, String office, int people, String note) {}

    private static final String FIELDS = "select id, kind, number, day, signer, issuer, outside, title, text, paper_id, demo, office_id, field from tasks.directive ";

    private final JdbcClient jdbc;
    private final Desk desk;
    private final Places places;
    private final Trail trail;
    private final Clock clock;

    Directives(JdbcClient jdbc, Desk desk, Places places, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.desk = desk;
        this.places = places;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * @return tasks.directive.id
     * @throws Problem forbidden unless the user issues for that office; refused when something is missing, may not be kept here, or it is recorded already
     */
    @Transactional
    public int record(NewDirective wanted) {
        CurrentUser by = CurrentUser.require();
        Office office = desk.keeping(by).stream().filter(one -> one.id() == wanted.officeId()).findFirst().orElseGet(() -> desk.needIssuer(by, wanted.officeId()));
        if (!Set.copyOf(KINDS).contains(wanted.kind())) {
            throw Problem.refused("tasks.problem.kind", wanted.kind());
        }
        if (wanted.day().isAfter(desk.today())) {
            throw Problem.refused("tasks.problem.day-ahead", wanted.day());
        }
        desk.needed(wanted.number(), "tasks.problem.no-number");
        desk.needed(wanted.title(), "tasks.problem.no-title");
        desk.needed(wanted.issuer(), "tasks.problem.no-issuer");
        List.of(wanted.number(), wanted.title(), wanted.issuer(), wanted.signer(), wanted.text()).forEach(desk::checked);
        if (jdbc.sql("select exists (select from tasks.directive where issuer = :issuer and number = :number and day = :day)")
                .param("issuer", wanted.issuer()).param("number", wanted.number()).param("day", wanted.day()).query(Boolean.class).single()) {
            throw Problem.conflict("tasks.problem.directive-twice", wanted.number());
        }
        var place = places.byId(java.util.Objects.requireNonNull(office.placeId()), desk.today()).orElseThrow(Problem::notFound);
        int id = jdbc.sql("""
                        insert into tasks.directive (kind, number, day, signer, issuer, outside, title, text, paper_id, demo, office_id, field, home, place_id, entered_by, entered_at)
                        values (:kind, :number, :day, :signer, :issuer, :outside, :title, :text, :paper, :demo, :office, :field, :home, :place, :by, :at) returning id""")
                .param("kind", wanted.kind()).param("number", wanted.number()).param("day", wanted.day()).param("signer", wanted.signer()).param("issuer", wanted.issuer()).param("outside", wanted.outside())
                .param("title", wanted.title()).param("text", wanted.text()).param("paper", wanted.paperId(), Types.INTEGER).param("demo", wanted.demo()).param("office", office.id()).param("field", wanted.field())
                .param("home", place.home()).param("place", place.id()).param("by", by.id()).param("at", Timestamp.from(clock.instant())).query(Integer.class).single();
        trail.write("tasks.directive.recorded", "directive:" + id, null, wanted);
        return id;
    }

    /** @throws Problem not found, also when out of scope */
    @Transactional(readOnly = true)
    public Directive get(int id) {
        return find(id).orElseThrow(Problem::notFound);
    }

    @Transactional(readOnly = true)
    public Optional<Directive> find(int id) {
        return jdbc.sql(FIELDS + "where id = :id").param("id", id).query(Directive.class).optional();
    }

    /** Latest first. */
    @Transactional(readOnly = true)
    public List<Listed> all() {
        return jdbc.sql("""
                        -- Which directives may I see, and how do their tasks stand today?
                        with stood as (
                            select s.task_id, count(*) as shares, count(*) filter (where s.done) as done, count(*) filter (where not s.done and s.late) as late from tasks.stood(:today, null, null, null, null) s group by s.task_id
                        )
                        select d.id, d.kind, d.number, d.day, d.issuer, d.outside, d.title, d.demo, count(t.id) as tasks, coalesce(sum(s.shares), 0) as shares, coalesce(sum(s.done), 0) as done, coalesce(sum(s.late), 0) as late
                        from tasks.directive d
                        left join tasks.task t on t.directive_id = d.id and t.status <> 'withdrawn'
                        left join stood s on s.task_id = t.id
                        group by d.id order by d.day desc, d.id desc limit 500""")
                .param("today", desk.today()).query(Listed.class).list();
    }

    /** Those that I may see, latest first, as number and name to choose from. @param given only those from which a task was given */
    @Transactional(readOnly = true)
    public List<String> choices(boolean given) {
        return jdbc.sql("""
                        -- Which directives may I see, and choose one of?
                        select d.id, d.number || ' · ' || d.title as name from tasks.directive d
                        where not :given or exists (select from tasks.task t where t.directive_id = d.id and t.status = 'issued')
                        order by d.day desc, d.id desc limit 500""")
                .param("given", given).query((row, n) -> List.of(row.getString(1), row.getString(2))).list().stream().flatMap(List::stream).toList();
    }

    /** One office briefed its people on a directive (quán triệt). */
    @Transactional
    public void brief(int directive, int officeId, LocalDate day, int people, String note) {
        CurrentUser by = CurrentUser.require();
        Directive about = get(directive);
        if (!desk.offices(by).contains(officeId)) {
            throw Problem.forbidden("tasks.problem.not-your-act");
        }
        if (people < 1 || day.isAfter(desk.today()) || day.isBefore(about.day())) {
            throw Problem.refused("tasks.problem.briefing", about.day());
        }
        jdbc.sql("""
                        insert into tasks.briefing (directive_id, day, people, note, office_id, field, home, place_id, told_by, told_at)
                        select :directive, :day, :people, :note, :office, :field, p.home, p.place_id, :by, :at from territory.pub_office o
                        join territory.pub_place p on p.place_id = o.place_id and p.valid_from <= :today and :today < p.valid_to
                        where o.office_id = :office and o.valid_from <= :today and :today < o.valid_to""")
                .params(Map.of("directive", directive, "day", day, "people", people, "note", desk.checked(note), "office", officeId, "field", about.field(), "by", by.id(),
                        "at", Timestamp.from(clock.instant()), "today", desk.today())).update();
        trail.write("tasks.directive.briefed", "directive:" + directive, null, Map.of("office", officeId, "day", day.toString(), "people", people));
    }

    /** Of the offices that have a share in its tasks, who has not told of a briefing. @param names of the first twelve */
    public record Silent(int total, int missing, List<String> names) {}

    @Transactional(readOnly = true)
    public Silent silent(int directive) {
        return jdbc.sql("""
                        -- Which offices have a share in the tasks of this directive, and which of them have not briefed their people?
                        with owing as (
                            select distinct s.office_id from tasks.task t join tasks.share s on s.task_id = t.id and s.body_id is null and s.status not in ('withdrawn', 'merged') where t.directive_id = :id and t.status = 'issued'
                        ), silent as (
                            select o.office_id from owing o where not exists (select from tasks.briefing b where b.directive_id = :id and b.office_id = o.office_id)
                        )
                        select (select count(*) from owing) as total, (select count(*) from silent) as missing,
                               array(select (select name from territory.pub_office p where p.office_id = s.office_id order by p.valid_from desc limit 1) from silent s order by s.office_id limit 12) as names""")
                .param("id", directive).query((row, n) -> new Silent(row.getInt("total"), row.getInt("missing"), List.of((String[]) row.getArray("names").getArray()))).single();
    }

    @Transactional(readOnly = true)
    public List<Briefing> briefings(int directive) {
        return jdbc.sql("""
                        select b.day, (select name from territory.pub_office o where o.office_id = b.office_id order by o.valid_from desc limit 1) as office, b.people, b.note
                        from tasks.briefing b where b.directive_id = :id order by b.day, b.id limit 500""")
                .param("id", directive).query(Briefing.class).list();
    }
}
