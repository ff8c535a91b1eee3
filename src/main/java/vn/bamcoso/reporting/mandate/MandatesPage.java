package vn.bamcoso.reporting.mandate;

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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.DateWords;
import vn.bamcoso.identity.Grants;
import vn.bamcoso.reporting.submission.Desk;
import vn.bamcoso.reporting.submission.Mandates;
import vn.bamcoso.reporting.submission.Redirect;
import vn.bamcoso.shell.Html;

/** The mandates of the user's offices, and a form to give one. */
@Controller
public class MandatesPage {
    private final Mandating mandating;
    private final Mandates mandates;
    private final Grants grants;
    private final Desk desk;

    MandatesPage(Mandating mandating, Mandates mandates, Grants grants, Desk desk) {
        this.mandating = mandating;
        this.mandates = mandates;
        this.grants = grants;
        this.desk = desk;
    }

    /**
     * @param fields what was typed and refused; {@code refused} why, {@code at} the field where it is said
     * @param offices at which this user can entrust something, each with the colleagues there: value and label in pairs
     */
    public record Shown(List<Mandates.Mandate> mandates, List<Office> offices, int me, @Nullable String done, Map<String, String> fields, @Nullable String refused, @Nullable String at) {
        /** What stands beside the field of this office: the sentence with which what was typed there is refused. */
        public @Nullable String error(Office office, String field) {
            return typed(office) && field.equals(at) ? refused : null;
        }

        public @Nullable String value(Office office, String field, @Nullable String otherwise) {
            return typed(office) ? fields.get(field) : otherwise;
        }

        private boolean typed(Office office) {
            return String.valueOf(office.id()).equals(fields.get("office"));
        }
    }

    public record Office(int id, String name, List<String> colleagues) {}

    @GetMapping("/mandates")
    @Transactional(readOnly = true)
    public View mandates(@RequestParam(required = false) @Nullable String done) {
        return page("given".equals(done) || "ended".equals(done) ? done : null, Map.of(), null, null);
    }

    private Html page(@Nullable String done, Map<String, String> fields, @Nullable String refused, @Nullable String at) {
        CurrentUser user = CurrentUser.require();
        List<Grants.Grant> mine = grants.of(user);
        List<Office> offices = new ArrayList<>();
        desk.entrusting(user).stream().map(grant -> new Office(grant.officeId(), grant.officeName(), colleagues(grant.officeId()))).distinct().forEach(offices::add);
        return Html.of("reporting/mandate/mandates", "shown", new Shown(
                mandates.of(mine.stream().map(Grants.Grant::officeId).distinct().toList()), offices, user.id(), done, fields, refused, at));
    }

    private List<String> colleagues(int office) {
        List<String> pairs = new ArrayList<>();
        mandating.colleagues(office).forEach(one -> pairs.addAll(List.of(String.valueOf(one.userId()), one.name() + " · " + one.roles())));
        return pairs;
    }

    @PostMapping("/mandates")
    View give(@RequestParam int office, @RequestParam int receiver, @RequestParam String first, @RequestParam String last, @RequestParam(defaultValue = "") String paper, Locale locale) {
        String at = "first";
        try {
            LocalDate from = DateWords.parse(first);
            at = "last";
            LocalDate to = DateWords.parse(last);
            at = "paper";
            mandating.give(office, receiver, from, to, paper);
        } catch (Problem refused) {
            if (refused.kind() != Problem.Kind.REFUSED) {
                throw refused;
            }
            Map<String, String> typed = Map.of("office", String.valueOf(office), "receiver", String.valueOf(receiver), "first", first, "last", last, "paper", paper);
            return page(null, typed, Texts.of(locale).get(refused), refused.faults().isEmpty() ? at : refused.faults().getFirst().where()).status(422);
        }
        return Redirect.to("/mandates?done=given");
    }

    @PostMapping("/mandates/{id}/end")
    View end(@PathVariable long id) {
        mandating.end(id);
        return Redirect.to("/mandates?done=ended");
    }
}
