package vn.bamcoso.tasks.issuing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.DateWords;
import vn.bamcoso.documents.numbers.NumberForm;
import vn.bamcoso.documents.numbers.Numerals;
import vn.bamcoso.figures.Indicators;
import vn.bamcoso.shell.Html;
import vn.bamcoso.tasks.Choices;
import vn.bamcoso.tasks.Clear;
import vn.bamcoso.tasks.Desk;
import vn.bamcoso.tasks.DueRule;
import vn.bamcoso.tasks.See;
import vn.bamcoso.tasks.Settings;
import vn.bamcoso.tasks.Share;
import vn.bamcoso.tasks.Shares;
import vn.bamcoso.tasks.Task;
import vn.bamcoso.tasks.Tasks;
import vn.bamcoso.tasks.directive.Directive;
import vn.bamcoso.tasks.directive.Directives;
import vn.bamcoso.territory.Office;

/** The form of a task: whatever is known already is kept; what is missing is said with its reason; issued when all is clear. */
@Controller
public class TaskForm {
    /** @param task null for a new one; {@code missing} the clears that it lacks */
    public record Form(
            @Nullable Task task, Office issuer, List<Office> issuers, @Nullable Directive directive, @Nullable Share cut, List<Choices.Addressee> offices, List<Choices.Addressee> bodies, List<Integer> cooperating, List<Integer> monitoring,
            List<String> kinds, List<String> fields, List<String> posts, List<String> rules, List<String> indicators, List<Clear> clears, List<Clear> missing, boolean bare) {
        public String value(java.util.function.Function<Task, @Nullable Object> of) {
            Object value = task == null ? null : of.apply(task);
            return value == null ? "" : value.toString();
        }
    }

    private final Drafting drafting;
    private final Issuing issuing;
    private final Tasks tasks;
    private final Shares shares;
    private final Directives directives;
    private final Desk desk;
    private final Choices choices;
    private final Settings settings;
    private final Indicators indicators;
    private final JdbcClient jdbc;

    TaskForm(Drafting drafting, Issuing issuing, Tasks tasks, Shares shares, Directives directives, Desk desk, Choices choices, Settings settings, Indicators indicators, JdbcClient jdbc) {
        this.drafting = drafting;
        this.issuing = issuing;
        this.tasks = tasks;
        this.shares = shares;
        this.directives = directives;
        this.desk = desk;
        this.choices = choices;
        this.settings = settings;
        this.indicators = indicators;
        this.jdbc = jdbc;
    }

    @GetMapping("/tasks/new")
    @Transactional(readOnly = true)
    View empty(@RequestParam(required = false) @Nullable Integer directive, @RequestParam(required = false) @Nullable Long share, @RequestParam(required = false) @Nullable Integer office, Locale locale) {
        Share cut = share == null ? null : shares.get(share);
        Integer from = cut == null ? directive : tasks.get(cut.taskId()).directiveId();
        return show(null, from == null ? null : directives.find(from).orElse(null), cut, cut == null ? office : Integer.valueOf(cut.officeId()), Texts.of(locale));
    }

    @GetMapping("/tasks/{id:\\d+}/edit")
    @Transactional(readOnly = true)
    View edit(@PathVariable int id, Locale locale) {
        Task task = tasks.get(id);
        if (!task.draft()) {
            return See.other("/tasks/" + id);
        }
        return show(task, task.directiveId() == null ? null : directives.find(task.directiveId()).orElse(null), task.shareId() == null ? null : shares.get(task.shareId()), task.officeId(), Texts.of(locale));
    }

    @PostMapping("/tasks")
    View open(@RequestParam MultiValueMap<String, String> typed) {
        return See.other("/tasks/" + drafting.open(draft(typed)) + "/edit");
    }

