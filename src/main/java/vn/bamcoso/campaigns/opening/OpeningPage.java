package vn.bamcoso.campaigns.opening;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.DateWords;
import vn.bamcoso.campaigns.Ground;
import vn.bamcoso.campaigns.opening.Opening.NewCampaign;
import vn.bamcoso.campaigns.opening.Opening.NewGoal;
import vn.bamcoso.documents.numbers.NumberForm;
import vn.bamcoso.documents.numbers.Numerals;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Indicators;
import vn.bamcoso.shell.Html;

/** The form on which a campaign of the nation is opened; its target is cut on the next page. */
@Controller
public class OpeningPage {
    private static final short MOVEMENT = 6;
    private final Opening opening;
    private final Indicators indicators;
    private final Ground ground;
    private final GoalLines goalLines;

    OpeningPage(Opening opening, Indicators indicators, Ground ground, GoalLines goalLines) {
        this.opening = opening;
        this.indicators = indicators;
        this.ground = ground;
        this.goalLines = goalLines;
    }

    /** @param indicators value and label in pairs, as {@code denominators} */
    public record Shown(Map<String, String> fields, Map<String, String> errors, @Nullable String refused, List<String> indicators, List<String> denominators) {
        public @Nullable String value(String field) {
            return fields.get(field);
        }

        public @Nullable String error(String field) {
            return errors.get(field);
        }
    }

    @GetMapping("/campaigns/new")
    View form(Locale locale) {
        return page(new HashMap<>(Map.of("denominator", "eligible")), null, locale);
    }

    @PostMapping("/campaigns")
    View open(@RequestParam Map<String, String> fields, Locale locale) {
        try {
            String code = opening.open(read(fields, locale));
            return new RedirectView("/campaigns/" + code + ("scheme".equals(fields.get("kind")) ? "" : "/quotas"), false, false);
        } catch (Problem refused) {
            if (refused.kind() != Problem.Kind.REFUSED) {
                throw refused;
            }
            return page(fields, refused, locale).status(422);
        }
    }

    private NewCampaign read(Map<String, String> fields, Locale locale) {
        List<Problem.Fault> faults = new ArrayList<>();
        LocalDate first = attempt(faults, "firstDay", () -> DateWords.parse(fields.getOrDefault("firstDay", "")));
        LocalDate deadline = attempt(faults, "deadline", () -> DateWords.parse(fields.getOrDefault("deadline", "")));
        boolean scheme = "scheme".equals(fields.get("kind"));
        List<NewGoal> goals = scheme ? goalLines.read(fields.getOrDefault("goals", ""), NumberForm.of(locale), faults) : List.of();
        BigDecimal target = scheme ? null : attempt(faults, "target", () -> Numerals.parse(fields.getOrDefault("target", ""), NumberForm.of(locale)).value());
        Indicator indicator = indicators.byCode(fields.getOrDefault("indicator", "")).orElse(null);
        if (indicator == null && !scheme) {
            faults.add(new Problem.Fault("indicator", "campaigns.problem.indicator"));
        }
        if (!faults.isEmpty()) {
            throw Problem.refused("campaigns.problem.refused", faults, faults.size());
        }
        String name = fields.getOrDefault("nameVi", "");
        String english = fields.getOrDefault("nameEn", "").isBlank() ? name : fields.get("nameEn");
        return new NewCampaign(
                null, scheme, name, english, fields.getOrDefault("aboutVi", ""), fields.getOrDefault("aboutVi", ""), field(indicator, goals),
                ground.area(CurrentUser.require(), field(indicator, goals)).orElseThrow(() -> Problem.forbidden("campaigns.problem.not-yours")), first, deadline, fields.getOrDefault("assignedBy", ""),
                fields.getOrDefault("document", "").isBlank() ? null : fields.get("document").strip(), fields.getOrDefault("denominator", "unstated"),
                scheme ? goals : List.of(new NewGoal(indicator.nameVi(), indicator.nameEn(), indicator.code(), indicator.unitVi(), indicator.unitEn(), target, null, null)));
    }

    /** That of what counts it; the movement's for a scheme that nothing counts. */
    private short field(@Nullable Indicator indicator, List<NewGoal> goals) {
        return indicator != null ? indicator.field()
                : goals.stream().filter(goal -> goal.indicator() != null).findFirst().map(goal -> indicators.require(goal.indicator()).field()).orElse(MOVEMENT);
    }

    private Html page(Map<String, String> fields, @Nullable Problem refused, Locale locale) {
        if (!CurrentUser.require().has("ministry_office", "department", "provincial_director")) {
            throw Problem.forbidden("campaigns.problem.not-yours");
        }
        Texts texts = Texts.of(locale);
        Map<String, String> errors = new HashMap<>();
        if (refused != null) {
            refused.faults().forEach(fault -> errors.merge(fault.where(), texts.get(fault.code(), fault.args().toArray()), (one, two) -> one + " " + two));
        }
        List<String> choices = new ArrayList<>(List.of("", ""));
        indicators.all().stream().filter(Opening::countable).forEach(indicator -> choices.addAll(List.of(indicator.code(), indicator.name(locale))));
        List<String> denominators = new ArrayList<>();
        for (String one : List.of("eligible", "present", "unstated")) {
            denominators.addAll(List.of(one, texts.get("campaigns.denominator." + one)));
        }
        return Html.of("campaigns/opening/opening", "shown", new Shown(fields, errors, refused == null ? null : texts.get(refused), choices, denominators));
    }

    private interface Attempt<T> {
        T make();
    }

    private static <T> @Nullable T attempt(List<Problem.Fault> faults, String where, Attempt<T> attempt) {
        try {
            return attempt.make();
        } catch (Problem unreadable) {
            faults.add(new Problem.Fault(where, unreadable.code(), unreadable.args()));
            return null;
        }
    }
}
