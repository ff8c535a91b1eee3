package vn.bamcoso.staffing.role;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
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
import vn.bamcoso.staffing.Titles;
import vn.bamcoso.staffing.move.Recording;

/**
 * Roles beside a post: in the Youth Union, the Party committee, the People's Council an officer is introduced, elected, and one day
 * leaves; a secondment, a reinforcement or an acting charge ends by a decision. Each step has its day and document.
 */
@Component
public class Roles {
    /** @param name null when the record is not open to who asks */
    public record Waiting(int id, int officerId, @Nullable String name, String office, short titleId, LocalDate introducedOn, String document) {}

    public record Holder(long posting, int officerId, @Nullable String name, String office, int officeId, short titleId, String kind, LocalDate from, @Nullable String decision) {}

    public record Count(String kind, short titleId, int n, int communes) {}

    private final JdbcClient jdbc;
    private final Recording recording;
    private final Officers officers;
    private final Postings postings;
    private final Titles titles;
    private final Area area;
    private final Trail trail;
    private final Clock clock;

    Roles(JdbcClient jdbc, Recording recording, Officers officers, Postings postings, Titles titles, Area area, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.recording = recording;
        this.officers = officers;
        this.postings = postings;
        this.titles = titles;
        this.area = area;
        this.trail = trail;
        this.clock = clock;
    }

    /** How many hold each role beside a post within the area on the day, in how many communes. */
    @Transactional(readOnly = true)
    public List<Count> counts(int within, LocalDate on) {
        return jdbc.sql("""
                        select p.kind, case when p.kind = 'concurrent' then p.title_id else 0 end::smallint as title_id, count(*)::int as n, count(distinct p.office_id)::int as communes
                        from staffing.posting p where p.kind <> 'full' and p.valid_from <= :on and :on < p.valid_to
                        and p.place_id in (select r.place_id from territory.pub_reach r where r.vintage_id = (select territory.vintage_of(:on)) and r.ancestor_id = :within)
                        group by 1, 2 order by 1, 2""").param("within", within).param("on", on).query(Count.class).list();
    }

    @Transactional(readOnly = true)
    public List<Holder> holders(int within, LocalDate on, int limit, int offset) {
        return jdbc.sql("""
                        -- Who holds a role beside a post within the area on the day, the latest first?
                        select p.id as posting, p.officer_id, f.name, o.name as office, p.office_id, p.title_id, p.kind, p.valid_from as "from", p.decision
                        from staffing.posting p left join staffing.officer f on f.id = p.officer_id
                        join territory.pub_office o on o.office_id = p.office_id and o.valid_from <= :on and :on < o.valid_to
                        where p.kind <> 'full' and p.valid_from <= :on and :on < p.valid_to
                        and p.place_id in (select r.place_id from territory.pub_reach r where r.vintage_id = (select territory.vintage_of(:on)) and r.ancestor_id = :within)
                        order by p.kind = 'concurrent', p.valid_from desc, p.id desc limit :limit offset :offset""").param("within", within).param("on", on).param("limit", limit).param("offset", offset).query(Holder.class).list();
    }

    @Transactional(readOnly = true)
    public List<Waiting> waiting(int within) {
        return jdbc.sql("""
                        -- Who is introduced and waits for the election?
                        select i.id, i.officer_id, f.name, (select o.name from territory.pub_office o where o.office_id = i.office_id order by o.valid_to desc limit 1) as office, i.title_id, i.introduced_on, i.document
                        from staffing.introduction i left join staffing.officer f on f.id = i.officer_id
                        where i.closed_on is null and i.place_id in (select r.place_id from territory.pub_reach r where r.vintage_id = (select territory.vintage_of(:today)) and r.ancestor_id = :within)
                        order by i.introduced_on, i.id limit 300""").param("within", within).param("today", area.today()).query(Waiting.class).list();
    }

