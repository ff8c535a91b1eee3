package vn.bamcoso.staffing.rollout;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** In which province of a day each of the 63 lies. No commune has ever crossed two of them, so rows are put into provinces by their home alone. */
@Component
public class Homes {
    private final JdbcClient jdbc;

    Homes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Id of the province on the day, by home. */
    @Transactional(readOnly = true)
    public Map<Short, Integer> provinces(LocalDate on) {
        Map<Short, Integer> provinces = new HashMap<>();
        jdbc.sql("""
                        select p.home, r.ancestor_id from territory.pub_place p
                        join territory.pub_reach r on r.vintage_id = (select territory.vintage_of(:on)) and r.place_id = p.place_id and r.level = 'province' and r.quality <> 'merged'
                        where p.level = 'province' and p.valid_from <= date '2021-07-01' and date '2021-07-01' < p.valid_to""")
                .param("on", on)
                .query(row -> {
                    provinces.put(row.getShort(1), row.getInt(2));
                });
        return provinces;
    }

    /** Those that the province of a day is made of. */
    public List<Short> of(int province, LocalDate on) {
        return provinces(on).entrySet().stream().filter(one -> one.getValue() == province).map(Map.Entry::getKey).sorted().toList();
    }
}
