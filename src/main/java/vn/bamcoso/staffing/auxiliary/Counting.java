package vn.bamcoso.staffing.auxiliary;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.staffing.rollout.Rights;
import vn.bamcoso.territory.Places;

/** Enters a count for a commune. Earlier counts stay; a mend is a later entry for the same day. */
@Component("auxiliaryCounting")
public class Counting {
    /** @param document number and sign of what it rests on; may be blank */
    public record Counted(String kind, LocalDate asOf, Auxiliaries.Number number, String document) {}

    private final JdbcClient jdbc;
    private final Auxiliaries auxiliaries;
    private final Places places;
    private final Rights rights;
    private final Trail trail;

    Counting(JdbcClient jdbc, Auxiliaries auxiliaries, Places places, Rights rights, Trail trail) {
        this.jdbc = jdbc;
        this.auxiliaries = auxiliaries;
        this.places = places;
        this.rights = rights;
        this.trail = trail;
    }

    /** @throws Problem not found when there is no such commune on the day; forbidden; refused when the category does not hold on the day, or the numbers do not fit */
    @Transactional
    public void count(int place, Counted counted, Instant at) {
        CurrentUser by = CurrentUser.require();
        short home = places.byId(place, counted.asOf()).filter(found -> found.level().equals("commune")).orElseThrow(Problem::notFound).home();
        rights.require(rights.maySay(by, place, (short) 1));
        var kind = auxiliaries.kinds().stream().filter(one -> one.code().equals(counted.kind())).findFirst().orElseThrow(Problem::notFound);
        if (!kind.holdsOn(counted.asOf())) {
            throw Problem.refused("auxiliary.problem.not-then", kind.nameVi(), counted.asOf());
        }
        if (counted.asOf().isAfter(rights.today())) {
            throw Problem.refused("rollout.problem.to-come", counted.asOf());
        }
        Auxiliaries.Number n = counted.number();
        if (n.teams() < 0 || wrong(n.chiefWomen(), n.chiefs()) || wrong(n.deputyWomen(), n.deputies()) || wrong(n.memberWomen(), n.members()) || wrong(n.takenOver(), n.all()) || n.all() > 5000) {
            throw Problem.refused("auxiliary.problem.numbers");
        }
        jdbc.sql("""
                        insert into staffing.auxiliary_count (kind, as_of, teams, chiefs, chief_women, deputies, deputy_women, members, member_women, taken_over, document, entered_by, entered_at, home, place_id)
                        values (:kind, :asOf, :teams, :chiefs, :chiefWomen, :deputies, :deputyWomen, :members, :memberWomen, :takenOver, :document, :by, :at, :home, :place)""")
                .param("kind", counted.kind())
                .param("asOf", counted.asOf())
                .param("teams", n.teams())
                .param("chiefs", n.chiefs())
                .param("chiefWomen", n.chiefWomen())
                .param("deputies", n.deputies())
                .param("deputyWomen", n.deputyWomen())
                .param("members", n.members())
                .param("memberWomen", n.memberWomen())
                .param("takenOver", n.takenOver())
                .param("document", rights.typedOrNone(counted.document()), Types.VARCHAR)
                .param("by", by.id())
                .param("at", Timestamp.from(at))
                .param("home", home)
                .param("place", place)
                .update();
        trail.write("staffing.auxiliary.counted", "auxiliary:" + place, null, counted);
    }

    private static boolean wrong(int part, int whole) {
        return part < 0 || part > whole;
    }
}
