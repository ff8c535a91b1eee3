package vn.bamcoso.staffing.measure;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.Once;
import vn.bamcoso.basics.Sql;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.figures.Measure;
import vn.bamcoso.staffing.Strength;

/**
 * What posts and postings say of indicators: counted live for the last day of the period, as known at any moment. Provinces are
 * added up by the database; communes, and what was known before, are counted one by one.
 */
@Component
public class StaffMeasures implements Measure {
    private static final Set<String> PROGRAMME = Set.of("xa", "thi_tran");
    private static final Predicate<String> ANY = kind -> true;

    /** Sums of one province of the 63 and one kind of commune, or one commune alone. */
    private record Sums(
            int chiefs, int deputies, int members, int staffed, int filled, int important, int headed, int posts, int vacant, int surplus) {
        static Sums of(Strength.Commune commune) {
            Strength.Cell all = commune.all();
            int staffed = all.filled() > 0 ? 1 : 0;
            return new Sums(held(commune, 1), held(commune, 2), held(commune, 3), staffed, commune.full() ? 1 : 0, commune.key() ? staffed : 0, commune.headed() ? 1 : 0,
                    all.allotted(), all.vacant(), all.surplus());
        }

        private static int held(Strength.Commune commune, int title) {
            return commune.titles().of(title).filled();
        }

        int officers() {
            return chiefs + deputies + members;
        }
    }

    /** @param kinds of commune that the indicator is about */
    private record Counted(Predicate<String> kinds, ToIntFunction<Sums> value) {}

    private static final Map<String, Counted> CODES = new HashMap<>(Map.of(
            "officers_posted", new Counted(PROGRAMME::contains, Sums::officers),
            "communes_staffed", new Counted(PROGRAMME::contains, Sums::staffed),
            "communes_filled", new Counted(PROGRAMME::contains, Sums::filled),
            "wards_staffed", new Counted("phuong"::equals, Sums::staffed),
            "towns_staffed", new Counted("thi_tran"::equals, Sums::staffed),
            "key_communes_staffed", new Counted("xa"::equals, Sums::important),
            "communes_headed", new Counted(ANY, Sums::headed),
            "posts_allotted", new Counted(ANY, Sums::posts),
            "posts_vacant", new Counted(ANY, Sums::vacant),
            "posts_surplus", new Counted(ANY, Sums::surplus)));

    static {
        CODES.put("officers_commune_level", new Counted(ANY, Sums::officers));
        CODES.put("officers_chiefs", new Counted(ANY, Sums::chiefs));
        CODES.put("officers_deputies", new Counted(ANY, Sums::deputies));
        CODES.put("officers_members", new Counted(ANY, Sums::members));
    }

    private final Strength strength;
    private final JdbcClient jdbc;
    private final Tracing tracing;
    private final String sums = Sql.beside(StaffMeasures.class, "strength-sums.sql");
    private final String kinds = Sql.beside(StaffMeasures.class, "kinds.sql");

    StaffMeasures(Strength strength, JdbcClient jdbc, Tracing tracing) {
        this.strength = strength;
        this.jdbc = jdbc;
        this.tracing = tracing;
    }

    @Override
    public Set<String> codes() {
        return CODES.keySet();
    }

    /** What one day's row of {@code strength-sums.sql} says: a province of the 63, a kind of commune, how many communes. */
    private record Row(short home, String kind, int n, Sums sums) {}

    /** A commune with the kind that it is of on the day. */
    private record Kind(Strength.Commune commune, String kind) {}

