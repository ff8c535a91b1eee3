package vn.bamcoso.staffing.officer;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.staffing.Area;
import vn.bamcoso.staffing.Officers;

/** Opens a personal record, and keeps who did: in the trail, and in a list that the officer sees. */
@Component
public class Opening {
    public record Line(Instant at, String by) {}

    private final JdbcClient jdbc;
    private final Officers officers;
    private final Area area;
    private final Trail trail;
    private final Clock clock;

    Opening(JdbcClient jdbc, Officers officers, Area area, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.officers = officers;
        this.area = area;
        this.trail = trail;
        this.clock = clock;
    }

    /** @throws Problem not found when there is no such officer, or the record is not open to who asks */
    @Transactional
    public Officers.Officer open(int id) {
        Officers.Officer officer = officers.byId(id).orElseThrow(Problem::notFound);
        CurrentUser user = CurrentUser.require();
        if (officer.userId() == null || officer.userId() != user.id()) {
            if (user.id() != 0 && !area.knowsPersons(user, officer.placeId())) {
                throw Problem.notFound();
            }
            jdbc.sql("insert into staffing.opening (officer_id, at, by_user) values (:officer, :at, :user)")
                    .param("officer", id).param("at", Timestamp.from(clock.instant())).param("user", user.id()).update();
            trail.write("staffing.officer.opened", "officer:" + id, null, null);
        }
        return officer;
    }

    @Transactional(readOnly = true)
    public List<Line> of(int officer) {
        return jdbc.sql("select p.at, coalesce(u.name, '–') as by from staffing.opening p left join identity.pub_user u on u.user_id = p.by_user where p.officer_id = :officer order by p.at desc limit 50")
                .param("officer", officer).query(Line.class).list();
    }
}
