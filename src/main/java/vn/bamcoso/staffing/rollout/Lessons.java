package vn.bamcoso.staffing.rollout;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;

/** What a programme taught: points that people enter while it runs, for the report before it is taken further. A point is never reworded; it is withdrawn and entered anew. */
@Component
public class Lessons {
    public static final List<String> KINDS = List.of("result", "shortcoming", "lesson", "proposal");

    /** @param kind result, shortcoming, lesson, proposal */
    public record Lesson(int id, String kind, String text, @Nullable String enteredBy, Instant enteredAt) {}

    private final JdbcClient jdbc;
    private final Rights rights;
    private final Trail trail;

    Lessons(JdbcClient jdbc, Rights rights, Trail trail) {
        this.jdbc = jdbc;
        this.rights = rights;
        this.trail = trail;
    }

    /** Those that stand, in the order in which they were entered. @param known as of then; null: now */
    @Transactional(readOnly = true)
    public List<Lesson> of(int programme, @Nullable Instant known) {
        return jdbc.sql("""
                        select l.id, l.kind, l.text, u.name as entered_by, l.entered_at from staffing.lesson l left join identity.pub_user u on u.user_id = l.entered_by
                        where l.programme_id = :programme and l.entered_at <= coalesce(cast(:known as timestamptz), 'infinity') and (l.withdrawn_at is null or l.withdrawn_at > cast(:known as timestamptz))
                        order by l.id""")
                .param("programme", programme).param("known", known == null ? null : Timestamp.from(known), Types.TIMESTAMP).query(Lesson.class).list();
    }

    /** @throws Problem forbidden; refused when it is empty or of no kind */
    @Transactional
    public void enter(Programme programme, String kind, String text, Instant at) {
        CurrentUser by = CurrentUser.require();
        rights.require(rights.mayPlan(by, programme.placeId()));
        if (!KINDS.contains(kind)) {
            throw Problem.refused("rollout.problem.lesson");
        }
        String clean = rights.typed(text);
        jdbc.sql("""
                        insert into staffing.lesson (programme_id, kind, text, entered_by, entered_at, home, place_id)
                        select :programme, :kind, :text, :by, :at, min(home), :place from territory.pub_place where place_id = :place""")
                .param("programme", programme.id()).param("kind", kind).param("text", clean).param("by", by.id()).param("at", Timestamp.from(at)).param("place", programme.placeId()).update();
        trail.write("staffing.programme.lesson", "programme:" + programme.id(), null, Map.of("kind", kind, "text", clean));
    }

    /** @throws Problem forbidden; not found when it does not stand */
    @Transactional
    public void withdraw(Programme programme, int lesson, Instant at) {
        CurrentUser by = CurrentUser.require();
        rights.require(rights.mayPlan(by, programme.placeId()));
        Lesson before = of(programme.id(), null).stream().filter(one -> one.id() == lesson).findFirst().orElseThrow(Problem::notFound);
        jdbc.sql("update staffing.lesson set withdrawn_by = :by, withdrawn_at = :at where id = :id").param("by", by.id()).param("at", Timestamp.from(at)).param("id", lesson).update();
        trail.write("staffing.programme.lesson-withdrawn", "programme:" + programme.id(), before, Map.of("lesson", lesson));
    }
}