    @Override
    public List<Measured> of(String code, Period period, @Nullable Instant known, Short @Nullable [] homes) {
        return of(code, List.of(period), known, homes, null).get(period);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Period, List<Measured>> of(String code, List<Period> periods, @Nullable Instant known, Short @Nullable [] homes, Integer @Nullable [] places) {
        Counted counted = CODES.get(code);
        var communes = communes(days(periods), known, homes, places);
        return by(periods, day -> communes.getOrDefault(day, List.of()).stream().filter(one -> counted.kinds().test(one.kind()))
                .map(one -> new Measured(one.commune().placeId(), BigDecimal.valueOf(counted.value().applyAsInt(Sums.of(one.commune()))))).toList());
    }

    @Override
    public @Nullable List<Homes> byHome(String code, Period period, @Nullable Instant known) {
        Map<Period, List<Homes>> found = byHome(code, List.of(period), known, null);
        return found == null ? null : found.get(period);
    }

    @Override
    @Transactional(readOnly = true)
    public @Nullable Map<Period, List<Homes>> byHome(String code, List<Period> periods, @Nullable Instant known, Short @Nullable [] homes) {
        if (known != null) {
            return null;
        }
        Counted counted = CODES.get(code);
        Map<LocalDate, List<Row>> rows = rows(days(periods), homes);
        return by(periods, day -> {
            Map<Short, Homes> sums = new HashMap<>();
            rows.getOrDefault(day, List.of()).stream().filter(row -> counted.kinds().test(row.kind())).forEach(row ->
                    sums.merge(row.home(), new Homes(row.home(), BigDecimal.valueOf(counted.value().applyAsInt(row.sums())), row.n()),
                            (one, other) -> new Homes(one.home(), one.sum().add(other.sum()), one.n() + other.n())));
            return List.copyOf(sums.values());
        });
    }

    private static List<LocalDate> days(List<Period> periods) {
        return periods.stream().map(Period::end).distinct().sorted().toList();
    }

    private static <T> Map<Period, T> by(List<Period> periods, Function<LocalDate, T> values) {
        return periods.stream().distinct().collect(Collectors.toMap(period -> period, period -> values.apply(period.end())));
    }

    /** The indicators of a page ask about the same days: each day is asked once. */
    private Map<LocalDate, List<Row>> rows(List<LocalDate> days, Short @Nullable [] homes) {
        Map<LocalDate, List<Row>> asked = Once.ask(Arrays.asList(StaffMeasures.class, homes == null ? null : List.of(homes)), HashMap::new);
        List<LocalDate> rest = days.stream().filter(day -> !asked.containsKey(day)).toList();
        if (!rest.isEmpty()) {
            rest.forEach(day -> asked.put(day, new ArrayList<>()));
            jdbc.sql(sums).param("days", rest.stream().map(LocalDate::toString).toArray(String[]::new)).param("homes", Strength.homes(homes)).query(row -> {
                asked.get(row.getObject(1, LocalDate.class)).add(new Row(row.getShort(2), row.getString(3), row.getInt(4), new Sums(
                        row.getInt(5), row.getInt(6), row.getInt(7), row.getInt(8), row.getInt(9), row.getInt(10), row.getInt(11), row.getInt(12), row.getInt(13), row.getInt(14))));
            });
        }
        return asked;
    }

    private Map<LocalDate, List<Kind>> communes(List<LocalDate> days, @Nullable Instant known, Short @Nullable [] homes, Integer @Nullable [] places) {
        return Once.ask(Arrays.asList(StaffMeasures.class, days, known, homes == null ? null : List.of(homes), places == null ? null : List.of(places)), () -> {
            Map<LocalDate, Map<Integer, Strength.Commune>> all = known == null ? strength.communes(days, homes, places) : new HashMap<>();
            if (known != null) {
                days.forEach(day -> all.put(day, strength.communes(day, known, homes)));
            }
            Map<LocalDate, List<Kind>> found = new HashMap<>();
            Integer[] some = all.values().stream().flatMap(one -> one.keySet().stream()).distinct().toArray(Integer[]::new);
            jdbc.sql(kinds).param("days", days.stream().map(LocalDate::toString).toArray(String[]::new)).param("places", some).query(row -> {
                LocalDate day = row.getObject("on", LocalDate.class);
                Strength.Commune commune = all.getOrDefault(day, Map.of()).get(row.getInt("place_id"));
                if (commune != null) {
                    found.computeIfAbsent(day, unseen -> new ArrayList<>()).add(new Kind(commune, row.getString("kind")));
                }
            });
            return found;
        });
    }

    @Override
    public List<Trace> trace(String code, Period period, int placeId, @Nullable Instant known, Locale locale) {
        return tracing.posts(period.end(), placeId, known, locale);
    }
}
