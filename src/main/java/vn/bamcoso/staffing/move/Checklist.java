package vn.bamcoso.staffing.move;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.staffing.Area;

/** What has to be done beside an act of personnel. A person ticks each item with the day and the document; for a wave one may tick it for all at once. */
@Component
public class Checklist {
    private static final List<String> ALL = List.of("decision", "retraining", "hand_over", "account", "accommodation");
    private static final Map<String, List<String>> FEWER = Map.of(
            "end", List.of("decision", "hand_over", "account"), "retirement", List.of("decision", "hand_over", "account"), "acting", List.of("decision", "hand_over", "account"),
            "concurrent", List.of("decision"));
    private static final List<String> WHAT = List.of("transfer", "appointment", "secondment", "reinforcement", "acting", "concurrent", "end", "retirement");

    /** @param doneOn null while it is open */
    public record Item(String item, @Nullable LocalDate doneOn, @Nullable String document, @Nullable String note) {}

    /** How many of the officers of a wave have an item done. */
    public record Tally(String item, int done, int of) {}

    /** An act whose checklist is not done. @param name null when the record is not open to who asks */
    public record Open(long id, @Nullable String name, String office, String what, LocalDate effective, int done, int of) {}

    /** A wave of which some officers have open items. */
    public record OpenWave(int id, String title, LocalDate effective, int people, int open) {}

    private final JdbcClient jdbc;
    private final Area area;
    private final Trail trail;
    private final Clock clock;

    Checklist(JdbcClient jdbc, Area area, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.area = area;
        this.trail = trail;
        this.clock = clock;
    }

    /** The items of this kind of act, in order. */
    public static List<String> items(String what) {
        return FEWER.getOrDefault(what, ALL);
    }

    @Transactional(readOnly = true)
    public List<Item> of(long move, String what) {
        Map<String, Item> done = new HashMap<>();
        jdbc.sql("select item, done_on, document, note from staffing.move_check where move_id = :id").param("id", move).query(Item.class).list().forEach(item -> done.put(item.item(), item));
        return items(what).stream().map(item -> done.getOrDefault(item, new Item(item, null, null, null))).toList();
    }

    @Transactional(readOnly = true)
    public List<Tally> ofWave(int wave) {
        return jdbc.sql("""
                        -- How many of the wave's acts have each item?
                        select i.item, count(c.move_id)::int as done, count(*)::int as of
                        from unnest(:items) with ordinality i(item, n) join staffing.move m on m.wave_id = :wave
                        left join staffing.move_check c on c.move_id = m.id and c.item = i.item group by i.item, i.n order by i.n""")
                .param("items", ALL.toArray(String[]::new)).param("wave", wave).query(Tally.class).list();
    }

    /**
     * Ticks an item of one act.
     *
     * @param document number and sign, or name, of what shows it
     * @throws Problem refused for a day that has not come, or an item that the act has not
     */
    @Transactional
    public void tick(long move, String item, LocalDate day, String document, @Nullable String note) {
        record Of(String what, int office) {}
        Of act = jdbc.sql("select m.what, p.office_id as office from staffing.move m join staffing.posting p on p.id = m.posting_id where m.id = :id").param("id", move).query(Of.class).optional().orElseThrow(Problem::notFound);
        need(area.mayMove(CurrentUser.require(), act.office()), items(act.what()).contains(item), item, day);
        write("select m.id from staffing.move m where m.id = :of", move, item, day, document, note);
        trail.write("staffing.move.checked", "move:" + move, null, Map.of("item", item, "day", day.toString(), "document", document));
    }

    /** Ticks an item for every officer of a wave who has not got it yet. */
    @Transactional
    public void tickWave(int wave, int office, String item, LocalDate day, String document, @Nullable String note) {
        need(area.mayMove(CurrentUser.require(), office), ALL.contains(item), item, day);
        int ticked = write("select m.id from staffing.move m where m.wave_id = :of", wave, item, day, document, note);
        trail.write("staffing.wave.checked", "wave:" + wave, null, Map.of("item", item, "day", day.toString(), "document", document, "people", ticked));
    }

    private void need(boolean may, boolean known, String item, LocalDate day) {
        if (!may) {
            throw Problem.forbidden("staffing.problem.not-yours");
        }
        if (!known) {
            throw Problem.refused("staffing.problem.what", item);
        }
        if (day.isAfter(VietnamTime.today(clock))) {
            throw Problem.refused("staffing.problem.check-day", day);
        }
    }

    private int write(String moves, long of, String item, LocalDate day, String document, @Nullable String note) {
        return jdbc.sql("""
                        insert into staffing.move_check (move_id, item, done_on, document, note, done_by, done_at)
                        select m.id, :item, :day, nullif(:document, ''), :note, :by, :now from staffing.move m where m.id = any (:moves) on conflict do nothing""")
                .param("moves", jdbc.sql(moves).param("of", of).query(Long.class).list().toArray(Long[]::new)).param("item", item).param("day", day).param("document", document.strip()).param("note", note)
                .param("by", CurrentUser.require().id()).param("now", Timestamp.from(clock.instant())).update();
    }

    /** The decision of an act is what it is made with. */
    void decided(long move, LocalDate day, String decision) {
        write("select m.id from staffing.move m where m.id = :of", move, "decision", day, decision, null);
    }

    /** Acts outside waves whose checklist is not done, by day. */
    @Transactional(readOnly = true)
    public List<Open> open(int limit) {
        List<String> whats = new ArrayList<>();
        List<String> needed = new ArrayList<>();
        WHAT.forEach(what -> items(what).forEach(item -> {
            whats.add(what);
            needed.add(item);
        }));
        return jdbc.sql("""
                        -- Which acts have not got their whole checklist?
                        select m.id, f.name, o.name as office, m.what, m.effective, count(c.move_id)::int as done, count(*)::int as of
                        from staffing.move m join unnest(:whats, :needed) d(what, item) on d.what = m.what
                        left join staffing.move_check c on c.move_id = m.id and c.item = d.item
                        join staffing.posting p on p.id = m.posting_id and (p.valid_from < p.valid_to or m.what in ('end', 'retirement'))
                        left join staffing.officer f on f.id = m.officer_id
                        cross join lateral (select n.name from territory.pub_office n where n.office_id = p.office_id order by n.valid_from desc limit 1) o
                        where m.wave_id is null group by m.id, f.name, o.name, m.what, m.effective having count(c.move_id) < count(*) order by m.effective, m.id limit :limit""")
                .param("whats", whats.toArray(String[]::new)).param("needed", needed.toArray(String[]::new)).param("limit", limit).query(Open.class).list();
    }

    @Transactional(readOnly = true)
    public List<OpenWave> openWaves() {
        return jdbc.sql("""
                        -- Which waves have officers whose checklist is not done?
                        select w.id, w.title, w.effective, count(*)::int as people, count(*) filter (where c.n < :items)::int as open
                        from staffing.wave w join staffing.move m on m.wave_id = w.id
                        cross join lateral (select count(*) as n from staffing.move_check k where k.move_id = m.id) c
                        where w.status = 'decided' group by w.id, w.title, w.effective having count(*) filter (where c.n < :items) > 0 order by w.effective, w.id""")
                .param("items", ALL.size()).query(OpenWave.class).list();
    }
}
