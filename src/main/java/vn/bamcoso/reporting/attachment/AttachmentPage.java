package vn.bamcoso.reporting.attachment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.reporting.Discretion;
import vn.bamcoso.reporting.Submissions;
import vn.bamcoso.reporting.submission.Redirect;

@Controller
class AttachmentPage {
    private final Attachments attachments;
    private final Submissions submissions;
    private final Discretion discretion;

    AttachmentPage(Attachments attachments, Submissions submissions, Discretion discretion) {
        this.attachments = attachments;
        this.submissions = submissions;
        this.discretion = discretion;
    }

    @PostMapping("/submissions/{id}/attachments")
    View add(@PathVariable long id, @RequestParam(required = false) @Nullable MultipartFile file) throws IOException {
        if (file == null || file.isEmpty()) {
            throw Problem.refused("documents.problem.file.empty");
        }
        attachments.add(id, file.getOriginalFilename() == null ? "" : file.getOriginalFilename().replaceAll(".*[/\\\\]", ""), file.getBytes());
        return Redirect.to("/submissions/" + id + "/entry#attachments");
    }

    @PostMapping("/submissions/{id}/attachments/{attachment}/removal")
    View remove(@PathVariable long id, @PathVariable long attachment) {
        attachments.remove(id, attachment);
        return Redirect.to("/submissions/" + id + "/entry#attachments");
    }

    @GetMapping("/submissions/{id}/attachments/{attachment}")
    ResponseEntity<byte[]> file(@PathVariable long id, @PathVariable long attachment) {
        if (discretion.hides(submissions.require(id))) {
            throw Problem.notFound();
        }
        Attachments.Content content = attachments.find(id, attachment).orElseThrow(Problem::notFound);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(content.name(), StandardCharsets.UTF_8).build().toString())
                .header("X-Content-Type-Options", "nosniff").body(content.content());
    }
}
