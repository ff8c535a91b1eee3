package vn.bamcoso.figures.recording;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.calendar.PeriodKind;

/**
 * The numbers by which figures carry their period. They begin with the last day, so that they stand in the order of time and
 * decide the partition; the rest follows from the kind, so that every node gives the same number without asking. Only spans,
 * which may begin on any day, are numbered by the database.
 */
@Component
public class PeriodIds {
    private static final int PER_DAY = 4096;
    private static final int SPANS = 1024;
    private final JdbcClient jdbc;

    PeriodIds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Before every period that ends on this day or later. */
    public static int floor(LocalDate day) {
        return Math.toIntExact(day.toEpochDay() * PER_DAY);
    }

    /** After every period that ends on this day or earlier. */
    public static int ceiling(LocalDate day) {
        return floor(day.plusDays(1)) - 1;
    }

    public static LocalDate endOf(int id) {
        return LocalDate.ofEpochDay(id >> 12);
    }

    /** Of every kind but spans. */
    public static int of(Period period) {
        int number = period.kind().id() * 16;
        if (period.kind() == PeriodKind.ABOUT) {
            number += period.code().length();
        }
        return floor(period.end()) + number;
    }

    /** The numbers for recording; spans that nobody used before are numbered now. Joins the caller's transaction. */
    public Map<Period, Integer> forRecording(Collection<Period> periods) {
        Set<Period> spans = new LinkedHashSet<>();
        Map<Period, Integer> ids = new HashMap<>();
        for (Period period : periods) {
            if (period.kind() == PeriodKind.SPAN) {
                spans.add(period);
            } else {
                ids.put(period, of(period));
            }
        }
        for (Period span : spans.stream().sorted().toList()) {
            ids.put(span, jdbc.sql("select figures.span_id(:code, :start, :end, :from)")
                    .param("code", span.code()).param("start", span.start()).param("end", span.end()).param("from", floor(span.end()) + SPANS)
                    .query(Integer.class).single());
        }
        return ids;
    }
}
