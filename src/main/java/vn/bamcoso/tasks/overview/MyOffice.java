package vn.bamcoso.tasks.overview;

import java.time.LocalDate;
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
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Sql;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.shell.Html;
import vn.bamcoso.tasks.Books;
import vn.bamcoso.tasks.Choices;
import vn.bamcoso.tasks.Desk;
import vn.bamcoso.tasks.view.ShareLists;
import vn.bamcoso.tasks.view.ShareRow;

/**
 * One office on one page: its four books, what each of its posts answers for, in what it cooperates and what it monitors, for which
 * bodies outside it speaks, and how the tasks that it issued stand.
 */
@Controller
public class MyOffice {
    /** @param role of the post; {@code holders} who hold it today */
    public record Post(String role, String name, String holders, int open, int late, int waiting) {}

    /** A task in which the office cooperates or which it monitors, or which it issued. */
    public record Line(String part, int task, String title, String lead, @Nullable LocalDate due, int shares, int done, int late) {}

    public record Shown(int office, String name, List<String> offices, Books.Line books, List<Post> posts, List<ShareRow> pressing, List<ShareRow> bodies, List<Line> lines, OwnBook.Counted own, LocalDate today) {
        public List<Line> of(String part) {
            return lines.stream().filter(line -> line.part().equals(part)).toList();
        }
    }

    private record Counted(String role, @Nullable String holders, int open, int late, int waiting) {}

    private final JdbcClient jdbc;
    private final Books books;
    private final ShareLists lists;
    private final Choices choices;
    private final OwnBook ownBook;
    private final Desk desk;

    MyOffice(JdbcClient jdbc, Books books, ShareLists lists, Choices choices, OwnBook ownBook, Desk desk) {
        this.jdbc = jdbc;
        this.books = books;
        this.lists = lists;
        this.choices = choices;
        this.ownBook = ownBook;
        this.desk = desk;
    }

    @GetMapping("/tasks/office")
    @Transactional(readOnly = true)
    View show(@RequestParam(required = false) @Nullable Integer office, Locale locale) {
        List<Integer> mine = desk.offices(CurrentUser.require());
        if (mine.isEmpty() || office != null && !mine.contains(office)) {
            throw office == null ? Problem.forbidden("tasks.problem.not-your-act") : Problem.notFound();
        }
        int id = office == null ? mine.getFirst() : office;
        List<String> pairs = new ArrayList<>();
        mine.forEach(one -> pairs.addAll(List.of(String.valueOf(one), choices.name(one))));
        var today = desk.today();
        List<ShareRow> open = lists.named(jdbc.sql("""
                        -- Which open shares does this office owe, the earliest date first?
                        select id from tasks.share where office_id = :office and status in ('assigned', 'refused', 'working', 'blocked', 'proposed') order by last_day, id limit 60""").param("office", id).query(Long.class).list());
        List<Post> posts = jdbc.sql(Sql.beside(MyOffice.class, "posts.sql")).param("office", id).param("today", today).query(Counted.class).stream()
                .map(one -> new Post(one.role(), choices.post(one.role(), Texts.of(locale)), one.holders() == null ? "" : one.holders(), one.open(), one.late(), one.waiting())).toList();
        List<Line> lines = jdbc.sql(Sql.beside(MyOffice.class, "parts.sql")).param("office", id).param("today", today).query(Line.class).list();
        return Html.of("tasks/overview/office", "shown", new Shown(
                id, choices.name(id), pairs, books.total(new Books.Question(today, null, "field", null, id, null)), posts, open.stream().filter(row -> row.body() == null).limit(25).toList(),
                open.stream().filter(row -> row.body() != null).toList(), lines, ownBook.of(CurrentUser.require(), today), today));
    }
}
