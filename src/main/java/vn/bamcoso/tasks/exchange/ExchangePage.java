package vn.bamcoso.tasks.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.DateWords;
import vn.bamcoso.shell.Html;
import vn.bamcoso.shell.NavItem;
import vn.bamcoso.shell.Paging;
import vn.bamcoso.tasks.Choices;
import vn.bamcoso.tasks.Desk;
import vn.bamcoso.tasks.See;
import vn.bamcoso.tasks.directive.Directives;

/** The log of the exchange: what waits for the clerk, what came and went, which files were set aside and why. */
@Controller
public class ExchangePage {
    private static final int SIZE = 50;
    private static final List<String> SHOWN = List.of("all", "waiting", "bad", "out");

    /** @param there whether files are exchanged at all; {@code waiting} documents and recalls that wait, {@code bad} files set aside */
    public record Log(boolean there, String organ, int waiting, int bad, String show, List<Registering.Message> messages, Paging paging) {}

    /** @param states that went back for this document */
    public record One(Registering.Message message, List<Registering.Message> states, List<String> kinds, List<String> offices, List<String> fields, String text) {}

    private final Registering registering;
    private final Sending sending;
    private final Folders folders;
    private final Choices choices;
    private final Desk desk;
    private final JdbcClient jdbc;

    ExchangePage(Registering registering, Sending sending, Folders folders, Choices choices, Desk desk, JdbcClient jdbc) {
        this.registering = registering;
        this.sending = sending;
        this.folders = folders;
        this.choices = choices;
        this.desk = desk;
        this.jdbc = jdbc;
    }

    @GetMapping("/exchange")
    @Transactional(readOnly = true)
    View log(@RequestParam(defaultValue = "all") String show, @RequestParam(defaultValue = "1") int page) {
        need();
        String only = SHOWN.contains(show) ? show : "all";
        record Counts(int waiting, int bad, int out, int all) {}
        Counts counts = jdbc.sql("""
                        select count(*) filter (where status = 'waiting' or recall = 'asked') as waiting, count(*) filter (where kind = 'bad') as bad, count(*) filter (where direction = 'out') as out, count(*) as all from tasks.exchange""")
                .query(Counts.class).single();
        int total = switch (only) {
            case "waiting" -> counts.waiting();
            case "bad" -> counts.bad();
            case "out" -> counts.out();
            default -> counts.all();
        };
        Paging paging = new Paging(total, SIZE, Math.max(1, page), "/exchange?show=" + only);
        List<Registering.Message> messages = jdbc.sql(Registering.FIELDS + """
                        where case :only when 'waiting' then status = 'waiting' or recall = 'asked' when 'bad' then kind = 'bad' when 'out' then direction = 'out' else true end
                        order by at desc, id desc limit :size offset :offset""")
                .param("only", only).param("size", SIZE).param("offset", paging.offset()).query(Registering.Message.class).list();
        return Html.of("tasks/exchange/log", "log", new Log(folders.there(), folders.organ(), counts.waiting(), counts.bad(), only, messages, paging));
    }

    @GetMapping("/exchange/{id:\\d+}")
    @Transactional(readOnly = true)
    View one(@PathVariable long id, Locale locale) {
        need();
        Registering.Message message = registering.get(id);
        Texts texts = Texts.of(locale);
        List<String> kinds = new ArrayList<>();
        Directives.KINDS.forEach(kind -> kinds.addAll(List.of(kind, texts.get("tasks.directive.kind." + kind))));
        List<String> offices = new ArrayList<>();
        desk.keeping(CurrentUser.require()).forEach(office -> offices.addAll(List.of(String.valueOf(office.id()), office.name())));
        return Html.of("tasks/exchange/message", "one", new One(
                message, jdbc.sql(Registering.FIELDS + "where letter_id = :id order by id").param("id", id).query(Registering.Message.class).list(), kinds, offices, choices.fields(texts),
                message.due() == null ? "" : texts.get("tasks.exchange.due-text", message.due())));
    }

    @PostMapping("/exchange/{id:\\d+}/registration")
    View register(@PathVariable long id, @RequestParam String kind, @RequestParam String day, @RequestParam String title, @RequestParam(defaultValue = "") String text, @RequestParam int office, @RequestParam short field) {
        return See.other("/directives/" + registering.register(id, kind, DateWords.parse(day), title, text, office, field));
    }

    @PostMapping("/exchange/{id:\\d+}/refusal")
    View refuse(@PathVariable long id, @RequestParam(required = false) @Nullable String reason) {
        registering.refuse(id, reason);
        return See.other("/exchange/" + id);
    }

    @PostMapping("/exchange/{id:\\d+}/recall")
    View recall(@PathVariable long id, @RequestParam String answer, @RequestParam(required = false) @Nullable String reason) {
        registering.answerRecall(id, answer.equals("agreed"), reason);
        return See.other("/exchange/" + id);
    }

    @PostMapping("/exchange/{id:\\d+}/resending")
    View again(@PathVariable long id) {
        registering.again(id);
        return See.other("/exchange?show=out");
    }

    @PostMapping("/directives/{id:\\d+}/sendings")
    View send(@PathVariable int id, @RequestParam String organ, @RequestParam String receiver, @RequestParam(defaultValue = "") String until) {
        sending.send(id, organ, receiver, until.isBlank() ? null : DateWords.parse(until));
        return See.other("/directives/" + id + "#exchange");
    }

    private static void need() {
        if (!Registering.may(CurrentUser.require())) {
            throw Problem.notFound();
        }
    }

    /** In the rail of those who register, with how many wait. */
    @Component
    static class InRail implements NavItem {
        private final JdbcClient jdbc;

        InRail(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @Override
        public String group() {
            return "shell.nav.documents";
        }

        @Override
        public String label() {
            return "tasks.exchange.title";
        }

        @Override
        public String path() {
            return "/exchange";
        }

        @Override
        public int order() {
            return 430;
        }

        @Override
        public boolean shownTo(CurrentUser user) {
            return Registering.may(user);
        }

        @Override
        @Transactional(readOnly = true)
        public int waiting(CurrentUser user) {
            return jdbc.sql("select count(*) from tasks.exchange where status = 'waiting' or recall = 'asked'").query(Integer.class).single();
        }
    }
}
