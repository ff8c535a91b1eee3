package vn.bamcoso.reporting.approval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.reporting.submission.Desk;
import vn.bamcoso.reporting.submission.Extensions;
import vn.bamcoso.reporting.submission.Listed;
import vn.bamcoso.reporting.submission.Redirect;
import vn.bamcoso.shell.Html;

/**
 * What waits for the approval of the province, or of the ministry, form by form and period by period. Reports without doubts can be approved
 * together; each is still an act of its own, so that one that somebody else decided meanwhile stops no other.
 */
@Controller
public class ApprovalsPage {
    private static final int MOST = 500;

    private final Listed listed;
    private final Deciding deciding;
    private final Desk desk;
    private final Extensions extensions;

    ApprovalsPage(Listed listed, Deciding deciding, Desk desk, Extensions extensions) {
        this.listed = listed;
        this.deciding = deciding;
        this.desk = desk;
        this.extensions = extensions;
    }

    /** Reports of one form and period that wait; {@code clear} of them raise no doubt. */
    public record Batch(String form, String name, Period period, List<Listed.Row> rows) {
        public long clear() {
            return rows.stream().filter(row -> row.doubts() == 0).count();
        }
    }

    public record Shown(List<Batch> batches, int total, @Nullable Integer approved, @Nullable Integer missed, List<Extensions.Waiting> extensions) {}

    @GetMapping("/approvals")
    View approvals(@RequestParam(required = false) @Nullable Integer approved, @RequestParam(required = false) @Nullable Integer missed, Locale locale) {
        requireApprover();
        Texts texts = Texts.of(locale);
        Listed.Answer answer = listed.ask(new Listed.Question(null, null, "submitted", null, null, null, MOST, 0, null, !atProvince()));
        Map<String, List<Listed.Row>> grouped = new LinkedHashMap<>();
        answer.rows().forEach(row -> grouped.computeIfAbsent(row.form() + " " + row.period().code(), key -> new ArrayList<>()).add(row));
        List<Batch> batches = grouped.values().stream()
                .map(rows -> new Batch(rows.getFirst().form(), rows.getFirst().formName(texts), rows.getFirst().period(), rows))
                .toList();
        return Html.of("reporting/approval/approvals", "shown", new Shown(batches, answer.total(), approved, missed, extensions.waiting(atProvince())));
    }

    /** @param seen report and lock as the user saw them, "12:3", so that one sent anew meanwhile is not approved unread */
    @PostMapping("/approvals")
    View approve(@RequestParam(required = false) @Nullable List<String> seen) {
        requireApprover();
        if (seen == null || seen.isEmpty()) {
            throw Problem.refused("reporting.problem.nothing-chosen");
        }
        seen.stream().filter(one -> !one.matches("\\d{1,18}:\\d{1,9}")).findFirst().ifPresent(unread -> {
            throw Problem.refused("shell.problem.value", "seen", unread);
        });
        int approved = 0;
        int missed = 0;
        for (String one : seen) {
            String[] parts = one.split(":", 2);
            try {
                deciding.approve(Long.parseLong(parts[0]), Integer.parseInt(parts[1]), null);
                approved++;
            } catch (Problem passed) {
                missed++;
            }
        }
        return Redirect.to("/approvals?approved=" + approved + "&missed=" + missed);
    }

    private static boolean atProvince() {
        return !CurrentUser.require().has("ministry_office");
    }

    private void requireApprover() {
        CurrentUser user = CurrentUser.require();
        desk.require(user.has("provincial_staff", "provincial_director", "ministry_office") || desk.holdsMandate(user));
    }
}
