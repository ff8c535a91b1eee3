package vn.bamcoso.audit.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Head;
import vn.bamcoso.audit.Names;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.audit.Verification;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.basics.WrittenDay;
import vn.bamcoso.shell.Html;
import vn.bamcoso.store.Database;

/** The trail, for the auditor; to everybody else these pages are not there. */
@Controller
class TrailController {
    static final String ROLE = "auditor";

    private final TrailQueries queries;
    private final Reading reading;
    private final Names names;
    private final Trail trail;
    private final Database database;
    private final Path data;
    private final Clock clock;

    TrailController(TrailQueries queries, Reading reading, Names names, Trail trail, Database database, @Value("${bamcoso.data:data}") Path data, Clock clock) {
        this.queries = queries;
        this.reading = reading;
        this.names = names;
        this.trail = trail;
        this.database = database;
        this.data = data;
        this.clock = clock;
    }

    @GetMapping("/trail")
    View list(
            @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String to, @RequestParam(defaultValue = "") String user,
            @RequestParam(defaultValue = "") String act, @RequestParam(defaultValue = "") String subject, @RequestParam(required = false) @Nullable Long before) {
        auditorOnly();
        LocalDate first = day(from, VietnamTime.today(clock).minusDays(7));
        LocalDate last = day(to, VietnamTime.today(clock));
        Integer who = user.isBlank() ? null : names.byLogin(user).orElse(-1);
        var lines = queries.lines(new TrailQueries.Question(first, last, who, blankToNull(act), blankToNull(subject), before));
        boolean more = lines.size() > TrailQueries.PAGE;
        var shown = more ? lines.subList(0, TrailQueries.PAGE) : lines;
        String older = !more ? null : "/trail?from=%s&to=%s&user=%s&act=%s&subject=%s&before=%d".formatted(
                first, last, encode(user), encode(act), encode(subject), shown.getLast().id());
        return Html.of("audit/page/trail", "lines", shown, "names", names.of(shown.stream().map(TrailQueries.Line::user).collect(Collectors.toSet())),
                "acts", queries.acts(), "from", first, "to", last, "user", user, "act", act, "subject", subject, "older", older, "first", before == null,
                "head", trail.head().map(Head::printed).orElse(null));
    }

    @GetMapping("/trail/{id:\\d+}")
    View line(@PathVariable long id) {
        auditorOnly();
        var whole = reading.open(id);
        return Html.of("audit/page/line", "line", whole, "who", names.of(List.of(whole.user())).get(whole.user()), "changes", Change.between(whole.before(), whole.after()));
    }

    @PostMapping("/trail/{id:\\d+}/erasure")
    View erase(@PathVariable long id, @RequestParam String order) {
        auditorOnly();
        reading.erase(id, order);
        return new RedirectView("/trail/" + id);
    }

    @GetMapping("/trail/check")
    View check() {
        auditorOnly();
        return Html.of("audit/page/check", "report", null, "head", "");
    }

    /** Reads the whole trail; on a large one this takes its time. */
    @PostMapping("/trail/check")
    View check(@RequestParam(defaultValue = "") String head) {
        auditorOnly();
        List<Head> paper = head.isBlank() ? List.of() : List.of(Head.read(head).orElseThrow(() -> Problem.refused("audit.problem.head", head)));
        Verification.Report report = Verification.run(database, data, paper);
        reading.checked(report);
        return Html.of("audit/page/check", "report", report, "head", head);
    }

    private static void auditorOnly() {
        if (!CurrentUser.require().has(ROLE)) {
            throw Problem.notFound();
        }
    }

    private static LocalDate day(String text, LocalDate otherwise) {
        return text.isBlank() ? otherwise : WrittenDay.read(text);
    }

    private static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text.strip();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
