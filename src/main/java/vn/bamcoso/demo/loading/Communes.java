package vn.bamcoso.demo.loading;

import java.time.LocalDate;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.bamcoso.demo.nation.Commune;
import vn.bamcoso.demo.nation.Country;

/** Reads the communes of every day from the territory. */
public final class Communes {
    private Communes() {}

    /** @param homes provinces of the 63 to take; empty takes all */
    public static Country read(JdbcClient jdbc, Short... homes) {
        return new Country(jdbc.sql("""
                        -- Which communes were there, of which kind, in which province of the 63, from when until when?
                        select place_id, key, first_value(key) over (partition by place_id order by valid_from) as first_key, kind, home,
                               greatest(valid_from, date '1900-01-01') as first_day, least(valid_to, date '9999-01-01') as end_day
                        from territory.pub_place
                        where level = 'commune' and (cardinality(:homes::smallint[]) = 0 or home = any (:homes))""")
                .param("homes", homes)
                .query((row, n) -> new Commune(
                        row.getInt("place_id"),
                        row.getString("key"),
                        Commune.seed(row.getString("first_key")),
                        Commune.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        row.getShort("home"),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("end_day", LocalDate.class)))
                .list());
    }
}
