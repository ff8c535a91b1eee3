package vn.bamcoso.notices.settings;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.notices.mail.MailServer;
import vn.bamcoso.notices.reminding.Rules;
import vn.bamcoso.shell.Html;

/** When the house reminds, for everybody to read and the Ministry Office to change; and for the administrator which digests did not arrive. */
@Controller
public class RulePage {
    private static final int MOST = 200;

    /** A digest that was not sent yet or will not be. */
    public record Stuck(java.time.LocalDate day, String who, String status, int tries, String problem) {}

    private final Rules rules;
    private final MailServer server;
    private final JdbcClient jdbc;

    RulePage(Rules rules, MailServer server, JdbcClient jdbc) {
        this.rules = rules;
        this.server = server;
        this.jdbc = jdbc;
    }

    @GetMapping("/notices/rule")
    View show(@RequestParam(defaultValue = "") String done) {
        Rules.Rule rule = rules.now();
        return Html.of("notices/settings/rule", "rule", rule, "days", rule.daysBefore().stream().map(String::valueOf).collect(Collectors.joining(", ")), "may", Rules.may(CurrentUser.require()), "done", done);
    }

    @PostMapping("/notices/rule")
    View set(@RequestParam String days, @RequestParam int grace, @RequestParam int levels) {
        rules.set(new Rules.Rule(Rules.days(days), grace, levels));
        return new RedirectView("/notices/rule?done=saved");
    }

    @GetMapping("/notices/mail")
    @Transactional(readOnly = true)
    View mails() {
        if (!CurrentUser.require().has("administrator")) {
            throw Problem.notFound();
        }
        List<Stuck> stuck = jdbc.sql("""
                        -- Which digests were tried and have not arrived?
                        select m.day, u.name as who, m.status, m.tries, coalesce(m.problem, '') as problem from notices.mail m join identity.pub_user u on u.user_id = m.user_id
                        where m.status = 'failed' or m.status = 'waiting' and m.tries > 0 order by m.day desc, m.id desc limit :most""").param("most", MOST).query(Stuck.class).list();
        return Html.of("notices/settings/mail", "server", server.where(), "stuck", stuck);
    }
}
