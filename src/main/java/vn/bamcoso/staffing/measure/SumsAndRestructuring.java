package vn.bamcoso.staffing.measure;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.bamcoso.territory.Act;
import vn.bamcoso.territory.RestructuringPart;

/** A commune that becomes a ward is counted among the wards: the sums of its province are computed when the act commits. */
@Component
class SumsAndRestructuring implements RestructuringPart {
    private final JdbcClient jdbc;

    SumsAndRestructuring(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The people are told of elsewhere; sums follow from them. */
    @Override
    public List<Effect> preview(Act act) {
        return List.of();
    }

    @Override
    public void apply(Act act) {
        touch(act);
    }

    @Override
    public void withdraw(Act act) {
        touch(act);
    }

    private void touch(Act act) {
        Integer[] places = Stream.of(act.founded(), act.ended(), act.changed()).flatMap(List::stream).distinct().toArray(Integer[]::new);
        jdbc.sql("select staffing.touch(:places)").param("places", places).query(row -> {});
    }
}
