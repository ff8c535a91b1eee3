package vn.bamcoso.figures.statement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.shell.Html;

/** All published statements, grouped by the event that they were printed about. */
@Controller
public class StatementsPage {
    private final Statements statements;

    StatementsPage(Statements statements) {
        this.statements = statements;
    }

    public record Event(String name, List<Checked> rows) {}

    public record Shown(List<Event> events, int total, int yes, int no, int open, String holds, @Nullable String indicator, @Nullable String within, boolean mayEnter) {}

    @GetMapping("/statements")
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public View statements(
            @RequestParam(defaultValue = "") String indicator, @RequestParam(defaultValue = "") String within, @RequestParam(defaultValue = "") String holds, Locale locale) {
        Checked.Holds wanted = wanted(holds);
        List<Checked> all = statements.find(indicator.isEmpty() ? null : indicator, within.isEmpty() ? null : within, locale);
        Map<String, List<Checked>> events = new LinkedHashMap<>();
        all.stream().filter(one -> wanted == null || one.holds() == wanted)
                .forEach(one -> events.computeIfAbsent(one.statement().event(locale), name -> new ArrayList<>()).add(one));
        var shown = new Shown(
                events.entrySet().stream().map(event -> new Event(event.getKey(), event.getValue())).toList(), all.size(),
                count(all, Checked.Holds.YES), count(all, Checked.Holds.NO), count(all, Checked.Holds.OPEN), holds,
                indicator.isEmpty() ? null : indicator, within.isEmpty() ? null : within, Entering.may());
        return Html.of("figures/statement/statements", "shown", shown);
    }

    private static int count(List<Checked> all, Checked.Holds holds) {
        return (int) all.stream().filter(one -> one.holds() == holds).count();
    }

    static Checked.@Nullable Holds wanted(@Nullable String holds) {
        return holds == null || holds.isEmpty() ? null : switch (holds) {
            case "yes" -> Checked.Holds.YES;
            case "no" -> Checked.Holds.NO;
            case "open" -> Checked.Holds.OPEN;
            default -> throw Problem.refused("figures.statement.problem.holds", holds);
        };
    }
}
