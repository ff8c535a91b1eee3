package vn.bamcoso.tasks.directive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.DateWords;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.calendar.PeriodKind;
import vn.bamcoso.calendar.PeriodRule;
import vn.bamcoso.shell.Html;
import vn.bamcoso.tasks.Choices;
import vn.bamcoso.tasks.Desk;
import vn.bamcoso.tasks.See;
import vn.bamcoso.tasks.exchange.Registering;
import vn.bamcoso.tasks.exchange.Sending;
import vn.bamcoso.tasks.Task;
import vn.bamcoso.tasks.Tasks;
import vn.bamcoso.tasks.file.Attachments;
import vn.bamcoso.territory.Office;

/** Directives: the list, the form that records one, and one with all that came from it. */
@Controller
public class DirectivesPage {
    /** A branch of the tree: a task with its shares counted, and the tasks into which offices cut their shares. */
    public record Branch(Task task, Counted shares, List<Branch> below) {}

    /** Shares by book; {@code only} is the one share of a task without fan-out, 0 else. */
    public record Counted(int task, int shares, int done, int doneLate, int open, int openLate, long only) {
        static final Counted NONE = new Counted(0, 0, 0, 0, 0, 0, 0);
    }

    /** @param may the user may add tasks to it; {@code offices} of the user, to tell a briefing */
    public record Shown(Directive directive, String keeper, List<Branch> tree, List<Directives.Briefing> briefings, boolean may, List<String> offices, LocalDate today,
            List<Attachments.Listed> files, boolean keeps, Directives.Silent silent, List<String> periods, List<Registering.Message> exchanged, boolean sends) {}

    private final Directives directives;
    private final Attachments files;
    private final Tasks tasks;
    private final Desk desk;
    private final Choices choices;
    private final Registering exchange;
    private final Sending sending;
    private final JdbcClient jdbc;

    DirectivesPage(Directives directives, Attachments files, Tasks tasks, Desk desk, Choices choices, Registering exchange, Sending sending, JdbcClient jdbc) {
        this.directives = directives;
        this.files = files;
        this.tasks = tasks;
        this.desk = desk;
        this.choices = choices;
        this.exchange = exchange;
        this.sending = sending;
        this.jdbc = jdbc;
    }

    @GetMapping("/directives")
    @Transactional(readOnly = true)
    View list() {
        return Html.of("tasks/directive/directives", "directives", directives.all(), "may", !desk.issuing(CurrentUser.require()).isEmpty());
    }

    @GetMapping("/directives/new")
    @Transactional(readOnly = true)
    View form(Locale locale) {
        Texts texts = Texts.of(locale);
        return Html.of("tasks/directive/newdirective", "issuers", pairs(desk.issuing(CurrentUser.require())), "fields", choices.fields(texts), "kinds", kinds(texts), "today", desk.today());
    }

    @PostMapping("/directives")
    View record(@RequestParam String kind, @RequestParam String number, @RequestParam String day, @RequestParam String signer, @RequestParam String issuer, @RequestParam(required = false) @Nullable String outside,
            @RequestParam String title, @RequestParam(defaultValue = "") String text, @RequestParam int office, @RequestParam short field) {
        int id = directives.record(new Directives.NewDirective(
                kind, number.strip(), DateWords.parse(day), signer.strip(), issuer.strip(), outside != null, title.strip(), text.strip(), null, false, office, field));
        return See.other("/directives/" + id);
    }

    @GetMapping("/directives/{id:\\d+}")
    @Transactional(readOnly = true)
    View show(@PathVariable int id, Locale locale) {
        Directive directive = directives.get(id);
        CurrentUser user = CurrentUser.require();
        List<Task> roots = tasks.of(id).stream().filter(task -> task.shareId() == null).toList();
        List<Office> issuing = desk.issuing(user);
        List<String> offices = new ArrayList<>();
        desk.offices(user).forEach(office -> offices.addAll(List.of(String.valueOf(office), choices.name(office))));
        return Html.of("tasks/directive/directive", "shown", new Shown(
                directive, choices.name(directive.officeId()), tree(roots), directives.briefings(id), issuing.stream().anyMatch(office -> office.id() == directive.officeId() || !office.kind().equals("commune")), offices, desk.today(),
                files.of(id), issuing.stream().anyMatch(office -> office.id() == directive.officeId()), directives.silent(id), periods(Texts.of(locale)), exchange.of(id), sending.may(user, directive)));
    }

