package vn.bamcoso.staffing.intake;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.shell.Paging;
import vn.bamcoso.staffing.Area;
import vn.bamcoso.territory.Place;

/**
 * Graduates of academies: a batch comes into the register by one file and its decision; each is then posted by a wave to a district
 * (until 1 March 2025) or provincial office, in the place of an experienced officer who goes to strengthen a commune. The two moves
 * are a pair.
 */
@Component
public class Intakes {
    /** @param waiting of the batch who have no post yet */
    public record Batch(int id, String academy, String decision, LocalDate decidedOn, int people, int waiting) {}

    public record Waiting(int id, String number, String name, String rank, String academy) {}

    /** Who came, and where the one went whose place was taken. @param went null while that officer is where they were */
    public record Pair(
            int officerId, String name, String office, LocalDate since, int replacedId, String replaced, @Nullable String went, @Nullable Short wentTitle, @Nullable LocalDate wentOn, boolean toCommune) {}

    /** Of all batches that who asks may see, however many are listed. */
    public record Totals(int batches, int people, int waiting, int pairs) {}

    private static final int LISTED = 30;

    private final JdbcClient jdbc;
    private final IntakeFile files;
    private final Area area;
    private final Trail trail;
    private final Clock clock;

    Intakes(JdbcClient jdbc, IntakeFile files, Area area, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.files = files;
        this.area = area;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Totals totals() {
        return jdbc.sql("""
                        select (select count(*) from staffing.intake)::int as batches, (select coalesce(sum(people), 0) from staffing.intake)::int as people,
                               (select count(*) from staffing.unposted u join staffing.officer o on o.id = u.officer_id where o.left_on = 'infinity')::int as waiting,
                               (select count(*) from staffing.move m join staffing.posting p on p.id = m.posting_id and p.valid_from < p.valid_to where m.replaces_id is not null)::int as pairs""").query(Totals.class).single();
    }

    /** The latest. */
    @Transactional(readOnly = true)
    public List<Batch> batches() {
        return jdbc.sql("""
                        select i.id, i.academy, i.decision, i.decided_on, i.people,
                               (select count(*)::int from staffing.unposted u join staffing.officer o on o.id = u.officer_id where o.intake_id = i.id and o.left_on = 'infinity') as waiting
                        from staffing.intake i order by i.id desc limit :most""").param("most", LISTED).query(Batch.class).list();
    }

    /** Graduates without a post, the first of them by number. */
    @Transactional(readOnly = true)
    public List<Waiting> waiting() {
        return jdbc.sql("""
                        -- from those who wait, however few are shown, and not along the numbers of the whole register
                        with waiting as materialized (
                            select o.id, o.number, o.name, o.rank, o.intake_id from staffing.unposted u join staffing.officer o on o.id = u.officer_id where o.left_on = 'infinity'
                        )
                        select w.id, w.number, w.name, w.rank, i.academy from waiting w join staffing.intake i on i.id = w.intake_id order by w.number limit :most""").param("most", LISTED).query(Waiting.class).list();
    }

    /** Pairs of moves, the latest first. */
    @Transactional(readOnly = true)
    public List<Pair> pairs(Paging paging) {
        return jdbc.sql("""
                        -- Who took whose place, and where did the replaced officer go then?
                        select m.officer_id, n.name, (select o.name from territory.pub_office o where o.office_id = p.office_id and o.valid_from <= p.valid_from order by o.valid_from desc limit 1) as office, p.valid_from as since,
                               m.replaces_id as replaced_id, r.name as replaced, (select o.name from territory.pub_office o where o.office_id = q.office_id and o.valid_from <= q.valid_from order by o.valid_from desc limit 1) as went,
                               q.title_id as went_title, q.valid_from as went_on, coalesce(q.title_id in (1, 2, 3), false) as to_commune
                        from (select m.* from staffing.move m join staffing.posting p on p.id = m.posting_id and p.valid_from < p.valid_to
                              where m.replaces_id is not null order by p.valid_from desc, m.id desc limit :size offset :offset) m
                        join staffing.posting p on p.id = m.posting_id
                        join staffing.officer n on n.id = m.officer_id join staffing.officer r on r.id = m.replaces_id
                        left join lateral (select s.office_id, s.title_id, s.valid_from from staffing.posting s
                                           where s.officer_id = m.replaces_id and s.kind = 'full' and s.valid_from < s.valid_to and s.valid_from >= p.valid_from - 90 and s.office_id <> p.office_id order by s.valid_from limit 1) q on true
                        order by p.valid_from desc, m.id desc""").param("size", paging.size()).param("offset", paging.offset()).query(Pair.class).list();
    }

    /**
     * Brings a batch into the register.
     *
     * @return how many
     * @throws Problem refused with every fault of the file; forbidden for who keeps no records
     */
    @Transactional
    public int receive(String academy, String decision, LocalDate decidedOn, String file, byte[] content, Locale locale) {
        CurrentUser user = CurrentUser.require();
        Place own = area.of(user, Area.PERSONNEL).orElseThrow(Problem::notFound);
        if (!area.mayMoveAt(user, own.id())) {
            throw Problem.forbidden("staffing.problem.not-yours");
        }
        if (academy.isBlank() || decision.isBlank() || decidedOn.isAfter(area.today())) {
            throw Problem.refused("staffing.problem.intake");
        }
        IntakeFile.Read read = files.read(file, content, locale);
        if (!read.faults().isEmpty()) {
            throw Problem.refused("staffing.problem.wave-faults", read.faults(), read.faults().size(), read.faults().size());
        }
        List<IntakeFile.Graduate> all = read.graduates();
        int id = jdbc.sql("insert into staffing.intake (academy, decision, decided_on, people, recorded_by, recorded_at, home, place_id) values (:academy, :decision, :decided, :people, :by, :now, :home, :place) returning id")
                .param("academy", academy.strip()).param("decision", decision.strip()).param("decided", decidedOn).param("people", all.size()).param("by", user.id()).param("now", Timestamp.from(clock.instant()))
                .param("home", own.home()).param("place", own.id()).query(Integer.class).single();
        jdbc.sql("""
                        insert into staffing.officer (number, name, birth_year, sex, ethnic_group, rank, education, entered_on, intake_id, home, place_id)
                        select n, a, b, s, e, r, d, cast(o as date), :intake, :home, :place from unnest(:numbers, :names, :births, :sexes, :groups, :ranks, :schools, :days) l(n, a, b, s, e, r, d, o)""")
                .param("intake", id).param("home", own.home()).param("place", own.id())
                .param("numbers", column(all, IntakeFile.Graduate::number, String[]::new)).param("names", column(all, IntakeFile.Graduate::name, String[]::new)).param("births", column(all, IntakeFile.Graduate::birthYear, Short[]::new))
                .param("sexes", column(all, IntakeFile.Graduate::sex, String[]::new)).param("groups", column(all, IntakeFile.Graduate::ethnicGroup, String[]::new)).param("ranks", column(all, IntakeFile.Graduate::rank, String[]::new))
                .param("schools", column(all, IntakeFile.Graduate::education, String[]::new)).param("days", column(all, one -> one.enteredOn().toString(), String[]::new)).update();
        trail.write("staffing.intake.received", "intake:" + id, null, Map.of("people", all.size(), "academy", academy.strip(), "decision", decision.strip()));
        return all.size();
    }

    private static <T> T[] column(List<IntakeFile.Graduate> all, Function<IntakeFile.Graduate, T> part, IntFunction<T[]> array) {
        return all.stream().map(part).toArray(array);
    }
}
