package vn.bamcoso.territory.restructuring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.documents.edge.EdgeCheck;
import vn.bamcoso.shell.Html;

/** Pages of restructurings. Everybody may read them; who may do what is asked again by {@link Restructurings}. */
@Controller
@RequestMapping("/restructurings")
class RestructuringController {
    private final Acts acts;
    private final ActPlaces places;
    private final Restructurings restructurings;
    private final Clock clock;

    RestructuringController(Acts acts, ActPlaces places, Restructurings restructurings, Clock clock) {
        this.acts = acts;
        this.places = places;
        this.restructurings = restructurings;
        this.clock = clock;
    }

    @GetMapping
    @Transactional(readOnly = true)
    public View list() {
        return Html.of("territory/restructuring/list", "acts", acts.all(), "prepares", CurrentUser.require().has("ministry_office"));
    }

    @GetMapping("/new")
    View fresh() {
        prepares();
        return Html.of("territory/restructuring/form", "id", 0, "form", ActForm.blank(), "faults", List.of());
    }

    @PostMapping
    View prepare(@RequestParam MultiValueMap<String, String> fields, @RequestParam(required = false) @Nullable MultipartFile file, Locale locale) throws IOException {
        return save(0, fields, file, locale);
    }

    @GetMapping("/{id:[0-9]{1,9}}/edit")
    @Transactional(readOnly = true)
    public View edit(@PathVariable int id) {
        prepares();
        return Html.of("territory/restructuring/form", "id", id, "form", ActForm.of(acts.find(id).orElseThrow(Problem::notFound)), "faults", List.of());
    }

    @PostMapping("/{id:[0-9]{1,9}}")
    View change(@PathVariable int id, @RequestParam MultiValueMap<String, String> fields, @RequestParam(required = false) @Nullable MultipartFile file, Locale locale) throws IOException {
        return save(id, fields, file, locale);
    }

    private View save(int id, MultiValueMap<String, String> fields, @Nullable MultipartFile file, Locale locale) throws IOException {
        prepares();
        ActForm form = ActForm.of(fields);
        if ("more".equals(fields.getFirst("action"))) {
            return Html.of("territory/restructuring/form", "id", id, "form", form.roomier(), "faults", List.of());
        }
        if (file != null && !file.isEmpty()) {
            form = new ActForm(form.head(), List.of(), new String(file.getBytes(), StandardCharsets.UTF_8));
        }
        try {
            LocalDate today = VietnamTime.today(clock);
            EdgeCheck.refuse(new EdgeCheck(today).text(String.join("\n", form.head().values()) + "\n" + form.csv()), locale);
            ActHead head = form.read();
            int saved = id;
            if (id == 0) {
                saved = restructurings.prepare(head, form.changes());
            } else {
                restructurings.change(id, head, form.changes());
            }
            return new RedirectView("/restructurings/" + saved);
        } catch (Problem problem) {
            if (problem.kind() != Problem.Kind.REFUSED) {
                throw problem;
            }
            List<Problem.Fault> faults = problem.faults().isEmpty() ? List.of(new Problem.Fault("–", problem.code(), problem.args())) : problem.faults();
            return Html.of("territory/restructuring/form", "id", id, "form", form.roomier(), "faults", faults).status(422);
        }
    }

    @GetMapping("/{id:[0-9]{1,9}}")
    @Transactional(readOnly = true)
    public View show(@PathVariable int id) {
        ActView act = acts.find(id).orElseThrow(Problem::notFound);
        return Html.of("territory/restructuring/act", "act", act, "stage", act.stage(VietnamTime.today(clock)), "places", places.of(act), "names", places.names(act), "prepares", CurrentUser.require().has("ministry_office"), "keeps", CurrentUser.require().has("gazetteer_keeper"));
    }

    @GetMapping("/{id:[0-9]{1,9}}/preview")
    View preview(@PathVariable int id) {
        Preview preview = restructurings.preview(id);
        ActView act = restructurings.find(id);
        CurrentUser user = CurrentUser.require();
        return Html.of("territory/restructuring/preview", "act", act, "preview", preview, "commits", user.has("gazetteer_keeper") && act.preparedBy() != user.id());
    }

    @PostMapping("/{id:[0-9]{1,9}}/commitment")
    View commit(@PathVariable int id, @RequestParam long version) {
        restructurings.commit(id, version);
        return new RedirectView("/restructurings/" + id);
    }

    @PostMapping("/{id:[0-9]{1,9}}/withdrawal")
    View withdraw(@PathVariable int id) {
        restructurings.withdraw(id);
        return new RedirectView("/restructurings/" + id);
    }

    private static void prepares() {
        if (!CurrentUser.require().has("ministry_office")) {
            throw Problem.forbidden("territory.problem.role.ministry-office");
        }
    }
}
