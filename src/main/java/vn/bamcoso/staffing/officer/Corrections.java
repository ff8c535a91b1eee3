package vn.bamcoso.staffing.officer;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.staffing.Officers;

/** The officer asks to have the own record corrected; personnel staff decides with a reply that the officer reads. */
@Component
public class Corrections {
    /** @param accepted null while nobody has answered */
    public record Request(int id, int officerId, String about, Instant askedAt, @Nullable Boolean accepted, @Nullable String reply, @Nullable String by, @Nullable Instant answeredAt) {}

    /** An open one, for who decides. */
    public record Open(int id, int officerId, String name, String about, Instant askedAt) {}

    private final JdbcClient jdbc;
    private final Officers officers;
    private final RecordActs records;
    private final Trail trail;
    private final Clock clock;

    Corrections(JdbcClient jdbc, Officers officers, RecordActs records, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.officers = officers;
        this.records = records;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Request> of(int officer) {
        return jdbc.sql("""
                        select r.id, r.officer_id, r.about, r.asked_at, a.accepted, a.reply, u.name as by, a.answered_at
                        from staffing.correction_request r left join staffing.correction_answer a on a.request_id = r.id left join identity.pub_user u on u.user_id = a.answered_by
                        where r.officer_id = :officer order by r.id desc""").param("officer", officer).query(Request.class).list();
    }

    /** Those that wait, of officers other than who asks. */
    @Transactional(readOnly = true)
    public List<Open> open() {
        return jdbc.sql("""
                        select r.id, r.officer_id, o.name, r.about, r.asked_at from staffing.correction_request r join staffing.officer o on o.id = r.officer_id
                        where not exists (select from staffing.correction_answer a where a.request_id = r.id) and o.user_id is distinct from :me order by r.id limit 200""")
                .param("me", CurrentUser.require().id()).query(Open.class).list();
    }

    /** @throws Problem not found for who has no record of their own */
    @Transactional
    public void ask(String about) {
        CurrentUser user = CurrentUser.require();
        Officers.Officer own = officers.own(user.id()).orElseThrow(Problem::notFound);
        if (about.isBlank() || about.length() > 1000) {
            throw Problem.refused("staffing.problem.correction");
        }
        int id = jdbc.sql("insert into staffing.correction_request (officer_id, about, asked_by, asked_at) values (:officer, :about, :by, :now) returning id")
                .param("officer", own.id()).param("about", about.strip()).param("by", user.id()).param("now", Timestamp.from(clock.instant())).query(Integer.class).single();
        trail.write("staffing.correction.asked", "officer:" + own.id(), null, Map.of("request", id));
    }

    /** @throws Problem forbidden for the officer and for who keeps no records there; conflict when it is answered already */
    @Transactional
    public void answer(int request, boolean accepted, String reply) {
        Integer officer = jdbc.sql("select officer_id from staffing.correction_request where id = :id").param("id", request).query(Integer.class).optional().orElseThrow(Problem::notFound);
        records.need(officer);
        if (reply.isBlank() || reply.length() > 1000) {
            throw Problem.refused("staffing.problem.reply");
        }
        try {
            jdbc.sql("insert into staffing.correction_answer (request_id, officer_id, accepted, reply, answered_by, answered_at) values (:id, :officer, :accepted, :reply, :by, :now)")
                    .param("id", request).param("officer", officer).param("accepted", accepted).param("reply", reply.strip()).param("by", CurrentUser.require().id()).param("now", Timestamp.from(clock.instant())).update();
        } catch (DuplicateKeyException answered) {
            throw Problem.conflict("staffing.problem.answered");
        }
        trail.write("staffing.correction.answered", "officer:" + officer, null, Map.of("request", request, "accepted", accepted));
    }
}
