package vn.bamcoso.staffing.plan;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.DateWords;
import vn.bamcoso.shell.Html;
import vn.bamcoso.staffing.Area;
import vn.bamcoso.staffing.selection.Selection;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** Posting plans: asking for one, watching it, arguing about its lines, comparing two. */
@Controller
public class PlanController {
    /**
     * @param areas key and name in pairs, for the field that chooses one; empty for who may not ask for a plan
     * @param fields of the form as typed, with what is wrong by field in {@code errors}
     */
    public record Shelf(List<Plan> plans, List<String> areas, Map<String, String> fields, Map<String, String> errors, @Nullable String refused, Instant now) {}

    /**
     * @param words what was said of a line since or before the search, by the line's number: pin or veto
     * @param others plans of the same area, to compare with
     * @param breaking rules of selection that a move breaks, by the officer's number
     */
    public record Shown(Plan plan, List<Line> moves, List<Line> gaps, Map<Integer, String> words, List<Plan> others, Map<String, List<Selection.Rule>> breaking, boolean may, Instant now) {}

    /** One post that two plans fill differently; null: nobody. */
    public record Difference(String office, String title, @Nullable Line first, @Nullable Line second) {}

    public record Compared(Plan first, Plan second, List<Difference> differences, int same) {}

    private static final String EXCEPTION = "exception.";

    private final Plans plans;
    private final PlanStore store;
    private final HandMade handMade;
    private final Area area;
    private final Places places;
    private final Clock clock;

    PlanController(Plans plans, PlanStore store, HandMade handMade, Area area, Places places, Clock clock) {
        this.plans = plans;
        this.store = store;
        this.handMade = handMade;
        this.area = area;
        this.places = places;
        this.clock = clock;
    }

    @GetMapping("/staffing/plans")
    View shelf() {
        Map<String, String> fields = Rules.USUAL.fields();
        fields.put("on", area.today().toString());
        return shelf(fields, Map.of(), null);
    }

    private Html shelf(Map<String, String> fields, Map<String, String> errors, @Nullable String refused) {
        CurrentUser user = CurrentUser.require();
        Place whole = area.of(user, Area.PERSONNEL).orElseThrow(Problem::notFound);
        List<Place> choice = !plans.may(user, whole.id()) ? List.of() : whole.level().equals("nation") ? places.children(whole.id(), area.today()) : List.of(whole);
        return Html.of("staffing/plan/plans", "shown", new Shelf(store.latest(50), choice.stream().flatMap(place -> Stream.of(place.key(), place.fullName())).toList(), fields, errors, refused, clock.instant()));
    }

    @PostMapping("/staffing/plans")
    View ask(@RequestParam Map<String, String> fields, Locale locale) {
        try {
            return new RedirectView("/staffing/plans/" + plans.ask(fields.getOrDefault("title", ""), fields.getOrDefault("within", ""), day(fields), Rules.read(fields)));
        } catch (Problem refused) {
            if (refused.kind() != Problem.Kind.REFUSED) {
                throw refused;
            }
            Map<String, String> errors = new HashMap<>();
            refused.faults().forEach(fault -> errors.merge(fault.where(), Texts.of(locale).get(fault.code(), fault.args().toArray()), (one, two) -> one + " " + two));
            return shelf(fields, errors, Texts.of(locale).get(refused)).status(422);
        }
    }

    private static LocalDate day(Map<String, String> fields) {
        try {
            return DateWords.parse(fields.getOrDefault("on", ""));
        } catch (Problem unreadable) {
            throw Problem.refused("staffing.plan.problem.rules", List.of(new Problem.Fault("on", unreadable.code(), unreadable.args().toArray())));
        }
    }

