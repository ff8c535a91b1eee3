package vn.bamcoso.reporting.extension;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.bamcoso.calendar.DateWords;
import vn.bamcoso.reporting.submission.Redirect;

@Controller
class ExtensionPage {
    private final Extending extending;

    ExtensionPage(Extending extending) {
        this.extending = extending;
    }

    @PostMapping("/submissions/{id}/extension")
    View ask(@PathVariable long id, @RequestParam String until, @RequestParam(required = false) @Nullable String reason) {
        extending.ask(id, DateWords.parse(until), reason);
        return Redirect.to("/submissions/" + id + "?done=extension_asked");
    }

    @PostMapping("/submissions/{id}/extension/answer")
    View answer(@PathVariable long id, @RequestParam String decision, @RequestParam(required = false) @Nullable String note) {
        boolean granted = decision.equals("granted");
        extending.answer(id, granted, note);
        return Redirect.to("/submissions/" + id + "?done=" + (granted ? "extension_granted" : "extension_refused"));
    }
}
