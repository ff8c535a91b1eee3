package vn.bamcoso.figures.catalogue;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.shell.Html;

/** Where the Ministry Office says of many indicators at once whether they may be held here, and by which document that was decided. */
@Controller
class HoldingPage {
    private final Undecided undecided;

    HoldingPage(Undecided undecided) {
        this.undecided = undecided;
    }

    @GetMapping("/figures/holding")
    View show() {
        return form(List.of(), "", "", null);
    }

    @PostMapping("/figures/holding")
    View decide(
            @RequestParam(defaultValue = "") List<String> code, @RequestParam(defaultValue = "") String held, @RequestParam(defaultValue = "") String decidedBy, Locale locale) {
        try {
            undecided.decide(code, held, decidedBy);
            return new RedirectView("/figures/holding");
        } catch (Problem refused) {
            if (refused.kind() != Problem.Kind.REFUSED) {
                throw refused;
            }
            Texts texts = Texts.of(locale);
            String said = refused.faults().isEmpty() ? texts.get(refused) : texts.get(refused.faults().getFirst().code(), refused.faults().getFirst().args().toArray());
            return form(code, held, decidedBy, said).status(422);
        }
    }

    private Html form(List<String> ticked, String held, String decidedBy, @org.jspecify.annotations.Nullable String error) {
        if (!Defining.mayDefine(CurrentUser.require())) {
            throw Problem.forbidden("figures.definition.problem.not-yours");
        }
        return Html.of("figures/catalogue/holding", "indicators", undecided.all(), "open", undecided.open(), "ticked", ticked, "held", held, "decidedBy", decidedBy, "error", error);
    }
}
