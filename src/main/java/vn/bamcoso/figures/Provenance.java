package vn.bamcoso.figures;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.basics.Sql;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.figures.asking.Asking;

/**
 * Where a number came from: down from an area to its places by the pivot, and at a place the figures that were recorded for it,
 * each with the submission or act, the person, the minute, and the revisions before it.
 */
@Component
public class Provenance {
    private static final String FACTS = Sql.beside(Provenance.class, "provenance/facts.sql");

    /**
     * One recording of one figure.
     *
     * @param period code of the stored period
     * @param place as it was called then
     * @param knownTo null while it holds
     * @param source name and link of the submission or act; null when it is not the asker's to see, or has none
     * @param by name of who recorded it; null for the program
     */
    public record Fact(
            String period, @Nullable String place, @Nullable BigDecimal value, Instant knownFrom, @Nullable Instant knownTo, String origin, Source.@Nullable Link source,
            @Nullable String note, Instant recordedAt, @Nullable String by) {
        public boolean current() {
            return knownTo == null;
        }

        public String periodLabel(Locale locale) {
            return Period.parse(period).label(locale);
        }
    }

    private record Row(
            String period, @Nullable String place, @Nullable BigDecimal value, Instant knownFrom, @Nullable Instant knownTo, String originKind, @Nullable Long originRef,
            @Nullable String note, Instant recordedAt, int recordedBy, @Nullable String recordedByName) {}

    private final JdbcClient jdbc;
    private final Asking asking;
    private final Map<String, Source> sources = new HashMap<>();

    Provenance(JdbcClient jdbc, Asking asking, List<Source> known) {
        this.jdbc = jdbc;
        this.asking = asking;
        known.forEach(source -> sources.put(source.kind(), source));
    }

    /**
     * The recordings behind a cell of a place at which figures are collected, newest period first, at most 400. None where the number is
     * hidden from the asker, nor where a small count that would be hidden went into one that is shown.
     *
     * @param place id of the place on the map
     * @param cell as the pivot answered it
     */
    @Transactional(readOnly = true)
    public List<Fact> facts(Indicator indicator, Period period, int place, LocalDate map, Answer.Cell cell, Locale locale) {
        return facts(indicator, indicator.breakdown(), period, place, map, cell, locale);
    }

    private List<Fact> facts(Indicator indicator, short breakdown, Period period, int place, LocalDate map, Answer.Cell cell, Locale locale) {
        if (cell.to() == null || cell.hidden()) {
            return List.of();
        }
        List<Row> rows = jdbc.sql(FACTS)
                .param("indicator", indicator.id())
                .param("breakdown", breakdown)
                .param("place", place)
                .param("map", map)
                .param("from", cell.from())
                .param("to", cell.to())
                .query(Row.class)
                .list();
        if (rows.stream().anyMatch(row -> row.value() != null && Asking.small(row.value())) && asking.guards(indicator)) {
            return List.of();
        }
        boolean stored = rows.stream().anyMatch(row -> row.period().equals(period.code()));
        return rows.stream()
                .filter(row -> !stored || row.period().equals(period.code()))
                .map(row -> new Fact(
                        row.period(), row.place(), row.value(), row.knownFrom(), row.knownTo(), row.originKind(), link(row, locale), row.note(), row.recordedAt(), row.recordedByName()))
                .toList();
    }

    /** What provinces within an area added to their communes' figures, each with its consolidated report. */
    @Transactional(readOnly = true)
    public List<Fact> additions(Indicator indicator, Period period, int area, LocalDate map, Answer.Cell cell, Locale locale) {
        return facts(indicator, (short) (-1 - indicator.breakdown()), period, area, map, cell, locale);
    }

    private Source.@Nullable Link link(Row row, Locale locale) {
        Source source = sources.get(row.originKind());
        return source == null || row.originRef() == null ? null : source.link(row.originRef(), locale);
    }
}
