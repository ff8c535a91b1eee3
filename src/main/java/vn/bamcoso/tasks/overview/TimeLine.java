package vn.bamcoso.tasks.overview;

import java.sql.Types;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Sql;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.shell.Html;
import vn.bamcoso.tasks.Desk;
import vn.bamcoso.tasks.directive.Directives;

/** The tasks of a year as bars from the day of issue to the date, with today across them. */
@Controller
public class TimeLine {
    /** @param next date of the earliest share that is open; {@code last} the day on which the last finished one was proposed; {@code only} its one share, 0 when several */
    public record Bar(int task, @Nullable Integer number, String title, @Nullable String directive, LocalDate issued, LocalDate due, int shares, int done, int late, @Nullable LocalDate next, @Nullable LocalDate last, long only) {
        public String css() {
            return late > 0 ? "late" : done == shares ? "done" : "open";
        }
    }

    /** Where a day lies on a line of a thousand parts. */
    public record Scale(LocalDate from, LocalDate until) {
        public long at(LocalDate day) {
            return Math.clamp(ChronoUnit.DAYS.between(from, day) * 1000 / Math.max(1, ChronoUnit.DAYS.between(from, until)), 0, 1000);
        }

        public List<LocalDate> quarters() {
            return from.datesUntil(until, java.time.Period.ofMonths(3)).toList();
        }
    }

    private final JdbcClient jdbc;
    private final Directives directives;
    private final Desk desk;

    TimeLine(JdbcClient jdbc, Directives directives, Desk desk) {
        this.jdbc = jdbc;
        this.directives = directives;
        this.desk = desk;
    }

    @GetMapping("/tasks/timeline")
    @Transactional(readOnly = true)
    View show(@RequestParam(required = false) @Nullable Integer directive, @RequestParam(required = false) @Nullable Integer year, @RequestParam(defaultValue = "all") String of, Locale locale) {
        LocalDate today = desk.today();
        int shown = year == null ? today.getYear() : Math.clamp(year, 2000, 2100);
        Scale scale = new Scale(LocalDate.of(shown, 1, 1), LocalDate.of(shown, 12, 31));
        String which = of.equals("mine") ? "mine" : "all";
        List<Bar> bars = jdbc.sql(Sql.beside(TimeLine.class, "timeline.sql")).param("today", today).param("from", scale.from()).param("until", scale.until()).param("directive", directive, Types.INTEGER)
                .param("which", which).param("mine", desk.offices(CurrentUser.require()).toArray(Integer[]::new)).query(Bar.class).list();
        List<String> choices = new ArrayList<>(List.of("", Texts.of(locale).get("tasks.every")));
        choices.addAll(directives.choices(true));
        return Html.of("tasks/overview/timeline", "bars", bars, "scale", scale, "year", shown, "which", which, "directives", choices, "directive", directive, "today", today);
    }
}
