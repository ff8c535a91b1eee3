package vn.bamcoso.figures.provenance;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.figures.Measure;

/** The records behind a counted number, asked of the room that counts it. */
@Component
class Records {
    private final Map<String, Measure> measures = new HashMap<>();

    Records(List<Measure> all) {
        all.forEach(measure -> measure.codes().forEach(code -> measures.put(code, measure)));
    }

    List<Measure.Trace> behind(String code, Period period, int place, @Nullable Instant known, Locale locale) {
        Measure measure = measures.get(code);
        return measure == null ? List.of() : measure.trace(code, period, place, known, locale);
    }
}