    @GetMapping("/staffing/plans/{id}")
    View plan(@PathVariable int id, Locale locale) {
        Plan plan = plans.get(id);
        List<Line> lines = store.lines(id, plan.day(), Texts.of(locale).locale().equals(Texts.VIETNAMESE));
        var words = new HashMap<Integer, String>();
        List<Ground.Word> said = store.words(id);
        lines.forEach(line -> said.stream()
                .filter(word -> word.officeId() == line.officeId() && word.titleId() == line.titleId() && Objects.equals(word.officerId(), line.officerId()))
                .findFirst().ifPresent(word -> words.put(line.n(), word.pin() ? "pin" : "veto")));
        List<Plan> others = store.latest(50).stream().filter(other -> other.id() != id && other.placeId() == plan.placeId() && other.open()).toList();
        List<Line> moves = lines.stream().filter(line -> line.officerId() != null).toList();
        return Html.of("staffing/plan/plan", "shown", new Shown(plan, moves, lines.stream().filter(line -> line.officerId() == null).toList(),
                words, others, plans.breaking(plan, moves), plans.may(CurrentUser.require(), plan.placeId()), clock.instant()));
    }

    @PostMapping("/staffing/plans/{id}/words")
    View say(@PathVariable int id, @RequestParam int version, @RequestParam int n, @RequestParam String word) {
        plans.say(id, version, n, word.equals("none") ? null : word);
        return new RedirectView("/staffing/plans/" + id + "#line-" + n);
    }

    @PostMapping("/staffing/plans/{id}/search")
    View again(@PathVariable int id, @RequestParam int version) {
        plans.again(id, version);
        return new RedirectView("/staffing/plans/" + id);
    }

    @PostMapping("/staffing/plans/{id}/lines/{n}/cost")
    View cost(@PathVariable int id, @PathVariable int n) {
        plans.cost(id, n);
        return new RedirectView("/staffing/plans/" + id + "#line-" + n);
    }

    @PostMapping("/staffing/plans/{id}/acceptance")
    View accept(@PathVariable int id, @RequestParam int version, @RequestParam Map<String, String> fields) {
        var exceptions = new HashMap<String, String>();
        fields.forEach((name, why) -> {
            if (name.startsWith(EXCEPTION)) {
                exceptions.put(name.substring(EXCEPTION.length()), why);
            }
        });
        return new RedirectView("/staffing/waves/" + plans.accept(id, version, exceptions));
    }

    /** A plan that people made, counted like this one and shown beside it. */
    @PostMapping("/staffing/plans/{id}/by-hand")
    View byHand(@PathVariable int id, @RequestParam(defaultValue = "") String title, @RequestParam String lines, Locale locale) {
        return new RedirectView("/staffing/plans/" + id + "/beside?other=" + handMade.keep(id, title, lines, locale));
    }

    @GetMapping("/staffing/plans/{id}/beside")
    View beside(@PathVariable int id, @RequestParam int other, Locale locale) {
        Plan first = plans.get(id);
        Plan second = plans.get(other);
        if (first.placeId() != second.placeId()) {
            throw Problem.refused("staffing.plan.problem.other-area");
        }
        boolean vi = Texts.of(locale).locale().equals(Texts.VIETNAMESE);
        return Html.of("staffing/plan/compare", "shown", compare(first, store.lines(id, first.day(), vi), second, store.lines(other, second.day(), vi)));
    }

    /** Posts of one office and title are alike: a move counts as the same when the same officer comes to the same kind of post. */
    static Compared compare(Plan first, List<Line> left, Plan second, List<Line> right) {
        var rest = new java.util.ArrayList<>(right.stream().filter(line -> line.officerId() != null).toList());
        var differences = new java.util.ArrayList<Difference>();
        int same = 0;
        var alone = new java.util.ArrayList<Line>();
        for (Line line : left) {
            if (line.officerId() == null) {
                continue;
            }
            var twin = rest.stream().filter(other -> other.officeId() == line.officeId() && other.titleId() == line.titleId() && Objects.equals(other.officerId(), line.officerId())).findFirst();
            if (twin.isPresent()) {
                rest.remove(twin.get());
                same++;
            } else {
                alone.add(line);
            }
        }
        for (Line line : alone) {
            var opposite = rest.stream().filter(other -> other.officeId() == line.officeId() && other.titleId() == line.titleId()).findFirst();
            opposite.ifPresent(rest::remove);
            differences.add(new Difference(line.office(), line.title(), line, opposite.orElse(null)));
        }
        rest.forEach(line -> differences.add(new Difference(line.office(), line.title(), null, line)));
        return new Compared(first, second, List.copyOf(differences), same);
    }
}
