package vn.bamcoso.staffing.rollout;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.bamcoso.basics.Roman;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.DateWords;
import vn.bamcoso.papers.Content;
import vn.bamcoso.papers.Content.Piece;
import vn.bamcoso.papers.Section;

/** Writes the report on a programme: what was reached stage by stage, what fell short, the lessons, and what is proposed for taking it further. */
@Component("programmeLessonsSection")
class LessonsSection implements Section {
    static final String NAME = "staffing.rollout";
    private static final Texts VI = Texts.vi();

    private record Report(int programmeId, String nameVi, LocalDate onDay, String counted) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Lessons lessons;

    LessonsSection(JdbcClient jdbc, JsonMapper json, Lessons lessons) {
        this.jdbc = jdbc;
        this.json = json;
        this.lessons = lessons;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String link(long ref) {
        return "/rollout/" + report(ref).programmeId() + "#lessons";
    }

    @Override
    public Content compose(long ref, @Nullable Instant known) {
        Report report = report(ref);
        var figures = json.readValue(report.counted(), LessonsReports.Figures.class);
        List<Lessons.Lesson> points = lessons.of(report.programmeId(), known);
        var blocks = new ArrayList<Content.Block>();
        blocks.add(new Content.Heading(1, "I.", VI.get("rollout.word.results").toUpperCase(VI.locale())));
        String day = DateWords.words(report.onDay(), VI.locale());
        blocks.add(Content.Paragraph.of(figures.places() > 0 && figures.done() == figures.places() && figures.reached() != null
                ? VI.get("rollout.word.all", day, report.nameVi(), figures.places(), DateWords.words(figures.reached(), VI.locale()), figures.officers())
                : VI.get("rollout.word.some", day, report.nameVi(), figures.done(), figures.places(), figures.late(), figures.officers())));
        var numbers = new java.util.concurrent.atomic.AtomicInteger();
        var rows = figures.stages().stream().map(stage -> List.of(Piece.words(String.valueOf(numbers.incrementAndGet())), Piece.words(stage.stage()), Piece.words(VI.get("rollout.word.number", stage.places())), Piece.words(VI.get("rollout.word.number", stage.done())),
                Piece.words(VI.get("rollout.word.number", stage.late())), Piece.words(brief(stage.due())), Piece.words(brief(stage.reached())))).toList();
        blocks.add(new Content.Grid(VI.get("rollout.word.table"), List.of(VI.get("papers.comments.col.number"), VI.get("rollout.col.stage"), VI.get("rollout.col.places"), VI.get("rollout.col.done"), VI.get("rollout.col.late"), VI.get("rollout.col.due"), VI.get("rollout.word.last")),
                List.of(false, false, true, true, true, false, false), rows, null, null));
        blocks.addAll(points(points, "result"));
        int number = 2;
        for (String kind : List.of("shortcoming", "lesson", "proposal")) {
            blocks.add(new Content.Heading(1, Roman.of(number) + ".", VI.get("rollout.word." + kind).toUpperCase(VI.locale())));
            List<Content.Block> its = points(points, kind);
            blocks.addAll(its.isEmpty() ? List.of(Content.Paragraph.of(VI.get("rollout.word.none"))) : its);
            number++;
        }
        boolean empty = points.stream().noneMatch(point -> point.kind().equals("lesson"));
        return new Content(blocks, List.of(), List.of(), empty ? List.of(VI.get("rollout.word.fault")) : List.of());
    }

    private static List<Content.Block> points(List<Lessons.Lesson> points, String kind) {
        List<Content.Paragraph> items = points.stream().filter(point -> point.kind().equals(kind)).map(point -> Content.Paragraph.of(point.text())).toList();
        return items.isEmpty() ? List.of() : List.of(new Content.Listing(items));
    }

    private static String brief(@Nullable LocalDate day) {
        return day == null ? "" : DateWords.brief(day, VI.locale());
    }

    private Report report(long ref) {
        return jdbc.sql("select r.programme_id, p.name_vi, r.on_day, r.counted::text as counted from staffing.programme_report r join staffing.programme p on p.id = r.programme_id where r.id = :id").param("id", ref).query(Report.class).single();
    }
}
