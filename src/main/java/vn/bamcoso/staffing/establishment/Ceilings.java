package vn.bamcoso.staffing.establishment;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Sql;
import vn.bamcoso.identity.Grants;
import vn.bamcoso.staffing.Area;
import vn.bamcoso.territory.Office;
import vn.bamcoso.territory.Offices;

/**
 * How many posts a superior office may hand out below it: the ministry to the provinces, a province to its communes; dated, by a
 * decision, never less than what is handed out already, never more than the superior's own ceiling leaves.
 */
@Component
public class Ceilings {
    /**
     * @param number null when none was given
     * @param allotted posts at the offices below it on the day
     */
    public record Line(int officeId, String office, int placeId, @Nullable Integer number, @Nullable String decision, @Nullable LocalDate decidedOn, @Nullable LocalDate since, int allotted) {
        public @Nullable Integer left() {
            return number == null ? null : number - allotted;
        }
    }

    /** @param others what the other offices below a superior have of its ceiling from a day on; the ceiling is null where none was given */
    record Taken(LocalDate day, @Nullable Integer ceiling, int others) {
        boolean exceeded(int wanted) {
            return ceiling != null && others + wanted > ceiling;
        }
    }

    private final JdbcClient jdbc;
    private final Offices offices;
    private final Grants grants;
    private final Trail trail;
    private final String ofProvinces = Sql.beside(Ceilings.class, "ceilings.sql");

    Ceilings(JdbcClient jdbc, Offices offices, Grants grants, Trail trail) {
        this.jdbc = jdbc;
        this.offices = offices;
        this.grants = grants;
        this.trail = trail;
    }

    /** Provincial offices with their ceilings on a day. @param homes provinces of the 63 */
    @Transactional(readOnly = true)
    public List<Line> on(LocalDate day, List<Short> homes) {
        return jdbc.sql(ofProvinces).param("day", day).param("homes", homes.toArray(Short[]::new)).query(Line.class).list();
    }

    /**
     * The ministry with its own ceiling; {@code allotted} is what the provinces have of it: the ceiling of each, or its posts where it has none.
     *
     * @param provinces all of them, as {@link #on} says
     */
    @Transactional(readOnly = true)
    public Line ofMinistry(LocalDate day, List<Line> provinces) {
        int handed = provinces.stream().mapToInt(line -> line.number() == null ? line.allotted() : line.number()).sum();
        return jdbc.sql("""
                        -- What was the ministry given for all communes?
                        select o.office_id, o.name as office, o.place_id, c.number, c.decision, c.decided_on, c.valid_from as since, cast(:handed as int) as allotted
                        from territory.pub_office o left join staffing.ceiling c on c.office_id = o.office_id and c.valid_from <= :day and :day < c.valid_to
                        where o.kind = 'ministry' and o.valid_from <= :day and :day < o.valid_to""").param("day", day).param("handed", handed).query(Line.class).single();
    }

    /** Whether this user gives ceilings: who stands above the provinces, for the field organisation. */
    public boolean may(CurrentUser user, int placeOfSuperior) {
        return user.id() == 0 || List.of("ministry_office", "department").stream().anyMatch(role -> grants.mayFor(user, role, placeOfSuperior, Area.ORGANISATION));
    }

    /**
     * @param officeId a provincial office, or the ministry itself
     * @param from first day of the new ceiling; the old one ends the day before
     * @throws Problem refused when more is handed out already, when the superior's ceiling leaves less, or when another ceiling begins later
     */
    @Transactional
    public void give(int officeId, int number, LocalDate from, String decision, LocalDate decidedOn) {
        Office office = offices.byId(officeId, from).filter(one -> List.of("provincial", "ministry").contains(one.kind())).orElseThrow(() -> Problem.refused("staffing.problem.no-office", from));
        if (office.placeId() == null || !may(CurrentUser.require(), office.placeId())) {
            throw Problem.forbidden("staffing.problem.not-yours");
        }
        if (decision.isBlank()) {
            throw Problem.refused("staffing.problem.decision");
        }
        lock(officeId);
        if (jdbc.sql("select exists (select from staffing.ceiling where office_id = :office and valid_from >= :from and valid_from < valid_to)").param("office", officeId).param("from", from).query(Boolean.class).single()) {
            throw Problem.refused("staffing.problem.later-ceiling", office.name(), from);
        }
        Taken most = taken(officeId, 0, from).stream().max(Comparator.comparingInt(Taken::others)).orElseThrow();
        if (number < most.others()) {
            throw Problem.refused("staffing.problem.ceiling-low", number, office.name(), most.others());
        }
        if (office.parentId() != null) {
            above(office.parentId(), officeId, number, from);
        }
        jdbc.sql("update staffing.ceiling set valid_to = :from where office_id = :office and valid_to > :from").param("from", from).param("office", officeId).update();
        jdbc.sql("""
                        insert into staffing.ceiling (office_id, number, valid_from, valid_to, decision, decided_on, set_by, home, place_id)
                        select :office, :number, :from, 'infinity', :decision, :decided, :by, p.home, p.place_id from territory.pub_place p where p.place_id = :place and p.valid_from <= :from and :from < p.valid_to""")
                .param("office", officeId).param("number", number).param("from", from).param("decision", decision.strip()).param("decided", decidedOn).param("by", CurrentUser.require().id()).param("place", office.placeId()).update();
        trail.write("staffing.ceiling.given", "office:" + officeId, null, Map.of("number", number, "from", from.toString(), "decision", decision));
    }

    /**
     * Whether an office may have so many posts from a day on, by the ceiling of its province and, where the province was given none, by
     * the ministry's. Whoever hands out posts of the same ceiling meanwhile waits.
     *
     * @throws Problem refused with what is left
     */
    void within(Office office, int wanted, LocalDate from) {
        Office superior = office;
        while (superior.parentId() != null && !superior.kind().equals("provincial")) {
            superior = offices.byId(superior.parentId(), from).orElseThrow();
        }
        if (!superior.kind().equals("provincial")) {
            return;
        }
        lock(superior.id());
        List<Taken> days = taken(superior.id(), office.id(), from);
        days.stream().filter(day -> day.exceeded(wanted)).findFirst().ifPresent(day -> refuse("staffing.problem.ceiling", wanted, day));
        if (superior.parentId() != null && days.stream().anyMatch(day -> day.ceiling() == null)) {
            above(superior.parentId(), superior.id(), wanted + days.stream().filter(day -> day.ceiling() == null).mapToInt(Taken::others).max().orElse(0), from);
        }
    }

    private void above(int superior, int office, int wanted, LocalDate from) {
        lock(superior);
        taken(superior, office, from).stream().filter(day -> day.exceeded(wanted)).findFirst().ifPresent(day -> refuse("staffing.problem.ceiling-above", wanted, day));
    }

    private static void refuse(String problem, int wanted, Taken day) {
        int ceiling = day.ceiling() == null ? 0 : day.ceiling();
        throw Problem.refused(problem, wanted, day.others(), ceiling, Math.max(0, ceiling - day.others()), day.day());
    }

    private List<Taken> taken(int superior, int apart, LocalDate since) {
        return jdbc.sql("select day, ceiling, others from staffing.handed_out(:superior, :apart, :since)").param("superior", superior).param("apart", apart).param("since", since).query(Taken.class).list();
    }

    /** Two who hand out of one ceiling at once do not both fit under it. */
    private void lock(int office) {
        jdbc.sql("select pg_advisory_xact_lock(7301, :office)").param("office", office).query(row -> {});
    }
}
