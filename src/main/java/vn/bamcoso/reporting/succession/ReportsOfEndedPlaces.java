package vn.bamcoso.reporting.succession;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.bamcoso.reporting.Status;
import vn.bamcoso.reporting.Submission;
import vn.bamcoso.reporting.Submissions;
import vn.bamcoso.reporting.submission.Way;
import vn.bamcoso.territory.Act;
import vn.bamcoso.territory.Office;
import vn.bamcoso.territory.Offices;
import vn.bamcoso.territory.RestructuringPart;

/**
 * What a restructuring means for reports. A place that ends before the last day of a period does not report it: an open report
 * lapses, its successor reports the whole period. For a period that was over before, the report is still owed; it is handed to
 * the office that serves the successor. What was sent and approved stays as it is.
 */
@Component
class ReportsOfEndedPlaces implements RestructuringPart {
    private static final int NAMED = 5;

    private final JdbcClient jdbc;
    private final Submissions submissions;
    private final Offices offices;
    private final Way way;
    private final Clock clock;

    ReportsOfEndedPlaces(JdbcClient jdbc, Submissions submissions, Offices offices, Way way, Clock clock) {
        this.jdbc = jdbc;
        this.submissions = submissions;
        this.offices = offices;
        this.way = way;
        this.clock = clock;
    }

    private record Open(long id, String name, String period) {
        String said() {
            return name + " (" + period + ")";
        }
    }

    @Override
    public List<Effect> preview(Act act) {
        List<Effect> effects = new ArrayList<>();
        List<Open> lapsing = open(act, true);
        List<Open> handed = open(act, false);
        if (!lapsing.isEmpty()) {
            effects.add(new Effect("reporting.restructuring.lapse", lapsing.size(), lapsing.stream().limit(NAMED).map(Open::said).toList()));
        }
        if (!handed.isEmpty()) {
            effects.add(new Effect("reporting.restructuring.hand-over", handed.size(), handed.stream().limit(NAMED).map(Open::said).toList()));
        }
        long founded = act.founded().isEmpty() ? 0 : jdbc.sql("select count(distinct place_id) from territory.pub_place where level = 'commune' and place_id = any (:founded)")
                .param("founded", act.founded().toArray(Integer[]::new)).query(Long.class).single();
        if (founded > 0) {
            effects.add(new Effect("reporting.restructuring.founded", founded, List.of()));
        }
        return effects;
    }

    @Override
    public void apply(Act act) {
        Instant now = Instant.now(clock);
        for (Open one : open(act, true)) {
            Submission submission = submissions.take(one.id(), null);
            jdbc.sql("update reporting.submission set status = 'lapsed', version = version + 1 where id = :id").param("id", one.id()).update();
            way.keep(submission, "lapsed", Status.LAPSED, submission.revision(), act.number(), now, Map.of("act", act.id()));
        }
        for (Open one : open(act, false)) {
            Submission submission = submissions.take(one.id(), null);
            Optional<Office> heir = act.successions().stream()
                    .filter(succession -> succession.oldId() == submission.placeId())
                    .flatMap(succession -> offices.serving(succession.newId(), act.effective()).stream())
                    .findFirst();
            if (heir.isPresent()) {
                jdbc.sql("update reporting.submission set office_id = :office, drafted_at = :now, version = version + 1 where id = :id")
                        .param("office", heir.get().id()).param("now", Timestamp.from(now)).param("id", one.id()).update();
                way.keep(submission, "handed_over", submission.status(), submission.revision(), act.number(), now, Map.of("act", act.id(), "office", heir.get().id()));
            }
        }
    }

    /** Reports of ended places that were not sent: of periods that go on beyond their end, or that were over before it. */
    private List<Open> open(Act act, boolean beyond) {
        return act.ended().isEmpty() ? List.of() : jdbc.sql("""
                        select s.id, (select p.full_name from territory.pub_place p where p.place_id = s.place_id order by p.valid_from desc limit 1) as name, s.period
                        from reporting.submission s
                        where s.place_id = any (:ended) and (s.period_end >= :day) = :beyond and s.approved_revision is null
                          and (s.status in ('draft', 'presented', 'returned'))
                        order by s.id""")
                .param("ended", act.ended().toArray(Integer[]::new))
                .param("day", act.effective())
                .param("beyond", beyond)
                .query(Open.class)
                .list();
    }
}
