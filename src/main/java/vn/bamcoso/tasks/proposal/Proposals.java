package vn.bamcoso.tasks.proposal;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
import vn.bamcoso.territory.Offices;
import vn.bamcoso.territory.Places;

/**
 * Difficulties, their causes, and what is proposed: from an office to one above it, by when an answer is wanted. Whoever is
 * asked takes it in, explains, or passes it on to another office; the answer is seen by who asked. Those alike may be put
 * under one, which is answered for all.
 */
@Component
public class Proposals {
    public static final List<String> REPLIES = List.of("taken_in", "explained", "passed_on");

    /** @param alike how many others stand under it; {@code group} under which it stands itself, null: under none; {@code mayReply} whether the asker of the list answers for the office that is asked */
    public record Proposal(
            long id, @Nullable Integer task, @Nullable String title, String office, int toOffice, String asked, String difficulty, String cause, String proposal, @Nullable LocalDate wantedBy, @Nullable String replied, @Nullable String reply,
            @Nullable String replier, Instant madeAt, int alike, @Nullable Long group, boolean mayReply) {
        /** Its beginning, for a choice. */
        public String brief() {
            return proposal.length() <= 90 ? proposal : proposal.substring(0, 89).strip() + "…";
        }

        public boolean late(LocalDate today) {
            return replied == null && wantedBy != null && wantedBy.isBefore(today);
        }
    }

    /** @param officeId who asks; {@code toOffice} who is asked */
    public record NewProposal(@Nullable Integer task, int officeId, int toOffice, String difficulty, String cause, String proposal, @Nullable LocalDate wantedBy, short field) {}

    private final JdbcClient jdbc;
    private final Desk desk;
    private final Offices offices;
    private final Places places;
    private final Trail trail;
    private final Clock clock;

    Proposals(JdbcClient jdbc, Desk desk, Offices offices, Places places, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.desk = desk;
        this.offices = offices;
        this.places = places;
        this.trail = trail;
        this.clock = clock;
    }

    /** Whom an office may ask: the offices above it, and the ministry's departments. */
    @Transactional(readOnly = true)
    public List<Office> above(int officeId) {
        return jdbc.sql("""
                        with recursive up as (
                            select office_id, parent_id, 1 as n from territory.pub_office where office_id = :office and valid_from <= :day and :day < valid_to
                            union all
                            select o.office_id, o.parent_id, up.n + 1 from up join territory.pub_office o on o.office_id = up.parent_id and o.valid_from <= :day and :day < o.valid_to
                        )
                        select o.office_id as id, o.kind, o.code, o.name, o.parent_id, o.place_id from territory.pub_office o
                        where o.valid_from <= :day and :day < o.valid_to and o.office_id <> :office and (o.office_id in (select office_id from up) or o.kind = 'department')
                        order by o.kind = 'department', (select n from up where up.office_id = o.office_id), o.code""")
                .param("office", officeId).param("day", desk.today()).query(Office.class).list();
    }

    /** @return its id; @throws Problem forbidden unless the user works at the asking office; refused when nothing is proposed or the office asked is not above */
    @Transactional
    public long make(NewProposal wanted) {
        CurrentUser by = CurrentUser.require();
        if (by.id() != 0 && !desk.offices(by).contains(wanted.officeId())) {
            throw Problem.forbidden("tasks.problem.not-your-act");
        }
        if (above(wanted.officeId()).stream().noneMatch(office -> office.id() == wanted.toOffice())) {
            throw Problem.refused("tasks.problem.not-above");
        }
        Office office = offices.byId(wanted.officeId(), desk.today()).orElseThrow(Problem::notFound);
        var place = places.byId(java.util.Objects.requireNonNull(office.placeId()), desk.today()).orElseThrow(Problem::notFound);
        String what = desk.needed(wanted.proposal(), "tasks.problem.no-proposal");
        long id = jdbc.sql("""
                        insert into tasks.proposal (task_id, office_id, to_office, difficulty, cause, proposal, wanted_by, made_by, made_at, field, home, place_id)
                        values (:task, :office, :to, :difficulty, :cause, :proposal, :wanted, :by, :at, :field, :home, :place) returning id""")
                .param("task", wanted.task(), Types.INTEGER).param("office", office.id()).param("to", wanted.toOffice()).param("difficulty", desk.checked(wanted.difficulty())).param("cause", desk.checked(wanted.cause()))
                .param("proposal", what).param("wanted", wanted.wantedBy(), Types.DATE).param("by", by.id()).param("at", Timestamp.from(clock.instant())).param("field", wanted.field()).param("home", place.home()).param("place", place.id())
                .query(Long.class).single();
        trail.write("tasks.proposal.made", "proposal:" + id, null, wanted);
        return id;
    }

