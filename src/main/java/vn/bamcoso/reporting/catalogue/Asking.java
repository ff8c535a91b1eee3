package vn.bamcoso.reporting.catalogue;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
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
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.figures.Making;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.reporting.Forms;
import vn.bamcoso.reporting.entry.Edge;
import vn.bamcoso.territory.Place;

/** A form that is not asked everywhere is asked of chosen places, from a day on, until a day: by the ministry anywhere, by a province within itself. */
@Component
public class Asking {
    private final JdbcClient jdbc;
    private final Forms forms;
    private final Making making;
    private final Edge edge;
    private final Trail trail;
    private final Clock clock;

    Asking(JdbcClient jdbc, Forms forms, Making making, Edge edge, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.forms = forms;
        this.making = making;
        this.edge = edge;
        this.trail = trail;
        this.clock = clock;
    }

    /** @param to null: until further notice */
    public record Asked(int id, int placeId, String place, LocalDate from, @Nullable LocalDate to, @Nullable String note, String by) {}

    @Transactional(readOnly = true)
    public List<Asked> of(Form form) {
        return jdbc.sql("""
                        select a.id, a.place_id, coalesce(p.full_name, '') as place, a.first_day, nullif(a.last_day, 'infinity') as last_day, a.note, coalesce(u.name, '') as by
                        from reporting.asked a left join lateral (select full_name from territory.pub_place where place_id = a.place_id order by valid_from desc limit 1) p on true
                        left join identity.pub_user u on u.user_id = a.asked_by
                        where a.form_id = :form order by a.first_day desc, a.id desc""")
                .param("form", form.id())
                .query((row, n) -> new Asked(row.getInt("id"), row.getInt("place_id"), row.getString("place"), row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class),
                        row.getString("note"), row.getString("by")))
                .list();
    }

    /** Whether this user may ask this place. */
    @Transactional(readOnly = true)
    public boolean may(CurrentUser user, Form form, @Nullable Place place) {
        return making.owner(user).filter(owner -> owner.place() == null ? form.ownerId() == null
                : (form.ownerId() == null || Objects.equals(form.ownerId(), owner.id())) && (place == null || within(place.id(), owner.place().id()))).isPresent();
    }

    private boolean within(int place, int area) {
        return jdbc.sql("select exists (select from territory.pub_reach where vintage_id = territory.vintage_of(:today) and place_id = :place and ancestor_id = :area)")
                .param("today", VietnamTime.today(clock)).param("place", place).param("area", area).query(Boolean.class).single();
    }

    /**
     * @param places all of them, or none when one of them may not be asked
     * @param from earliest last day of a period; {@code to} the latest, null: until further notice
     * @throws Problem forbidden; refused when the form is asked everywhere or the days are the wrong way round
     */
    @Transactional
    public void ask(String code, List<Place> places, LocalDate from, @Nullable LocalDate to, @Nullable String note) {
        Form form = forms.require(code);
        if (form.everywhere()) {
            throw Problem.refused("reporting.asked.problem.everywhere", form.nameVi());
        }
        if (places.isEmpty() || to != null && to.isBefore(from)) {
            throw Problem.refused("reporting.asked.problem.days");
        }
        edge.check(note);
        for (Place place : places) {
            if (!may(CurrentUser.require(), form, place)) {
                throw Problem.forbidden("reporting.asked.problem.not-yours", place.fullName());
            }
            jdbc.sql("""
                            insert into reporting.asked (form_id, place_id, first_day, last_day, asked_by, asked_at, note)
                            values (:form, :place, :from, coalesce(:to, date 'infinity'), :user, :now, :note)""")
                    .param("form", form.id()).param("place", place.id()).param("from", from).param("to", to, java.sql.Types.DATE).param("user", CurrentUser.require().id())
                    .param("now", Timestamp.from(clock.instant())).param("note", note == null || note.isBlank() ? null : note.strip(), java.sql.Types.VARCHAR)
                    .update();
        }
        trail.write("reporting.form.asked", "form:" + form.code(), null, Map.of("places", places.stream().map(Place::key).toList(), "from", from, "to", to == null ? "" : to));
    }

    /** The last day of a period that is still asked for. */
    @Transactional
    public void end(String code, int id, LocalDate last) {
        Form form = forms.require(code);
        if (!may(CurrentUser.require(), form, null) || of(form).stream().noneMatch(one -> one.id() == id)) {
            throw Problem.notFound();
        }
        int changed = jdbc.sql("update reporting.asked set last_day = :last where id = :id and form_id = :form and first_day <= :last").param("last", last).param("id", id).param("form", form.id()).update();
        if (changed == 0) {
            throw Problem.refused("reporting.asked.problem.days");
        }
        trail.write("reporting.form.no-longer-asked", "form:" + form.code(), null, Map.of("asked", id, "last", last));
    }
}
