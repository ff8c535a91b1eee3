package vn.bamcoso.identity.account;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.identity.AdministratorsArea;
import vn.bamcoso.shell.Html;

/** What restructurings did to accounts: handed over, and lapsed without a successor, for the administrator of the area. */
@Controller
public class HandoverController {
    /** @param to office of the successor, with {@code newRole}; null when the grant lapsed */
    public record Line(int actId, String act, int userId, String login, String name, String role, String from, @Nullable String newRole, @Nullable String to, boolean open) {}

    private final JdbcClient jdbc;
    private final AdministratorsArea area;
    private final AccountQueries queries;
    private final Clock clock;

    HandoverController(JdbcClient jdbc, AdministratorsArea area, AccountQueries queries, Clock clock) {
        this.jdbc = jdbc;
        this.area = area;
        this.queries = queries;
        this.clock = clock;
    }

    @GetMapping("/accounts/handover")
    @Transactional(readOnly = true)
    public View list() {
        List<Line> lines = jdbc.sql("""
                        -- What became of the grants at offices that restructurings ended, in these areas? Lapsed ones whose user has no other grant come first.
                        select h.act_id, a.title as act, u.id as user_id, u.login, u.name, h.role, o.name as "from", h.new_role,
                               (select n.name from territory.pub_office n where n.office_id = w.office_id order by n.valid_to desc limit 1) as "to",
                               h.new_grant_id is null and not exists (select from identity.user_grant x join territory.pub_office s on s.office_id = x.office_id and s.valid_to = 'infinity' where x.user_id = u.id and x.valid_to > :today) as open
                        from identity.handover h join territory.act a on a.id = h.act_id
                        join identity.user_grant g on g.id = h.grant_id join identity.app_user u on u.id = g.user_id
                        left join identity.user_grant w on w.id = h.new_grant_id
                        cross join lateral (select p.name, p.place_id from territory.pub_office p where p.office_id = g.office_id order by p.valid_to desc limit 1) o
                        where not h.taken_back and exists (select from territory.pub_reach r where r.vintage_id = (select territory.vintage_of(:today)) and r.place_id = o.place_id and r.ancestor_id in (:area))
                        order by open desc, h.act_id desc, u.login limit 500""")
                .param("today", VietnamTime.today(clock)).param("area", area.requireAny()).query(Line.class).list();
        return Html.of("identity/account/handover", "lines", lines, "roles", queries.roles());
    }
}
