package vn.bamcoso.reporting.mandate;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.identity.Grants;
import vn.bamcoso.reporting.entry.Edge;
import vn.bamcoso.reporting.submission.Desk;
import vn.bamcoso.reporting.submission.Mandates;
import vn.bamcoso.territory.Places;

/**
 * Who signs or decides reports entrusts that to a colleague of the same office for some days, on paper (giấy ủy quyền). What is
 * done meanwhile says so, with the paper. It ends on its last day, when it is ended, or when the giver's own right does.
 */
@Component
public class Mandating {
    private static final int LONGEST_SPAN = 366;

    private final JdbcClient jdbc;
    private final Mandates mandates;
    private final Places places;
    private final Desk desk;
    private final Trail trail;
    private final Edge edge;
    private final Clock clock;

    Mandating(JdbcClient jdbc, Mandates mandates, Places places, Desk desk, Trail trail, Edge edge, Clock clock) {
        this.jdbc = jdbc;
        this.mandates = mandates;
        this.places = places;
        this.desk = desk;
        this.trail = trail;
        this.edge = edge;
        this.clock = clock;
    }

    /** Somebody to whom it can be entrusted. */
    public record Colleague(int userId, String name, String roles) {}

    @Transactional(readOnly = true)
    public List<Colleague> colleagues(int officeId) {
        return jdbc.sql("""
                        select u.id as user_id, u.name, string_agg(distinct r.name_vi, ', ') as roles
                        from identity.user_grant g join identity.app_user u on u.id = g.user_id and u.disabled_at is null join identity.role r on r.code = g.role and r.writes
                        where g.office_id = :office and g.user_id <> :me and g.valid_from <= :day and :day < g.valid_to group by u.id, u.name order by u.name""")
                .param("office", officeId)
                .param("me", CurrentUser.require().id())
                .param("day", desk.today())
                .query(Colleague.class)
                .list();
    }

    /** @throws Problem when the user has nothing to entrust there, the colleague is none, the days are over or turned round, or the paper is not named */
    @Transactional
    public void give(int officeId, int receiver, LocalDate first, LocalDate last, String paper) {
        CurrentUser user = CurrentUser.require();
        Grants.Grant own = desk.entrusting(user).stream().filter(grant -> grant.officeId() == officeId && grant.placeId() != null).findFirst()
                .orElseThrow(() -> Problem.forbidden("reporting.problem.not-your-act"));
        if (colleagues(officeId).stream().noneMatch(one -> one.userId() == receiver)) {
            throw refused("receiver", "reporting.problem.mandate-colleague");
        }
        if (last.isBefore(first) || last.isBefore(desk.today()) || last.isAfter(first.plusDays(LONGEST_SPAN))) {
            throw refused("last", "reporting.problem.mandate-days");
        }
        if (paper.isBlank() || paper.length() > 200) {
            throw refused("paper", "reporting.problem.mandate-paper");
        }
        edge.check(paper);
        short home = places.byId(own.placeId(), desk.today()).orElseThrow(Problem::notFound).home();
        long id = jdbc.sql("""
                        insert into reporting.mandate (office_id, giver_id, receiver_id, paper, first_day, last_day, made_at, field, home, place_id)
                        values (:office, :giver, :receiver, :paper, :first, :last, :now, :field, :home, :place) returning id""")
                .param("office", officeId)
                .param("giver", user.id())
                .param("receiver", receiver)
                .param("paper", paper.strip())
                .param("first", first)
                .param("last", last)
                .param("now", now())
                .param("field", own.field() == null ? (short) 8 : own.field())
                .param("home", home)
                .param("place", own.placeId())
                .query(Long.class)
                .single();
        trail.write("reporting.mandate.given", "mandate:" + id, null, Map.of("receiver", receiver, "first", first, "last", last, "paper", paper.strip()));
    }

    private static Problem refused(String field, String code) {
        return Problem.refused(code, List.of(new Problem.Fault(field, code)));
    }

    /** Before its last day; by who gave it. */
    @Transactional
    public void end(long id) {
        Mandates.Mandate mandate = mandates.find(id).orElseThrow(Problem::notFound);
        CurrentUser user = CurrentUser.require();
        desk.require(user.id() == mandate.giverId());
        jdbc.sql("update reporting.mandate set ended_at = :now, ended_by = :user where id = :id and ended_at is null").param("now", now()).param("user", user.id()).param("id", id).update();
        trail.write("reporting.mandate.ended", "mandate:" + id, Map.of("last", mandate.lastDay()), Map.of());
    }

    private Timestamp now() {
        return Timestamp.from(Instant.now(clock));
    }
}
