package vn.bamcoso.reporting.demand;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;
import vn.bamcoso.basics.Sql;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.PeriodKind;
import vn.bamcoso.reporting.submission.Desk;
import vn.bamcoso.shell.Html;

/**
 * The inventory of demands: which indicator is asked where, of whom and how often. What is asked twice of the same level on
 * the same days stands out, and what a form asks though records tell it.
 */
@Controller
public class DemandsPage {
    private static final String DEMANDS = Sql.beside(DemandsPage.class, "demands.sql");

    private final JdbcClient jdbc;
    private final Desk desk;

    DemandsPage(JdbcClient jdbc, Desk desk) {
        this.jdbc = jdbc;
        this.desk = desk;
    }

    /** @param times how often a year, in words; {@code yearly} as a number */
    public record Demand(String form, String formName, String level, LocalDate from, LocalDate to, String times, int yearly) {
        boolean overlaps(Demand other) {
            return level.equals(other.level) && !from.isAfter(other.to) && !other.from.isAfter(to);
        }
    }

    /** @param twice asked by two forms of the same level on the same days; {@code measured} asked though records tell it */
    public record Line(String indicator, String name, String unit, List<Demand> demands, boolean twice, boolean measured) {
        public int yearly() {
            return demands.stream().mapToInt(Demand::yearly).sum();
        }
    }

    public record Shown(List<Line> lines, int forms, int cells, long twice) {}

    @GetMapping("/forms/demands")
    @Transactional(readOnly = true)
    public View demands(Locale locale) {
        Texts texts = Texts.of(locale);
        boolean english = "en".equals(locale.getLanguage());
        Map<String, List<Demand>> byIndicator = new LinkedHashMap<>();
        Map<String, String[]> names = new LinkedHashMap<>();
        LocalDate today = desk.today();
        jdbc.sql(DEMANDS).param("today", today).query((row, n) -> {
            String code = row.getString("code");
            names.put(code, new String[] {row.getString(english ? "name_en" : "name_vi"), row.getString(english ? "unit_en" : "unit_vi"), row.getString("origin")});
            List<PeriodKind> kinds = Arrays.stream((String[]) row.getArray("period_kinds").getArray()).map(kind -> PeriodKind.valueOf(kind.toUpperCase(Locale.ROOT))).toList();
            int calls = row.getInt("calls");
            return byIndicator.computeIfAbsent(code, key -> new ArrayList<>()).add(new Demand(
                    row.getString("form"), row.getString(english ? "form_en" : "form_vi"), row.getString("level"), row.getObject("first_end", LocalDate.class), row.getObject("last_end", LocalDate.class),
                    times(kinds, calls, texts), yearly(kinds, calls)));
        }).list();
        List<Line> lines = byIndicator.entrySet().stream().map(entry -> line(entry.getKey(), names.get(entry.getKey()), entry.getValue())).toList();
        int forms = (int) lines.stream().flatMap(line -> line.demands().stream()).map(Demand::form).distinct().count();
        return Html.of("reporting/demand/demands", "shown", new Shown(lines, forms, lines.stream().mapToInt(Line::yearly).sum(), lines.stream().filter(Line::twice).count()));
    }

    static Line line(String code, String[] names, List<Demand> demands) {
        boolean twice = false;
        for (int i = 0; i < demands.size(); i++) {
            for (int j = i + 1; j < demands.size(); j++) {
                twice |= !demands.get(i).form().equals(demands.get(j).form()) && demands.get(i).overlaps(demands.get(j));
            }
        }
        return new Line(code, names[0], names[1], demands, twice, !names[2].equals("entered"));
    }

    private static String times(List<PeriodKind> kinds, int calls, Texts texts) {
        return yearlyOf(kinds) > 0 ? texts.get("reporting.demands.times", yearlyOf(kinds)) : texts.get("reporting.demands.called", calls);
    }

    private static int yearly(List<PeriodKind> kinds, int calls) {
        return yearlyOf(kinds) > 0 ? yearlyOf(kinds) : calls;
    }

    private static int yearlyOf(List<PeriodKind> kinds) {
        return kinds.stream().mapToInt(kind -> switch (kind) {
            case DAY -> 365;
            case WEEK -> 52;
            case MONTH -> 12;
            case QUARTER -> 4;
            case HALF_YEAR -> 2;
            case NINE_MONTHS, YEAR -> 1;
            default -> 0;
        }).sum();
    }
}
