package vn.bamcoso.figures.statement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.calendar.DateWords;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Indicators;
import vn.bamcoso.shell.Html;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** The form on which a person takes down what was published; with {@code corrects} it starts from the wrong entry. */
@Controller
public class EnteringPage {
    /** The map on which most of what was printed before July 2025 is about. */
    private static final LocalDate OLD_MAP = LocalDate.of(2021, 7, 1);

    private final Entering entering;
    private final Shelf shelf;
    private final Indicators indicators;
    private final Places places;
    private final WhenAndWhere whenAndWhere;
    private final Clock clock;

    EnteringPage(Entering entering, Shelf shelf, Indicators indicators, Places places, WhenAndWhere whenAndWhere, Clock clock) {
        this.entering = entering;
        this.shelf = shelf;
        this.indicators = indicators;
        this.places = places;
        this.whenAndWhere = whenAndWhere;
        this.clock = clock;
    }

    /**
     * @param fields what stands in the fields, by name
     * @param errors sentences by field; {@code refused} the one above all
     * @param indicators value and label in pairs, as {@code places} and {@code kinds} of period
     */
    public record Shown(Map<String, String> fields, Map<String, String> errors, @Nullable String refused, List<String> indicators, List<String> places, List<String> kinds, @Nullable String corrected) {
        public @Nullable String value(String field) {
            return fields.get(field);
        }

        public @Nullable String error(String field) {
            return errors.get(field);
        }
    }

    @GetMapping("/statements/new")
    View form(@RequestParam(required = false) @Nullable Integer corrects, @RequestParam(defaultValue = "") String indicator, @RequestParam(defaultValue = "") String place, Locale locale) {
        Map<String, String> fields = new HashMap<>(Map.of("indicator", indicator, "place", place));
        if (corrects != null) {
            fill(fields, wrong(corrects));
        }
        return page(fields, null, locale);
    }

    @PostMapping("/statements")
    View enter(@RequestParam Map<String, String> fields, Locale locale) {
        try {
            String other = fields.getOrDefault("otherPlace", "").strip();
            String period = WhenAndWhere.period(fields, day(fields, "whenDay"), day(fields, "whenFrom"));
            entering.enter(new NewStatement(
                    fields.get("indicator"), other.isEmpty() ? fields.get("place") : whenAndWhere.key(other, map(fields, period)), period, day(fields, "mapDay"), fields.get("printed"), fields.get("unit"),
                    fields.get("article"), fields.get("publisher"), day(fields, "published"), fields.get("eventVi"), fields.get("eventEn"), fields.get("noteVi"), fields.get("noteEn"),
                    fields.getOrDefault("corrects", "").isEmpty() ? null : Integer.valueOf(fields.get("corrects"))), null);
            return new RedirectView("/statements?indicator=" + fields.get("indicator"), false, false);
        } catch (Problem refused) {
            if (refused.kind() != Problem.Kind.REFUSED) {
                throw refused;
            }
            return page(fields, refused, locale).status(422);
        }
    }

    /** The day on whose map a place is looked for. */
    private LocalDate map(Map<String, String> fields, String period) {
        LocalDate map = day(fields, "mapDay");
        return map != null ? map : period.isEmpty() ? VietnamTime.today(clock) : Period.parse(period).end();
    }

    private static @Nullable LocalDate day(Map<String, String> fields, String name) {
        String text = fields.getOrDefault(name, "").strip();
        try {
            return text.isEmpty() ? null : DateWords.parse(text);
        } catch (Problem unreadable) {
            throw Problem.refused("figures.statement.problem.refused", List.of(new Problem.Fault(name, unreadable.code(), unreadable.args())), 1);
        }
    }

    private Html page(Map<String, String> fields, @Nullable Problem refused, Locale locale) {
        if (!Entering.may()) {
            throw Problem.forbidden("figures.statement.problem.not-yours");
        }
        Texts texts = Texts.of(locale);
        Map<String, String> errors = new HashMap<>();
        if (refused != null) {
            refused.faults().forEach(fault -> errors.merge(fault.where(), texts.get(fault.code(), fault.args().toArray()), (one, two) -> one + " " + two));
        }
        String corrects = fields.getOrDefault("corrects", "");
        return Html.of("figures/statement/entering", "shown", new Shown(
                fields, errors, refused == null ? null : texts.get(refused), choices(locale), places(fields.getOrDefault("place", "")), WhenAndWhere.kinds(fields.get("period"), texts), corrects.isEmpty() ? null : wrong(Integer.parseInt(corrects)).words()));
    }

    private Statement wrong(int id) {
        return shelf.find(null, null).stream().filter(one -> one.id() == id).findFirst().orElseThrow(Problem::notFound);
    }

    private static void fill(Map<String, String> fields, Statement wrong) {
        fields.putAll(Map.of(
                "corrects", String.valueOf(wrong.id()), "indicator", wrong.indicator(), "place", wrong.placeKey(), "mapDay", wrong.mapDay().toString(), "printed", wrong.printed(),
                "article", wrong.article(), "publisher", wrong.publisher(), "eventVi", wrong.eventVi(), "eventEn", wrong.eventEn()));
        put(fields, "period", wrong.period() == null ? null : wrong.period().code());
        put(fields, "unit", wrong.unit());
        put(fields, "published", wrong.published() == null ? null : wrong.published().toString());
        put(fields, "noteVi", wrong.noteVi());
        put(fields, "noteEn", wrong.noteEn());
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    private List<String> choices(Locale locale) {
        List<String> choices = new ArrayList<>(List.of("", ""));
        for (Indicator indicator : indicators.all()) {
            choices.addAll(List.of(indicator.code(), indicator.name(locale)));
        }
        return choices;
    }

    /** The nation, today's provinces and those of the 63; and the one that stands in the field already. */
    private List<String> places(String chosen) {
        LocalDate today = VietnamTime.today(clock);
        Set<Place> all = new LinkedHashSet<>();
        all.add(places.nation());
        all.addAll(places.provinces(today));
        List<String> choices = new ArrayList<>();
        all.forEach(place -> choices.addAll(List.of(place.key(), place.fullName())));
        places.provinces(OLD_MAP).stream().filter(place -> !choices.contains(place.key())).forEach(place -> choices.addAll(List.of(place.key(), place.fullName() + " (" + OLD_MAP.getYear() + ")")));
        if (!chosen.isEmpty() && !choices.contains(chosen)) {
            places.byKey(chosen).ifPresent(place -> choices.addAll(List.of(chosen, place.fullName())));
        }
        return choices;
    }
}
