package vn.bamcoso.notices;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.shell.Html;
import vn.bamcoso.shell.Paging;

/** The page "Thông báo": what I was told, what I have read, what I confirm. */
@Controller
class NoticesController {
    private final Inbox inbox;

    NoticesController(Inbox inbox) {
        this.inbox = inbox;
    }

    /** @param show {@code open} for what is not read or waits to be confirmed; everything otherwise */
    @GetMapping("/notices")
    View list(@RequestParam(defaultValue = "all") String show, @RequestParam(defaultValue = "1") int page) {
        boolean open = show.equals("open");
        int number = Math.max(1, page);
        var lines = inbox.lines(open, Inbox.SIZE, (number - 1) * Inbox.SIZE);
        int total = lines.isEmpty() ? 0 : lines.getFirst().total();
        return Html.of("notices/notices", "lines", lines, "open", open, "unread", inbox.unread(), "mails", CurrentUser.require().has("administrator"),
                "paging", new Paging(total, Inbox.SIZE, number, "/notices?show=" + (open ? "open" : "all")));
    }

    @PostMapping("/notices/{id}/reading")
    View open(@PathVariable long id) {
        String link = inbox.open(id);
        return new RedirectView(link.isEmpty() ? "/notices" : link);
    }

    @PostMapping("/notices/reading")
    View readAll() {
        inbox.readAll();
        return new RedirectView("/notices");
    }

    @PostMapping("/notices/{id}/acknowledgement")
    View acknowledge(@PathVariable long id) {
        inbox.acknowledge(id);
        return new RedirectView("/notices");
    }
}