    @PostMapping("/directives/{id:\\d+}/briefings")
    View brief(@PathVariable int id, @RequestParam int office, @RequestParam String day, @RequestParam int people, @RequestParam(defaultValue = "") String note) {
        directives.brief(id, office, DateWords.parse(day), people, note);
        return See.other("/directives/" + id + "#briefings");
    }

    private List<Branch> tree(List<Task> level) {
        if (level.isEmpty()) {
            return List.of();
        }
        Map<Integer, Counted> counted = jdbc.sql("""
                        -- How do the shares of these tasks stand today?
                        select s.task_id as task, count(*) as shares, count(*) filter (where s.status = 'done' and s.proposed_on <= s.last_day) as done,
                               count(*) filter (where s.status = 'done' and s.proposed_on > s.last_day) as done_late,
                               count(*) filter (where s.status <> 'done' and coalesce(s.proposed_on, :today) <= s.last_day) as open,
                               count(*) filter (where s.status <> 'done' and coalesce(s.proposed_on, :today) > s.last_day) as open_late,
                               case count(*) when 1 then min(s.id) else 0 end as only
                        from tasks.share s where s.task_id = any (:ids) and s.status not in ('withdrawn', 'merged') group by s.task_id""")
                .param("today", desk.today()).param("ids", level.stream().map(Task::id).toArray(Integer[]::new)).query(Counted.class).stream().collect(java.util.stream.Collectors.toMap(Counted::task, one -> one));
        List<Task> cut = jdbc.sql("select t.id from tasks.task t join tasks.share s on s.id = t.share_id where s.task_id = any (:ids) order by t.id limit 500")
                .param("ids", level.stream().map(Task::id).toArray(Integer[]::new)).query(Integer.class).list().stream().map(tasks::get).toList();
        Map<Integer, List<Branch>> below = new java.util.HashMap<>();
        if (!cut.isEmpty()) {
            Map<Long, Integer> parent = new java.util.HashMap<>();
            jdbc.sql("select id, task_id from tasks.share where id = any (:ids)").param("ids", cut.stream().map(Task::shareId).toArray(Long[]::new)).query(row -> {
                parent.put(row.getLong(1), row.getInt(2));
            });
            tree(cut).forEach(branch -> below.computeIfAbsent(parent.getOrDefault(branch.task().shareId(), 0), none -> new ArrayList<>()).add(branch));
        }
        return level.stream().map(task -> new Branch(task, counted.getOrDefault(task.id(), Counted.NONE), below.getOrDefault(task.id(), List.of()))).toList();
    }

    /** The quarter, half-year and year that run, and those before them: of which a report may be. */
    private List<String> periods(Texts texts) {
        List<String> periods = new ArrayList<>(List.of("", texts.get("tasks.paper.period.none")));
        LocalDate today = desk.today();
        for (PeriodKind kind : List.of(PeriodKind.QUARTER, PeriodKind.HALF_YEAR, PeriodKind.YEAR)) {
            Period running = PeriodRule.OFFICIAL.containing(kind, today).orElseThrow();
            running.previous().ifPresent(before -> periods.addAll(List.of(before.code(), before.name(texts.locale()))));
            periods.addAll(List.of(running.code(), running.name(texts.locale())));
        }
        return periods;
    }

    private static List<String> kinds(Texts texts) {
        List<String> kinds = new ArrayList<>();
        Directives.KINDS.forEach(kind -> kinds.addAll(List.of(kind, texts.get("tasks.directive.kind." + kind))));
        return kinds;
    }

    private static List<String> pairs(List<Office> offices) {
        List<String> pairs = new ArrayList<>();
        offices.forEach(office -> pairs.addAll(List.of(String.valueOf(office.id()), office.name())));
        return pairs;
    }
}
