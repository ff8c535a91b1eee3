package vn.bamcoso.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.territory.Act;
import vn.bamcoso.territory.Office;
import vn.bamcoso.territory.Offices;
import vn.bamcoso.territory.RestructuringPart;

/**
 * Hands accounts over in bulk. A grant counts only while its office stands, so those at an ended office lapse with it by
 * themselves. Each of them is given anew, for the same days and field, at the office that serves what most of the place became;
 * of several chiefs one stays chief, the others become deputies. What has no successor is listed for the administrator. Withdrawn
 * with the act.
 */
@Component
class GrantsAndRestructuring implements RestructuringPart {
    private static final int EXAMPLES = 5;

    /** @param place served by the ended office; null when it served none */
    private record Held(int id, int user, String who, String role, int office, @Nullable Integer place, @Nullable Short field, LocalDate until) {}

    private final JdbcClient jdbc;
    private final Offices offices;
    private final Trail trail;
    private final Clock clock;

    GrantsAndRestructuring(JdbcClient jdbc, Offices offices, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.offices = offices;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public List<Effect> preview(Act act) {
        List<Held> held = held(act);
        List<String> moved = held.stream().filter(one -> heir(act, one).isPresent()).map(Held::who).distinct().toList();
        List<String> lost = held.stream().filter(one -> heir(act, one).isEmpty()).map(Held::who).distinct().toList();
        var effects = new java.util.ArrayList<Effect>();
        if (!moved.isEmpty()) {
            effects.add(new Effect("identity.effect.handed-over", moved.size(), moved.stream().limit(EXAMPLES).toList()));
        }
        if (!lost.isEmpty()) {
            effects.add(new Effect("identity.effect.grants", lost.size(), lost.stream().limit(EXAMPLES).toList()));
        }
        return effects;
    }

    @Override
    public void apply(Act act) {
        List<Held> held = held(act);
        if (held.isEmpty()) {
            return;
        }
        LocalDate from = later(act.effective());
        Timestamp now = Timestamp.from(clock.instant());
        Set<Integer> headed = new HashSet<>();
        int given = 0;
        for (Held one : held) {
            Office to = heir(act, one).orElse(null);
            String role = one.role();
            if (to != null && role.equals("commune_chief") && (headed.contains(to.id()) || chiefAt(to.id(), from))) {
                role = "commune_deputy";
            }
            Integer grant = to == null ? null : give(one, role, to.id(), from);
            if (grant != null && role.equals("commune_chief") && to != null) {
                headed.add(to.id());
            }
            given += grant == null ? 0 : 1;
            jdbc.sql("insert into identity.handover (act_id, grant_id, new_grant_id, role, new_role, at) values (:act, :old, :new, :role, :newRole, :now)")
                    .param("act", act.id()).param("old", one.id()).param("new", grant).param("role", one.role()).param("newRole", grant == null ? null : role).param("now", now).update();
        }
        trail.write("identity.grants.handed-over", "act:" + act.id(), null, Map.of("grants", held.size(), "given", given));
    }

    /** @return the new grant, or the one that the user holds there already */
    private Integer give(Held one, String role, int office, LocalDate from) {
        return jdbc.sql("select id from identity.user_grant where user_id = :user and role = :role and office_id = :office and field is not distinct from cast(:field as smallint) and valid_from <= :from and :from < valid_to")
                .param("user", one.user()).param("role", role).param("office", office).param("field", one.field(), java.sql.Types.SMALLINT).param("from", from).query(Integer.class).optional()
                .orElseGet(() -> jdbc.sql("insert into identity.user_grant (user_id, role, office_id, field, valid_from, valid_to, given_by) values (:user, :role, :office, :field, :from, :until, :by) returning id")
                        .param("user", one.user()).param("role", role).param("office", office).param("field", one.field(), java.sql.Types.SMALLINT).param("from", from).param("until", one.until())
                        .param("by", CurrentUser.require().id()).query(Integer.class).single());
    }

    @Override
    public void withdraw(Act act) {
        jdbc.sql("""
                        update identity.user_grant g set valid_to = g.valid_from, ended_by = :by, ended_at = :now from identity.handover h
                        where h.act_id = :act and not h.taken_back and g.id = h.new_grant_id and g.given_at >= h.at - interval '1 minute' and g.valid_from = :from""")
                .param("by", CurrentUser.require().id()).param("now", Timestamp.from(clock.instant())).param("act", act.id()).param("from", later(act.effective())).update();
        jdbc.sql("update identity.handover set taken_back = true where act_id = :act").param("act", act.id()).update();
    }

    /** Grants at ended offices on the day of the act; chiefs of the largest part first. */
    private List<Held> held(Act act) {
        return act.officesEnded().isEmpty() ? List.of() : jdbc.sql("""
                        -- Who holds a grant on the day of the act at an office that ends with it?
                        select g.id, g.user_id as "user", u.login || ' (' || o.name || ')' as who, g.role, g.office_id as office, o.place_id as place, g.field, g.valid_to as until
                        from identity.user_grant g
                        join identity.app_user u on u.id = g.user_id and u.disabled_at is null
                        cross join lateral (select p.name, p.place_id from territory.pub_office p where p.office_id = g.office_id order by p.valid_to desc limit 1) o
                        where g.office_id in (:ended) and g.valid_from <= :day and :day < g.valid_to
                        order by g.role <> 'commune_chief', g.office_id, g.id""")
                .param("ended", act.officesEnded()).param("day", later(act.effective())).query(Held.class).list();
    }

    /** The office that serves what most of the place became. */
    private Optional<Office> heir(Act act, Held one) {
        return act.successions().stream().filter(step -> one.place() != null && step.oldId() == one.place()).max(Comparator.comparing(Act.Succession::share)).flatMap(step -> offices.serving(step.newId(), act.effective()));
    }

    private boolean chiefAt(int office, LocalDate day) {
        return jdbc.sql("select exists (select from identity.user_grant g join identity.app_user u on u.id = g.user_id and u.disabled_at is null where g.office_id = :office and g.role = 'commune_chief' and g.valid_from <= :day and :day < g.valid_to)")
                .param("office", office).param("day", day).query(Boolean.class).single();
    }

    /** Of a backdated act those grants count that hold now. */
    private LocalDate later(LocalDate effective) {
        LocalDate today = VietnamTime.today(clock);
        return effective.isBefore(today) ? today : effective;
    }
}
