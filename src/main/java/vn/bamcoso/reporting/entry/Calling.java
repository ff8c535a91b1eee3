package vn.bamcoso.reporting.entry;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.identity.Grants;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.reporting.Forms;
import vn.bamcoso.reporting.submission.Desk;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** A province or the ministry calls for a report as of a day: from then on its communes are expected to send it. */
@Component
public class Calling {
    private final JdbcClient jdbc;
    private final Forms forms;
    private final Grants grants;
    private final Places places;
    private final Desk desk;
    private final Trail trail;
    private final Edge edge;
    private final Clock clock;

    Calling(JdbcClient jdbc, Forms forms, Grants grants, Places places, Desk desk, Trail trail, Edge edge, Clock clock) {
        this.jdbc = jdbc;
        this.forms = forms;
        this.grants = grants;
        this.places = places;
        this.desk = desk;
        this.trail = trail;
        this.edge = edge;
        this.clock = clock;
    }

    /** The widest area for which this user may call; empty when none. */
    public Optional<Place> area(CurrentUser user) {
        return grants.of(user).stream()
                .filter(grant -> Desk.PROVINCE.contains(grant.role()) || Desk.MINISTRY.contains(grant.role()))
                .filter(grant -> grant.placeId() != null)
                .findFirst()
                .flatMap(grant -> places.byId(grant.placeId(), desk.today()));
    }

    /** @throws Problem when the form has a rhythm of its own, the day is due before it is over, or the call is there already */
    @Transactional
    public void call(String formCode, Period period, LocalDate due, @Nullable String note) {
        CurrentUser user = CurrentUser.require();
        Place area = area(user).orElseThrow(() -> Problem.forbidden("reporting.problem.not-your-act"));
        Form form = forms.require(formCode);
        if (forms.requireVersion(form, period).regular()) {
            throw Problem.refused("reporting.problem.call-regular", form.nameVi());
        }
        if (due.isBefore(period.end()) || due.isBefore(desk.today())) {
            throw Problem.refused("reporting.problem.call-due", due);
        }
        edge.check(note);
        try {
            int id = jdbc.sql("""
                            insert into reporting.call (form_id, period, period_end, due, within_id, called_by, called_at, note)
                            values (:form, :period, :end, :due, :within, :user, :now, :note) returning id""")
                    .param("form", form.id())
                    .param("period", period.code())
                    .param("end", period.end())
                    .param("due", due)
                    .param("within", area.id())
                    .param("user", user.id())
                    .param("now", Timestamp.from(Instant.now(clock)))
                    .param("note", note == null || note.isBlank() ? null : note.strip(), Types.VARCHAR)
                    .query(Integer.class)
                    .single();
            trail.write("reporting.call.made", "call:" + id, null, Map.of("form", form.code(), "period", period.code(), "due", due, "within", area.key()));
        } catch (DuplicateKeyException there) {
            throw Problem.conflict("reporting.problem.call-twice", form.nameVi(), period.code());
        }
    }
}
