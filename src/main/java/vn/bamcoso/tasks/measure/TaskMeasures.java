package vn.bamcoso.tasks.measure;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.basics.Sql;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Measure;

/**
 * Key tasks of a year, and shares in the four books, given, extended, and proposals, counted by the level of those who answer: at the
 * place that they serve on the last day of the period. A code is what is counted and the level, and the field of work where only that is meant:
 * {@code tasks_open_late_communes__money}.
 */
@Component
public class TaskMeasures implements Measure {
    static final String KEY = "key_tasks";
    private static final List<String> STATES = List.of("done", "done_late", "open", "open_late");
    private static final List<String> FLOWS = List.of("issued", "extended", "proposals", "proposals_answered");
    private static final List<String> LEVELS = List.of("communes", "provinces");
    /** The parts of the dimension by which they are broken down: access.field. */
    private static final List<String> FIELDS = List.of("organisation", "party", "money", "security", "residence", "movement", "tasks", "general", "personnel");

    private final JdbcClient jdbc;

    TaskMeasures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> codes() {
        Set<String> codes = new LinkedHashSet<>(Set.of(KEY, "tasks_proposals_open_communes", "tasks_proposals_open_provinces"));
        LEVELS.forEach(level -> {
            STATES.forEach(state -> codes.add("tasks_" + state + "_" + level));
            FLOWS.forEach(flow -> codes.add("tasks_" + flow + "_" + level));
        });
        Set<String> parts = new LinkedHashSet<>(codes);
        codes.stream().filter(code -> !code.equals(KEY)).forEach(code -> FIELDS.forEach(field -> parts.add(code + Indicator.OF_PART + field)));
        return parts;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Measured> of(String code, Period period, @Nullable Instant known, Short @Nullable [] homes) {
        return ask(code, period, known, null).query((row, n) -> new Measured(row.getInt("place_id"), row.getBigDecimal("value"))).list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Trace> trace(String code, Period period, int placeId, @Nullable Instant known, Locale locale) {
        Texts texts = Texts.of(locale);
        String path = code.contains("proposals") ? "/proposals" : "/tasks/books?by=task&on=" + period.end();
        return ask(code, period, known, placeId).query((row, n) -> new Trace(texts.get("tasks.measure.records"), path, row.getBigDecimal("value"), null)).list();
    }

    private JdbcClient.StatementSpec ask(String asked, Period period, @Nullable Instant known, @Nullable Integer place) {
        int part = asked.indexOf(Indicator.OF_PART);
        String code = part < 0 ? asked : asked.substring(0, part);
        boolean key = code.equals(KEY);
        String level = key ? "nation" : code.endsWith("_communes") ? "commune" : "province";
        String what = key ? KEY : code.substring("tasks_".length(), code.lastIndexOf('_'));
        String file = key ? "key-tasks.sql" : STATES.contains(what) ? "states.sql" : what.startsWith("proposals") ? "proposals.sql" : "flows.sql";
        return jdbc.sql(Sql.beside(TaskMeasures.class, file)).param("what", what).param("level", level).param("on", period.end()).param("from", period.start(), Types.DATE)
                .param("known", known == null ? null : Timestamp.from(known), Types.TIMESTAMP).param("place", place, Types.INTEGER).param("field", part < 0 ? null : asked.substring(part + Indicator.OF_PART.length()), Types.VARCHAR);
    }
}
