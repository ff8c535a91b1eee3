package vn.bamcoso.figures.asking;

import java.math.BigDecimal;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.bamcoso.territory.Act;
import vn.bamcoso.territory.RestructuringPart;

/**
 * What a restructuring does to figures: none is changed. Every node forgets the maps that it keeps in memory, and the figures of
 * places that are divided become estimates on the new map, which the preview says.
 */
@Component
class RedrawnMaps implements RestructuringPart {
    private final JdbcClient jdbc;

    RedrawnMaps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Effect> preview(Act act) {
        List<Integer> divided = act.successions().stream()
                .filter(succession -> succession.share() != null && succession.share().compareTo(BigDecimal.ONE) < 0)
                .map(Act.Succession::oldId).distinct().toList();
        if (divided.isEmpty()) {
            return List.of();
        }
        List<String> names = jdbc.sql("select distinct on (place_id) full_name from territory.pub_place where place_id in (:divided) order by place_id, valid_from desc")
                .param("divided", divided).query(String.class).list();
        return List.of(new Effect("figures.effect.estimates", divided.size(), names.stream().limit(5).toList()));
    }

    @Override
    public void apply(Act act) {
        jdbc.sql("update figures.map_version set version = version + 1").update();
    }

    @Override
    public void withdraw(Act act) {
        apply(act);
    }
}
