package vn.bamcoso.staffing.rollout;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.papers.NewPaper;
import vn.bamcoso.papers.PaperKind;
import vn.bamcoso.papers.Papers;
import vn.bamcoso.staffing.Area;
import vn.bamcoso.territory.Office;
import vn.bamcoso.territory.Offices;
import vn.bamcoso.territory.Places;

/** Opens the report on a programme: what it reached by a day, what it taught. What was counted is kept with the report. */
@Component
class LessonsReports {
    /** A stage as counted. */
    record Counted(String stage, int places, int done, int late, @Nullable LocalDate due, @Nullable LocalDate reached) {}

    /** All of it. {@code officers} at all its places on the day. */
    record Figures(int places, int done, int late, int officers, @Nullable LocalDate reached, List<Counted> stages) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final ProgressQuery progress;
    private final Papers papers;
    private final Offices offices;
    private final Places places;
    private final Rights rights;
    private final Area area;

    LessonsReports(JdbcClient jdbc, JsonMapper json, ProgressQuery progress, Papers papers, Offices offices, Places places, Rights rights, Area area) {
        this.jdbc = jdbc;
        this.json = json;
        this.progress = progress;
        this.papers = papers;
        this.offices = offices;
        this.places = places;
        this.rights = rights;
        this.area = area;
    }

    /**
     * @return papers.paper.id
     * @throws Problem forbidden unless the user plans the programme and drafts for the office of its place; refused for a day to come
     */
    @Transactional
    public int open(Programme programme, LocalDate on, Instant at) {
        CurrentUser by = CurrentUser.require();
        rights.require(rights.mayPlan(by, programme.placeId()));
        if (on.isAfter(rights.today())) {
            throw Problem.refused("rollout.problem.to-come", on);
        }
        Progress now = progress.on(programme, on);
        List<Counted> stages = now.lines().stream().map(line -> new Counted(line.stage().nameVi(), line.places(), line.done(), line.late(), line.due(),
                now.steps().stream().filter(step -> step.stage() == line.stage().number()).map(Progress.Step::reached).filter(Objects::nonNull).max(LocalDate::compareTo).orElse(null))).toList();
        Progress.Standing all = now.standing();
        var figures = new Figures(all.places(), all.done(), all.late(), progress.spots(now).stream().mapToInt(Spot::officers).sum(), all.lastReached(), stages);
        int id = jdbc.sql("""
                        insert into staffing.programme_report (programme_id, on_day, counted, made_by, made_at, home, place_id)
                        select :programme, :on, cast(:counted as jsonb), :by, :at, min(home), :place from territory.pub_place where place_id = :place returning id""")
                .param("programme", programme.id()).param("on", on).param("counted", json.writeValueAsString(figures)).param("by", by.id()).param("at", Timestamp.from(at)).param("place", programme.placeId())
                .query(Integer.class).single();
        Office office = jdbc.sql("select agency_id from staffing.committee where programme_id = :id").param("id", programme.id()).query(Integer.class).optional()
                .flatMap(agency -> offices.byId(agency, rights.today()))
                .or(() -> offices.serving(area.onMap(places.life(programme.placeId()).getLast(), rights.today()).id(), rights.today())).orElseThrow(Problem::notFound);
        int issuing = office.kind().equals("department") ? Objects.requireNonNull(office.parentId()) : office.id();
        return papers.open(new NewPaper(PaperKind.BC, issuing, office.id(), Texts.vi().get("rollout.word.subject", programme.nameVi()), List.of(), List.of(Texts.vi().get("rollout.word.recipients")),
                Programme.FIELD, LessonsSection.NAME, (long) id, null), at);
    }
}
