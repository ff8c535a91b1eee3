package vn.bamcoso.reporting.completeness;

import gg.jte.Content;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.reporting.submission.Desk;
import vn.bamcoso.reporting.submission.Listed;
import vn.bamcoso.shell.Card;
import vn.bamcoso.shell.Html;
import vn.bamcoso.shell.Page;

/** On the first page of a province: what waits for approval, and what was returned and has not come again. */
@Component
public class ChaseCard implements Card {
    private static final int NAMED = 3;

    private final Listed listed;
    private final Desk desk;

    ChaseCard(Listed listed, Desk desk) {
        this.listed = listed;
        this.desk = desk;
    }

    /** @param names of the first few places; {@code more} how many others */
    public record Line(String text, String names, int more, String link, int total, int doubts) {}

    @Override
    public int order() {
        return 11;
    }

    @Override
    public int width() {
        return 7;
    }

    @Override
    public @Nullable Content show(CurrentUser user, Page page) {
        if (!user.has(Desk.PROVINCE.toArray(String[]::new))) {
            return null;
        }
        List<Line> lines = new ArrayList<>(lines("submitted", "reporting.card.approve", "/approvals", null, page));
        lines.addAll(lines("returned", "reporting.card.returned", null, desk.today().minusMonths(6), page));
        return Html.content("reporting/completeness/chasecard", "page", page, "lines", lines);
    }

    private List<Line> lines(String status, String text, @Nullable String link, @Nullable LocalDate since, Page page) {
        Map<String, List<Listed.Row>> grouped = new LinkedHashMap<>();
        listed.ask(new Listed.Question(null, null, status, null, null, null, 500, 0)).rows().stream()
                .filter(row -> row.form() != null && (since == null || row.period().end().isAfter(since)))
                .forEach(row -> grouped.computeIfAbsent(row.form() + " " + row.period().code(), key -> new ArrayList<>()).add(row));
        return grouped.values().stream().map(rows -> {
            Listed.Row first = rows.getFirst();
            return new Line(
                    page.t(text, first.formName(page.texts()), first.period().label(page.texts().locale())),
                    String.join(", ", rows.stream().limit(NAMED).map(Listed.Row::place).toList()), Math.max(0, rows.size() - NAMED),
                    link != null ? link : "/submissions?form=" + first.form() + "&period=" + first.period().code() + "&status=" + status,
                    rows.size(), (int) rows.stream().filter(row -> row.doubts() > 0).count());
        }).toList();
    }
}
