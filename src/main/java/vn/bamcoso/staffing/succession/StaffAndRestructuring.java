package vn.bamcoso.staffing.succession;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.staffing.move.Recording;
import vn.bamcoso.territory.Act;
import vn.bamcoso.territory.Office;
import vn.bamcoso.territory.Offices;
import vn.bamcoso.territory.RestructuringPart;

/**
 * Carries the staff along: on the day of the act every holder of a full post at an office that ends goes to the office that serves the
 * successor, or is at the disposal of the office above. One chief stays; the others stay on as deputies, and a person decides. Nobody
 * is lost and nobody is posted twice; when the act is taken back, so are the postings.
 */
@Component
class StaffAndRestructuring implements RestructuringPart {
    private static final int NAMED = 5;
    private static final short CHIEF = 1;
    private static final short DEPUTY = 2;

    private record Held(long id, int officer, int office, @Nullable Integer place, String name, short title, LocalDate from, LocalDate to) {}

    private final JdbcClient jdbc;
    private final Offices offices;
    private final Recording recording;
    private final Clock clock;

    StaffAndRestructuring(JdbcClient jdbc, Offices offices, Recording recording, Clock clock) {
        this.jdbc = jdbc;
        this.offices = offices;
        this.recording = recording;
        this.clock = clock;
    }

    @Override
    public List<Effect> preview(Act act) {
        List<Held> held = held(act);
        if (held.isEmpty()) {
            return List.of();
        }
        List<Effect> effects = new ArrayList<>();
        effects.add(new Effect("staffing.effect.carried", held.size(), held.stream().map(Held::name).distinct().limit(NAMED).toList()));
        long away = held.stream().filter(one -> heir(act, one).isEmpty()).count();
        if (away > 0) {
            effects.add(new Effect("staffing.effect.disposal", away, held.stream().filter(one -> heir(act, one).isEmpty()).map(Held::name).distinct().limit(NAMED).toList()));
        }
        return effects;
    }

    @Override
    public void apply(Act act) {
        Instant now = clock.instant();
        Map<Integer, Boolean> headed = new HashMap<>();
        for (Held one : held(act)) {
            Optional<Office> heir = heir(act, one);
            Office to = heir.or(() -> above(one.office(), act.effective())).orElseThrow(() -> Problem.refused("staffing.problem.no-heir", one.name()));
            short title = heir.isEmpty() ? (short) 21 : one.title();
            boolean second = title == CHIEF && headed.computeIfAbsent(to.id(), office -> chiefAt(office, act));
            if (second) {
                title = DEPUTY;
            }
            if (title == CHIEF) {
                headed.put(to.id(), true);
            }
            recording.redate(one.id(), one.from(), act.effective(), now);
            long posting = recording.begin(new Recording.NewPosting(one.officer(), to.id(), title, "full", act.effective(), "restructuring", act.number(), act.effective(), one.office()), now);
            recording.follow(one.officer(), posting);
            boolean open = heir.isEmpty() || second;
            jdbc.sql("""
                            insert into staffing.proposal (act_id, officer_id, from_posting_id, posting_id, was_until, case_of, settled_by, settled_at, home, place_id)
                            select :act, :officer, :from, p.id, :until, :case, case when :open then null else 0 end, case when :open then null else cast(:now as timestamptz) end, p.home, p.place_id from staffing.posting p where p.id = :posting""")
                    .param("act", act.id()).param("officer", one.officer()).param("from", one.id()).param("until", one.to()).param("case", heir.isEmpty() ? "office" : "title")
                    .param("open", open).param("now", Recording.at(now)).param("posting", posting).update();
        }
        jdbc.sql("update staffing.post set valid_to = greatest(valid_from, :day) where office_id = any (:ended) and valid_to > :day")
                .param("day", act.effective()).param("ended", act.officesEnded().toArray(Integer[]::new)).update();
        jdbc.sql("update staffing.posting set valid_to = greatest(valid_from, :day), recorded_by = access.user_id(), known_from = greatest(:now, known_from + interval '1 microsecond') where kind <> 'full' and office_id = any (:ended) and valid_to > :day")
                .param("day", act.effective()).param("now", Recording.at(now)).param("ended", act.officesEnded().toArray(Integer[]::new)).update();
    }

    @Override
    public void withdraw(Act act) {
        record Made(int officer, long old, long made, LocalDate until) {}
        Instant now = clock.instant();
        for (Made one : jdbc.sql("select officer_id as officer, from_posting_id as old, posting_id as made, was_until as until from staffing.proposal where act_id = :act order by id").param("act", act.id()).query(Made.class).list()) {
            recording.redate(one.made(), act.effective(), act.effective(), now);
            jdbc.sql("update staffing.posting set valid_to = :until, recorded_by = access.user_id(), known_from = greatest(:now, known_from + interval '1 microsecond') where id = :id")
                    .param("until", one.until()).param("now", Recording.at(now)).param("id", one.old()).update();
            recording.follow(one.officer(), one.old());
        }
        jdbc.sql("update staffing.post set valid_to = 'infinity' where office_id = any (:ended) and valid_to = :day")
                .param("ended", act.officesEnded().toArray(Integer[]::new)).param("day", act.effective()).update();
    }

    /** Chiefs first, so that one of them stays chief; then by rank in the old office. */
    private List<Held> held(Act act) {
        return act.officesEnded().isEmpty() ? List.of() : jdbc.sql("""
                        -- Who holds a full post on the day of the act at an office that ends with it?
                        select p.id, p.officer_id as officer, p.office_id as office, p.place_id as place, o.name, p.title_id as title, p.valid_from as "from", p.valid_to as "to"
                        from staffing.posting p
                        cross join lateral (select s.name from territory.pub_office s where s.office_id = p.office_id order by s.valid_to desc limit 1) o
                        where p.kind = 'full' and p.office_id = any (:ended) and p.valid_from < :day and p.valid_to > :day order by p.title_id, p.office_id, p.valid_from, p.id for update of p""")
                .param("ended", act.officesEnded().toArray(Integer[]::new)).param("day", act.effective()).query(Held.class).list();
    }

    /** The office that serves what most of the place became. */
    private Optional<Office> heir(Act act, Held one) {
        return act.successions().stream().filter(step -> one.place() != null && step.oldId() == one.place()).max(java.util.Comparator.comparing(Act.Succession::share))
                .flatMap(step -> offices.serving(step.newId(), act.effective())).filter(office -> office.kind().equals("commune") || office.kind().equals("police_post") || office.kind().equals("provincial"));
    }

    private Optional<Office> above(int office, LocalDate day) {
        return jdbc.sql("select parent_id from territory.pub_office where office_id = :office and parent_id is not null order by valid_to desc limit 1").param("office", office).query(Integer.class).optional()
                .flatMap(parent -> offices.byId(parent, day));
    }

    private boolean chiefAt(int office, Act act) {
        return jdbc.sql("select exists (select from staffing.posting where office_id = :office and kind = 'full' and title_id = 1 and valid_from <= :day and valid_to > :day)")
                .param("office", office).param("day", act.effective()).query(Boolean.class).single();
    }
}
