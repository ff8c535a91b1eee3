package vn.bamcoso.staffing.rollout;

import java.sql.Timestamp;
import java.sql.Types;
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
import vn.bamcoso.basics.Sql;
import vn.bamcoso.territory.Place;

/** Opens programmes and gives them stages with places, chosen by what they are. */
@Component("programmeOpening")
public class Opening {
    /** @param norm 1 for covered */
    public record NewProgramme(String nameVi, String nameEn, Place place, String goal, int norm, LocalDate beginsOn, String basis, @Nullable LocalDate basisOn) {}

    /**
     * Which places of the programme's area go into a stage. Places that are in the programme already stay where they are.
     *
     * @param kinds xa, thi_tran, phuong
     * @param keyOnly only communes important for security, by their class or by the template of their posts
     * @param borderOnly only communes at a border
     * @param codes official codes; when there are any, only these
     * @param mapOn the places of this day's map
     */
    public record Criteria(List<String> kinds, boolean keyOnly, boolean borderOnly, List<String> codes, LocalDate mapOn) {}

    private static final List<String> KINDS = List.of("xa", "thi_tran", "phuong");

    private final JdbcClient jdbc;
    private final Rights rights;
    private final Trail trail;
    private final String choose = Sql.beside(Opening.class, "choose.sql");

    Opening(JdbcClient jdbc, Rights rights, Trail trail) {
        this.jdbc = jdbc;
        this.rights = rights;
        this.trail = trail;
    }

    /** @throws Problem forbidden, or refused when it is no programme of a nation or province, or the name is taken */
    @Transactional
    public int open(NewProgramme wanted, Instant at) {
        CurrentUser by = CurrentUser.require();
        rights.require(rights.mayPlan(by, wanted.place().id()));
        if (!List.of("nation", "province").contains(wanted.place().level()) || !List.of("covered", "filled").contains(wanted.goal()) || wanted.norm() < 1 || wanted.norm() > 100) {
            throw Problem.refused("rollout.problem.programme");
        }
        String name = rights.typed(wanted.nameVi());
        if (jdbc.sql("select exists (select from staffing.programme where place_id = :place and name_vi = :name)").param("place", wanted.place().id()).param("name", name).query(Boolean.class).single()) {
            throw Problem.refused("rollout.problem.name-taken", name);
        }
        int id = jdbc.sql("""
                        insert into staffing.programme (name_vi, name_en, goal, norm, begins_on, basis, basis_on, opened_by, opened_at, place_id)
                        values (:vi, :en, :goal, :norm, :begins, :basis, :basisOn, :by, :at, :place) returning id""")
                .param("vi", name)
                .param("en", wanted.nameEn().isBlank() ? name : rights.typed(wanted.nameEn()))
                .param("goal", wanted.goal())
                .param("norm", wanted.goal().equals("covered") ? 1 : wanted.norm())
                .param("begins", wanted.beginsOn())
                .param("basis", rights.typed(wanted.basis()))
                .param("basisOn", wanted.basisOn(), Types.DATE)
                .param("by", by.id())
                .param("at", Timestamp.from(at))
                .param("place", wanted.place().id())
                .query(Integer.class)
                .single();
        trail.write("staffing.programme.opened", "programme:" + id, null, wanted);
        return id;
    }

    /**
     * Adds a stage with the places that fit, to be reached by a day.
     *
     * @return how many places
     * @throws Problem forbidden, or refused when no place fits
     */
    @Transactional
    public int addStage(Programme programme, String kind, String nameVi, String nameEn, Criteria criteria, LocalDate plannedOn, String document, LocalDate decidedOn, Instant at) {
        CurrentUser by = CurrentUser.require();
        rights.require(rights.mayPlan(by, programme.placeId()));
        if (!List.of("before", "pilot", "phase", "wave").contains(kind) || criteria.kinds().isEmpty() || !KINDS.containsAll(criteria.kinds())) {
            throw Problem.refused("rollout.problem.stage");
        }
        String name = rights.typed(nameVi);
        int number = jdbc.sql("""
                        insert into staffing.programme_stage (programme_id, number, kind, name_vi, name_en)
                        select :id, coalesce(max(number), 0) + 1, :kind, :vi, :en from staffing.programme_stage where programme_id = :id returning number""")
                .param("id", programme.id())
                .param("kind", kind)
                .param("vi", name)
                .param("en", nameEn.isBlank() ? name : rights.typed(nameEn))
                .query(Integer.class)
                .single();
        int places = jdbc.sql(choose)
                .param("programme", programme.id())
                .param("area", programme.placeId())
                .param("stage", number)
                .param("kinds", criteria.kinds().toArray(String[]::new))
                .param("key_only", criteria.keyOnly())
                .param("border_only", criteria.borderOnly())
                .param("codes", criteria.codes().toArray(String[]::new))
                .param("map", criteria.mapOn())
                .param("planned", plannedOn)
                .param("document", rights.typed(document))
                .param("decided", decidedOn)
                .param("by", by.id())
                .param("at", Timestamp.from(at))
                .update();
        if (places == 0) {
            throw Problem.refused("rollout.problem.no-place");
        }
        trail.write("staffing.programme.stage-added", "programme:" + programme.id(), null, Map.of("stage", number, "name", name, "places", places, "planned", plannedOn, "document", document));
        return places;
    }
}
