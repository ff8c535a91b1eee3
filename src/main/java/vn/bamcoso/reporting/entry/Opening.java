package vn.bamcoso.reporting.entry;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
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
import vn.bamcoso.reporting.Submission;
import vn.bamcoso.reporting.Submissions;
import vn.bamcoso.reporting.period.Prefilling;
import vn.bamcoso.reporting.submission.Desk;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** Opens the report of a place for a period. There is one only: who opens it again finds the one that is there. */
@Component
public class Opening {
    private final JdbcClient jdbc;
    private final Forms forms;
    private final Submissions submissions;
    private final Places places;
    private final Desk desk;
    private final Prefilling prefilling;
    private final Trail trail;
    private final Clock clock;

    Opening(JdbcClient jdbc, Forms forms, Submissions submissions, Places places, Desk desk, Prefilling prefilling, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.forms = forms;
        this.submissions = submissions;
        this.places = places;
        this.desk = desk;
        this.prefilling = prefilling;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * @return the id of the report, new or found
     * @throws Problem when the form does not take the period, the period has not begun, the place was not there on its last
     *     day (its successor reports), or the user does not write for an office that serves the place today
     */
    @Transactional
    public long open(String formCode, Period period, int placeId) {
        Form form = forms.require(formCode);
        Form.Version version = forms.requireVersion(form, period);
        LocalDate today = desk.today();
        if (period.start() == null ? period.end().isAfter(today) : period.start().isAfter(today)) {
            throw Problem.refused("reporting.problem.not-begun", period.code());
        }
        Place place = places.byId(placeId, period.end()).orElseThrow(() -> ended(placeId, period));
        if (!place.level().equals(form.level())) {
            throw Problem.refused("reporting.problem.level", form.nameVi(), place.fullName());
        }
        if (period.kind().regular() && !forms.asks(form, placeId, period.end())) {
            throw Problem.refused("reporting.problem.not-asked", form.nameVi(), place.fullName(), period.end());
        }
        CurrentUser user = CurrentUser.require();
        Grants.Grant grant = desk.drafting(user, form, version).stream()
                .filter(held -> held.placeId() != null && serves(held.placeId(), place, today))
                .findFirst()
                .orElseThrow(() -> Problem.forbidden("reporting.problem.not-your-place", place.fullName()));
        Optional<Long> made = insert(form, version, period, place, grant.officeId());
        if (made.isEmpty()) {
            return submissions.of(form, period, placeId).map(Submission::id).orElseThrow(Problem::notFound);
        }
        prefilling.fill(made.get(), form, version, period, place);
        trail.write("reporting.submission.opened", "submission:" + made.get(), null,
                Map.of("form", form.code(), "period", period.code(), "place", place.key()));
        return made.get();
    }

    private Optional<Long> insert(Form form, Form.Version version, Period period, Place place, int officeId) {
        return jdbc.sql("""
                        insert into reporting.submission (form_id, form_version_id, period, period_start, period_end, office_id, place_id, home, field, status, due, drafted_by, drafted_at)
                        values (:form, :version, :period, :start, :end, :office, :place, :home, :field, 'draft', :due, :user, :now)
                        on conflict (form_id, period, place_id) do nothing returning id""")
                .param("form", form.id())
                .param("version", version.id())
                .param("period", period.code())
                .param("start", period.start())
                .param("end", period.end())
                .param("office", officeId)
                .param("place", place.id())
                .param("home", place.home())
                .param("field", form.field())
                .param("due", due(form, version, period, place.id()))
                .param("user", CurrentUser.require().id())
                .param("now", Timestamp.from(Instant.now(clock)))
                .query(Long.class)
                .optional();
    }

    /** The day that a call names, else the one that follows from the form. */
    private @org.jspecify.annotations.Nullable LocalDate due(Form form, Form.Version version, Period period, int placeId) {
        return jdbc.sql("""
                        select min(due) from reporting.call c
                        where form_id = :form and period = :period
                          and exists (select from territory.pub_reach r where r.vintage_id = territory.vintage_of(c.period_end) and r.place_id = :place and r.ancestor_id = c.within_id)""")
                .param("form", form.id())
                .param("period", period.code())
                .param("place", placeId)
                .query(LocalDate.class)
                .optional()
                .or(() -> version.due(period))
                .orElse(null);
    }

    /** Whether the office's place is this one, or took it in. */
    private boolean serves(int officePlace, Place place, LocalDate today) {
        return officePlace == place.id() || jdbc.sql("""
                        select exists (select from territory.pub_reach where vintage_id = (select territory.vintage_of(:day)) and place_id = :place and ancestor_id = :area and level = :level)""")
                .param("day", today)
                .param("place", place.id())
                .param("level", place.level())
                .param("area", officePlace)
                .query(Boolean.class)
                .single();
    }

    private Problem ended(int placeId, Period period) {
        return places.life(placeId).stream()
                .reduce((first, last) -> last)
                .map(last -> last.validTo() != null && !last.validTo().isAfter(period.end())
                        ? Problem.refused("reporting.problem.place-ended", last.fullName(), last.validTo())
                        : Problem.refused("reporting.problem.place-not-yet", last.fullName(), last.validFrom() == null ? "" : last.validFrom()))
                .orElseGet(Problem::notFound);
    }
}
