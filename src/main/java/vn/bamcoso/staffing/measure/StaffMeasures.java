package vn.bamcoso.staffing.measure;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
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

    StaffMeasures(Strength strength, JdbcClient jdbc, Tracing tracing) {
        this.strength = strength;
        this.jdbc = jdbc;
        this.tracing = tracing;
    }

    @Override
    public Set<String> codes() {
        return CODES.keySet();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Measured> of(String code, Period period, @Nullable Instant known, Short @Nullable [] homes) {
        Map<Integer, String> kinds = kinds(period.end(), homes);
        Counted counted = CODES.get(code);
        List<Measured> values = new ArrayList<>();
        strength.communes(period.end(), known, homes).values().forEach(commune -> {
            String kind = kinds.get(commune.placeId());
            if (kind != null && counted.kinds().test(kind)) {
                values.add(new Measured(commune.placeId(), BigDecimal.valueOf(counted.value().applyAsInt(Sums.of(commune)))));
            }
        });
        return values;
    }

    @Override
    @Transactional(readOnly = true)
    public @Nullable List<Homes> byHome(String code, Period period, @Nullable Instant known) {
        if (known != null) {
            return null;
        }
        Counted counted = CODES.get(code);
        Map<Short, Homes> homes = new HashMap<>();
        jdbc.sql(sums).param("on", period.end()).query(row -> {
            if (counted.kinds().test(row.getString("kind"))) {
                int value = counted.value().applyAsInt(new Sums(
                        row.getInt("chiefs"), row.getInt("deputies"), row.getInt("members"), row.getInt("staffed"), row.getInt("filled"), row.getInt("important"), row.getInt("headed"),
                        row.getInt("posts"), row.getInt("vacant"), row.getInt("surplus")));
                homes.merge(row.getShort("home"), new Homes(row.getShort("home"), BigDecimal.valueOf(value), row.getInt("n")),
                        (one, other) -> new Homes(one.home(), one.sum().add(other.sum()), one.n() + other.n()));
            }
        });
        return List.copyOf(homes.values());
    }

    @Override
    public List<Trace> trace(String code, Period period, int placeId, @Nullable Instant known, Locale locale) {
        return tracing.posts(period.end(), placeId, known, locale);
    }

    private Map<Integer, String> kinds(LocalDate day, Short @Nullable [] homes) {
        Map<Integer, String> kinds = new HashMap<>();
        jdbc.sql("select place_id, kind from territory.pub_place where level = 'commune' and home = any (:homes::smallint[]) and valid_from <= :day and :day < valid_to").param("day", day).param("homes", Strength.homes(homes)).query(row -> {
            kinds.put(row.getInt(1), row.getString(2));
        });
        return kinds;
    }
}
