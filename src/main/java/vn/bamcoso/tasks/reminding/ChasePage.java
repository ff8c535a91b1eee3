package vn.bamcoso.tasks.reminding;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
import vn.bamcoso.notices.ReminderWords;
import vn.bamcoso.shell.Html;
import vn.bamcoso.tasks.Desk;
import vn.bamcoso.tasks.See;
import vn.bamcoso.tasks.Tasks;
import vn.bamcoso.tasks.directive.Directives;

/** "Chép lời nhắc" for a task or a whole directive, and the act that reminds all who have not done their share. */
@Controller
public class ChasePage {
    /** @param here address of this page without the choice; {@code up} of the task or directive; {@code told} how many were told by the act just done */
    public record Shown(String title, String up, String here, int open, boolean late, String words, @Nullable Integer told) {}

    private final Chasing chasing;
    private final Tasks tasks;
    private final Directives directives;
    private final Desk desk;
    private final Clock clock;

    ChasePage(Chasing chasing, Tasks tasks, Directives directives, Desk desk, Clock clock) {
        this.chasing = chasing;
        this.tasks = tasks;
        this.directives = directives;
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping("/tasks/{id:\\d+}/reminders")
    @Transactional(readOnly = true)
    View ofTask(@PathVariable int id, @RequestParam(defaultValue = "all") String who, @RequestParam(required = false) @Nullable Integer told, Locale locale) {
        return page(tasks.get(id).title(), "/tasks/" + id, id, null, who, told, Texts.of(locale));
    }

    @GetMapping("/directives/{id:\\d+}/reminders")
    @Transactional(readOnly = true)
    View ofDirective(@PathVariable int id, @RequestParam(defaultValue = "all") String who, @RequestParam(required = false) @Nullable Integer told, Locale locale) {
        return page(directives.get(id).title(), "/directives/" + id, null, id, who, told, Texts.of(locale));
    }

    @PostMapping("/tasks/{id:\\d+}/reminders")
    View remindTask(@PathVariable int id, @RequestParam(defaultValue = "all") String who, @RequestParam(required = false) @Nullable String asks) {
        return See.other("/tasks/" + id + "/reminders?who=" + who(who) + "&told=" + chasing.remind(id, null, who.equals("late"), asks != null, clock.instant()));
    }

    @PostMapping("/directives/{id:\\d+}/reminders")
    View remindDirective(@PathVariable int id, @RequestParam(defaultValue = "all") String who, @RequestParam(required = false) @Nullable String asks) {
        return See.other("/directives/" + id + "/reminders?who=" + who(who) + "&told=" + chasing.remind(null, id, who.equals("late"), asks != null, clock.instant()));
    }

    private static String who(String who) {
        return who.equals("late") ? "late" : "all";
    }

    private View page(String title, String up, @Nullable Integer task, @Nullable Integer directive, String who, @Nullable Integer told, Texts texts) {
        if (!Desk.chases(CurrentUser.require())) {
            throw Problem.forbidden("tasks.problem.not-your-act");
        }
        boolean late = who.equals("late");
        List<Chasing.Open> open = chasing.open(task, directive, late);
        return Html.of("tasks/reminding/chase", "shown", new Shown(title, up, up + "/reminders", open.size(), late, words(open, texts), told));
    }

    /** One paragraph for each task and date. */
    private String words(List<Chasing.Open> open, Texts texts) {
        Map<String, List<Chasing.Open>> grouped = new LinkedHashMap<>();
        open.forEach(one -> grouped.computeIfAbsent(one.taskId() + " " + one.lastDay(), none -> new java.util.ArrayList<>()).add(one));
        LocalDate today = desk.today();
        return grouped.values().stream().map(some -> ReminderWords.of(
                texts, texts.get("tasks.reminding.words", some.getFirst().title()), some.getFirst().lastDay(), today, some.stream().map(Chasing.Open::office).distinct().toList())).collect(Collectors.joining("\n\n"));
    }
}
