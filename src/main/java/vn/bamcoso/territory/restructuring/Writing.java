package vn.bamcoso.territory.restructuring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import vn.bamcoso.basics.Sql;

/** Puts a worked-out restructuring into the tables and remembers what stood there before. */
final class Writing {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String STATES = Sql.beside(Writing.class, "write-states.sql");
    private static final String EDGES = Sql.beside(Writing.class, "write-edges.sql");
    private static final String REMEMBER = Sql.beside(Writing.class, "remember.sql");
    private final JdbcClient jdbc;
    private final Ground ground;
    private final Document document;
    private final Map<Integer, Integer> numbers = new HashMap<>();

    Writing(JdbcClient jdbc, Ground ground, Document document) {
        this.jdbc = jdbc;
        this.ground = ground;
        this.document = document;
    }

    /** @return numbers of the places that did not exist before */
    List<Integer> write(Set<Integer> touched, Map<Integer, List<Edge>> edges) {
        List<Integer> known = touched.stream().filter(place -> place > 0).toList();
        newcomers(touched, edges);
        Integer[] ending = edges.keySet().stream().map(this::number).toArray(Integer[]::new);
        Integer[] old = known.toArray(Integer[]::new);
        Integer[] founded = touched.stream().filter(place -> place < 0).map(this::number).toArray(Integer[]::new);
        jdbc.sql(REMEMBER).param("act", document.act()).param("places", old).param("founded", founded).param("ending", ending).param("day", document.effective()).update();
        jdbc.sql("delete from territory.place_state where place_id = any(:places)").param("places", old).update();
        List<Map<String, Object>> states = new ArrayList<>();
        touched.stream().flatMap(place -> ground.of(place).stream()).sorted(Comparator.comparing(State::from)).forEach(state -> states.add(row(state)));
        jdbc.sql(STATES).param("rows", JSON.writeValueAsString(states)).update();
        jdbc.sql("delete from territory.lineage where old_id = any(:ending) and day >= :day").param("ending", ending).param("day", document.effective()).update();
        List<Map<String, Object>> steps = new ArrayList<>();
        edges.values().stream().flatMap(List::stream).forEach(edge -> steps.add(row(edge)));
        jdbc.sql(EDGES).param("rows", JSON.writeValueAsString(steps)).param("day", document.effective()).param("resolution", document.label()).param("act", document.act()).update();
        return List.of(founded);
    }

    int number(int place) {
        return place > 0 ? place : numbers.get(place);
    }

    /** Widest first: a commune's home may be that of a province that begins with it. */
    private void newcomers(Set<Integer> touched, Map<Integer, List<Edge>> edges) {
        touched.stream().filter(place -> place < 0).map(place -> ground.of(place).getFirst())
                .sorted(Comparator.comparingInt(state -> List.of("province", "district", "commune").indexOf(state.level())))
                .forEach(state -> numbers.put(state.place(), jdbc.sql("insert into territory.place (level, home) values (:level, :home) returning id")
                        .param("level", state.level())
                        .param("home", home(state, edges))
                        .query(Integer.class)
                        .single()));
    }

    /** A province's own code; otherwise the home of the largest part that goes into it, or of its parent. */
    private short home(State state, Map<Integer, List<Edge>> edges) {
        if (state.level().equals("province")) {
            return Short.parseShort(state.code());
        }
        int origin = edges.values().stream().flatMap(List::stream)
                .filter(edge -> edge.successor() != null && edge.successor() == state.place() && edge.old() > 0)
                .max(Comparator.comparing(edge -> edge.share()))
                .map(Edge::old)
                .orElse(state.parent());
        return jdbc.sql("select home from territory.place where id = :id").param("id", number(origin)).query(Short.class).single();
    }

    private Map<String, Object> row(State state) {
        var row = new LinkedHashMap<String, Object>();
        row.put("place_id", number(state.place()));
        row.put("valid_from", text(state.from()));
        row.put("valid_to", text(state.to()));
        row.put("level", state.level());
        row.put("code", state.code());
        row.put("kind", state.kind());
        row.put("name", state.name());
        row.put("full_name", state.fullName());
        row.put("parent_id", state.parent() == null ? null : number(state.parent()));
        row.put("from_quality", state.fromQuality());
        row.put("resolution", state.resolution());
        row.put("act_id", state.act());
        return row;
    }

    private Map<String, Object> row(Edge edge) {
        var row = new LinkedHashMap<String, Object>();
        row.put("old_id", number(edge.old()));
        row.put("new_id", edge.successor() == null ? null : number(edge.successor()));
        row.put("share", edge.share());
        row.put("relation", edge.relation());
        return row;
    }

    /** Lineage into a place on a day on which it no longer is: steps of other documents that the act would leave hanging. */
    List<Map<String, Object>> hanging(Set<Integer> touched) {
        return jdbc.sql("""
                        select l.day, (select full_name from territory.place_state s where s.place_id = l.new_id order by valid_to desc limit 1) as name
                        from territory.lineage l where l.new_id = any(:places)
                          and not exists (select from territory.place_state s where s.place_id = l.new_id and s.valid_from <= l.day and l.day < s.valid_to)""")
                .param("places", new TreeSet<>(touched).stream().map(this::number).toArray(Integer[]::new))
                .query()
                .listOfRows();
    }

    private static @Nullable String text(LocalDate day) {
        return day.equals(LocalDate.MIN) ? "-infinity" : day.equals(LocalDate.MAX) ? "infinity" : day.toString();
    }
}
