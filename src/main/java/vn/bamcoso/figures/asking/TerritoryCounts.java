package vn.bamcoso.figures.asking;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.figures.Answer.Spot;
import vn.bamcoso.figures.Level;
import vn.bamcoso.figures.Measure;

/** How many places of a kind there are on a day, and how many countries a province borders: asked of the territory. Public; no scope applies. */
@Component
class TerritoryCounts implements Measure {
    private static final Set<String> ALL = Set.of();
    private static final Set<String> TOWNS_AND_COMMUNES = Set.of("xa", "thi_tran");
    private final Atlas atlas;
    private final JdbcClient jdbc;

    TerritoryCounts(Atlas atlas, JdbcClient jdbc) {
        this.atlas = atlas;
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> codes() {
        return Set.of("provinces", "districts", "communes", "towns_and_communes", "neighbouring_countries");
    }

    /** The territory is shown as it is known now: its corrections are acts, not figures. */
    @Override
    public List<Measured> of(String code, Period period, @Nullable Instant known, Short @Nullable [] homes) {
        MapOfDay map = atlas.current().on(period.end());
        return switch (code) {
            case "provinces" -> one(map, Level.PROVINCE, spot -> true);
            case "districts" -> one(map, Level.DISTRICT, spot -> true);
            case "communes" -> one(map, Level.COMMUNE, spot -> true);
            case "towns_and_communes" -> one(map, Level.COMMUNE, spot -> TOWNS_AND_COMMUNES.contains(spot.kind()));
            default -> neighbours(period);
        };
    }

    @Override
    public @Nullable List<Homes> byHome(String code, Period period, @Nullable Instant known) {
        if (!code.equals("communes") && !code.equals("towns_and_communes")) {
            return null;
        }
        MapOfDay map = atlas.current().on(period.end());
        List<Homes> homes = new ArrayList<>();
        for (short home = 1; home < MapOfDay.HOMES; home++) {
            int n = map.communes(home, code.equals("communes") ? ALL : TOWNS_AND_COMMUNES);
            homes.add(new Homes(home, BigDecimal.valueOf(n), n));
        }
        return homes;
    }

    private static List<Measured> one(MapOfDay map, Level level, Predicate<Spot> which) {
        return map.at(level).stream().filter(which).map(spot -> new Measured(spot.id(), BigDecimal.ONE)).toList();
    }

    /** Of places whose borders are known; the nation's are not added up from some of its provinces. */
    private List<Measured> neighbours(Period period) {
        return jdbc.sql("""
                        -- How many countries does each place border on that day?
                        select place_id, count(distinct value)::int from territory.pub_attribute
                        where name = 'border_country' and valid_from <= :day and :day < valid_to group by place_id""")
                .param("day", period.end())
                .query((row, n) -> new Measured(row.getInt(1), BigDecimal.valueOf(row.getInt(2))))
                .list();
    }
}
