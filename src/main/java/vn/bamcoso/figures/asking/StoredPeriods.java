package vn.bamcoso.figures.asking;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.figures.recording.PeriodIds;

/** The periods for which there is any figure. They are only ever added to, so that a count tells whether there are new ones. */
@Component
class StoredPeriods {
    private final JdbcClient jdbc;
    private volatile Known kept = new Known(0, new TreeMap<>(), Map.of());

    StoredPeriods(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By their numbers, which go by the last day. */
    record Known(int count, NavigableMap<Integer, Period> byId, Map<Period, Integer> ids) {
        /** Those that end from the first to the last of these days. */
        Collection<Map.Entry<Integer, Period>> ending(LocalDate first, LocalDate last) {
            int from = PeriodIds.floor(first);
            int to = PeriodIds.ceiling(last);
            return from > to ? java.util.List.of() : byId.subMap(from, true, to, true).entrySet();
        }
    }

    /** @param count of periods, as the database has it now */
    Known now(int count) {
        Known known = kept;
        if (known.count != count) {
            NavigableMap<Integer, Period> byId = new TreeMap<>();
            jdbc.sql("select id, code from figures.period").query(row -> {
                byId.put(row.getInt("id"), Period.parse(row.getString("code")));
            });
            Map<Period, Integer> ids = new HashMap<>();
            byId.forEach((id, period) -> ids.put(period, id));
            known = new Known(count, byId, ids);
            kept = known;
        }
        return known;
    }
}
