package vn.bamcoso.demo.nation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The communes of every day. Several may ask at once. */
public final class Country {
    private final List<Commune> communes;
    private final TreeSet<LocalDate> changes = new TreeSet<>();
    private final Map<LocalDate, List<Commune>> maps = new ConcurrentHashMap<>();
    private final Map<LocalDate, Map<Short, List<Commune>>> provinces = new ConcurrentHashMap<>();

    /** @param communes every state of every commune; the states of one place do not overlap */
    public Country(List<Commune> communes) {
        this.communes = communes.stream().sorted(Comparator.comparing(Commune::key)).toList();
        communes.forEach(commune -> {
            changes.add(commune.from());
            changes.add(commune.until());
        });
    }

    /** Every state of every commune, by key. */
    List<Commune> all() {
        return communes;
    }

    /** Those alive on the day, by key. */
    public List<Commune> on(LocalDate day) {
        LocalDate since = changes.floor(day);
        return since == null ? List.of() : maps.computeIfAbsent(since, start -> communes.stream().filter(commune -> commune.aliveOn(start)).toList());
    }

    /** Days within the span on which a commune of this province of the 63 begins, ends or changes. */
    public List<LocalDate> changes(short home, LocalDate from, LocalDate to) {
        return communes.stream().filter(commune -> commune.home() == home).flatMap(commune -> java.util.stream.Stream.of(commune.from(), commune.until()))
                .filter(day -> day.isAfter(from) && !day.isAfter(to)).distinct().sorted().toList();
    }

    /** Those alive on the day in a province of the 63. */
    public List<Commune> on(LocalDate day, short home) {
        LocalDate since = changes.floor(day);
        return since == null ? List.of() : provinces.computeIfAbsent(since, start -> on(start).stream().collect(Collectors.groupingBy(Commune::home))).getOrDefault(home, List.of());
    }
}