    /**
     * The officer is introduced for a role at the place where the officer serves.
     *
     * @throws Problem refused without a post there, for what is no role beside a post, or while an introduction for it waits
     */
    @Transactional
    public int introduce(String number, short title, LocalDate on, String document) {
        Officers.Officer officer = officers.byNumber(number).orElseThrow(() -> Problem.refused("staffing.problem.no-officer", number));
        Postings.Posting full = postings.full(officer.id(), on).orElseThrow(() -> Problem.refused("staffing.problem.no-post"));
        needRight(full.officeId());
        Titles.Title role = titles.on(on).get(title);
        if (document.isBlank() || on.isAfter(area.today()) || role == null || !role.part().equals("concurrent")) {
            throw Problem.refused("staffing.problem.introduction");
        }
        boolean twice = jdbc.sql("select exists (select from staffing.introduction where officer_id = :officer and title_id = :title and closed_on is null) or exists (select from staffing.posting where officer_id = :officer and title_id = :title and kind = 'concurrent' and valid_to > :on and valid_from < valid_to)")
                .param("officer", officer.id()).param("title", title).param("on", on).query(Boolean.class).single();
        if (twice) {
            throw Problem.refused("staffing.problem.role-twice", officer.name());
        }
        int id = jdbc.sql("""
                        insert into staffing.introduction (officer_id, office_id, title_id, introduced_on, document, introduced_by, introduced_at, home, place_id)
                        values (:officer, :office, :title, :on, :document, :by, :now, :home, :place) returning id""")
                .param("officer", officer.id()).param("office", full.officeId()).param("title", title).param("on", on).param("document", document.strip()).param("by", CurrentUser.require().id())
                .param("now", Timestamp.from(clock.instant())).param("home", full.home()).param("place", full.placeId()).query(Integer.class).single();
        trail.write("staffing.role.introduced", "introduction:" + id, null, Map.of("officer", officer.id(), "title", title, "on", on.toString()));
        return id;
    }

    /** Elected: the role begins on the day. @throws Problem refused before the introduction, or when it is settled already */
    @Transactional
    public void elected(int id, LocalDate on, String document) {
        Row row = open(id, on, document);
        Instant now = clock.instant();
        long posting = recording.begin(new Recording.NewPosting(row.officer(), row.office(), row.title(), "concurrent", on, "elected", document.strip(), on, null), now);
        close(id, posting, on, document);
        trail.write("staffing.role.elected", "introduction:" + id, null, Map.of("on", on.toString(), "document", document.strip()));
    }

    /** Not elected, or taken back. */
    @Transactional
    public void failed(int id, LocalDate on, String why) {
        open(id, on, why);
        close(id, null, on, why);
        trail.write("staffing.role.failed", "introduction:" + id, null, Map.of("on", on.toString(), "why", why.strip()));
    }

    /** Ends a role beside a post; its last day is the day before. @throws Problem refused for a full post, or on a day before it began */
    @Transactional
    public void end(long posting, LocalDate on, String decision, String why) {
        record Held(int officer, int office, String kind, LocalDate from) {}
        Held held = jdbc.sql("select officer_id as officer, office_id as office, kind, valid_from as \"from\" from staffing.posting where id = :id and valid_from < valid_to for update").param("id", posting).query(Held.class).optional().orElseThrow(Problem::notFound);
        needRight(held.office());
        if (held.kind().equals("full") || decision.isBlank() || why.isBlank() || on.isBefore(held.from())) {
            throw Problem.refused("staffing.problem.role-end", held.from());
        }
        recording.redate(posting, held.from(), on, clock.instant());
        trail.write("staffing.role.ended", "posting:" + posting, Map.of("kind", held.kind(), "from", held.from().toString()), Map.of("on", on.toString(), "decision", decision.strip(), "why", why.strip()));
    }

    private record Row(int officer, int office, short title, LocalDate on) {}

    private Row open(int id, LocalDate on, String words) {
        Row row = jdbc.sql("select officer_id as officer, office_id as office, title_id as title, introduced_on as \"on\" from staffing.introduction where id = :id and closed_on is null for update").param("id", id).query(Row.class).optional().orElseThrow(Problem::notFound);
        needRight(row.office());
        if (words.isBlank() || on.isBefore(row.on()) || on.isAfter(area.today())) {
            throw Problem.refused("staffing.problem.election", row.on());
        }
        return row;
    }

    private void close(int id, @Nullable Long posting, LocalDate on, String why) {
        jdbc.sql("update staffing.introduction set posting_id = :posting, closed_on = :on, closed_why = :why, closed_by = :by where id = :id")
                .param("posting", posting).param("on", on).param("why", why.strip()).param("by", CurrentUser.require().id()).param("id", id).update();
    }

    private void needRight(int office) {
        if (!area.mayMove(CurrentUser.require(), office)) {
            throw Problem.forbidden("staffing.problem.not-yours");
        }
    }
}
