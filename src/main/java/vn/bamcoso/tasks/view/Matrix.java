package vn.bamcoso.tasks.view;

import java.sql.Types;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

/** Offices against tasks: for the ministry the provinces with their communes in them, for a province its communes. */
@Controller
public class Matrix {
    /** A task as a column. */
    public record Column(int task, String head, String title) {}

    /** @param book the worst of the four in it; {@code share} the only one, 0 when there are several */
    public record Cell(int shares, int done, int late, String book, long share) {
        public String said() {
            return shares > 1 ? done + "/" + shares : book.equals("done") ? "✓" : book.equals("done_late") ? "✓!" : book.equals("open_late") ? "!" : "·";
        }
    }

    public record Row(int office, String name, int late, Map<Integer, Cell> cells) {}

    public record Shown(List<String> directives, @Nullable Integer directive, List<Column> columns, List<Row> rows, int late, int total) {}

    private record Found(int task, int office, String name, int shares, int done, int late, String book, long share) {}

    private final JdbcClient jdbc;
    private final Desk desk;
    private final Directives directives;

    Matrix(JdbcClient jdbc, Desk desk, Directives directives) {
        this.jdbc = jdbc;
        this.desk = desk;
        this.directives = directives;
    }

    @GetMapping("/tasks/matrix")
    @Transactional(readOnly = true)
    View show(@RequestParam(required = false) @Nullable Integer directive, Locale locale) {
        List<String> choices = directives.choices(true);
        Integer chosen = directive != null ? directive : choices.isEmpty() ? null : Integer.valueOf(choices.getFirst());
        return Html.of("tasks/view/matrix", "shown", of(chosen, choices, Texts.of(locale)));
    }

    private Shown of(@Nullable Integer directive, List<String> choices, Texts texts) {
        LocalDate today = desk.today();
        CurrentUser user = CurrentUser.require();
        boolean national = user.has("ministry_office", "department", "leader");
        List<Column> columns = directive == null ? List.of() : columns(directive);
        List<Found> found = columns.isEmpty() ? List.of() : jdbc.sql(Sql.beside(Matrix.class, "matrix.sql")).param("tasks", columns.stream().map(Column::task).toArray(Integer[]::new)).param("today", today)
                .param("national", national, Types.BOOLEAN).query(Found.class).list();
        Map<Integer, Row> rows = new LinkedHashMap<>();
        Map<Integer, Integer> late = new HashMap<>();
        for (Found one : found) {
            rows.computeIfAbsent(one.office(), office -> new Row(office, one.name(), 0, new HashMap<>())).cells().put(one.task(), new Cell(one.shares(), one.done(), one.late(), one.book(), one.share()));
            late.merge(one.office(), one.late(), Integer::sum);
        }
        List<Row> sorted = rows.values().stream().map(row -> new Row(row.office(), row.name(), late.getOrDefault(row.office(), 0), row.cells())).sorted(java.util.Comparator.comparingInt(Row::late).reversed()).toList();
        return new Shown(choices, directive, columns, sorted, late.values().stream().mapToInt(Integer::intValue).sum(), found.stream().mapToInt(Found::shares).sum());
    }

    private List<Column> columns(int directive) {
        return jdbc.sql("""
                        select t.id as task, coalesce(t.number::text, '#' || t.id) as head, t.title from tasks.task t
                        where t.directive_id = :directive and t.share_id is null and t.status = 'issued' order by t.number nulls last, t.id limit 60""")
                .param("directive", directive).query(Column.class).list();
    }
}
