package vn.bamcoso.papers;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.shell.Html;
import vn.bamcoso.shell.Paging;

/** The list of documents: what waits for me, where the others stand, a search. */
@Controller
class DocumentsController {
    private final PaperList papers;
    private final WaitingPapers waiting;
    private final Permits permits;

    DocumentsController(PaperList papers, WaitingPapers waiting, Permits permits) {
        this.papers = papers;
        this.waiting = waiting;
        this.permits = permits;
    }

    /** @param show {@code waiting}, {@code all}, or the name of a step; nothing: waiting when something waits, else all */
    @GetMapping("/documents")
    View list(
            @RequestParam(defaultValue = "") String show, @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") int page) {
        CurrentUser user = CurrentUser.require();
        List<Integer> mine = waiting.of(user).stream().map(item -> item.paper().id()).toList();
        String shown = show.isEmpty() ? (mine.isEmpty() || !q.isBlank() ? "all" : "waiting") : show;
        boolean step = Arrays.stream(Step.values()).anyMatch(s -> s.name().equals(shown));
        var lines = papers.find(step ? shown : "", q, shown.equals("waiting") ? mine : null, Math.max(1, page));
        int total = lines.isEmpty() ? 0 : lines.getFirst().total();
        String link = "/documents?show=" + shown + "&q=" + URLEncoder.encode(q, StandardCharsets.UTF_8);
        return Html.of(
                "papers/documents", "lines", lines, "show", shown, "q", q, "waiting", mine.size(),
                "paging", new Paging(total, PaperList.SIZE, Math.max(1, page), link), "mayOpen", !permits.of(user).draftsFor().isEmpty());
    }
}
