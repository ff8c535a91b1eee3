package vn.bamcoso.figures.statement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.calendar.PeriodKind;
import vn.bamcoso.calendar.PeriodRule;
import vn.bamcoso.territory.Places;

/** A period chosen as its kind and a day in it, and a place called by its name, as people say them; codes are understood too. */
@Component
class WhenAndWhere {
    private static final List<Rhythm> RHYTHMS = Stream.of(PeriodRule.OFFICIAL, PeriodRule.CALENDAR)
            .flatMap(rule -> Stream.of(PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.HALF_YEAR, PeriodKind.NINE_MONTHS, PeriodKind.YEAR).map(kind -> new Rhythm(rule, kind)))
            .toList();

    /** A kind of period that goes by a rule, as one choice of a list. */
    private record Rhythm(PeriodRule rule, PeriodKind kind) {
        String code() {
            return rule + " " + kind;
        }
    }

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
        for (Rhythm one : RHYTHMS) {
            kinds.addAll(List.of(one.code(), texts.get("figures.statement.when." + one.rule().name().toLowerCase(Locale.ROOT), one.kind().label(texts.locale()))));
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
                Rhythm chosen = RHYTHMS.stream().filter(one -> one.code().equals(when)).findFirst().orElseThrow(() -> wrong("period", "figures.statement.problem.when"));
                yield chosen.rule().containing(chosen.kind(), day).orElseThrow(() -> wrong("whenDay", "figures.statement.problem.when-day"));
            }
        }).code();
    }

    /** The key of a place called by its name on that day, or by its key. @throws Problem refused at its field when there is none, or several of one name */
    String key(String text, LocalDate day) {
        try {
            return places.meant(text, day, one -> true).key();
        } catch (Problem refused) {
            throw wrong("otherPlace", refused.code(), refused.args().toArray());
        }
    }

    private static Problem wrong(String field, String code, Object... args) {
        return Problem.refused("figures.statement.problem.refused", List.of(new Problem.Fault(field, code, args)), 1);
    }
}
