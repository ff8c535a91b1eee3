package vn.bamcoso.tasks.books;

import java.time.Instant;
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
import vn.bamcoso.basics.Texts;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.calendar.DateWords;
import vn.bamcoso.shell.Html;
import vn.bamcoso.shell.Paging;
import vn.bamcoso.tasks.Books;
import vn.bamcoso.tasks.Desk;
import vn.bamcoso.tasks.directive.Directive;
import vn.bamcoso.tasks.directive.Directives;
import vn.bamcoso.tasks.view.ShareLists;
import vn.bamcoso.tasks.view.ShareRow;

/** The four books on a page: of any past day, as known then or now, the red list first. */
@Controller
public class BooksPage {
    private static final int RED = 25;
    private static final int LINES = 100;

    /** @param red shares that are late today; only shown for today's books as known now */
    public record Shown(LocalDate on, @Nullable LocalDate known, String by, List<String> ways, @Nullable Directive directive, List<Books.Line> lines, Paging paging, Books.Line total, List<ShareRow> red, LocalDate today) {}

    private final Books books;
    private final ShareLists lists;
    private final Directives directives;
    private final Desk desk;
    private final JdbcClient jdbc;

    BooksPage(Books books, ShareLists lists, Directives directives, Desk desk, JdbcClient jdbc) {
        this.books = books;
        this.lists = lists;
        this.directives = directives;
        this.desk = desk;
        this.jdbc = jdbc;
    }

    @GetMapping("/tasks/books")
    @Transactional(readOnly = true)
    View show(@RequestParam(defaultValue = "") String on, @RequestParam(defaultValue = "") String known, @RequestParam(defaultValue = "office") String by, @RequestParam(required = false) @Nullable Integer directive,
            @RequestParam(defaultValue = "1") int page, Locale locale) {
        LocalDate today = desk.today();
        LocalDate day = on.isBlank() ? today : DateWords.parse(on);
        LocalDate knownOn = known.isBlank() ? null : DateWords.parse(known);
        Instant moment = knownOn == null ? null : VietnamTime.endOf(knownOn);
        List<Books.Line> all = books.counted(new Books.Question(day, moment, by, directive, null, null));
        Paging paging = new Paging(all.size(), LINES, page, "/tasks/books?by=" + by + (on.isBlank() ? "" : "&on=" + DateWords.brief(day, Texts.VIETNAMESE)) + (knownOn == null ? "" : "&known=" + DateWords.brief(knownOn, Texts.VIETNAMESE)) + (directive == null ? "" : "&directive=" + directive));
        List<Books.Line> lines = books.named(by, all.subList(paging.offset(), paging.last()));
        List<String> ways = new ArrayList<>();
        Books.BY.forEach(one -> ways.addAll(List.of(one, Texts.of(locale).get("tasks.by." + one))));
        return Html.of("tasks/books/books", "shown", new Shown(day, knownOn, by, ways, directive == null ? null : directives.get(directive), lines, paging, all.stream().reduce(Books.NOTHING, Books.Line::plus),
                day.equals(today) && moment == null ? red(directive) : List.of(), today));
    }

    private List<ShareRow> red(@Nullable Integer directive) {
        return lists.named(jdbc.sql("""
                        -- Which open shares are late today, the longest first?
                        select s.id from tasks.share s join tasks.task t on t.id = s.task_id
                        where s.status in ('assigned', 'refused', 'working', 'blocked', 'proposed') and s.last_day < :today and coalesce(s.proposed_on, :today) > s.last_day
                          and (:directive::int is null or t.directive_id = :directive)
                        order by s.last_day, s.id limit :most""")
                .param("today", desk.today()).param("directive", directive, java.sql.Types.INTEGER).param("most", RED).query(Long.class).list());
    }
}
