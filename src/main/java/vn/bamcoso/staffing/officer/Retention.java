package vn.bamcoso.staffing.officer;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.identity.Grants;
import vn.bamcoso.staffing.Area;

/**
 * How long a personal record is kept after service, and the act that erases those whose time is over: name, number, exact birth
 * year, origin, languages, competences, classifications, account, and who opened it go; postings and counts stay under a number.
 */
@Component
public class Retention {
    public record Setting(int years, String decision, Instant setAt) {}

    /** @param before who left before this day is erased; {@code people} how many that are now */
    public record Due(LocalDate before, int people) {}

    private final JdbcClient jdbc;
    private final Grants grants;
    private final Trail trail;
    private final Clock clock;

    Retention(JdbcClient jdbc, Grants grants, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.grants = grants;
        this.trail = trail;
        this.clock = clock;
    }

    /** Whether the user decides on it: the ministry's office or a department, with the field personnel. */
    @Transactional(readOnly = true)
    public boolean may(CurrentUser user) {
        return grants.of(user).stream().anyMatch(grant -> List.of("ministry_office", "department").contains(grant.role()) && (grant.field() == null || grant.field() == Area.PERSONNEL));
    }

    @Transactional(readOnly = true)
    public Optional<Setting> setting() {
        return jdbc.sql("select years, decision, set_at from staffing.retention order by id desc limit 1").query(Setting.class).optional();
    }

    @Transactional(readOnly = true)
    public Optional<Due> due() {
        return setting().map(setting -> {
            LocalDate before = VietnamTime.today(clock).minusYears(setting.years());
            return new Due(before, jdbc.sql("select count(*)::int from staffing.officer where erased_at is null and left_on < :before").param("before", before).query(Integer.class).single());
        });
    }

    @Transactional
    public void set(int years, String decision) {
        need();
        if (years < 1 || years > 70 || decision.isBlank()) {
            throw Problem.refused("staffing.problem.retention");
        }
        jdbc.sql("insert into staffing.retention (years, decision, set_by, set_at) values (:years, :decision, :by, :now)")
                .param("years", years).param("decision", decision.strip()).param("by", CurrentUser.require().id()).param("now", Timestamp.from(clock.instant())).update();
        trail.write("staffing.retention.set", "retention", null, Map.of("years", years, "decision", decision.strip()));
    }

    /**
     * Erases them.
     *
     * @param people as the page said: when it is another number now, nothing happens
     */
    @Transactional
    public int erase(int people, String decision) {
        need();
        if (decision.isBlank()) {
            throw Problem.refused("staffing.problem.retention");
        }
        int due = due().orElseThrow(Problem::notFound).people();
        if (due != people) {
            throw Problem.conflict("staffing.problem.erase-changed", people, due);
        }
        int erased = jdbc.sql("select staffing.erase_records()").query(Integer.class).single();
        trail.write("staffing.officers.erased", "retention", null, Map.of("people", erased, "decision", decision.strip()));
        return erased;
    }

    private void need() {
        if (!may(CurrentUser.require())) {
            throw Problem.forbidden("staffing.problem.ministry-only");
        }
    }
}
