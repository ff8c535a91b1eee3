package vn.bamcoso.reporting.completeness;

import gg.jte.Content;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Sql;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.reporting.Forms;
import vn.bamcoso.reporting.submission.Desk;
import vn.bamcoso.shell.Card;
import vn.bamcoso.shell.Html;
import vn.bamcoso.shell.Page;

/** On the first page of a province: what waits for approval, and what was returned and has not come again. */
@Component
public class ChaseCard implements Card {
    private static final int NAMED = 3;

    /** Months after which nobody waits for what was returned. */
    private static final int RETURNED = 6;

    private final JdbcClient jdbc;
    private final Forms forms;
    private final Desk desk;
    private final String chase = Sql.beside(ChaseCard.class, "chase.sql");

    ChaseCard(JdbcClient jdbc, Forms forms, Desk desk) {
        this.jdbc = jdbc;
        this.forms = forms;
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
        Map<Short, Form> byId = forms.all().stream().collect(Collectors.toMap(Form::id, form -> form));
        List<Line> lines = jdbc.sql(chase).param("since", desk.today().minusMonths(RETURNED))
                .query((row, n) -> line(row, byId.get(row.getShort("form")), page))
                .list();
        return Html.content("reporting/completeness/chasecard", "page", page, "lines", lines);
    }

    private static Line line(ResultSet row, Form form, Page page) throws SQLException {
        boolean waits = row.getBoolean("waits");
        Period period = Period.parse(row.getString("period"));
        return new Line(
                page.t(waits ? "reporting.card.approve" : "reporting.card.returned", form.name(page.texts()), period.label(page.texts().locale())), row.getString("names"),
                Math.max(0, row.getInt("total") - NAMED), waits ? "/approvals" : "/submissions?form=" + form.code() + "&period=" + period.code() + "&status=returned",
                row.getInt("total"), row.getInt("doubts"));
    }
}
