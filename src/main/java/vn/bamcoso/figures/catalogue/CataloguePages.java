package vn.bamcoso.figures.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Indicators;
import vn.bamcoso.figures.Level;
import vn.bamcoso.figures.Making;
import vn.bamcoso.identity.Grants;
import vn.bamcoso.shell.Html;

/** What is counted here, by field of work; and the form in which the Ministry Office words one anew. */
@Controller
public class CataloguePages {
    private final Indicators indicators;
    private final Fields fields;
    private final Defining defining;
    private final Making making;
    private final Breakdowns breakdowns;
    private final Grants grants;

    CataloguePages(Indicators indicators, Fields fields, Defining defining, Making making, Breakdowns breakdowns, Grants grants) {
        this.indicators = indicators;
        this.fields = fields;
        this.defining = defining;
        this.making = making;
        this.breakdowns = breakdowns;
        this.grants = grants;
    }

    public record Group(String field, List<Indicator> indicators) {}

    /** @param closed codes of what is defined for all to read, but whose figures lie outside the reader's fields or above his area */
    public record Catalogue(List<Group> groups, Set<String> closed, int total, int entered, int measured, int computed, String q, boolean mayDefine, boolean mayMake) {}

    /** @param errors sentences by field; {@code dimensions} by which it is not broken down yet, value and label in pairs */
    public record Form(Indicator indicator, Definition shown, Map<String, String> errors, boolean conflict, List<String> dimensions) {
        public String held() {
            return shown.mayBeHeld() == null ? "undecided" : shown.mayBeHeld();
        }
    }

    @GetMapping("/figures")
    View catalogue(@RequestParam(defaultValue = "") String q, Locale locale) {
        List<Indicator> all = indicators.all();
        List<Indicator> found = Search.find(all, q);
        Map<Short, List<Indicator>> byField = new LinkedHashMap<>();
        found.forEach(one -> byField.computeIfAbsent(one.field(), field -> new ArrayList<>()).add(one));
        Map<Short, String> names = fields.names(locale);
        var groups = names.entrySet().stream().filter(field -> byField.containsKey(field.getKey())).map(field -> new Group(field.getValue(), byField.get(field.getKey()))).toList();
        var shown = new Catalogue(groups, closed(found), found.size(), count(found, Indicator.How.ENTERED), count(found, Indicator.How.MEASURED), count(found, Indicator.How.COMPUTED), q.strip(),
                Defining.mayDefine(CurrentUser.require()), making.owner(CurrentUser.require()).isPresent());
        return Html.of("figures/catalogue/catalogue", "catalogue", shown);
    }

    private Set<String> closed(List<Indicator> some) {
        Map<Short, Optional<Level>> widest = new HashMap<>();
        return some.stream()
                .filter(one -> widest.computeIfAbsent(one.field(), field -> grants.widest(CurrentUser.require(), field, List.of()).flatMap(place -> Level.of(place.level())))
                        .filter(area -> area.compareTo(one.collectedAt()) <= 0)
                        .isEmpty())
                .map(Indicator::code)
                .collect(Collectors.toSet());
    }

    private static int count(List<Indicator> some, Indicator.How how) {
        return (int) some.stream().filter(one -> one.origin() == how).count();
    }

    @GetMapping("/figures/{code}/definition")
    View form(@PathVariable String code, Locale locale) {
        Indicator indicator = indicators.byCode(code).filter(one -> one.part() == null).orElseThrow(Problem::notFound);
        if (!making.mayChange(CurrentUser.require(), indicator)) {
            throw Problem.forbidden("figures.definition.problem.not-yours");
        }
        return Html.of("figures/catalogue/definition", "form", new Form(indicator, Definition.of(indicator), Map.of(), false, dimensions(indicator, locale)));
    }

    /** A form that is refused comes back as it was written, with its errors; after a conflict with the version of today. */
    @PostMapping("/figures/{code}/definition")
    View define(@PathVariable String code, @ModelAttribute Definition wanted, Locale locale) {
        try {
            defining.define(code, wanted);
            return new org.springframework.web.servlet.view.RedirectView("/figures?q=" + code);
        } catch (Problem refused) {
            boolean conflict = refused.kind() == Problem.Kind.CONFLICT;
            if (!conflict && refused.faults().isEmpty()) {
                throw refused;
            }
            Indicator indicator = indicators.byCode(code).orElseThrow(Problem::notFound);
            Texts texts = Texts.of(locale);
            Map<String, String> errors = new LinkedHashMap<>();
            refused.faults().forEach(fault -> errors.merge(fault.where(), texts.get(fault.code(), fault.args().toArray()), (first, second) -> first + " " + second));
            var shown = new Definition(wanted.nameVi(), wanted.nameEn(), wanted.definitionVi(), wanted.definitionEn(), wanted.remarkVi(), wanted.remarkEn(), wanted.mayBeHeld(),
                    wanted.heldDecidedBy(), conflict ? Integer.valueOf(indicator.version()) : wanted.version());
            return Html.of("figures/catalogue/definition", "form", new Form(indicator, shown, errors, conflict, dimensions(indicator, locale))).status(conflict ? 409 : 422);
        }
    }

    private List<String> dimensions(Indicator indicator, Locale locale) {
        var held = indicators.partsOf(indicator.code()).stream().map(part -> part.part().dimension()).toList();
        List<String> choices = new ArrayList<>(List.of("", "–"));
        breakdowns.all().stream().filter(one -> !held.contains(one.code())).forEach(one -> choices.addAll(List.of(one.code(), one.name(locale))));
        return choices;
    }
}
