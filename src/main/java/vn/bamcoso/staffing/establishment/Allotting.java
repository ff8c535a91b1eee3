package vn.bamcoso.staffing.establishment;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
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
import vn.bamcoso.territory.Places;

/** Sets the establishment of an office by a composition template, from a day on, within what its superiors may hand out. */
@Component
public class Allotting {
    /** @param least from this many holders on, filled to the norm */
    public record Composition(short id, String code, String nameVi, String nameEn, String forClass, short least) {}

    private static final List<String> SUPERIORS = List.of("provincial_staff", "provincial_director", "ministry_office", "department");

    private record Part(short title, short number) {}

    private final JdbcClient jdbc;
    private final Offices offices;
    private final Places places;
    private final Grants grants;
    private final Ceilings ceilings;
    private final Trail trail;
    private final Clock clock;

    Allotting(JdbcClient jdbc, Offices offices, Places places, Grants grants, Ceilings ceilings, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.offices = offices;
        this.places = places;
        this.grants = grants;
        this.ceilings = ceilings;
        this.trail = trail;
        this.clock = clock;
    }

    /** Templates that may be given on a day. */
    @Transactional(readOnly = true)
    public List<Composition> templates(LocalDate day) {
        return jdbc.sql("select id, code, name_vi, name_en, for_class, least from staffing.composition where valid_from <= :day and :day < valid_to order by id").param("day", day).query(Composition.class).list();
    }

    /** Whether this user allots posts to the office: staff or director of what stands above it, for the field organisation. */
    @Transactional(readOnly = true)
    public boolean may(CurrentUser user, int officeId) {
        Integer place = jdbc.sql("select place_id from territory.pub_office where office_id = :office order by valid_to desc limit 1").param("office", officeId).query(Integer.class).optional().orElse(null);
        return place != null && mayWithin(user, place);
    }

    /** Whether this user allots posts to every office within the place. */
    boolean mayWithin(CurrentUser user, int placeId) {
        return user.id() == 0 || SUPERIORS.stream().anyMatch(role -> grants.mayFor(user, role, placeId, Area.ORGANISATION));
    }

    /** Posts of a template together. */
    @Transactional(readOnly = true)
    public int size(short composition) {
        return jdbc.sql("select coalesce(sum(number), 0)::int from staffing.composition_part where composition_id = :id").param("id", composition).query(Integer.class).single();
    }

    /**
     * A new template beside those that there are.
     *
     * @param code chiefs + deputies + officers, as 1+2+15
     * @param least from this many holders on, filled to the norm
     * @param until first day on which it may no longer be given; null: without end
     * @throws Problem refused for what is no such code, or one that may be given on the same days; forbidden below the ministry
     */
    @Transactional
    public void addTemplate(String code, int least, String forClass, LocalDate from, @Nullable LocalDate until, String decision) {
        if (!mayAddTemplates(CurrentUser.require())) {
            throw Problem.forbidden("staffing.problem.not-yours");
        }
        String parts = code.replace(" ", "");
        if (!parts.matches("1\\+\\d{1,2}\\+\\d{1,2}") || decision.isBlank() || !List.of("key", "any").contains(forClass) || until != null && !until.isAfter(from)) {
            throw Problem.refused("staffing.problem.new-template");
        }
        int[] numbers = Arrays.stream(parts.split("\\+")).mapToInt(Integer::parseInt).toArray();
        if (least < 1 || least > Arrays.stream(numbers).sum()) {
            throw Problem.refused("staffing.problem.template-least", Arrays.stream(numbers).sum());
        }
        if (jdbc.sql("select exists (select from staffing.composition where code = :code)").param("code", parts).query(Boolean.class).single()) {
            throw Problem.refused("staffing.problem.template-twice", parts);
        }
        short id = jdbc.sql("""
                        insert into staffing.composition (id, code, name_vi, name_en, for_class, least, valid_from, valid_to, decision)
                        select max(id) + 1, :code, :vi, :en, :class, :least, :from, coalesce(cast(:until as date), 'infinity'), :decision from staffing.composition returning id""")
                .param("code", parts).param("vi", "Mẫu %s, ít nhất %02d".formatted(parts, least)).param("en", "Template %s, at least %d".formatted(parts, least)).param("class", forClass).param("least", least)
                .param("from", from).param("until", until).param("decision", decision.strip()).query(Short.class).single();
        for (int title = 1; title <= numbers.length; title++) {
            if (numbers[title - 1] > 0) {
                jdbc.sql("insert into staffing.composition_part (composition_id, title_id, number) values (:id, :title, :number)").param("id", id).param("title", title).param("number", numbers[title - 1]).update();
            }
        }
        trail.write("staffing.template.added", "template:" + parts, null, Map.of("least", least, "class", forClass, "from", from.toString(), "decision", decision.strip()));
    }

    /** Whether this user adds templates: who stands above the provinces. */
    boolean mayAddTemplates(CurrentUser user) {
        return ceilings.may(user, places.nation().id());
    }

    /**
     * @param from first day of the new establishment; the old one ends the day before
     * @throws Problem refused when the template may not be given on that day, when it goes beyond the ceiling of the province or of the ministry, or when
     *     another establishment begins later
     */
    @Transactional
    public void allot(int officeId, short composition, LocalDate from, String decision, @Nullable LocalDate decidedOn) {
        Office office = offices.byId(officeId, from).orElseThrow(() -> Problem.refused("staffing.problem.no-office", from));
        if (!may(CurrentUser.require(), officeId)) {
            throw Problem.forbidden("staffing.problem.not-yours");
        }
        if (decision.isBlank()) {
            throw Problem.refused("staffing.problem.decision");
        }
        Composition template = templates(from).stream().filter(one -> one.id() == composition).findFirst().orElseThrow(() -> Problem.refused("staffing.problem.template", from));
        if (jdbc.sql("select exists (select from staffing.post where office_id = :office and valid_from > :from and valid_from < valid_to)").param("office", officeId).param("from", from).query(Boolean.class).single()) {
            throw Problem.refused("staffing.problem.later-posts", office.name(), from);
        }
        List<Part> parts = jdbc.sql("select title_id as title, number from staffing.composition_part where composition_id = :id").param("id", composition).query(Part.class).list();
        ceilings.within(office, parts.stream().mapToInt(Part::number).sum(), from);
        jdbc.sql("update staffing.post set valid_to = greatest(valid_from, :from) where office_id = :office and valid_to > :from").param("from", from).param("office", officeId).update();
        for (Part part : parts) {
            jdbc.sql("""
                            insert into staffing.post (office_id, title_id, number, least, composition_id, valid_from, valid_to, decision, decided_on, set_by, set_at, home, place_id)
                            select :office, :title, :number, :least, :composition, :from, 'infinity', :decision, :decided, :by, :now, p.home, p.place_id
                            from territory.pub_place p where p.place_id = :place and p.valid_from <= :from and :from < p.valid_to""")
                    .param("office", officeId).param("title", part.title()).param("number", part.number()).param("least", template.least()).param("composition", composition).param("from", from)
                    .param("decision", decision.strip()).param("decided", decidedOn).param("by", CurrentUser.require().id()).param("now", Timestamp.from(clock.instant())).param("place", office.placeId()).update();
        }
        trail.write("staffing.post.allotted", "office:" + officeId, null, Map.of("template", template.code(), "from", from.toString(), "decision", decision));
    }
}
