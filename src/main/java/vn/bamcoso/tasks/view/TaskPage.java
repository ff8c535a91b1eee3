package vn.bamcoso.tasks.view;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.shell.Html;
import vn.bamcoso.shell.Paging;
import vn.bamcoso.tasks.Choices;
import vn.bamcoso.tasks.Desk;
import vn.bamcoso.tasks.See;
import vn.bamcoso.tasks.Status;
import vn.bamcoso.tasks.Task;
import vn.bamcoso.tasks.Tasks;
import vn.bamcoso.tasks.bound.Binding;
import vn.bamcoso.tasks.bound.Bound;
import vn.bamcoso.tasks.bound.FollowUps;
import vn.bamcoso.tasks.directive.Directive;
import vn.bamcoso.tasks.directive.Directives;
import vn.bamcoso.tasks.issuing.ProposedFollowUps.FollowUp;

/** One task: what it asks for, and one line for all its shares that opens to those that are missing. */
@Controller
public class TaskPage {
    private static final int SIZE = 100;
    private static final List<String> BOOKS = List.of("open_late", "open", "done_late", "done");

    /** Shares in one book. */
    public record Book(String code, int count) {}

    /** A dot for each share, red ones first; {@code css} as the shell's squares have it. */
    public record Dot(long id, String name, String css) {}

    public record Shown(
            Task task, String issuer, @Nullable Directive directive, String kind, String post, List<String> cooperating, List<String> monitoring, List<Book> books, int total, String only, List<ShareRow> rows, Paging paging,
            List<Dot> dots, boolean mayDecide, boolean mayChase, @Nullable Bound bound, List<FollowUp<FollowUps.Line>> followUps) {}

    private final Tasks tasks;
    private final Directives directives;
    private final ShareLists lists;
    private final Choices choices;
    private final Desk desk;
    private final JdbcClient jdbc;
    private final Binding binding;
    private final FollowUps followUps;

    TaskPage(Tasks tasks, Directives directives, ShareLists lists, Choices choices, Desk desk, JdbcClient jdbc, Binding binding, FollowUps followUps) {
        this.tasks = tasks;
        this.directives = directives;
        this.lists = lists;
        this.choices = choices;
        this.desk = desk;
        this.jdbc = jdbc;
        this.binding = binding;
        this.followUps = followUps;
    }

    @GetMapping("/tasks/{id:\\d+}")
    @Transactional(readOnly = true)
    View show(@PathVariable int id, @RequestParam(defaultValue = "") String book, @RequestParam(defaultValue = "1") int page, @RequestParam(required = false) @Nullable String done, Locale locale) {
        Texts texts = Texts.of(locale);
        Task task = tasks.get(id);
        if (task.draft()) {
            return See.other("/tasks/" + id + "/edit");
        }
        if (!book.isEmpty() && !BOOKS.contains(book) && java.util.Arrays.stream(Status.values()).noneMatch(status -> status.code().equals(book))) {
            throw Problem.refused("tasks.problem.book", book);
        }
        List<Book> books = books(id);
        int total = books.stream().mapToInt(Book::count).sum();
        int listed = book.isEmpty() ? total : books.stream().filter(one -> one.code().equals(book)).mapToInt(Book::count).sum();
        Paging paging = new Paging(listed, SIZE, Math.max(1, page), "/tasks/" + id + (book.isEmpty() ? "" : "?book=" + book));
        return Html.of("tasks/view/task", "done", done, "shown", new Shown(
                task, choices.name(task.officeId()), task.directiveId() == null ? null : directives.find(task.directiveId()).orElse(null), choices.kinds(texts).get(choices.kinds(texts).indexOf(task.kind()) + 1),
                choices.post(task.post(), texts), parts(id, "cooperates"), parts(id, "monitors"), books, total, book, lists.of(id, book.isEmpty() ? null : book, paging.offset(), SIZE), paging, dots(id),
                desk.mayDecide(CurrentUser.require(), task.officeId()), Desk.chases(CurrentUser.require()), task.indicator() == null ? null : binding.of(task, null),
                task.indicator() == null ? List.of() : followUps.of(id)));
    }

    private List<String> parts(int task, String part) {
        return choices.names(jdbc.sql("select office_id from tasks.part where task_id = :id and part = :part").param("id", task).param("part", part).query(Integer.class).list());
    }

    private List<Book> books(int task) {
        return jdbc.sql("""
                        -- How many shares stand in each of the four books today?
                        select case when status = 'done' then 'done' else 'open' end || case when coalesce(proposed_on, :today) > last_day then '_late' else '' end as code, count(*) as count
                        from tasks.share where task_id = :task and status not in ('withdrawn', 'merged') group by 1""")
                .param("today", desk.today()).param("task", task).query(Book.class).list().stream().sorted(java.util.Comparator.comparingInt(one -> BOOKS.indexOf(one.code()))).toList();
    }

    /** At most four thousand: every commune of the country fits. */
    private List<Dot> dots(int task) {
        return jdbc.sql("""
                        -- One square for each share, the late ones first
                        select s.id, (select name from territory.pub_office o where o.office_id = s.office_id order by o.valid_from desc limit 1) as name,
                               case when s.status = 'done' then 'ok' when coalesce(s.proposed_on, :today) > s.last_day then 'late' when s.status = 'proposed' then 'sent' when s.status in ('refused', 'blocked') then 'back'
                                    when s.status = 'working' then 'draft' else '' end as css
                        from tasks.share s where s.task_id = :task and s.status not in ('withdrawn', 'merged')
                        order by s.status = 'done', coalesce(s.proposed_on, :today) <= s.last_day, s.home, s.id limit 4000""")
                .param("today", desk.today()).param("task", task).query(Dot.class).list();
    }
}
