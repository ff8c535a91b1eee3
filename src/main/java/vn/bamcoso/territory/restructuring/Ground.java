package vn.bamcoso.territory.restructuring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * All states of all places, in memory while a restructuring is worked out: about 15,000 rows, read at once. Nothing is
 * written here; what was touched is known afterwards.
 */
final class Ground {
    private final Map<Integer, List<State>> states = new HashMap<>();
    private final Map<String, Set<Integer>> byCode = new HashMap<>();
    private final Map<Integer, Set<Integer>> byParent = new HashMap<>();
    private final Map<Integer, List<State>> before = new HashMap<>();
    private final Map<Integer, Map<LocalDate, Integer>> heirs = new HashMap<>();
    private int next = -1;

    static Ground read(JdbcClient jdbc) {
        var ground = new Ground();
        jdbc.sql("""
                        select place_id, valid_from, valid_to, level, code, kind, name, full_name, parent_id, from_quality, resolution, act_id
                        from territory.place_state order by place_id, valid_from""")
                .query(row -> {
                    var state = new State(
                            row.getInt(1), row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class), row.getString(4), row.getString(5), row.getString(6),
                            row.getString(7), row.getString(8), row.getObject(9, Integer.class), row.getString(10), row.getString(11), row.getObject(12, Integer.class));
                    ground.states.computeIfAbsent(state.place(), place -> new ArrayList<>()).add(state);
                    ground.index(state);
                });
        jdbc.sql("""
                        -- Which province or district went wholly into which other?
                        select l.old_id, l.day, min(l.new_id)
                        from territory.lineage l join territory.place o on o.id = l.old_id and o.level in ('province', 'district')
                        left join territory.place n on n.id = l.new_id
                        group by l.old_id, l.day having count(*) = 1 and bool_and(l.share = 1 and n.level in ('province', 'district'))""")
                .query(row -> {
                    ground.heirs.computeIfAbsent(row.getInt(1), place -> new HashMap<>()).put(row.getObject(2, LocalDate.class), row.getInt(3));
                });
        return ground;
    }

    /** First day on which a place, there on the given day, is there no more; {@link LocalDate#MAX} when it still is. */
    LocalDate end(int place, LocalDate day) {
        LocalDate end = day;
        for (Optional<State> state = on(place, end); state.isPresent(); state = end.equals(LocalDate.MAX) ? Optional.empty() : on(place, end)) {
            end = state.get().to();
        }
        return end;
    }

    /** What the places under one that ended on that day belong to since: its heir, or what was above it, or the heir of that. */
    Optional<Integer> heir(int place, LocalDate day) {
        Integer heir = heirs.getOrDefault(place, Map.of()).get(day);
        if (heir != null) {
            return Optional.of(heir);
        }
        return on(place, day.minusDays(1)).map(State::parent).flatMap(above -> on(above, day).isPresent() ? Optional.of(above) : heir(above, day));
    }

    private void index(State state) {
        byCode.computeIfAbsent(state.level() + state.code(), code -> new LinkedHashSet<>()).add(state.place());
        if (state.parent() != null) {
            byParent.computeIfAbsent(state.parent(), parent -> new LinkedHashSet<>()).add(state.place());
        }
    }

    List<State> of(int place) {
        return states.getOrDefault(place, List.of());
    }

    Optional<State> on(int place, LocalDate day) {
        return of(place).stream().filter(state -> state.holdsOn(day)).findFirst();
    }

    Optional<State> bearing(String level, String code, LocalDate day) {
        return everBearing(level, code).filter(state -> state.holdsOn(day)).findFirst();
    }

    Stream<State> everBearing(String level, String code) {
        return byCode.getOrDefault(level + code, Set.of()).stream().flatMap(place -> of(place).stream()).filter(state -> state.code().equals(code));
    }

    /** Places that belong to this one in any of their states. */
    Collection<Integer> everUnder(int place) {
        return List.copyOf(byParent.getOrDefault(place, Set.of()));
    }

    Stream<State> all(Predicate<State> which) {
        return states.values().stream().flatMap(List::stream).filter(which);
    }

    State nation() {
        return all(state -> state.level().equals("nation")).findFirst().orElseThrow();
    }

    /** A number for a place that does not exist yet. */
    int newcomer() {
        return next--;
    }

    void put(int place, List<State> changed) {
        before.putIfAbsent(place, List.copyOf(of(place)));
        var sorted = new ArrayList<>(changed);
        sorted.sort(Comparator.comparing(State::from));
        states.put(place, sorted);
        sorted.forEach(this::index);
    }

    void replace(State old, State... with) {
        var changed = new ArrayList<>(of(old.place()));
        changed.remove(old);
        changed.addAll(List.of(with));
        put(old.place(), changed);
    }

    /** Places whose states are no longer what they were. */
    Set<Integer> touched() {
        var touched = new LinkedHashSet<Integer>();
        before.forEach((place, was) -> {
            if (!was.equals(of(place))) {
                touched.add(place);
            }
        });
        return touched;
    }

    List<State> before(int place) {
        return before.getOrDefault(place, of(place));
    }
}
