package vn.bamcoso.tasks.setting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.shell.Html;
import vn.bamcoso.tasks.Choices;
import vn.bamcoso.tasks.Desk;
import vn.bamcoso.tasks.See;
import vn.bamcoso.territory.Office;

/** Bodies outside the police that have no accounts: each has a liaison office, which takes its shares and enters their state. */
@Controller
public class Bodies {
    /** @param mine the user works at the liaison office; {@code share} its most pressing open share, 0 when none */
    public record Body(int id, String name, String liaison, boolean mine, int open, int late, int done, long share) {}

    private final JdbcClient jdbc;
    private final Choices choices;
    private final Desk desk;
    private final Trail trail;

    Bodies(JdbcClient jdbc, Choices choices, Desk desk, Trail trail) {
        this.jdbc = jdbc;
        this.choices = choices;
        this.desk = desk;
        this.trail = trail;
    }

    @GetMapping("/tasks/bodies")
    @Transactional(readOnly = true)
    public View show() {
        CurrentUser user = CurrentUser.require();
        if (!Desk.works(user)) {
            throw Problem.forbidden("tasks.problem.not-your-act");
        }
        List<Body> bodies = jdbc.sql("""
                        -- Which bodies are there, who speaks for them, and how do their shares stand today?
                        select b.id, b.name, coalesce((select o.name from territory.pub_office o where o.office_id = b.office_id order by o.valid_from desc limit 1), '') as liaison, b.office_id = any (:mine) as mine,
                               count(s.id) filter (where s.status not in ('done', 'withdrawn', 'merged')) as open, count(s.id) filter (where s.status not in ('done', 'withdrawn', 'merged') and coalesce(s.proposed_on, :today) > s.last_day) as late,
                               count(s.id) filter (where s.status = 'done') as done,
                               coalesce((array_agg(s.id order by s.last_day, s.id) filter (where s.status not in ('done', 'withdrawn', 'merged')))[1], 0) as share
                        from tasks.body b left join tasks.share s on s.body_id = b.id
                        group by b.id order by late desc, b.name collate "vi-x-icu\"""")
                .param("mine", desk.offices(user).toArray(Integer[]::new)).param("today", desk.today()).query(Body.class).list();
        List<String> liaisons = new ArrayList<>();
        for (Office issuer : desk.issuing(user)) {
            if (!issuer.kind().equals("commune")) {
                choices.addressees(issuer).forEach(one -> liaisons.addAll(List.of(String.valueOf(one.id()), one.kind().equals("department") ? one.code() + " · " + one.name() : one.name())));
                break;
            }
        }
        return Html.of("tasks/setting/bodies", "bodies", bodies, "liaisons", liaisons);
    }

    /** @throws Problem forbidden unless the user issues tasks to the liaison office; refused without a name */
    @PostMapping("/tasks/bodies")
    @Transactional
    public View add(@RequestParam String name, @RequestParam int office) {
        CurrentUser user = CurrentUser.require();
        desk.require(desk.issuing(user).stream().filter(issuer -> !issuer.kind().equals("commune")).anyMatch(issuer -> choices.addressees(issuer).stream().anyMatch(one -> one.id() == office)));
        String what = desk.needed(name, "tasks.problem.no-title");
        if (jdbc.sql("insert into tasks.body (name, office_id) values (:name, :office) on conflict (name) do nothing").params(Map.of("name", what, "office", office)).update() == 0) {
            throw Problem.conflict("tasks.problem.body-twice", what);
        }
        trail.write("tasks.body.added", "setting:tasks", null, Map.of("name", what, "office", office));
        return See.other("/tasks/bodies");
    }
}