    /**
     * Answers a proposal and all that stand under it.
     *
     * @param passTo the office that is asked next when it is passed on; null otherwise
     */
    @Transactional
    public void reply(long id, String how, @Nullable String text, @Nullable Integer passTo) {
        CurrentUser by = CurrentUser.require();
        Integer asked = jdbc.sql("select to_office from tasks.proposal where id = :id for update").param("id", id).query(Integer.class).optional().orElseThrow(Problem::notFound);
        desk.require(answers(by, asked));
        String said = desk.needed(text, "tasks.problem.answer");
        if (!Set.copyOf(REPLIES).contains(how) || how.equals("passed_on") && (passTo == null || passTo.equals(asked) || offices.byId(passTo, desk.today()).isEmpty())) {
            throw Problem.refused("tasks.problem.pass-to");
        }
        boolean passed = how.equals("passed_on");
        int answered = jdbc.sql("""
                        update tasks.proposal set replied = :how, reply = :reply, replied_by = :by, replied_at = :at, to_office = coalesce(:pass, to_office)
                        where (id = :id or group_id = :id) and replied is null""")
                .param("how", passed ? null : how, Types.VARCHAR).param("reply", passed ? null : said, Types.VARCHAR).param("by", passed ? null : by.id(), Types.INTEGER)
                .param("at", passed ? null : Timestamp.from(clock.instant()), Types.TIMESTAMP).param("pass", passed ? passTo : null, Types.INTEGER).param("id", id).update();
        if (answered == 0) {
            throw Problem.conflict("tasks.problem.answered");
        }
        trail.write("tasks.proposal.replied", "proposal:" + id, Map.of("office", asked), Map.of("how", how, "reply", said, "office", how.equals("passed_on") && passTo != null ? passTo : asked));
    }

    /** Puts one under another that says the same; the answer to that one is its answer too. */
    @Transactional
    public void group(long id, long under) {
        Integer asked = jdbc.sql("select to_office from tasks.proposal where id = :id for update").param("id", id).query(Integer.class).optional().orElseThrow(Problem::notFound);
        desk.require(answers(CurrentUser.require(), asked));
        boolean stands = jdbc.sql("select exists (select from tasks.proposal where id = :under and group_id is null and id <> :id)").param("under", under).param("id", id).query(Boolean.class).single();
        if (!stands) {
            throw Problem.refused("tasks.problem.group");
        }
        jdbc.sql("update tasks.proposal set group_id = :under where (id = :id or group_id = :id) and replied is null").param("under", under).param("id", id).update();
        trail.write("tasks.proposal.grouped", "proposal:" + id, null, Map.of("under", under));
    }

    private boolean answers(CurrentUser user, int office) {
        return user.id() == 0 || desk.offices(user).contains(office) || desk.mayDecide(user, office);
    }

    /** Those without an answer first, the earliest wanted first. @param task only of this task; null: all */
    @Transactional(readOnly = true)
    public List<Proposal> all(@Nullable Integer task) {
        CurrentUser user = CurrentUser.require();
        List<Integer> mine = new java.util.ArrayList<>(desk.offices(user));
        desk.issuing(user).forEach(office -> mine.add(office.id()));
        return jdbc.sql("""
                        select p.id, p.task_id as task, t.title, (select name from territory.pub_office o where o.office_id = p.office_id order by o.valid_from desc limit 1) as office, p.to_office,
                               (select name from territory.pub_office o where o.office_id = p.to_office order by o.valid_from desc limit 1) as asked, p.difficulty, p.cause, p.proposal, p.wanted_by, p.replied, p.reply, u.name as replier,
                               p.made_at, (select count(*) from tasks.proposal g where g.group_id = p.id) as alike, p.group_id as "group", p.replied is null and p.to_office = any (:mine) as may_reply
                        from tasks.proposal p left join tasks.task t on t.id = p.task_id left join identity.pub_user u on u.user_id = p.replied_by
                        where (:task::int is null or p.task_id = :task) and (p.group_id is null or p.office_id = any (:mine))
                        order by p.replied is not null, p.wanted_by nulls last, p.id desc limit 300""")
                .param("mine", mine.toArray(Integer[]::new)).param("task", task, Types.INTEGER).query(Proposal.class).list();
    }
}
