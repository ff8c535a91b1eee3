package vn.bamcoso.papers;

import java.util.Arrays;
import java.util.List;
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
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.shell.Html;

/** One document: its page, its files, its checks, what it says of itself. */
@Controller
class DocumentController {
    private static final MediaType DOCX = MediaType.valueOf("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final PaperPages pages;
    private final IssuedPapers issued;
    private final Papers papers;
    private final HandWritten written;
    private final WordForm word;

    DocumentController(PaperPages pages, IssuedPapers issued, Papers papers, HandWritten written, WordForm word) {
        this.pages = pages;
        this.issued = issued;
        this.papers = papers;
        this.written = written;
        this.word = word;
    }

    @GetMapping("/documents/{id}")
    View show(@PathVariable int id) {
        return Html.of("papers/document", "shown", pages.of(id), "pdf", word.makesPdf());
    }

    /** The frozen bytes of an issued document; of a draft, what it would be now. */
    @GetMapping("/documents/{id}/word")
    ResponseEntity<byte[]> word(@PathVariable int id) {
        return file(bytes(id), DOCX, name(id) + ".docx");
    }

    @GetMapping("/documents/{id}/pdf")
    ResponseEntity<byte[]> pdf(@PathVariable int id) {
        byte[] pdf = word.pdf(bytes(id)).orElseThrow(() -> Problem.refused("papers.problem.no-pdf"));
        return file(pdf, MediaType.APPLICATION_PDF, name(id) + ".pdf");
    }

    /** Rebuilds an issued document and lists what has changed since; a fragment of its page, or alone. */
    @GetMapping("/documents/{id}/checks")
    View checks(@PathVariable int id) {
        return Html.of("papers/checks", "check", issued.check(id), "changed", issued.changedSince(id), "frozen", issued.frozen(id));
    }

    @PostMapping("/documents/{id}/head")
    View address(@PathVariable int id, @RequestParam int version, @RequestParam String subject, @RequestParam String addressees, @RequestParam String recipients,
            @RequestParam(required = false) @Nullable String override) {
        written.address(id, version, subject, lines(addressees), lines(recipients), override);
        return new RedirectView("/documents/" + id);
    }

    private byte[] bytes(int id) {
        return papers.get(id).step() == Step.ISSUED ? issued.frozen(id).docx() : word.write(pages.printed(id));
    }

    private String name(int id) {
        return papers.get(id).symbol().replace('/', '-') + "-" + id;
    }

    private static ResponseEntity<byte[]> file(byte[] bytes, MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name, java.nio.charset.StandardCharsets.UTF_8).build().toString())
                .body(bytes);
    }

    static List<String> lines(String text) {
        return Arrays.stream(text.split("\\R")).map(String::strip).map(line -> line.replaceFirst("^-\\s*", "").replaceFirst("[;.]$", "")).filter(line -> !line.isEmpty()).toList();
    }
}
