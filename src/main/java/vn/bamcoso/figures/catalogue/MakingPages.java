package vn.bamcoso.figures.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
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
import vn.bamcoso.documents.numbers.NumberForm;
import vn.bamcoso.documents.numbers.Numerals;
import vn.bamcoso.figures.Crossings;
import vn.bamcoso.figures.Making;
import vn.bamcoso.figures.NewIndicator;
import vn.bamcoso.shell.Html;

/** The pages on which an indicator is made, and the dimensions by which indicators are broken down. */
@Controller
public class MakingPages {
    private final Making making;
    private final Breakdowns breakdowns;
    private final Crossings crossings;
    private final Limits limits;
    private final Fields fields;

    MakingPages(Making making, Breakdowns breakdowns, Crossings crossings, Limits limits, Fields fields) {
        this.making = making;
        this.breakdowns = breakdowns;
        this.crossings = crossings;
        this.limits = limits;
        this.fields = fields;
    }

    /** @param choices value and label in pairs, by field */
    public record Shown(String owner, Map<String, String> typed, Map<String, String> errors, Map<String, List<String>> choices, List<Breakdowns.Dimension> dimensions, List<String> ticked) {
        public @Nullable String value(String field) {
            return typed.get(field);
        }
    }

    public record Listed(List<Breakdowns.Dimension> dimensions, boolean makes, boolean extend, @Nullable String refused) {}

    @GetMapping("/figures/new")
    View blank(Locale locale) {
        var start = new HashMap<>(Map.of("origin", "entered", "overTime", "sum", "overPlaces", "sum", "collectedAt", "commune", "field", "general", "decimals", "0", "least", "0", "mayBeHeld", "undecided"));
        return page(start, List.of(), null, locale);
    }

    @PostMapping("/figures/new")
    View make(@RequestParam MultiValueMap<String, String> sent, Locale locale) {
        Map<String, String> typed = new HashMap<>(sent.toSingleValueMap());
        List<String> dimensions = sent.getOrDefault("dimensions", List.of());
        try {
            return new RedirectView("/figures?q=" + making.make(read(typed, sent.getOrDefault("kinds", List.of()), dimensions, NumberForm.of(locale))), false, false, false);
        } catch (Problem refused) {
            if (refused.faults().isEmpty()) {
                throw refused;
            }
            return page(typed, dimensions, refused, locale).status(422);
        }
    }

    @PostMapping("/figures/{code}/limits")
    View limit(@PathVariable String code, @RequestParam Map<String, String> typed, Locale locale) {
        limits.change(code, typed, NumberForm.of(locale));
        return new RedirectView("/figures/" + code + "/definition", false, false, false);
    }

    @GetMapping("/figures/breakdowns")
    View list() {
        return listed(null);
    }

    @PostMapping("/figures/breakdowns")
    View makeDimension(@RequestParam(defaultValue = "") String nameVi, @RequestParam(defaultValue = "") String nameEn, @RequestParam(defaultValue = "") String parts, Locale locale) {
        return after(() -> breakdowns.make(nameVi, nameEn, parts), locale);
    }

    @PostMapping("/figures/breakdowns/crossing")
    View cross(@RequestParam String first, @RequestParam String second, Locale locale) {
        return after(() -> crossings.cross(first, second), locale);
    }

    @PostMapping("/figures/breakdowns/{code}/parts")
    View extend(@PathVariable String code, @RequestParam(defaultValue = "") String part, Locale locale) {
        return after(() -> breakdowns.extend(code, part), locale);
    }

    private View after(Runnable act, Locale locale) {
        try {
            act.run();
            return new RedirectView("/figures/breakdowns");
        } catch (Problem refused) {
            if (refused.kind() != Problem.Kind.REFUSED) {
                throw refused;
            }
            return listed(Texts.of(locale).get(refused)).status(422);
        }
    }

