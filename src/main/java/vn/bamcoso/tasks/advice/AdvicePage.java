package vn.bamcoso.tasks.advice;

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
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.DateWords;
import vn.bamcoso.shell.Html;
import vn.bamcoso.shell.Paging;
import vn.bamcoso.tasks.Choices;
import vn.bamcoso.tasks.Desk;
import vn.bamcoso.tasks.See;

/** Advice given: the list with the outcomes, by year, and the form. */
@Controller
class AdvicePage {
    private static final int LINES = 50;

    private final Advices advices;
    private final Choices choices;
    private final Desk desk;

    AdvicePage(Advices advices, Choices choices, Desk desk) {
        this.advices = advices;
        this.choices = choices;
        this.desk = desk;
    }

    @GetMapping("/advice")
    @Transactional(readOnly = true)
    View list(@RequestParam(required = false) @Nullable String done, @RequestParam(required = false) @Nullable Integer task, @RequestParam(defaultValue = "1") int page, Locale locale) {
        Texts texts = Texts.of(locale);
        List<Advices.Year> years = advices.years();
        Paging paging = new Paging(years.stream().mapToInt(Advices.Year::given).sum(), LINES, page, "/advice");
        List<String> own = new ArrayList<>();
        desk.offices(CurrentUser.require()).forEach(office -> own.addAll(List.of(String.valueOf(office), choices.name(office))));
        List<String> bodies = new ArrayList<>();
        Advices.BODIES.forEach(kind -> bodies.addAll(List.of(kind, texts.get("tasks.advice.body." + kind))));
        return Html.of("tasks/advice/advice", "advice", advices.all(LINES, paging.offset()), "years", years, "paging", paging, "own", own, "bodies", bodies, "fields", choices.fields(texts), "task", task, "done", done, "today", desk.today());
    }

    @PostMapping("/advice")
    View record(@RequestParam int office, @RequestParam(defaultValue = "") String number, @RequestParam String day, @RequestParam(defaultValue = "") String title, @RequestParam String kind, @RequestParam(defaultValue = "") String body,
            @RequestParam(required = false) @Nullable Integer task, @RequestParam short field) {
        advices.record(new Advices.NewAdvice(office, number, DateWords.parse(day), title, kind, body, task, field));
        return See.other("/advice?done=recorded");
    }

    @PostMapping("/advice/{id}/outcome")
    View tell(@PathVariable long id, @RequestParam String outcome, @RequestParam String on, @RequestParam(required = false) @Nullable String document, @RequestParam(required = false) @Nullable String result) {
        advices.tell(id, outcome, DateWords.parse(on), document, result);
        return See.other("/advice?done=told");
    }
}
