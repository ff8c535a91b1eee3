package vn.bamcoso.figures.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.calendar.DateWords;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.figures.Level;
import vn.bamcoso.figures.Question;

/**
 * What the address of a figure asks: which indicator, period, area and level, on which day's map, as known when. The same
 * words serve the page, its files, its provenance and the API.
 *
 * @param within key of a place; null for all that the asker may see
 * @param known null: as known now
 */
public record Asked(String indicator, Period period, Level level, @Nullable String within, LocalDate map, @Nullable Instant known) {
    public Question question() {
        return new Question(List.of(indicator), List.of(period), level, within, map, known, false);
    }

    public Question over(List<Period> periods, Level at) {
        return new Question(List.of(indicator), periods, at, within, map, known, false);
    }

    /** The area as a whole, by the parts of the indicator. */
    Question parts(List<String> codes) {
        return new Question(codes, List.of(period), level, within, map, known, false);
    }

    Asked about(String otherIndicator) {
        return new Asked(otherIndicator, period, level, within, map, known);
    }

    public Asked of(Period other) {
        return new Asked(indicator, other, level, within, map, known);
    }

    public Asked on(LocalDate otherMap) {
        return new Asked(indicator, period, level, null, otherMap, known);
    }

    public Asked in(@Nullable String place, Level at) {
        return new Asked(indicator, period, at, place, map, known);
    }

    public Asked knownAt(@Nullable Instant moment) {
        return new Asked(indicator, period, level, within, map, moment);
    }

    /** @param below of the figure's own page: empty, {@code /table.csv}, {@code /provenance} … */
    public String link(String below) {
        var query = new LinkedHashMap<String, String>();
        query.put("period", period.code());
        query.put("level", level.code());
        query.put("within", within);
        query.put("map", map.toString());
        query.put("known", known == null ? null : known.toString());
        var link = UriComponentsBuilder.fromPath("/figures/" + indicator + below);
        query.forEach((name, value) -> {
            if (value != null) {
                link.queryParam(name, "{" + name + "}");
            }
        });
        return link.encode().buildAndExpand(query).toUriString();
    }

    public Map<String, String> kept(String... but) {
        var all = new LinkedHashMap<String, String>();
        all.put("period", period.code());
        all.put("level", level.code());
        all.put("within", within == null ? "" : within);
        all.put("map", map.toString());
        all.put("known", known == null ? "" : known.toString());
        List.of(but).forEach(all::remove);
        all.values().removeIf(String::isEmpty);
        return all;
    }

    /** A period as its code, or a day as people write it: "23/4/2021" is as of that day. */
    static Period period(String text) {
        try {
            return Period.parse(text.strip());
        } catch (Problem noCode) {
            return Period.asOf(day(text, "figures.page.problem.period"));
        }
    }

    static LocalDate day(String text, String problem) {
        try {
            return DateWords.parse(text);
        } catch (Problem notADay) {
            throw Problem.refused(problem, text);
        }
    }

    /** A moment, or the end of a day. */
    static Instant moment(String text) {
        try {
            return Instant.parse(text.strip());
        } catch (DateTimeParseException notAMoment) {
            return VietnamTime.endOf(day(text, "figures.page.problem.known"));
        }
    }
}
