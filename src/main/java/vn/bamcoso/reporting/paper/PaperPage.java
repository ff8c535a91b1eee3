package vn.bamcoso.reporting.paper;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.reporting.Discretion;
import vn.bamcoso.reporting.Revision;
import vn.bamcoso.reporting.Submission;
import vn.bamcoso.reporting.Submissions;
import vn.bamcoso.reporting.entry.Sheet;
import vn.bamcoso.reporting.entry.Sheets;
import vn.bamcoso.reporting.submission.Desk;
import vn.bamcoso.reporting.submission.History;
import vn.bamcoso.reporting.submission.Redirect;
import vn.bamcoso.shell.Html;
import vn.bamcoso.territory.Office;
import vn.bamcoso.territory.Offices;

/** A report that was sent, as it is printed and signed; and the signed copies that came back. */
@Controller
public class PaperPage {
    private final Submissions submissions;
    private final Discretion discretion;
    private final Sheets sheets;
    private final SignedCopies copies;
    private final Offices offices;
    private final History history;
    private final Desk desk;

    PaperPage(Submissions submissions, Discretion discretion, Sheets sheets, SignedCopies copies, Offices offices, History history, Desk desk) {
        this.submissions = submissions;
        this.discretion = discretion;
        this.sheets = sheets;
        this.copies = copies;
        this.offices = offices;
        this.history = history;
        this.desk = desk;
    }

    /**
     * @param above the office above, as in the head of a document
     * @param signer who signed it in the program
     * @param commune its name within a sentence: xã Đồng Văn
     * @param committees a second copy goes to the commune's Party committee and people's committee
     */
    public record Shown(
            Submission submission, Sheet sheet, Revision revision, FrozenHash frozen, String above, String office, String commune, String signer, LocalDate day, boolean committees,
            List<SignedCopies.Copy> copies, boolean brings, @Nullable String done) {}

    @GetMapping("/submissions/{id}/paper")
    @Transactional(readOnly = true)
    public View paper(@PathVariable long id, @RequestParam(required = false) @Nullable Integer revision, @RequestParam(required = false) @Nullable String done, Locale locale) {
        Texts texts = Texts.of(locale);
        Submission submission = submissions.require(id);
        List<Revision> revisions = submissions.revisions(submission);
        if (submission.versionId() == null || revisions.isEmpty()) {
            throw Problem.notFound();
        }
        Revision shown = revision == null ? revisions.getLast() : revisions.stream().filter(one -> one.number() == revision).findFirst().orElseThrow(Problem::notFound);
        LocalDate day = VietnamTime.dayOf(shown.submittedAt());
        Office office = offices.byId(submission.officeId(), day).or(() -> offices.byId(submission.officeId(), submission.period().end())).orElseThrow(Problem::notFound);
        String above = office.parentId() == null ? "" : offices.byId(office.parentId(), day).map(Office::name).orElse("");
        CurrentUser user = CurrentUser.require();
        Sheet sheet = sheets.frozen(submission, shown, texts);
        String place = sheet.place().fullName();
        return Html.of("reporting/paper/paper", "shown", new Shown(
                submission, sheet, shown, FrozenHash.of(submission, shown), above, office.name(), place.substring(0, 1).toLowerCase(texts.locale()) + place.substring(1), history.name(shown.submittedBy()), day, office.kind().equals("commune"),
                discretion.hides(submission) ? List.of() : copies.of(id), desk.mayDraft(user, submission) || desk.maySign(user, submission), "kept".equals(done) ? done : null));
    }

    @PostMapping("/submissions/{id}/signed-copies")
    View keep(@PathVariable long id, @RequestParam(required = false) @Nullable MultipartFile file, @RequestParam(defaultValue = "") String code) throws IOException {
        if (file == null || file.isEmpty()) {
            throw Problem.refused("documents.problem.file.empty");
        }
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename().replaceAll(".*[/\\\\]", "");
        copies.keep(id, name, file.getBytes(), code);
        return Redirect.to("/submissions/" + id + "/paper?done=kept#copies");
    }

    @GetMapping("/submissions/{id}/signed-copies/{copy}")
    ResponseEntity<byte[]> copy(@PathVariable long id, @PathVariable long copy) {
        if (discretion.hides(submissions.require(id))) {
            throw Problem.notFound();
        }
        SignedCopies.Content content = copies.find(id, copy).orElseThrow(Problem::notFound);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(content.media()))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(content.name(), java.nio.charset.StandardCharsets.UTF_8).build().toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(content.content());
    }
}
