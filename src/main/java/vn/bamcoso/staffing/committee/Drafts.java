package vn.bamcoso.staffing.committee;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.staffing.rollout.Programme;
import vn.bamcoso.staffing.rollout.Rights;

/**
 * Drafts of a plan on their round. A draft is sent with a deadline; comments come in until then; each is taken in, partly or not, with
 * the reason; when every one is answered the table is closed with the document that was issued. What was sent and said is never changed.
 */
@Component
public class Drafts {
    public record Draft(int id, String title, String text, LocalDate dueOn, @Nullable String sentBy, Instant sentAt, @Nullable LocalDate closedOn, @Nullable String document, int comments, int open) {
        public boolean late(LocalDate day) {
            return closedOn == null && day.isAfter(dueOn);
        }
    }

    /** @param answer taken, partly, explained; null while open */
    public record Comment(int id, String body, @Nullable String part, String comment, @Nullable String document, @Nullable String givenBy, Instant givenAt,
            @Nullable String answer, @Nullable String why, @Nullable String answeredBy, @Nullable Instant answeredAt) {}

    private final JdbcClient jdbc;
    private final Rights rights;
    private final Trail trail;

    Drafts(JdbcClient jdbc, Rights rights, Trail trail) {
        this.jdbc = jdbc;
        this.rights = rights;
        this.trail = trail;
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    public List<Draft> of(Programme programme) {
        return jdbc.sql("""
                        select d.id, d.title, d.text, d.due_on, u.name as sent_by, d.sent_at, d.closed_on, d.document, count(c.id) as comments, count(c.id) filter (where c.answer is null) as open
                        from staffing.draft_plan d left join identity.pub_user u on u.user_id = d.sent_by left join staffing.draft_comment c on c.draft_id = d.id
                        where d.programme_id = :programme group by d.id, u.name order by d.sent_at desc""")
                .param("programme", programme.id()).query(Draft.class).list();
    }

    @Transactional(readOnly = true)
    public List<Comment> comments(int draft) {
        return jdbc.sql("""
                        select c.id, c.body, c.part, c.comment, c.document, g.name as given_by, c.given_at, c.answer, c.why, a.name as answered_by, c.answered_at
                        from staffing.draft_comment c left join identity.pub_user g on g.user_id = c.given_by left join identity.pub_user a on a.user_id = c.answered_by
                        where c.draft_id = :draft order by c.given_at, c.id""")
                .param("draft", draft).query(Comment.class).list();
    }

    /** @throws Problem forbidden; refused when the deadline is over already */
    @Transactional
    public int send(Programme programme, String title, String text, LocalDate dueOn, Instant at) {
        CurrentUser by = CurrentUser.require();
        rights.require(rights.mayPlan(by, programme.placeId()));
        if (dueOn.isBefore(VietnamTime.dayOf(at))) {
            throw Problem.refused("committee.problem.due", dueOn);
        }
        int id = jdbc.sql("""
                        insert into staffing.draft_plan (programme_id, title, text, due_on, sent_by, sent_at, home, place_id)
                        select :programme, :title, :text, :due, :by, :at, min(home), :place from territory.pub_place where place_id = :place returning id""")
                .param("programme", programme.id()).param("title", rights.typed(title)).param("text", rights.typed(text)).param("due", dueOn).param("by", by.id())
                .param("at", Timestamp.from(at)).param("place", programme.placeId())
                .query(Integer.class).single();
        trail.write("staffing.draft.sent", "draft:" + id, null, Map.of("programme", programme.id(), "title", title, "due", dueOn));
        return id;
    }

    /** @throws Problem refused after the deadline or when the table is closed; not found when there is no such draft in scope */
    @Transactional
    public void comment(Programme programme, int draft, String body, String part, String comment, String document, Instant at) {
        CurrentUser by = CurrentUser.require();
        rights.require(rights.mayPlan(by, programme.placeId()));
        Draft open = get(programme, draft);
        if (open.closedOn() != null || open.late(VietnamTime.dayOf(at))) {
            throw Problem.refused("committee.problem.over", open.dueOn());
        }
        jdbc.sql("""
                        insert into staffing.draft_comment (draft_id, body, part, comment, document, given_by, given_at, home, place_id)
                        select id, :body, :part, :comment, :document, :by, :at, home, place_id from staffing.draft_plan where id = :draft""")
                .param("body", rights.typed(body)).param("part", rights.typedOrNone(part), Types.VARCHAR).param("comment", rights.typed(comment)).param("document", rights.typedOrNone(document), Types.VARCHAR)
                .param("by", by.id()).param("at", Timestamp.from(at)).param("draft", draft).update();
        trail.write("staffing.draft.commented", "draft:" + draft, null, Map.of("body", body, "comment", comment));
    }

    /** @throws Problem refused when it is not taken in whole and no reason is given, or the table is closed */
    @Transactional
    public void answer(Programme programme, int draft, int comment, String answer, String why, Instant at) {
        CurrentUser by = CurrentUser.require();
        rights.require(rights.mayPlan(by, programme.placeId()));
        Draft open = get(programme, draft);
        Comment before = comments(draft).stream().filter(one -> one.id() == comment).findFirst().orElseThrow(Problem::notFound);
        if (open.closedOn() != null) {
            throw Problem.refused("committee.problem.closed", open.closedOn());
        }
        if (!List.of("taken", "partly", "explained").contains(answer) || !answer.equals("taken") && why.isBlank()) {
            throw Problem.refused("committee.problem.why");
        }
        jdbc.sql("update staffing.draft_comment set answer = :answer, why = :why, answered_by = :by, answered_at = :at where id = :id")
                .param("answer", answer).param("why", rights.typedOrNone(why), Types.VARCHAR).param("by", by.id()).param("at", Timestamp.from(at)).param("id", comment).update();
        trail.write("staffing.draft.answered", "draft:" + draft, before, Map.of("comment", comment, "answer", answer, "why", why));
    }

    /** @throws Problem refused while a comment is open */
    @Transactional
    public void close(Programme programme, int draft, String document, Instant at) {
        rights.require(rights.mayPlan(CurrentUser.require(), programme.placeId()));
        Draft open = get(programme, draft);
        if (open.open() > 0) {
            throw Problem.refused("committee.problem.open", open.open());
        }
        if (open.closedOn() != null) {
            throw Problem.conflict("committee.problem.closed", open.closedOn());
        }
        jdbc.sql("update staffing.draft_plan set closed_on = :on, document = :document where id = :id")
                .param("on", VietnamTime.dayOf(at)).param("document", rights.typed(document)).param("id", draft).update();
        trail.write("staffing.draft.closed", "draft:" + draft, null, Map.of("document", document));
    }

    private Draft get(Programme programme, int draft) {
        return of(programme).stream().filter(one -> one.id() == draft).findFirst().orElseThrow(Problem::notFound);
    }
}
