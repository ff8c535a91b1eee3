package vn.bamcoso.reporting.succession;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
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
 * the office that serves the successor. What was sent and approved stays as it is. When the act is withdrawn before its day,
 * what lapsed resumes where it stood, and what was handed over and not yet sent goes back.
 */
@Component
class ReportsOfEndedPlaces implements RestructuringPart {
    private static final int NAMED = 5;

    private final JdbcClient jdbc;
    private final Submissions submissions;
    private final Offices offices;
    private final Way way;
    private final FormsDue formsDue;
    private final Clock clock;

    ReportsOfEndedPlaces(JdbcClient jdbc, Submissions submissions, Offices offices, Way way, FormsDue formsDue, Clock clock) {
        this.jdbc = jdbc;
        this.submissions = submissions;
        this.offices = offices;
        this.way = way;
        this.formsDue = formsDue;
        this.clock = clock;
    }

    private record Open(long id, String name, String period, LocalDate end, String status) {
        boolean isOpen() {
            return !status.equals(Status.LAPSED.code());
        }

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
        effects.addAll(formsDue.of(act));
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

    @Override
    public void withdraw(Act act) {
        Instant now = Instant.now(clock);
        List<Open> reports = ofEnded(act);
        for (Open one : reports.stream().filter(one -> !one.isOpen()).toList()) {
            Submission submission = submissions.take(one.id(), null);
            Status before = before(one.id());
            jdbc.sql("update reporting.submission set status = :status, version = version + 1 where id = :id").param("status", before.code()).param("id", one.id()).update();
            way.keep(submission, "resumed", before, submission.revision(), act.number(), now, Map.of("act", act.id()));
        }
        for (Open one : reports.stream().filter(Open::isOpen).toList()) {
            Submission submission = submissions.take(one.id(), null);
            Optional<Office> own = offices.serving(submission.placeId(), act.effective().minusDays(1)).filter(office -> office.id() != submission.officeId());
            if (own.isPresent()) {
                jdbc.sql("update reporting.submission set office_id = :office, version = version + 1 where id = :id").param("office", own.get().id()).param("id", one.id()).update();
                way.keep(submission, "handed_back", submission.status(), submission.revision(), act.number(), now, Map.of("act", act.id(), "office", own.get().id()));
            }
        }
    }

    /** Where a lapsed report stood: what its last step before had led to. */
    private Status before(long id) {
        String last = jdbc.sql("select act from reporting.step where submission_id = :id and act in ('opened', 'presented', 'given_back', 'returned') order by id desc limit 1")
                .param("id", id)
                .query(String.class)
                .optional()
                .orElse("opened");
        return switch (last) {
            case "presented" -> Status.PRESENTED;
            case "returned" -> Status.RETURNED;
            default -> Status.DRAFT;
        };
    }

    /** Reports that were not sent: of periods that go on beyond the end of their place, or that were over before it. */
    private List<Open> open(Act act, boolean beyond) {
        return ofEnded(act).stream().filter(one -> one.isOpen() && one.end().isBefore(act.effective()) != beyond).toList();
    }

    private List<Open> ofEnded(Act act) {
        return act.ended().isEmpty() ? List.of() : jdbc.sql("""
                        -- Which reports of the places that the act ends stand open, or lapsed with it?
                        select s.id, (select p.full_name from territory.pub_place p where p.place_id = s.place_id order by p.valid_from desc limit 1) as name,
                               s.period, s.period_end as end, s.status
                        from reporting.submission s
                        where s.place_id = any (:ended) and s.approved_revision is null and s.status in ('draft', 'presented', 'returned', 'lapsed')
                        order by s.id""")
                .param("ended", act.ended().toArray(Integer[]::new))
                .query(Open.class)
                .list();
    }
}