    @PostMapping("/tasks/{id:\\d+}")
    View change(@PathVariable int id, @RequestParam int lock, @RequestParam MultiValueMap<String, String> typed, Locale locale) {
        drafting.change(id, lock, draft(typed));
        if (typed.getFirst("issue") != null) {
            issuing.issue(id, lock + 1, Texts.of(locale));
            return See.other("/tasks/" + id + "?done=issued");
        }
        return See.other("/tasks/" + id + "/edit");
    }

    @PostMapping("/tasks/{id:\\d+}/withdrawal")
    View withdraw(@PathVariable int id, @RequestParam int lock, @RequestParam(defaultValue = "") String reason) {
        issuing.withdraw(id, lock, reason);
        return See.other("/tasks/" + id + "?done=withdrawn");
    }

    private View show(@Nullable Task task, @Nullable Directive directive, @Nullable Share cut, @Nullable Integer office, Texts texts) {
        List<Office> issuers = desk.issuing(CurrentUser.require());
        Office issuer = issuers.stream().filter(one -> office == null || one.id() == office).findFirst().orElseThrow(() -> Problem.forbidden("tasks.problem.not-issuer"));
        boolean six = settings.now().six();
        List<String> rules = new ArrayList<>();
        for (DueRule rule : DueRule.values()) {
            rules.addAll(List.of(rule.code(), rule.label(texts)));
        }
        List<String> codes = new ArrayList<>(List.of("", texts.get("tasks.indicator.none")));
        indicators.all().forEach(one -> codes.addAll(List.of(one.code(), one.name(texts.locale()))));
        return Html.of("tasks/issuing/taskform", "form", new Form(
                task, issuer, issuers, directive, cut, choices.addressees(issuer), choices.bodies(), parts(task, "cooperates"), parts(task, "monitors"), choices.kinds(texts), choices.fields(texts), choices.posts(texts), rules, codes,
                Clear.list(six), task == null ? Clear.list(six) : Clear.missing(task, six, settings.bare(task.kind())), task != null && settings.bare(task.kind())));
    }

    private List<Integer> parts(@Nullable Task task, String part) {
        return task == null ? List.of() : jdbc.sql("select office_id from tasks.part where task_id = :id and part = :part").param("id", task.id()).param("part", part).query(Integer.class).list();
    }

    private static Drafting.Draft draft(MultiValueMap<String, String> typed) {
        String due = text(typed, "due");
        String indicator = text(typed, "indicator");
        String target = text(typed, "target");
        BigDecimal value = indicator.isEmpty() || target.isEmpty() ? null : Numerals.parse(target, NumberForm.VIETNAMESE).value();
        return new Drafting.Draft(
                whole("office", text(typed, "office")), number(typed, "directive"), text(typed, "article"), number(typed, "share") == null ? null : Long.valueOf(number(typed, "share")), text(typed, "kind"),
                number(typed, "number"), (short) Math.min(whole("field", text(typed, "field")), Short.MAX_VALUE), text(typed, "title"), text(typed, "deliverable"), text(typed, "authority"),
                text(typed, "audience"), ids(typed, "offices"), ids(typed, "bodies"), text(typed, "post"), DueRule.of(text(typed, "rule")), due.isEmpty() ? null : DateWords.parse(due), text(typed, "dueNote"),
                ids(typed, "cooperating"), ids(typed, "monitoring"), value == null ? null : indicator, value, value == null ? null : text(typed, "comparison"));
    }

    private static String text(MultiValueMap<String, String> typed, String name) {
        String value = typed.getFirst(name);
        return value == null ? "" : value.strip();
    }

    private static @Nullable Integer number(MultiValueMap<String, String> typed, String name) {
        String value = text(typed, name);
        return value.isEmpty() ? null : whole(name, value);
    }

    private static int whole(String name, String value) {
        if (!value.matches("\\d{1,9}")) {
            throw Problem.refused("shell.problem.value", name, value);
        }
        return Integer.parseInt(value);
    }

    private static List<Integer> ids(MultiValueMap<String, String> typed, String name) {
        return typed.getOrDefault(name, List.of()).stream().filter(one -> !one.isBlank()).map(one -> whole(name, one.strip())).toList();
    }
}
