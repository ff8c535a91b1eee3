package vn.bamcoso.papers.comments;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Sql;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.territory.Office;
import vn.bamcoso.territory.Offices;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/**
 * Drafts on their round: sending one and asking where it stands. A room above offers a {@link Matter} bean, has a form of its own that
 * ends in {@link #send}, and links to {@link #path}; everything after that happens on the pages here. Whoever is asked sees the draft
 * and the own comments; the sender sees all.
 */
@Component
public class Consultations {
    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final Matters matters;
    private final Offices offices;
    private final Places places;
    private final Gate gate;
    private final Trail trail;
    private final String read = Sql.beside(Consultations.class, "consultations.sql");
    private final String said = Sql.beside(Consultations.class, "said.sql");

    Consultations(JdbcClient jdbc, Matters matters, Offices offices, Places places, Gate gate, Trail trail) {
        this.jdbc = jdbc;
        this.matters = matters;
        this.offices = offices;
        this.places = places;
        this.gate = gate;
        this.trail = trail;
    }

    /** Where a draft is shown, commented and answered. */
    public static String path(int consultation) {
        return "/comments/" + consultation;
    }

    /**
     * Sends a draft round.
     *
     * @return papers.consultation.id
     * @throws Problem forbidden unless the matter lets the user; refused when the deadline has passed, or nobody is asked
     */
    @Transactional
    public int send(NewConsultation wanted, Instant at) {
        CurrentUser by = CurrentUser.require();
        matters.requireRun(by, wanted.matter(), wanted.matterRef());
        if (wanted.dueOn().isBefore(VietnamTime.dayOf(at))) {
            throw Problem.refused("papers.comments.problem.due", wanted.dueOn());
        }
        if (wanted.offices().isEmpty() && wanted.others().stream().allMatch(String::isBlank)) {
            throw Problem.refused("papers.comments.problem.nobody");
        }
        String title = gate.typed(wanted.title());
        short home = places.byId(wanted.placeId(), VietnamTime.dayOf(at)).or(() -> places.life(wanted.placeId()).stream().reduce((first, last) -> last)).orElseThrow(Problem::notFound).home();
        int id = jdbc.sql("""
                        insert into papers.consultation (matter, matter_ref, title, text, due_on, office_id, sent_by, sent_at, field, home, place_id)
                        values (:matter, :ref, :title, :text, :due, :office, :by, :at, :field, :home, :place) returning id""")
                .param("matter", wanted.matter()).param("ref", wanted.matterRef()).param("title", title).param("text", gate.typed(wanted.text())).param("due", wanted.dueOn()).param("office", wanted.officeId())
                .param("by", by.id()).param("at", Timestamp.from(at)).param("field", wanted.field()).param("home", home).param("place", wanted.placeId())
                .query(Integer.class).single();
        write(id, wanted.offices(), wanted.others(), by, at);
        trail.write("papers.comments.sent", "consultation:" + id, null, Map.of("matter", wanted.matter() + ":" + wanted.matterRef(), "title", title, "due", wanted.dueOn(), "offices", wanted.offices().size(), "others", wanted.others()));
        return id;
    }

    /** Bodies that were not asked before; a name that is there already stays as it is. */
    void write(int id, Collection<Integer> asked, Collection<String> others, CurrentUser by, Instant at) {
        LocalDate day = VietnamTime.dayOf(at);
        for (int one : new LinkedHashSet<>(asked)) {
            Office office = offices.byId(one, day).orElseThrow(() -> Problem.refused("papers.problem.no-office", day));
            Place place = places.byId(Objects.requireNonNull(office.placeId()), day).orElseThrow(Problem::notFound);
            body(id, one, office.name(), by, at, place.home(), place.id());
        }
        others.stream().filter(name -> !name.isBlank()).map(gate::typed).distinct().forEach(name -> body(id, null, name, by, at, (short) 0, 0));
    }

    private void body(int id, @Nullable Integer office, String name, CurrentUser by, Instant at, short home, int place) {
        jdbc.sql("""
                        insert into papers.consultation_body (consultation_id, office_id, name, asked_by, asked_at, field, home, place_id)
                        select id, :office, :name, :by, :at, field, case when :place = 0 then home else :home end, case when :place = 0 then place_id else :place end from papers.consultation where id = :id
                        on conflict do nothing""")
                .param("office", office, Types.INTEGER).param("name", name).param("by", by.id()).param("at", Timestamp.from(at)).param("home", home).param("place", place).param("id", id).update();
    }

    /** Those of a matter, the open ones first, then the latest. */
    @Transactional(readOnly = true)
    public List<Consultation> of(String matter, long ref) {
        return ask(null, matter, ref);
    }

    /** All in sight, the open ones first, then the latest. */
    @Transactional(readOnly = true)
    public List<Consultation> all() {
        return ask(null, null, 0);
    }

    /** @throws Problem not found, also when the user is neither sender nor asked */
    @Transactional(readOnly = true)
    public Consultation get(int id) {
        return ask(id, null, 0).stream().findFirst().orElseThrow(Problem::notFound);
    }

    private List<Consultation> ask(@Nullable Integer id, @Nullable String matter, long ref) {
        return jdbc.sql(read).param("id", id, Types.INTEGER).param("matter", matter, Types.VARCHAR).param("ref", ref).param("most", MOST).query(Consultation.class).list();
    }

    /** The bodies in sight, those asked first first. */
    @Transactional(readOnly = true)
    public List<Consultation.Body> bodies(int id) {
        return jdbc.sql("""
                        select b.id, b.office_id, b.name, count(s.comment)::int as comments, coalesce(bool_or(s.agrees), false) as agrees, max(s.given_at) as spoke_at
                        from papers.consultation_body b left join papers.consultation_comment s on s.body_id = b.id
                        where b.consultation_id = :id group by b.id order by b.id""")
                .param("id", id).query(Consultation.Body.class).list();
    }

    /** What was said, body by body. @param known as it was known then; null: now */
    @Transactional(readOnly = true)
    public List<Consultation.Comment> comments(int id, @Nullable Instant known) {
        return jdbc.sql(said).param("id", id).param("known", known == null ? null : Timestamp.from(known), Types.TIMESTAMP).query(Consultation.Comment.class).list();
    }
}
