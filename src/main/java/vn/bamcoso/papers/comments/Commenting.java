package vn.bamcoso.papers.comments;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.identity.Grants;

/** What bodies and sender do with a draft on its round. What was said and answered stays; a later answer holds instead of an earlier one. */
@Component
public class Commenting {
    private static final List<String> SPEAKERS = List.of("commune_clerk", "commune_chief", "commune_deputy", "provincial_staff", "provincial_director", "ministry_office", "department", "leader");

    private final JdbcClient jdbc;
    private final Consultations consultations;
    private final Matters matters;
    private final Grants grants;
    private final Gate gate;
    private final Trail trail;

    Commenting(JdbcClient jdbc, Consultations consultations, Matters matters, Grants grants, Gate gate, Trail trail) {
        this.jdbc = jdbc;
        this.consultations = consultations;
        this.matters = matters;
        this.grants = grants;
        this.gate = gate;
        this.trail = trail;
    }

    /** Offices in whose name this user speaks today, for any field of work. */
    Set<Integer> speaksFor(CurrentUser user) {
        return grants.of(user).stream().filter(grant -> SPEAKERS.contains(grant.role())).map(Grants.Grant::officeId).collect(Collectors.toSet());
    }

    /** Offices in whose name this user speaks today, for a field of work. */
    Set<Integer> speaksFor(CurrentUser user, short field) {
        return grants.of(user).stream().filter(grant -> SPEAKERS.contains(grant.role()) && (grant.field() == null || grant.field() == field)).map(Grants.Grant::officeId).collect(Collectors.toSet());
    }

    /**
     * A body agrees, or comments: its own people, or the sender who has its letter.
     *
     * @param comment blank: the body agrees with the draft as it is
     * @param document number and sign of its letter; needed when the sender enters it
     * @throws Problem not found when the body is not in sight; refused after the deadline or when the table is closed; forbidden
     */
    @Transactional
    public void comment(int id, int body, String part, String comment, String document, Instant at) {
        CurrentUser by = CurrentUser.require();
        Consultation round = consultations.get(id);
        Consultation.Body who = consultations.bodies(id).stream().filter(one -> one.id() == body).findFirst().orElseThrow(Problem::notFound);
        boolean own = who.officeId() != null && speaksFor(by, round.field()).contains(who.officeId());
        if (!own) {
            matters.requireRun(by, round.matter(), round.matterRef());
            if (document.isBlank()) {
                throw Problem.refused("papers.comments.problem.letter");
            }
        }
        if (round.closed() || round.over(VietnamTime.dayOf(at))) {
            throw Problem.refused("papers.comments.problem.over", round.dueOn());
        }
        jdbc.sql("""
                        insert into papers.consultation_comment (consultation_id, body_id, agrees, part, comment, document, given_by, given_at, field, home, place_id)
                        select consultation_id, id, :agrees, :part, :comment, :document, :by, :at, field, home, place_id from papers.consultation_body where id = :body""")
                .param("agrees", comment.isBlank()).param("part", gate.typedOrNone(part), Types.VARCHAR).param("comment", gate.typedOrNone(comment), Types.VARCHAR).param("document", gate.typedOrNone(document), Types.VARCHAR)
                .param("by", by.id()).param("at", Timestamp.from(at)).param("body", body).update();
        trail.write("papers.comments.commented", "consultation:" + id, null, Map.of("body", who.name(), "comment", comment));
    }

    /** @throws Problem refused when it is not taken in whole and no reason is given, or the table is closed; forbidden */
    @Transactional
    public void answer(int id, int comment, String answer, String why, Instant at) {
        CurrentUser by = CurrentUser.require();
        Consultation round = running(id, by);
        Consultation.Comment before = consultations.comments(id, null).stream().filter(one -> one.id() == comment && one.comment() != null).findFirst().orElseThrow(Problem::notFound);
        if (round.closed()) {
            throw Problem.refused("papers.comments.problem.closed", round.closedOn());
        }
        if (!List.of("taken", "partly", "explained").contains(answer) || !answer.equals("taken") && why.isBlank()) {
            throw Problem.refused("papers.comments.problem.why");
        }
        jdbc.sql("""
                        insert into papers.consultation_answer (comment_id, answer, why, answered_by, answered_at, field, home, place_id)
                        select id, :answer, :why, :by, :at, field, home, place_id from papers.consultation_comment where id = :id""")
                .param("answer", answer).param("why", gate.typedOrNone(why), Types.VARCHAR).param("by", by.id()).param("at", Timestamp.from(at)).param("id", comment).update();
        trail.write("papers.comments.answered", "consultation:" + id, before, Map.of("comment", comment, "answer", answer, "why", why));
    }

    /** Asks more bodies. */
    @Transactional
    public void ask(int id, List<Integer> offices, List<String> others, Instant at) {
        CurrentUser by = CurrentUser.require();
        if (running(id, by).closed()) {
            throw Problem.refused("papers.comments.problem.closed", consultations.get(id).closedOn());
        }
        consultations.write(id, offices, others, by, at);
        trail.write("papers.comments.asked", "consultation:" + id, null, Map.of("offices", offices, "others", others));
    }

    /** Puts the deadline off. @throws Problem refused when the day is not later, or the table is closed */
    @Transactional
    public void putOff(int id, LocalDate dueOn, Instant at) {
        Consultation round = running(id, CurrentUser.require());
        if (round.closed() || !dueOn.isAfter(round.dueOn()) || dueOn.isBefore(VietnamTime.dayOf(at))) {
            throw Problem.refused("papers.comments.problem.put-off", round.dueOn());
        }
        jdbc.sql("update papers.consultation set due_on = :due where id = :id").param("due", dueOn).param("id", id).update();
        trail.write("papers.comments.put-off", "consultation:" + id, Map.of("due", round.dueOn()), Map.of("due", dueOn));
    }

    /** No more comments and answers. @throws Problem refused while a comment has no answer; conflict when it is closed already */
    @Transactional
    public void close(int id, Instant at) {
        CurrentUser by = CurrentUser.require();
        Consultation round = running(id, by);
        if (round.open() > 0) {
            throw Problem.refused("papers.comments.problem.open", round.open());
        }
        if (round.closed()) {
            throw Problem.conflict("papers.comments.problem.closed", round.closedOn());
        }
        jdbc.sql("update papers.consultation set closed_on = :on, closed_by = :by where id = :id").param("on", VietnamTime.dayOf(at)).param("by", by.id()).param("id", id).update();
        trail.write("papers.comments.closed", "consultation:" + id, null, Map.of("comments", round.comments(), "silent", round.silent()));
    }

    /** The document that came of the draft. @throws Problem refused before the table is closed */
    @Transactional
    public void issued(int id, String document) {
        Consultation round = running(id, CurrentUser.require());
        if (!round.closed()) {
            throw Problem.refused("papers.comments.problem.not-closed");
        }
        jdbc.sql("update papers.consultation set document = :document where id = :id").param("document", gate.typed(document)).param("id", id).update();
        trail.write("papers.comments.issued", "consultation:" + id, round.document(), Map.of("document", document));
    }

    private Consultation running(int id, CurrentUser by) {
        Consultation round = consultations.get(id);
        matters.requireRun(by, round.matter(), round.matterRef());
        return round;
    }
}
