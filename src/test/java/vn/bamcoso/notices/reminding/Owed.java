package vn.bamcoso.notices.reminding;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.bamcoso.notices.Deadlines;

/** A room of these tests, with what it is owed. */
@Component
public class Owed implements Deadlines {
    record Thing(String ref, String topic, int office, @Nullable String role, @Nullable Integer issuer, LocalDate lastDay, LocalDate since, String name) {}

    private final List<Thing> things = new CopyOnWriteArrayList<>();
    private final JdbcClient jdbc;

    Owed(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Thing thing) {
        things.add(thing);
    }

    /** Something for the calendar only. */
    public void add(LocalDate lastDay, String name) {
        add(new Thing(name, name, 1, null, null, lastDay, lastDay.minusDays(30), name));
    }

    void done(String ref) {
        things.removeIf(thing -> thing.ref().equals(ref));
    }

    public void clear() {
        things.clear();
    }

    @Override
    public String code() {
        return "test.thing";
    }

    @Override
    public String list() {
        return "/tasks";
    }

    @Override
    public void offer(Set<LocalDate> lastDays) {
        things.stream().filter(thing -> lastDays.contains(thing.lastDay())).forEach(thing -> jdbc.sql("""
                        insert into falling_due values (:code, :ref, :topic, :office, :role, :issuer, :last, :since, :name, :name || ' (en)', '/tasks/shares/1', '/tasks/1', 7, 8, (select max(place_id) from territory.pub_office where office_id = :office))""")
                .param("code", code()).param("ref", thing.ref()).param("topic", thing.topic()).param("office", thing.office()).param("role", thing.role(), java.sql.Types.VARCHAR)
                .param("issuer", thing.issuer(), java.sql.Types.INTEGER).param("last", thing.lastDay()).param("since", thing.since()).param("name", thing.name()).update());
    }

    @Override
    public List<Mine> mine(LocalDate first, LocalDate last) {
        return things.stream().filter(thing -> !thing.lastDay().isBefore(first) && !thing.lastDay().isAfter(last)).map(thing -> new Mine(thing.ref(), thing.lastDay(), texts -> thing.name(), "/tasks/shares/1")).toList();
    }
}
