package vn.bamcoso.staffing.establishment;

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
import vn.bamcoso.identity.Grants;
import vn.bamcoso.staffing.Area;
import vn.bamcoso.territory.Office;
import vn.bamcoso.territory.Offices;

/** How many posts a superior office may hand out below it: given by who stands above, dated, never less than what is handed out already. */
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

    private final JdbcClient jdbc;
    private final Offices offices;
    private final Grants grants;
    private final Trail trail;

    Ceilings(JdbcClient jdbc, Offices offices, Grants grants, Trail trail) {
        this.jdbc = jdbc;
        this.offices = offices;
        this.grants = grants;
        this.trail = trail;
    }

    /** Provincial offices with their ceilings on a day. @param homes provinces of the 63 */
    @Transactional(readOnly = true)
    public List<Line> on(LocalDate day, List<Short> homes) {
        return jdbc.sql("""
                        -- How many posts may each provincial office hand out on a day, and how many has it?
                        select o.office_id, o.name as office, o.place_id, c.number, c.decision, c.decided_on, c.valid_from as since, coalesce(a.posts, 0) as allotted
                        from territory.pub_office o
                        join territory.pub_place t on t.place_id = o.place_id and t.valid_from <= :day and :day < t.valid_to and t.home = any (:homes::smallint[])
                        left join staffing.ceiling c on c.office_id = o.office_id and c.valid_from <= :day and :day < c.valid_to
                        left join (select b.parent_id, sum(p.number)::int as posts from staffing.post p
                                   join territory.pub_office b on b.office_id = p.office_id and b.valid_from <= :day and :day < b.valid_to
                                   where p.home = any (:homes::smallint[]) and p.valid_from <= :day and p.valid_to > :day group by b.parent_id) a on a.parent_id = o.office_id
                        where o.kind = 'provincial' and o.valid_from <= :day and :day < o.valid_to order by t.code""")
                .param("day", day).param("homes", homes.toArray(Short[]::new)).query(Line.class).list();
    }

    /** Whether this user gives ceilings: who stands above the provinces, for the field organisation. */
    public boolean may(CurrentUser user, int placeOfSuperior) {
        return user.id() == 0 || List.of("ministry_office", "department").stream().anyMatch(role -> grants.mayFor(user, role, placeOfSuperior, Area.ORGANISATION));
    }

    /**
     * @param from first day of the new ceiling; the old one ends the day before
     * @throws Problem refused when more is handed out already, or when another ceiling begins later
     */
    @Transactional
    public void give(int officeId, int number, LocalDate from, String decision, LocalDate decidedOn) {
        Office office = offices.byId(officeId, from).filter(one -> one.kind().equals("provincial")).orElseThrow(() -> Problem.refused("staffing.problem.no-office", from));
        if (office.placeId() == null || !may(CurrentUser.require(), office.placeId())) {
            throw Problem.forbidden("staffing.problem.not-yours");
        }
        if (decision.isBlank()) {
            throw Problem.refused("staffing.problem.decision");
        }
        jdbc.sql("select pg_advisory_xact_lock(7301, :office)").param("office", officeId).query(row -> {});
        if (jdbc.sql("select exists (select from staffing.ceiling where office_id = :office and valid_from >= :from and valid_from < valid_to)").param("office", officeId).param("from", from).query(Boolean.class).single()) {
            throw Problem.refused("staffing.problem.later-ceiling", office.name(), from);
        }
        int allotted = jdbc.sql("""
                        select coalesce(sum(p.number), 0)::int from staffing.post p join territory.pub_office o on o.office_id = p.office_id and o.parent_id = :office and o.valid_from <= :day and :day < o.valid_to
                        where p.valid_from <= :day and :day < p.valid_to""").param("office", officeId).param("day", from).query(Integer.class).single();
        if (number < allotted) {
            throw Problem.refused("staffing.problem.ceiling-low", number, office.name(), allotted);
        }
        jdbc.sql("update staffing.ceiling set valid_to = :from where office_id = :office and valid_to > :from").param("from", from).param("office", officeId).update();
        jdbc.sql("""
                        insert into staffing.ceiling (office_id, number, valid_from, valid_to, decision, decided_on, set_by, home, place_id)
                        select :office, :number, :from, 'infinity', :decision, :decided, :by, p.home, p.place_id from territory.pub_place p where p.place_id = :place and p.valid_from <= :from and :from < p.valid_to""")
                .param("office", officeId).param("number", number).param("from", from).param("decision", decision.strip()).param("decided", decidedOn).param("by", CurrentUser.require().id()).param("place", office.placeId()).update();
        trail.write("staffing.ceiling.given", "office:" + officeId, null, Map.of("number", number, "from", from.toString(), "decision", decision));
    }
}
