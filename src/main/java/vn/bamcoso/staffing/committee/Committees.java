package vn.bamcoso.staffing.committee;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.staffing.rollout.Programme;
import vn.bamcoso.staffing.rollout.Rights;
import vn.bamcoso.territory.Offices;

/** The steering committee of a programme: founded once, its members come and go by decisions. Members are posts, not persons. */
@Component
public class Committees {
    public record Committee(int id, String name, String decision, @Nullable LocalDate decidedOn, @Nullable Integer agencyId, @Nullable String agency) {}

    /** @param role head, deputy_head, standing_member, member, secretary; {@code to} null while it lasts */
    public record Member(int id, String role, String post, String body, LocalDate from, @Nullable LocalDate to, String decision) {}

    private static final List<String> ROLES = List.of("head", "deputy_head", "standing_member", "member", "secretary");

    private final JdbcClient jdbc;
    private final Offices offices;
    private final Rights rights;
    private final Trail trail;

    Committees(JdbcClient jdbc, Offices offices, Rights rights, Trail trail) {
        this.jdbc = jdbc;
        this.offices = offices;
        this.rights = rights;
        this.trail = trail;
    }

    @Transactional(readOnly = true)
    public Optional<Committee> of(Programme programme) {
        return jdbc.sql("""
                        select c.id, c.name, c.decision, c.decided_on, c.agency_id,
                               (select o.name from territory.pub_office o where o.office_id = c.agency_id order by o.valid_from desc limit 1) as agency
                        from staffing.committee c where c.programme_id = :programme""")
                .param("programme", programme.id()).query(Committee.class).optional();
    }

    /** All that ever were, by role and beginning. */
    @Transactional(readOnly = true)
    public List<Member> members(int committee) {
        return jdbc.sql("""
                        select id, role, post, body, valid_from as "from", nullif(valid_to, 'infinity') as "to", decision from staffing.committee_member
                        where committee_id = :id and valid_from < valid_to
                        order by valid_to < 'infinity', array_position(array['head', 'deputy_head', 'standing_member', 'member', 'secretary'], role), valid_from, id""")
                .param("id", committee).query(Member.class).list();
    }

    /** @param text its points, one a line */
    public record Conclusion(int id, LocalDate heldOn, String document, String text, @Nullable String enteredBy) {}

    /** The latest meeting first. */
    @Transactional(readOnly = true)
    public List<Conclusion> conclusions(int committee) {
        return jdbc.sql("""
                        select c.id, c.held_on, c.document, c.text, u.name as entered_by from staffing.committee_conclusion c left join identity.pub_user u on u.user_id = c.entered_by
                        where c.committee_id = :id order by c.held_on desc, c.id desc""")
                .param("id", committee).query(Conclusion.class).list();
    }

    /** @throws Problem not found without a committee; forbidden; refused for a day to come or a document that is there already */
    @Transactional
    public void conclude(Programme programme, LocalDate heldOn, String document, String text, Instant at) {
        CurrentUser by = CurrentUser.require();
        rights.require(rights.mayPlan(by, programme.placeId()));
        Committee committee = of(programme).orElseThrow(Problem::notFound);
        if (heldOn.isAfter(rights.today())) {
            throw Problem.refused("rollout.problem.to-come", heldOn);
        }
        String sign = rights.typed(document);
        if (conclusions(committee.id()).stream().anyMatch(one -> one.document().equals(sign))) {
            throw Problem.refused("committee.problem.concluded", sign);
        }
        jdbc.sql("""
                        insert into staffing.committee_conclusion (committee_id, held_on, document, text, entered_by, entered_at, home, place_id)
                        select id, :held, :document, :text, :by, :at, home, place_id from staffing.committee where id = :committee""")
                .param("held", heldOn).param("document", sign).param("text", rights.typed(text)).param("by", by.id()).param("at", Timestamp.from(at)).param("committee", committee.id()).update();
        trail.write("staffing.committee.concluded", "committee:" + committee.id(), null, Map.of("held", heldOn, "document", sign));
    }

    /**
     * @param agency sign of the ministry's unit that is the standing agency (V05); blank for the office of the programme's place
     * @throws Problem forbidden; refused when there is one already, or no such unit
     */
    @Transactional
    public void found(Programme programme, String name, String agency, String decision, @Nullable LocalDate decidedOn, Instant at) {
        CurrentUser by = CurrentUser.require();
        rights.require(rights.mayPlan(by, programme.placeId()));
        if (of(programme).isPresent()) {
            throw Problem.conflict("committee.problem.there-is-one");
        }
        int office = (agency.isBlank() ? offices.serving(programme.placeId(), rights.today()) : offices.department(agency.strip(), rights.today()))
                .orElseThrow(() -> Problem.refused("committee.problem.agency", agency)).id();
        int id = jdbc.sql("""
                        insert into staffing.committee (programme_id, name, decision, decided_on, agency_id, entered_by, entered_at, home, place_id)
                        select :programme, :name, :decision, :decidedOn, :agency, :by, :at, min(home), :place from territory.pub_place where place_id = :place returning id""")
                .param("programme", programme.id()).param("name", rights.typed(name)).param("decision", rights.typed(decision)).param("decidedOn", decidedOn, Types.DATE)
                .param("agency", office).param("by", by.id()).param("at", Timestamp.from(at)).param("place", programme.placeId())
                .query(Integer.class).single();
        trail.write("staffing.committee.founded", "committee:" + id, null, Map.of("programme", programme.id(), "name", name, "decision", decision));
    }

    /** @throws Problem not found without a committee; forbidden; refused when the role is none */
    @Transactional
    public void appoint(Programme programme, String role, String post, String body, LocalDate from, String decision, Instant at) {
        CurrentUser by = CurrentUser.require();
        rights.require(rights.mayPlan(by, programme.placeId()));
        Committee committee = of(programme).orElseThrow(Problem::notFound);
        if (!ROLES.contains(role)) {
            throw Problem.refused("committee.problem.role");
        }
        var member = Map.of("role", role, "post", rights.typed(post), "body", rights.typed(body), "from", from, "decision", rights.typed(decision));
        jdbc.sql("""
                        insert into staffing.committee_member (committee_id, role, post, body, valid_from, valid_to, decision, entered_by, entered_at, home, place_id)
                        select id, :role, :post, :body, :from, 'infinity', :decision, :by, :at, home, place_id from staffing.committee where id = :committee""")
                .params(member).param("by", by.id()).param("at", Timestamp.from(at)).param("committee", committee.id()).update();
        trail.write("staffing.committee.member-appointed", "committee:" + committee.id(), null, member);
    }

    /** The post is no longer in the committee from a day on. */
    @Transactional
    public void release(Programme programme, int member, LocalDate on) {
        rights.require(rights.mayPlan(CurrentUser.require(), programme.placeId()));
        Committee committee = of(programme).orElseThrow(Problem::notFound);
        Member before = members(committee.id()).stream().filter(one -> one.id() == member && one.to() == null).findFirst().orElseThrow(Problem::notFound);
        if (on.isBefore(before.from())) {
            throw Problem.refused("committee.problem.before", before.from());
        }
        jdbc.sql("update staffing.committee_member set valid_to = :on where id = :id").param("on", on).param("id", member).update();
        trail.write("staffing.committee.member-released", "committee:" + committee.id(), before, Map.of("on", on));
    }
}
