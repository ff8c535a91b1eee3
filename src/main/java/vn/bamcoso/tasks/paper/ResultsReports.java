package vn.bamcoso.tasks.paper;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.papers.NewPaper;
import vn.bamcoso.papers.PaperKind;
import vn.bamcoso.papers.Papers;
import vn.bamcoso.tasks.Desk;
import vn.bamcoso.tasks.directive.Directive;
import vn.bamcoso.tasks.directive.Directives;
import vn.bamcoso.territory.Office;
import vn.bamcoso.territory.Offices;
import vn.bamcoso.territory.Places;

/** Opens the report on how a directive is carried out as a document of the house; its text is written by {@link ResultsSection} until it is frozen. */
@Component
class ResultsReports {
    private final JdbcClient jdbc;
    private final Directives directives;
    private final Papers papers;
    private final Offices offices;
    private final Places places;
    private final Desk desk;
    private final Clock clock;

    ResultsReports(JdbcClient jdbc, Directives directives, Papers papers, Offices offices, Places places, Desk desk, Clock clock) {
        this.jdbc = jdbc;
        this.directives = directives;
        this.papers = papers;
        this.offices = offices;
        this.places = places;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * @param office who reports; the ministry and its departments report all shares, others their own
     * @return papers.paper.id
     * @throws Problem refused when the day lies ahead or is not after the one compared with; forbidden unless the user drafts for that office
     */
    @Transactional
    public int open(int directive, int office, LocalDate on, @Nullable LocalDate since) {
        return open(directive, office, on, since, null);
    }

    /** Of a quarter, half-year or year: the books of its last day, or of today while it runs, beside those of the last day of the period before. */
    @Transactional
    public int open(int directive, int office, Period period) {
        LocalDate on = period.end().isAfter(desk.today()) ? desk.today() : period.end();
        LocalDate before = period.previous().map(Period::end).orElse(null);
        return open(directive, office, on, before == null || before.isBefore(directives.get(directive).day()) ? null : before, period);
    }

    /**
     * Opens the notice of a conclusion as a document; its points and the tasks that came of them are written by {@link ConclusionSection}.
     *
     * @throws Problem refused unless it is a conclusion of the police themselves: papers of the Party and of bodies outside are recorded, never produced; conflict when there is one
     */
    @Transactional
    public int conclude(int directive) {
        Directive of = directives.get(directive);
        if (!of.kind().equals("conclusion") || of.outside()) {
            throw Problem.refused("tasks.problem.not-a-conclusion");
        }
        if (papers.of(ConclusionSection.NAME, directive).isPresent()) {
            throw Problem.conflict("tasks.problem.notice-twice");
        }
        Office keeper = desk.needIssuer(CurrentUser.require(), of.officeId());
        int drafting = keeper.kind().equals("ministry") ? desk.offices(CurrentUser.require()).getFirst() : keeper.id();
        return papers.open(new NewPaper(PaperKind.TB, keeper.id(), drafting, Texts.vi().get("tasks.notice.subject", of.title()), List.of(), List.of(Texts.vi().get("tasks.notice.recipients")), of.field(), ConclusionSection.NAME, (long) directive, null),
                clock.instant());
    }

    private int open(int directive, int office, LocalDate on, @Nullable LocalDate since, @Nullable Period period) {
        Directive of = directives.get(directive);
        if (on.isAfter(desk.today()) || since != null && !since.isBefore(on)) {
            throw Problem.refused("tasks.problem.day-ahead", on);
        }
        Office reporting = offices.byId(office, desk.today()).orElseThrow(Problem::notFound);
        boolean national = reporting.kind().equals("ministry") || reporting.kind().equals("department");
        var place = places.byId(java.util.Objects.requireNonNull(reporting.placeId()), desk.today()).orElseThrow(Problem::notFound);
        long id = jdbc.sql("""
                        insert into tasks.report (directive_id, on_day, since, office_id, field, home, place_id, made_by, made_at)
                        values (:directive, :on, :since, :office, :field, :home, :place, access.user_id(), :at) returning id""")
                .param("directive", directive).param("on", on).param("since", since, Types.DATE).param("office", national ? null : office, Types.INTEGER).param("field", of.field()).param("home", place.home())
                .param("place", place.id()).param("at", Timestamp.from(clock.instant())).query(Long.class).single();
        int issuing = reporting.kind().equals("department") ? java.util.Objects.requireNonNull(reporting.parentId()) : office;
        return papers.open(new NewPaper(
                PaperKind.BC, issuing, office, period == null ? Texts.vi().get("tasks.paper.subject", of.number(), of.title()) : Texts.vi().get("tasks.paper.subject.period", of.number(), of.title(), period.phrase(Texts.VIETNAMESE)), List.of(), List.of(Texts.vi().get(national ? "tasks.paper.recipients.ministry" : "tasks.paper.recipients.province")),
                of.field(), ResultsSection.NAME, id, null), clock.instant());
    }
}
