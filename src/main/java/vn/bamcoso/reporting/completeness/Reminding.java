package vn.bamcoso.reporting.completeness;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.notices.Notice;
import vn.bamcoso.notices.Notices;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.reporting.submission.Desk;
import vn.bamcoso.territory.Place;

/**
 * A superior reminds all who have not sent, with one act: one notice to each missing office, once a day whoever reminds.
 * What was sent and returned is not "missing": it has been told already. A place that has ended is reminded through its successor.
 */
@Component
class Reminding {
    private static final Set<Completeness.State> MISSING = Set.of(Completeness.State.WRITING, Completeness.State.MISSING, Completeness.State.OVERDUE);

    private final Completeness completeness;
    private final Notices notices;
    private final Trail trail;
    private final JdbcClient jdbc;

    Reminding(Completeness completeness, Notices notices, Trail trail, JdbcClient jdbc) {
        this.completeness = completeness;
        this.notices = notices;
        this.trail = trail;
        this.jdbc = jdbc;
    }

    /** Whether this person's office stands above the communes. */
    static boolean may(CurrentUser user) {
        return user.has(Desk.PROVINCE.toArray(String[]::new)) || user.has(Desk.MINISTRY.toArray(String[]::new));
    }

    /** The communes of the area that have not sent, in the order of the board. */
    @Transactional(readOnly = true)
    public List<Completeness.One> missing(Form form, Period period, Place within, LocalDate today) {
        return completeness.places(form, period, within.id(), today, today).stream().filter(one -> MISSING.contains(one.state())).toList();
    }

    /** @return how many offices were told now; those that were told today already are not counted */
    @Transactional
    public int remind(Form form, Period period, Place within, CurrentUser by, Instant at) {
        if (!may(by)) {
            throw Problem.forbidden("reporting.problem.not-your-act");
        }
        LocalDate today = VietnamTime.dayOf(at);
        List<Integer> places = missing(form, period, within, today).stream().map(Completeness.One::placeId).toList();
        if (places.isEmpty()) {
            return 0;
        }
        LocalDate due = completeness.due(form, period).orElse(null);
        String key = due == null ? "reporting.remind.told" : today.isAfter(due) ? "reporting.remind.told-late" : "reporting.remind.told-by";
        Function<Texts, Object> name = form::name;
        Function<Texts, Object> label = texts -> period.label(texts.locale());
        List<Object> args = due == null ? List.of(name, label) : List.of(name, label, due);
        int told = notices.tell(offices(places, today).stream()
                .map(office -> new Notice(Notice.Recipient.office(office), Notice.Kind.REMINDER, key, args, "/forms", false,
                        String.join(":", "reporting.missing", form.code(), period.code(), office.toString(), today.toString())))
                .toList(), at);
        if (told > 0) {
            trail.write("reporting.missing.reminded", "form:" + form.code(), null, Map.of("period", period.code(), "within", within.key(), "told", told));
        }
        return told;
    }

    /** The province of today in which each of these places lies, in the order of the official list. */
    @Transactional(readOnly = true)
    public Map<String, List<Completeness.One>> byProvince(List<Completeness.One> missing, LocalDate today) {
        Map<Integer, String> province = new LinkedHashMap<>();
        jdbc.sql("""
                        select r.place_id, p.full_name from territory.pub_reach r
                        join territory.pub_place p on p.place_id = r.ancestor_id and p.valid_from <= :today and :today < p.valid_to
                        where r.vintage_id = territory.vintage_of(:today) and r.place_id = any(:places) and r.level = 'province'
                        order by p.code""")
                .param("today", today)
                .param("places", missing.stream().map(Completeness.One::placeId).toArray(Integer[]::new))
                .query(row -> {
                    province.put(row.getInt("place_id"), row.getString("full_name"));
                });
        Map<String, List<Completeness.One>> grouped = new LinkedHashMap<>();
        province.values().forEach(name -> grouped.putIfAbsent(name, new ArrayList<>()));
        missing.forEach(one -> grouped.computeIfAbsent(province.getOrDefault(one.placeId(), ""), name -> new ArrayList<>()).add(one));
        return grouped;
    }

    /** The commune offices that serve these places today, or what became of them. */
    private List<Integer> offices(List<Integer> places, LocalDate today) {
        return jdbc.sql("""
                        select distinct o.office_id from territory.pub_reach r
                        join territory.pub_office o on o.place_id = r.ancestor_id and o.kind = 'commune' and o.valid_from <= :today and :today < o.valid_to
                        where r.vintage_id = territory.vintage_of(:today) and r.place_id = any(:places) and r.level = 'commune'
                        order by o.office_id""")
                .param("today", today)
                .param("places", places.toArray(Integer[]::new))
                .query(Integer.class)
                .list();
    }
}