    private Html listed(@Nullable String refused) {
        var owner = making.owner(CurrentUser.require());
        return Html.of("figures/catalogue/breakdowns", "listed", new Listed(breakdowns.all(), owner.isPresent(), owner.filter(one -> one.place() == null).isPresent(), refused));
    }

    private Html page(Map<String, String> typed, List<String> ticked, @Nullable Problem refused, Locale locale) {
        Texts texts = Texts.of(locale);
        var owner = making.owner(CurrentUser.require()).orElseThrow(() -> Problem.forbidden("figures.making.problem.not-yours"));
        Map<String, String> errors = new LinkedHashMap<>();
        if (refused != null) {
            refused.faults().forEach(fault -> errors.merge(fault.where(), texts.get(fault.code(), fault.args().toArray()), (one, two) -> one + " " + two));
        }
        Map<String, List<String>> choices = new HashMap<>();
        choices.put("origin", choices(texts, "figures.origin.", "entered", "computed"));
        choices.put("overTime", choices(texts, "figures.over-time.", "sum", "last", "next", "mean", "none"));
        choices.put("overPlaces", choices(texts, "figures.over-places.", "sum", "min", "max", "none"));
        choices.put("collectedAt", choices(texts, "figures.level.", "commune", "province", "nation"));
        choices.put("mayBeHeld", choices(texts, "figures.held.", "undecided", "yes", "no"));
        List<String> works = new ArrayList<>();
        fields.codes(locale).forEach((code, name) -> works.addAll(List.of(code, name)));
        choices.put("field", works);
        String who = owner.place() == null ? texts.get("figures.making.owner.ministry") : texts.get("figures.making.owner.province", owner.place().fullName());
        return Html.of("figures/catalogue/making", "shown", new Shown(who, typed, errors, choices, breakdowns.all(), ticked));
    }

    private static List<String> choices(Texts texts, String key, String... values) {
        List<String> choices = new ArrayList<>();
        for (String value : values) {
            choices.addAll(List.of(value, texts.get(key + value)));
        }
        return choices;
    }

    private static NewIndicator read(Map<String, String> typed, List<String> kinds, List<String> dimensions, NumberForm form) {
        List<Problem.Fault> faults = new ArrayList<>();
        BigDecimal least = attempt(typed, "least", faults, text -> Numerals.parse(text, form).value());
        BigDecimal most = attempt(typed, "most", faults, text -> Numerals.parse(text, form).value());
        BigDecimal decimals = attempt(typed, "decimals", faults, text -> Numerals.parse(text, form).value());
        LocalDate from = attempt(typed, "validFrom", faults, DateWords::parse);
        LocalDate to = attempt(typed, "validTo", faults, DateWords::parse);
        if (!faults.isEmpty()) {
            throw Problem.refused("figures.definition.problem.refused", faults, faults.size());
        }
        return new NewIndicator(
                typed.get("code"), typed.get("nameVi"), typed.get("nameEn"), typed.get("definitionVi"), typed.get("definitionEn"), typed.get("unitVi"), typed.get("unitEn"), typed.get("origin"),
                typed.get("overTime"), typed.get("overPlaces"), typed.get("collectedAt"), kinds, typed.get("field"), typed.get("formula"), decimals == null ? 0 : decimals.intValue(), least, most,
                typed.containsKey("smallCounts"), typed.containsKey("neverFalls"), typed.get("mayBeHeld"), typed.get("heldDecidedBy"), from, to, null, dimensions);
    }

    private interface Reading<T> {
        T read(String text);
    }

    private static <T> @Nullable T attempt(Map<String, String> typed, String name, List<Problem.Fault> faults, Reading<T> reading) {
        String text = typed.getOrDefault(name, "").strip();
        try {
            return text.isEmpty() ? null : reading.read(text);
        } catch (Problem unreadable) {
            faults.add(new Problem.Fault(name, unreadable.code(), unreadable.args()));
            return null;
        }
    }
}
