package vn.bamcoso.reporting.approval;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.reporting.submission.Redirect;

/** The steps of a report's way, each an address of its own; {@code lock} is what the user saw. */
@Controller
@RequestMapping("/submissions/{id}")
class ActsPage {
    private final Presenting presenting;
    private final Sending sending;
    private final Deciding deciding;

    ActsPage(Presenting presenting, Sending sending, Deciding deciding) {
        this.presenting = presenting;
        this.sending = sending;
        this.deciding = deciding;
    }

    @PostMapping("/sending")
    View send(@PathVariable long id, @RequestParam int lock, Locale locale) {
        sending.send(id, lock, Texts.of(locale));
        return Redirect.to("/submissions/" + id + "?done=sent");
    }

    @PostMapping("/giving-back")
    View giveBack(@PathVariable long id, @RequestParam int lock, @RequestParam(required = false) @Nullable String remark, @RequestParam Map<String, String> fields) {
        presenting.giveBack(id, lock, remark, cells(fields));
        return Redirect.to("/submissions/" + id + "?done=given_back");
    }

    @PostMapping("/approval")
    View approve(@PathVariable long id, @RequestParam int lock, @RequestParam(required = false) @Nullable String remark) {
        deciding.approve(id, lock, remark == null || remark.isBlank() ? null : remark.strip());
        return Redirect.to("/submissions/" + id + "?done=approved");
    }

    @PostMapping("/return")
    View giveBackToCommune(@PathVariable long id, @RequestParam int lock, @RequestParam(required = false) @Nullable String remark, @RequestParam Map<String, String> fields) {
        deciding.giveBack(id, lock, remark, cells(fields));
        return Redirect.to("/submissions/" + id + "?done=returned");
    }

    @PostMapping("/forwarding")
    View forward(@PathVariable long id, @RequestParam int lock, @RequestParam(required = false) @Nullable String remark) {
        deciding.forward(id, lock, remark == null || remark.isBlank() ? null : remark.strip());
        return Redirect.to("/submissions/" + id + "?done=forwarded");
    }

    /** Remarks at single cells: the fields {@code at.<indicator>}. */
    private static Map<String, String> cells(Map<String, String> fields) {
        Map<String, String> cells = new TreeMap<>();
        fields.forEach((name, said) -> {
            if (name.startsWith("at.") && !said.isBlank()) {
                cells.put(name.substring(3), said.strip());
            }
        });
        return cells;
    }
}
