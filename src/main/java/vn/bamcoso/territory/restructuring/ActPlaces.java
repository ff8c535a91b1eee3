package vn.bamcoso.territory.restructuring;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.territory.Places;

/** What became of places through a committed act, by name. */
@Component
public class ActPlaces {
    private static final int MOST = 300;

    /** @param what found, ended or changed */
    public record Line(String what, String key, String before, String after) {}

    private final JdbcClient jdbc;
    private final Places places;

    ActPlaces(JdbcClient jdbc, Places places) {
        this.jdbc = jdbc;
        this.places = places;
    }

    /** Names of the units that the rows name by key, so that a reader need not know codes; by the text typed. */
    @Transactional(readOnly = true)
    public Map<String, String> names(ActView act) {
        var names = new HashMap<String, String>();
        for (Change change : act.changes().subList(0, Math.min(MOST, act.changes().size()))) {
            name(names, change.place(), act.head().effective().minusDays(1));
            name(names, change.into(), act.head().effective());
            name(names, change.parent(), act.head().effective());
        }
        return names;
    }

    private void name(Map<String, String> names, String typed, LocalDate day) {
        if (typed.matches("[PDC][0-9]{2,5}(@.*)?") && !names.containsKey(typed)) {
            places.byKey(typed.contains("@") ? typed : typed + "@" + day).ifPresent(place -> names.put(typed, place.fullName()));
        }
    }

    @Transactional(readOnly = true)
    public List<Line> of(ActView act) {
        return jdbc.sql("""
                        -- Which places began, ended or changed by this act?
                        select 'ended' as what, o.key, o.full_name as before, coalesce(string_agg(n.full_name || case when l.share < 1 then ' (' || replace(trim_scale(round(l.share * 100, 1))::text, '.', ',') || ' %)' else '' end, ', ' order by l.share desc), '') as after
                        from territory.lineage l
                        join territory.pub_place o on o.place_id = l.old_id and o.valid_to = l.day
                        left join territory.pub_place n on n.place_id = l.new_id and n.valid_from <= l.day and l.day < n.valid_to
                        where l.act_id = :act group by o.key, o.full_name
                        union all
                        select case when b.place_id is null then 'founded' else 'changed' end, s.key, coalesce(b.full_name, ''), s.full_name
                        from territory.pub_place s
                        join territory.place_state x on x.place_id = s.place_id and x.valid_from = s.valid_from and x.act_id = :act
                        left join territory.pub_place b on b.place_id = s.place_id and b.valid_to = s.valid_from
                        where s.valid_from = :day
                        order by 1 desc, 2 limit :most""")
                .param("act", act.id())
                .param("day", act.head().effective())
                .param("most", MOST)
                .query(Line.class)
                .list();
    }
}
