package vn.bamcoso.reporting.correction;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.bamcoso.reporting.submission.Redirect;

@Controller
class CorrectionPage {
    private final Correcting correcting;

    CorrectionPage(Correcting correcting) {
        this.correcting = correcting;
    }

    @PostMapping("/submissions/{id}/correction")
    View open(@PathVariable long id, @RequestParam int lock, @RequestParam(required = false) @Nullable String reason) {
        correcting.open(id, lock, reason);
        return Redirect.to("/submissions/" + id + "/entry");
    }

    @PostMapping("/submissions/{id}/reopening")
    View reopen(@PathVariable long id, @RequestParam int lock, @RequestParam(required = false) @Nullable String reason) {
        correcting.reopen(id, lock, reason);
        return Redirect.to("/submissions/" + id + "?done=reopened");
    }

    @PostMapping("/submissions/{id}/correction/drop")
    View drop(@PathVariable long id, @RequestParam int lock) {
        correcting.drop(id, lock);
        return Redirect.to("/submissions/" + id + "?done=correction_dropped");
    }
}
