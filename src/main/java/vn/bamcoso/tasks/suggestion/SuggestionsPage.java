package vn.bamcoso.tasks.suggestion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import vn.bamcoso.calendar.DateWords;
import vn.bamcoso.shell.Html;
import vn.bamcoso.tasks.Choices;
import vn.bamcoso.tasks.Desk;
import vn.bamcoso.tasks.See;
import vn.bamcoso.tasks.directive.Directives;

/** Proposed tasks: the list with appraisal and decision, and the form. */
@Controller
class SuggestionsPage {
    private final Suggestions suggestions;
    private final Directives directives;
    private final Choices choices;
    private final Desk desk;

    SuggestionsPage(Suggestions suggestions, Directives directives, Choices choices, Desk desk) {
        this.suggestions = suggestions;
        this.directives = directives;
        this.choices = choices;
        this.desk = desk;
    }

    @GetMapping("/tasks/suggestions")
    @Transactional(readOnly = true)
    View list(@RequestParam(required = false) @Nullable String done) {
        CurrentUser user = CurrentUser.require();
        return Html.of("tasks/suggestion/suggestions", "suggestions", suggestions.all(), "may", !desk.offices(user).isEmpty(), "done", done, "today", desk.today());
    }

    @GetMapping("/tasks/suggestions/new")
    @Transactional(readOnly = true)
    View form(Locale locale) {
        List<Integer> mine = desk.offices(CurrentUser.require());
        if (mine.isEmpty()) {
            throw Problem.forbidden("tasks.problem.not-your-act");
        }
        List<String> own = new ArrayList<>();
        mine.forEach(office -> own.addAll(List.of(String.valueOf(office), choices.name(office))));
        List<String> under = new ArrayList<>(List.of("", "–"));
        under.addAll(directives.choices(false));
        List<String> leads = new ArrayList<>(List.of("", "–"));
        choices.leads().forEach(one -> leads.addAll(List.of(String.valueOf(one.id()), one.kind().equals("department") ? one.code() + " · " + one.name() : one.name())));
        return Html.of("tasks/suggestion/newsuggestion", "own", own, "under", under, "leads", leads, "fields", choices.fields(Texts.of(locale)));
    }

    @PostMapping("/tasks/suggestions")
    View propose(@RequestParam(required = false) @Nullable Integer directive, @RequestParam(defaultValue = "") String title, @RequestParam(defaultValue = "") String why, @RequestParam(defaultValue = "") String deliverable,
            @RequestParam(required = false) @Nullable Integer lead, @RequestParam(defaultValue = "") String due, @RequestParam int office, @RequestParam short field) {
        suggestions.propose(new Suggestions.NewSuggestion(directive, title, why, deliverable, lead, due.isBlank() ? null : DateWords.parse(due), office, field));
        return See.other("/tasks/suggestions?done=made");
    }

    @PostMapping("/tasks/suggestions/{id}/appraisal")
    View appraise(@PathVariable int id, @RequestParam boolean recommends, @RequestParam(required = false) @Nullable String opinion) {
        suggestions.appraise(id, recommends, opinion);
        return See.other("/tasks/suggestions?done=appraised");
    }

    @PostMapping("/tasks/suggestions/{id}/decision")
    View decide(@PathVariable int id, @RequestParam boolean accepted, @RequestParam(required = false) @Nullable String decider, @RequestParam String on, @RequestParam(required = false) @Nullable String reason) {
        Integer task = suggestions.decide(id, accepted, decider, DateWords.parse(on), reason);
        return See.other(task == null ? "/tasks/suggestions?done=declined" : "/tasks/" + task + "/edit");
    }
}
