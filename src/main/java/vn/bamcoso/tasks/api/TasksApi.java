package vn.bamcoso.tasks.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.tasks.Books;
import vn.bamcoso.tasks.Desk;
import vn.bamcoso.tasks.DueRule;
import vn.bamcoso.tasks.Tasks;
import vn.bamcoso.tasks.issuing.Drafting;
import vn.bamcoso.tasks.issuing.Issuing;
import vn.bamcoso.tasks.working.Working;
import vn.bamcoso.territory.Office;

/** Tasks for programs, as far as the token's user may see and do. */
@RestController
@Tag(name = "tasks", description = "Directives, tasks, the share of each office, and the four books")
class TasksApi {
    private static final int MOST = 1_000;

    /** @param done in time; {@code open} in progress, in time */
    record TaskJson(
            int id, @Nullable Integer directive, @Nullable Integer number, String title, String deliverable, String authority, String audience, String status, @Nullable LocalDate due, @Nullable LocalDate issued, int shares, int done,
            int doneLate, int open, int openLate) {}

    record TaskList(int total, int limit, int offset, List<TaskJson> tasks) {}

    /**
     * @param office id of the issuing office; null: the widest for which the token's user issues
     * @param leads ids of the lead offices when audience is offices
     * @param post role of the responsible post, or head
     * @param rule day, before_law, quarterly, half_yearly or yearly
     * @param issue issue at once; refused when a clear is missing
     */
    record NewTask(
            @Nullable Integer office, @Nullable Integer directive, @Nullable String article, @Nullable String kind, @Nullable Integer number, @Nullable Short field, String title, @Nullable String deliverable, @Nullable String authority,
            @Nullable String audience, @Nullable List<Integer> leads, @Nullable String post, @Nullable String rule, @Nullable LocalDate due, @Nullable String dueNote, @Nullable List<Integer> cooperating, @Nullable List<Integer> monitoring,
            @Nullable String indicator, @Nullable BigDecimal target, @Nullable String comparison, boolean issue) {}

    record Made(int id, int shares) {}

    record Progress(@Nullable Long share, @Nullable Integer percent, @Nullable String note) {}

    record Moved(long share) {}

    record BookLine(long key, String name, int done, int doneLate, int open, int openLate, int total, int latest) {}

    record BookList(LocalDate on, @Nullable Instant known, String by, int total, List<BookLine> books) {}

    private final Listing listing;
    private final Drafting drafting;
    private final Issuing issuing;
    private final Working working;
    private final Books books;
    private final Tasks tasks;
    private final Desk desk;

    TasksApi(Listing listing, Drafting drafting, Issuing issuing, Working working, Books books, Tasks tasks, Desk desk) {
        this.listing = listing;
        this.drafting = drafting;
        this.issuing = issuing;
        this.working = working;
        this.books = books;
        this.tasks = tasks;
        this.desk = desk;
    }

    @GetMapping("/api/tasks")
    @Operation(summary = "Tasks", description = "Latest first, with their shares counted in the four books of today. The list carries total.")
    TaskList list(
            @Parameter(description = "Only of this directive") @RequestParam(required = false) @Nullable Integer directive, @Parameter(description = "draft, issued or withdrawn") @RequestParam(required = false) @Nullable String status,
            @RequestParam(defaultValue = "100") int limit, @RequestParam(defaultValue = "0") int offset) {
        if (limit < 1 || limit > MOST || offset < 0) {
            throw Problem.refused("tasks.problem.limit", MOST);
        }
        return new TaskList(listing.count(directive, status), limit, offset, listing.tasks(directive, status, limit, offset));
    }

    @PostMapping("/api/tasks")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Draft a task, or issue it at once", description = "Refused with one fault for each clear that is missing when it is to be issued.")
    Made make(@RequestBody NewTask wanted, Locale locale) {
        return listing.together(() -> {
            int id = drafting.open(draft(wanted));
            return new Made(id, wanted.issue() ? issuing.issue(id, 0, Texts.of(locale)) : 0);
        });
    }

    @PostMapping("/api/tasks/{id}/progress")
    @Operation(summary = "Tell progress", description = "Of the share that the token's user's office has in the task; name the share when it has several.")
    Moved progress(@PathVariable int id, @RequestBody Progress told) {
        long share = told.share() != null ? told.share() : listing.ownShare(tasks.get(id).id(), CurrentUser.require());
        working.progress(share, null, told.percent(), told.note());
        return new Moved(share);
    }

    @GetMapping("/api/tasks/books")
    @Operation(summary = "The four books", description = "Done in time, done late, in progress in time, in progress late; of any past day, as known at any moment.")
    BookList books(
            @RequestParam(required = false) @Nullable LocalDate on, @Parameter(description = "directive, task, office, post, field or period") @RequestParam(defaultValue = "office") String by,
            @RequestParam(required = false) @Nullable Instant known, @RequestParam(required = false) @Nullable Integer directive, Locale locale) {
        LocalDate day = on == null ? desk.today() : on;
        boolean english = "en".equals(locale.getLanguage());
        List<BookLine> lines = books.ask(new Books.Question(day, known, by, directive, null, null)).stream()
                .map(line -> new BookLine(line.key(), english ? line.nameEn() : line.nameVi(), line.done(), line.doneLate(), line.open(), line.openLate(), line.total(), line.latest())).toList();
        return new BookList(day, known, by, lines.size(), lines);
    }

    private Drafting.Draft draft(NewTask wanted) {
        List<Office> issuers = desk.issuing(CurrentUser.require());
        int office = wanted.office() != null ? wanted.office() : issuers.stream().findFirst().orElseThrow(() -> Problem.forbidden("tasks.problem.not-issuer")).id();
        return new Drafting.Draft(
                office, wanted.directive(), text(wanted.article(), ""), null, text(wanted.kind(), "key"), wanted.number(), wanted.field() == null ? (short) 7 : wanted.field(), text(wanted.title(), ""), text(wanted.deliverable(), ""),
                text(wanted.authority(), ""), text(wanted.audience(), "offices"), list(wanted.leads()), List.of(), text(wanted.post(), ""), DueRule.of(text(wanted.rule(), "day")), wanted.due(), text(wanted.dueNote(), ""), list(wanted.cooperating()),
                list(wanted.monitoring()), wanted.indicator(), wanted.indicator() == null ? null : wanted.target(), wanted.indicator() == null ? null : text(wanted.comparison(), "at_least"));
    }

    private static String text(@Nullable String said, String otherwise) {
        return said == null ? otherwise : said.strip();
    }

    private static List<Integer> list(@Nullable List<Integer> said) {
        return said == null ? List.of() : said;
    }
}
