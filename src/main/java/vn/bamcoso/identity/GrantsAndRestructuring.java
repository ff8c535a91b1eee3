package vn.bamcoso.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.territory.Act;
import vn.bamcoso.territory.RestructuringPart;

/**
 * What a restructuring means for grants. A grant counts only while its office stands, so those at an ended office lapse
 * with it by themselves, and count again when the act is withdrawn; nothing is written. The preview says whom the
 * administrator must give a new grant at the successor.
 */
@Component
class GrantsAndRestructuring implements RestructuringPart {
    private static final int EXAMPLES = 5;

    private final JdbcClient jdbc;
    private final Clock clock;

    GrantsAndRestructuring(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<Effect> preview(Act act) {
        if (act.officesEnded().isEmpty()) {
            return List.of();
        }
        List<String> losing = jdbc.sql("""
                        -- Who holds a grant on the day of the act at an office that ends with it?
                        select distinct u.login || ' (' || o.name || ')' as who
                        from identity.user_grant g
                        join identity.app_user u on u.id = g.user_id and u.disabled_at is null
                        cross join lateral (select p.name from territory.pub_office p where p.office_id = g.office_id order by p.valid_to desc limit 1) o
                        where g.office_id in (:ended) and g.valid_from <= :day and :day < g.valid_to
                        order by 1""")
                .param("ended", act.officesEnded())
                .param("day", later(act.effective()))
                .query(String.class)
                .list();
        return losing.isEmpty() ? List.of() : List.of(new Effect("identity.effect.grants", losing.size(), losing.stream().limit(EXAMPLES).toList()));
    }

    /** Of a backdated act those grants count that hold now. */
    private LocalDate later(LocalDate effective) {
        LocalDate today = VietnamTime.today(clock);
        return effective.isBefore(today) ? today : effective;
    }

    @Override
    public void apply(Act act) {}
}
