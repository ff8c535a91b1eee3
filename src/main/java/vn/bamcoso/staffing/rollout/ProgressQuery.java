package vn.bamcoso.staffing.rollout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Sql;

/**
 * Asks where a programme stood on any day; only places in scope are seen. Days on which places reached the goal come from
 * the strength of the communes ({@code staffing.commune_strength}), which posts and postings themselves keep.
 */
@Component
public class ProgressQuery {
    private final JdbcClient jdbc;
    private final Programmes programmes;
    private final String steps = Sql.beside(ProgressQuery.class, "steps.sql");
    private final String spots = Sql.beside(ProgressQuery.class, "spots.sql");
    private final String standing = Sql.beside(ProgressQuery.class, "standing.sql");

    ProgressQuery(JdbcClient jdbc, Programmes programmes) {
        this.jdbc = jdbc;
        this.programmes = programmes;
    }

    /** Its places by plan and fact, without their names. */
    @Transactional(readOnly = true)
    public Progress on(Programme programme, LocalDate on) {
        return new Progress(programme, on, programmes.stages(programme.id()), jdbc.sql(steps).param("programme", programme.id()).param("on", on).param("norm", programme.norm()).query(ProgressQuery::step).list());
    }

    /** Some of its places with their names, officers and gates, in the order given. */
    @Transactional(readOnly = true)
    public List<Spot> spots(Progress progress, Collection<Progress.Step> some) {
        Map<Integer, Progress.Step> byPlace = some.stream().collect(Collectors.toMap(Progress.Step::placeId, Function.identity()));
        Map<Integer, Spot> found = new HashMap<>();
        jdbc.sql(spots).param("programme", progress.programme().id()).param("on", progress.on()).param("places", byPlace.keySet().toArray(Integer[]::new)).query(row -> {
            int place = row.getInt("place_id");
            found.put(place, new Spot(byPlace.get(place), row.getString("key"), row.getString("name"), row.getString("kind"), row.getBoolean("ended"), row.getInt("officers"),
                    row.getObject("decision", Boolean.class), row.getObject("premises", Boolean.class), row.getObject("equipment", Boolean.class), row.getString("cell")));
        });
        return some.stream().map(step -> found.get(step.placeId())).filter(java.util.Objects::nonNull).toList();
    }

    /** @throws Problem not found when the programme does not take the place in, or it is not in sight */
    @Transactional(readOnly = true)
    public Spot spot(Progress progress, int place) {
        return spots(progress, progress.steps().stream().filter(step -> step.placeId() == place).toList()).stream().findFirst().orElseThrow(Problem::notFound);
    }

    /** All its places, by stage, planned day and code. */
    @Transactional(readOnly = true)
    public List<Spot> spots(Progress progress) {
        return spots(progress, progress.steps()).stream()
                .sorted(java.util.Comparator.comparing(Spot::stage).thenComparing(Spot::planned).thenComparing(Spot::key)).toList();
    }

    /** Where it stands, counted by the database. */
    @Transactional(readOnly = true)
    public Progress.Standing standing(Programme programme, LocalDate on) {
        return jdbc.sql(standing).param("programme", programme.id()).param("norm", programme.norm()).param("on", on).param("since", on.minusDays(Progress.WINDOW))
                .query((row, n) -> new Progress.Standing(on, row.getInt("places"), row.getInt("done"), row.getInt("late"), row.getInt("lately"), row.getObject("last_reached", LocalDate.class))).single();
    }

    private static Progress.Step step(ResultSet row, int n) throws SQLException {
        return new Progress.Step(row.getInt(1), row.getShort(2), row.getShort(3), row.getObject(4, LocalDate.class), row.getObject(5, LocalDate.class), row.getObject(6, LocalDate.class));
    }
}
