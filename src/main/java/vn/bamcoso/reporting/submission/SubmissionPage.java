package vn.bamcoso.reporting.submission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.documents.numbers.Numerals;
import vn.bamcoso.figures.Indicators;
import vn.bamcoso.reporting.Discretion;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.reporting.Forms;
import vn.bamcoso.reporting.Revision;
import vn.bamcoso.reporting.Status;
import vn.bamcoso.reporting.Submission;
import vn.bamcoso.reporting.Submissions;
import vn.bamcoso.reporting.attachment.Attachments;
import vn.bamcoso.reporting.entry.Sheet;
import vn.bamcoso.reporting.entry.Sheets;
import vn.bamcoso.shell.Html;
import vn.bamcoso.territory.Office;
import vn.bamcoso.territory.Offices;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** A report to be read, with its way and its revisions; and the acts that its reader may take now. */
@Controller
public class SubmissionPage {
    private final Submissions submissions;
    private final Discretion discretion;
    private final Sheets sheets;
    private final Forms forms;
    private final Places places;
    private final Offices offices;
    private final Loose loose;
    private final History history;
    private final Indicators indicators;
    private final Desk desk;
    private final Extensions extensions;
    private final Attachments attachments;

    SubmissionPage(Submissions submissions, Discretion discretion, Sheets sheets, Forms forms, Places places, Offices offices, Loose loose, History history, Indicators indicators, Desk desk, Extensions extensions, Attachments attachments) {
        this.submissions = submissions;
        this.discretion = discretion;
        this.sheets = sheets;
        this.forms = forms;
        this.places = places;
        this.offices = offices;
        this.loose = loose;
        this.history = history;
        this.indicators = indicators;
        this.desk = desk;
        this.extensions = extensions;
        this.attachments = attachments;
    }

    /**
     * @param sheet what is shown; null when its values are not for this reader yet
     * @param revision the revision shown; null for a draft
     * @param changes of the shown revision against the one before it
     */
    public record Shown(
            Submission submission, Form form, Place place, String officeName, @Nullable Sheet sheet, @Nullable Revision revision, List<Revision> revisions, List<Change> changes, List<History.Event> events,
            Acts acts, String waitsAt, @Nullable String done, List<Level> levels, List<Extensions.Extension> extensions, History.@Nullable Said said, Map<String, String> wanted, List<Attachments.Attachment> attachments) {
        public Extensions.@Nullable Extension asked() {
            return extensions.isEmpty() || !extensions.getLast().open() ? null : extensions.getLast();
        }

        public int granted() {
            return (int) extensions.stream().filter(one -> "granted".equals(one.decision())).count();
        }
    }

    /** A level of the report's way, what it does and by when; with the day on which it was to be done. */
    public record Level(String name, String act, @Nullable LocalDate due) {}

    /** @param before null when the cell was empty */
    public record Change(String label, @Nullable String before, @Nullable String after) {}

    /** What this reader may do now. */
    public record Acts(boolean enter, boolean send, boolean giveBack, boolean decide, boolean forward, boolean correct, boolean drop, boolean reopen, boolean extend, boolean answer) {
        public boolean any() {
            return enter || send || giveBack || decide || forward || correct || drop || reopen || extend || answer;
        }
    }

