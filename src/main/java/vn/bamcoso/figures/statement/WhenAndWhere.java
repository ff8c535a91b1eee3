package vn.bamcoso.figures.statement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.calendar.PeriodKind;
import vn.bamcoso.calendar.PeriodRule;
import vn.bamcoso.documents.spelling.Folding;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** A period chosen as its kind and a day in it, and a place called by its name, as people say them; codes are understood too. */
@Component
class WhenAndWhere {
    private static final List<PeriodKind> KINDS = List.of(PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.HALF_YEAR, PeriodKind.NINE_MONTHS, PeriodKind.YEAR);
    private final Places places;

    WhenAndWhere(Places places) {
        this.places = places;
    }

    /** Value and label in pairs. @param kept code of the period that stands there already */
    static List<String> kinds(@Nullable String kept, Texts texts) {
        List<String> kinds = new ArrayList<>();
        if (kept != null && !kept.isBlank()) {
            kinds.addAll(List.of("kept", label(kept, texts.locale())));
        }
        for (String word : List.of("", "day", "open", "span", "about")) {
            kinds.addAll(List.of(word, texts.get("figures.statement.when." + (word.isEmpty() ? "unsaid" : word))));
        }
        for (PeriodRule rule : List.of(PeriodRule.OFFICIAL, PeriodRule.CALENDAR)) {
            KINDS.stream().filter(rule::offers).forEach(kind -> kinds.addAll(List.of(rule + " " + kind, texts.get("figures.statement.when." + rule.name().toLowerCase(Locale.ROOT), kind.label(texts.locale())))));
        }
        return kinds;
    }

    private static String label(String code, Locale locale) {
        try {
            return Period.parse(code).label(locale);
        } catch (Problem unreadable) {
            return code;
        }
    }

    /**
     * @param day in the period, or its last one; {@code from} the first of a span
     * @return the code of the period; empty when the source does not say
     * @throws Problem refused at the field that is missing or wrong
     */
    static String period(Map<String, String> fields, @Nullable LocalDate day, @Nullable LocalDate from) {
        String when = fields.getOrDefault("when", "kept");
        if (when.isEmpty() || when.equals("kept")) {
            return when.isEmpty() ? "" : fields.getOrDefault("period", "");
        }
        if (day == null) {
            throw wrong("whenDay", "figures.statement.problem.when-day");
        }
        return (switch (when) {
            case "day" -> Period.asOf(day);
            case "open" -> Period.upTo(day);
            case "about" -> Period.aboutYear(day.getYear());
            case "span" -> {
                if (from == null || from.isAfter(day)) {
                    throw wrong("whenFrom", "figures.statement.problem.when-from");
                }
                yield Period.span(from, day);
            }
            default -> {
                String[] word = when.split(" ", 2);
                yield PeriodRule.valueOf(word[0]).containing(PeriodKind.valueOf(word[1]), day).orElseThrow(() -> wrong("whenDay", "figures.statement.problem.when-day"));
            }
        }).code();
    }

    /** The key of a place called by its name on that day, or by its key. @throws Problem refused when there is none, or several of one name */
    String key(String text, LocalDate day) {
        if (places.byKey(text).isPresent()) {
            return text;
        }
        String called = Folding.fold(text);
        List<Place> alike = places.search(text, day, 12).stream().filter(one -> Folding.fold(one.fullName()).equals(called) || Folding.fold(one.name()).equals(called)).toList();
        if (alike.isEmpty()) {
            throw wrong("otherPlace", "figures.statement.problem.no-place", text, day);
        }
        if (alike.size() > 1) {
            throw wrong("otherPlace", "figures.statement.problem.places", alike.stream().map(one -> one.fullName() + above(one, day) + ": " + one.key()).collect(Collectors.joining("; ")));
        }
        return alike.getFirst().key();
    }

    private String above(Place place, LocalDate day) {
        return place.parentId() == null ? "" : places.byId(place.parentId(), day).map(one -> ", " + one.fullName()).orElse("");
    }

    private static Problem wrong(String field, String code, Object... args) {
        return Problem.refused("figures.statement.problem.refused", List.of(new Problem.Fault(field, code, args)), 1);
    }
}
