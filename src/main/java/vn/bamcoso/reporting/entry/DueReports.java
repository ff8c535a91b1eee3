package vn.bamcoso.reporting.entry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.identity.Grants;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.reporting.Forms;
import vn.bamcoso.reporting.Status;
import vn.bamcoso.reporting.Submission;
import vn.bamcoso.reporting.Submissions;
import vn.bamcoso.reporting.submission.Desk;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** What the offices of a user are to report now: the running period, those that are over and not approved, and what was called for. */
@Component
public class DueReports {
    private static final int BACK = 3;

    private final JdbcClient jdbc;
    private final Forms forms;
    private final Submissions submissions;
    private final Places places;
    private final Desk desk;

    DueReports(JdbcClient jdbc, Forms forms, Submissions submissions, Places places, Desk desk) {
        this.jdbc = jdbc;
        this.forms = forms;
        this.submissions = submissions;
        this.places = places;
        this.desk = desk;
    }

    /**
     * @param submission null when nobody has opened it yet
     * @param over whether the period is past, so that it can be sent
     * @param note what a call said; null for a regular report
     */
    public record Due(Form form, Period period, @Nullable LocalDate day, Place place, String office, @Nullable Submission submission, boolean over, @Nullable String note) {
        public boolean overdue(LocalDate today) {
            return day != null && today.isAfter(day) && (submission == null || submission.revision() == 0);
        }

        /** Whether it has left the unit, so that nothing waits here. */
        public boolean sent() {
            return submission != null && (submission.status() == Status.SUBMITTED || submission.status() == Status.APPROVED || submission.status() == Status.LAPSED);
        }

        public boolean returned() {
            return submission != null && submission.status() == Status.RETURNED;
        }

        public boolean presented() {
            return submission != null && submission.status() == Status.PRESENTED;
        }
    }

    /** Soonest first; what was approved is left out. */
    @Transactional(readOnly = true)
    public List<Due> of(CurrentUser user) {
        LocalDate today = desk.today();
        List<Due> due = new ArrayList<>();
        Map<Integer, Grants.Grant> byPlace = new HashMap<>();
        desk.drafting(user).stream().filter(grant -> grant.placeId() != null).forEach(grant -> byPlace.putIfAbsent(grant.placeId(), grant));
        byPlace.forEach((placeId, grant) -> places.byId(placeId, today).ifPresent(place -> due.addAll(of(place, grant, today))));
        due.removeIf(one -> one.submission() != null && (one.submission().status() == Status.APPROVED || one.submission().status() == Status.LAPSED));
        due.sort(Comparator.comparing(Due::sent).thenComparing(Due::day, Comparator.nullsLast(Comparator.naturalOrder())));
        return due;
    }

    private List<Due> of(Place place, Grants.Grant grant, LocalDate today) {
        Map<String, Submission> there = new HashMap<>();
        submissions.ofPlace(place.id(), 60).stream()
                .filter(submission -> submission.formId() != null)
                .forEach(submission -> there.put(submission.formId() + " " + submission.period().code(), submission));
        List<Place> life = places.life(place.id());
        List<Form> here = forms.all().stream()
                .filter(form -> form.level().equals(place.level()) && (grant.field() == null || grant.field() == form.field()) && forms.versionOn(form, today).isPresent())
                .toList();
        Map<Form, List<Period>> regular = new LinkedHashMap<>();
        here.forEach(form -> forms.versionOn(form, today).filter(Form.Version::regular).ifPresent(version -> regular.put(form, regular(version, life, today))));
        Set<Forms.Asking> asked = forms.askedOf(place.id(), regular.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(period -> new Forms.Asking(entry.getKey(), period.end()))).distinct().toList());
        Map<Short, List<Called>> calls = calls(here.stream().filter(form -> !regular.containsKey(form)).toList(), place, life);
        List<Due> due = new ArrayList<>();
        for (Form form : here) {
            var chain = forms.versionOn(form, today).orElseThrow().chain();
            regular.getOrDefault(form, List.of()).stream().filter(period -> asked.contains(new Forms.Asking(form, period.end()))).forEach(period -> due.add(due(
                    form, period, chain.due(chain.first(), period, period.end()).orElse(null), place, grant, there.remove(form.id() + " " + period.code()), today, null)));
            calls.getOrDefault(form.id(), List.of())
                    .forEach(call -> due.add(due(form, call.period(), call.due(), place, grant, there.remove(form.id() + " " + call.period().code()), today, call.note())));
        }
        // What was opened for some other day, or is being corrected, is waiting too.
        there.values().stream()
                .filter(submission -> submission.status() != Status.APPROVED && submission.status() != Status.LAPSED)
                .forEach(submission -> due.add(due(forms.byId(submission.formId()), submission.period(), submission.due(), place, grant, submission, today, null)));
        return due;
    }

    private static Due due(
            Form form, Period period, @Nullable LocalDate day, Place place, Grants.Grant grant, @Nullable Submission submission, LocalDate today, @Nullable String note) {
        return new Due(form, period, submission == null ? day : submission.due(), place, grant.officeName(), submission, !period.end().isAfter(today), note);
    }

    /** The running period and the last ones that are over, as far as the place was there on their last day; of the longer periods the last one that is over. */
    private static List<Period> regular(Form.Version version, List<Place> life, LocalDate today) {
        List<Period> periods = new ArrayList<>();
        version.kinds().stream().skip(1).filter(kind -> kind.regular())
                .flatMap(kind -> version.rule().lastOver(kind, today).stream())
                .filter(period -> version.takes(period) && period.end().plusMonths(2).isAfter(today) && stands(life, period.end()))
                .forEach(periods::add);
        Optional<Period> period = version.rule().containing(version.kinds().getFirst(), today);
        for (int i = 0; i <= BACK && period.isPresent(); i++) {
            Period one = period.get();
            if (version.takes(one) && (one.contains(today) || stands(life, one.end()))) {
                periods.add(one);
            }
            period = one.previous();
        }
        return periods;
    }

    private static boolean stands(List<Place> life, LocalDate day) {
        return life.stream().anyMatch(state -> state.holdsOn(day));
    }

    private record Called(short form, Period period, LocalDate due, @Nullable String note) {}

    private Map<Short, List<Called>> calls(List<Form> some, Place place, List<Place> life) {
        return jdbc.sql("""
                        select c.form_id, c.period, c.due, c.note from reporting.call c
                        where c.form_id = any (:forms::smallint[]) and c.period_end > :since
                          and exists (select from territory.pub_reach r where r.vintage_id = territory.vintage_of(c.period_end) and r.place_id = :place and r.ancestor_id = c.within_id)
                        order by c.period_end""")
                .param("forms", some.stream().map(Form::id).toArray(Short[]::new))
                .param("since", desk.today().minusYears(1))
                .param("place", place.id())
                .query((row, n) -> new Called(row.getShort("form_id"), Period.parse(row.getString("period")), row.getObject("due", LocalDate.class), row.getString("note")))
                .list().stream().filter(call -> stands(life, call.period().end())).collect(Collectors.groupingBy(Called::form));
    }
}