    @GetMapping("/submissions/{id}")
    @Transactional(readOnly = true)
    public View submission(@PathVariable long id, @RequestParam(required = false) @Nullable Integer revision, @RequestParam(required = false) @Nullable String done, Locale locale) {
        Texts texts = Texts.of(locale);
        Submission submission = submissions.require(id);
        List<Revision> revisions = discretion.revisions(submission);
        if (submission.formId() == null) {
            return Html.of("reporting/submission/loose", "shown", loose.lay(submission, revisions.getLast(), texts), "events", history.of(submission, revisions, texts), "done", known(done));
        }
        CurrentUser user = CurrentUser.require();
        Acts acts = acts(user, submission);
        boolean own = desk.mayDraft(user, submission);
        Revision shown = null;
        if (revision != null) {
            shown = revisions.stream().filter(one -> one.number() == revision).findFirst().orElseThrow(Problem::notFound);
        } else if (!revisions.isEmpty() && !(own && (submission.status().open() || submission.status() == Status.PRESENTED))) {
            shown = revisions.getLast();
        }
        Sheet sheet = shown != null ? sheets.frozen(submission, shown, texts) : own ? sheets.draft(submission, texts) : null;
        return Html.of("reporting/submission/submission", "shown", new Shown(
                submission, forms.byId(submission.formId()), place(submission), office(submission), sheet, shown, revisions, changes(shown, revisions, texts), history.of(submission, revisions, texts), acts,
                submission.status() == Status.SUBMITTED ? texts.get("reporting.station." + desk.waitsAt(submission)) : "", known(done), levels(submission, texts),
                extensions.of(submission), own || desk.superior(user, submission) ? history.said(submission).filter(said -> own || !said.chief()).orElse(null) : null, history.wanted(submission), discretion.hides(submission) ? List.of() : attachments.of(id)));
    }

    private Place place(Submission submission) {
        return places.byId(submission.placeId(), submission.period().end()).orElseGet(() -> places.life(submission.placeId()).getLast());
    }

    private String office(Submission submission) {
        return offices.byId(submission.officeId(), submission.period().end()).or(() -> offices.byId(submission.officeId(), desk.today())).map(Office::name).orElse("");
    }

    /** As the chain stood on the last day of the period. */
    private List<Level> levels(Submission submission, Texts texts) {
        var chain = forms.version(submission.versionId()).chain();
        LocalDate day = submission.period().end();
        return chain.on(day).stream()
                .map(step -> new Level(texts.get("reporting.station." + step.officeKind()), texts.get("reporting.station.act." + step.act()),
                        step.act().equals("send") ? submission.due() : chain.due(step.officeKind(), submission.period(), day).orElse(null)))
                .toList();
    }

    private Acts acts(CurrentUser user, Submission submission) {
        Status status = submission.status();
        boolean own = desk.mayDraft(user, submission);
        boolean signs = desk.maySign(user, submission);
        boolean decides = desk.mayDecide(user, submission);
        boolean last = decides && desk.approves(submission);
        boolean over = !submission.period().end().isAfter(desk.today());
        return new Acts(
                own && status.open(), signs && over && (status == Status.PRESENTED || status.open() && desk.alone(user, submission)), signs && status == Status.PRESENTED,
                decides, decides && !last, own && status == Status.APPROVED, own && status.open() && submission.approvedRevision() != null,
                status == Status.APPROVED && desk.superior(user, submission),
                own && status.open() && submission.due() != null && submission.submittedAt() == null && !desk.today().isAfter(submission.due()), desk.superior(user, submission));
    }

    private List<Change> changes(@Nullable Revision shown, List<Revision> revisions, Texts texts) {
        if (shown == null || shown.number() < 2) {
            return List.of();
        }
        Map<String, BigDecimal> before = revisions.get(shown.number() - 2).cells();
        List<Change> changes = new ArrayList<>();
        for (String indicator : shown.indicators()) {
            BigDecimal was = before.get(indicator);
            BigDecimal is = shown.cells().get(indicator);
            if (was == null ? is != null : is == null || was.compareTo(is) != 0) {
                changes.add(new Change(indicators.require(indicator).name(texts.locale()), write(was, texts), write(is, texts)));
            }
        }
        return changes;
    }

    private static @Nullable String write(@Nullable BigDecimal value, Texts texts) {
        return value == null ? null : Numerals.write(value.stripTrailingZeros(), texts.locale());
    }

    /** What was just done, when it is one of ours to say. */
    private static @Nullable String known(@Nullable String done) {
        return done != null && Texts.vi().has("reporting.done." + done) ? done : null;
    }
}
