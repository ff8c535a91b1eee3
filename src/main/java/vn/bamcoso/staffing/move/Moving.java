package vn.bamcoso.staffing.move;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
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
import vn.bamcoso.staffing.Area;
import vn.bamcoso.staffing.Officers;
import vn.bamcoso.staffing.Postings;
import vn.bamcoso.staffing.Postings.Posting;
import vn.bamcoso.territory.Offices;

/**
 * The acts that move one officer. A transfer or appointment ends the full posting the day before and begins the next one;
 * secondment, reinforcement, an acting charge and a concurrent role stand beside it; retirement ends all of them. Each act has its
 * decision, its checklist and its line in the trail.
 */
@Component
public class Moving {
    private static final Map<String, String> BESIDE = Map.of("secondment", "seconded", "reinforcement", "reinforcement", "acting", "acting", "concurrent", "concurrent");

    /** @param office and title of the new posting; null for an end or a retirement */
    public record Order(int officer, String what, @Nullable Integer office, @Nullable Short title, LocalDate day, String decision, LocalDate decidedOn, String reason) {}

    private final JdbcClient jdbc;
    private final Recording recording;
    private final Postings postings;
    private final Officers officers;
    private final Offices offices;
    private final Checklist checklist;
    private final Area area;
    private final Trail trail;
    private final Clock clock;

    Moving(JdbcClient jdbc, Recording recording, Postings postings, Officers officers, Offices offices, Checklist checklist, Area area, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.recording = recording;
        this.postings = postings;
        this.officers = officers;
        this.offices = offices;
        this.checklist = checklist;
        this.area = area;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * @return staffing.move.id
     * @throws Problem forbidden unless the user moves people at both offices; refused when the decision is missing, the office does not
     *     stand on the day, or the officer would hold two full posts
     */
    @Transactional
    public long make(Order order) {
        Officers.Officer officer = officers.byId(order.officer()).orElseThrow(Problem::notFound);
        if (order.decision().isBlank() || order.reason().isBlank()) {
            throw Problem.refused("staffing.problem.decision");
        }
        if (order.decidedOn().isAfter(order.day())) {
            throw Problem.refused("staffing.problem.decided-late", order.decidedOn(), order.day());
        }
        jdbc.sql("select id from staffing.officer where id = :id for update").param("id", officer.id()).query(Integer.class).single();
        Instant now = clock.instant();
        List<Posting> held = postings.of(officer.id()).stream().filter(one -> one.to() == null || one.to().isAfter(order.day())).toList();
        Posting full = held.stream().filter(one -> one.kind().equals("full") && one.on(order.day())).findFirst().orElse(null);
        if (full != null) {
            needRight(full.officeId());
        }
        if (held.stream().anyMatch(one -> one.kind().equals("full") && one.from().isAfter(order.day()))) {
            throw Problem.refused("staffing.problem.later-posting", officer.name());
        }
        long made = switch (order.what()) {
            case "transfer", "appointment" -> full(order, officer, full, now);
            case "secondment", "reinforcement", "acting", "concurrent" -> beside(order, full, now);
            case "end", "retirement" -> end(order, held, full, now);
            default -> throw Problem.refused("staffing.problem.what", order.what());
        };
        return keep(order, made, full, now);
    }

    private long full(Order order, Officers.Officer officer, @Nullable Posting full, Instant now) {
        int office = target(order);
        if (full != null && full.officeId() == office && full.titleId() == order.title()) {
            throw Problem.refused("staffing.problem.same", officer.name());
        }
        if (full != null) {
            recording.redate(full.id(), full.from(), order.day(), now);
        }
        long posting = recording.begin(new Recording.NewPosting(order.officer(), office, order.title(), "full", order.day(), order.what(), order.decision(), order.decidedOn(),
                full == null ? null : full.officeId()), now);
        recording.follow(order.officer(), posting);
        return posting;
    }

    private long beside(Order order, @Nullable Posting full, Instant now) {
        return recording.begin(new Recording.NewPosting(order.officer(), target(order), order.title(), BESIDE.get(order.what()), order.day(), order.what(), order.decision(), order.decidedOn(),
                full == null ? null : full.officeId()), now);
    }

    private long end(Order order, List<Posting> held, @Nullable Posting full, Instant now) {
        if (full == null) {
            throw Problem.refused("staffing.problem.no-post");
        }
        held.stream().filter(one -> order.what().equals("retirement") || one.id() == full.id()).forEach(one -> recording.redate(one.id(), one.from(), order.day().isAfter(one.from()) ? order.day() : one.from(), now));
        if (order.what().equals("retirement")) {
            jdbc.sql("update staffing.officer set left_on = :day, left_reason = :reason, version = version + 1 where id = :id")
                    .param("day", order.day()).param("reason", order.reason()).param("id", order.officer()).update();
        }
        return full.id();
    }

    private int target(Order order) {
        if (order.office() == null || order.title() == null) {
            throw Problem.refused("staffing.problem.no-target");
        }
        offices.byId(order.office(), order.day()).orElseThrow(() -> Problem.refused("staffing.problem.no-office", order.day()));
        needRight(order.office());
        return order.office();
    }

    private void needRight(int office) {
        if (!area.mayMove(CurrentUser.require(), office)) {
            throw Problem.forbidden("staffing.problem.not-yours");
        }
    }

    private long keep(Order order, long posting, @Nullable Posting from, Instant now) {
        long id = jdbc.sql("""
                        insert into staffing.move (officer_id, what, posting_id, from_posting_id, effective, decision, decided_on, reason, made_by, made_at, home, place_id)
                        select :officer, :what, p.id, :from, :day, :decision, :decided, :reason, :by, :now, p.home, p.place_id from staffing.posting p where p.id = :posting returning id""")
                .param("officer", order.officer()).param("what", order.what()).param("from", from == null ? null : from.id()).param("day", order.day()).param("decision", order.decision())
                .param("decided", order.decidedOn()).param("reason", order.reason()).param("by", CurrentUser.require().id()).param("now", Recording.at(now)).param("posting", posting)
                .query(Long.class).single();
        checklist.decided(id, order.decidedOn(), order.decision());
        trail.write("staffing.move.made", "move:" + id, from, order);
        return id;
    }

    /**
     * Corrects the days of a posting: known from now on; what was known before stays and is answered to who asks for it.
     *
     * @param to first day after it; null while it lasts
     */
    @Transactional
    public void mend(long posting, LocalDate from, @Nullable LocalDate to, String reason) {
        var before = jdbc.sql("select officer_id, office_id, valid_from::text, valid_to::text from staffing.posting where id = :id for update").param("id", posting).query().listOfRows();
        if (before.isEmpty()) {
            throw Problem.notFound();
        }
        needRight((Integer) before.getFirst().get("office_id"));
        if (reason.isBlank() || to != null && to.isBefore(from)) {
            throw Problem.refused("staffing.problem.mend");
        }
        recording.redate(posting, from, to, clock.instant());
        var after = new HashMap<String, Object>(Map.of("from", from.toString(), "reason", reason));
        after.put("to", to == null ? null : to.toString());
        trail.write("staffing.posting.mended", "posting:" + posting, before.getFirst(), after);
    }
}
