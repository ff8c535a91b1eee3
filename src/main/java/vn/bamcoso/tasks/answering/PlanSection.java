package vn.bamcoso.tasks.answering;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.bamcoso.basics.Sql;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.DateWords;
import vn.bamcoso.papers.Content;
import vn.bamcoso.papers.Content.Piece;
import vn.bamcoso.papers.Section;
import vn.bamcoso.tasks.directive.Directive;
import vn.bamcoso.tasks.directive.Directives;

/** Writes an office's implementing plan: aim, what it was given, how it is carried out, and the table of who does what until when. */
@Component
class PlanSection implements Section {
    static final String NAME = "tasks.plan";
    private static final Texts VI = Texts.vi();

    private record Kept(int directiveId, int officeId, String office) {}

    /** @param lead who does it below the office; the office itself when it was not cut */
    record Line(String title, String lead, String cooperating, LocalDate due, String deliverable, String authority, boolean cut) {}

    private final JdbcClient jdbc;
    private final Directives directives;

    PlanSection(JdbcClient jdbc, Directives directives) {
        this.jdbc = jdbc;
        this.directives = directives;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String link(long ref) {
        return "/directives/" + kept(ref).directiveId() + "/plans";
    }

    @Override
    public Content compose(long ref, @Nullable Instant known) {
        Kept kept = kept(ref);
        Directive of = directives.get(kept.directiveId());
        List<Line> lines = jdbc.sql(Sql.beside(PlanSection.class, "planned.sql")).param("directive", of.id()).param("office", kept.officeId()).param("known", known == null ? null : Timestamp.from(known), Types.TIMESTAMP)
                .query(Line.class).list();
        List<Line> own = lines.stream().filter(line -> !line.cut()).toList();
        List<Content.Block> body = new ArrayList<>();
        body.add(say("tasks.plan.text.opening", VI.get("tasks.directive.kind." + of.kind()), of.number(), DateWords.words(of.day(), VI.locale()), of.issuer(), of.title(), kept.office()));
        body.add(new Content.Heading(1, "I.", VI.get("tasks.plan.text.aim")));
        body.add(say("tasks.plan.text.aim.1", own.size(), VI.get("tasks.directive.kind." + of.kind()), of.number()));
        body.add(say("tasks.plan.text.aim.2"));
        body.add(new Content.Heading(1, "II.", VI.get("tasks.plan.text.content")));
        int number = 0;
        for (Line line : own) {
            body.add(say(line.deliverable().isBlank() ? "tasks.plan.text.line.bare" : "tasks.plan.text.line", ++number, line.title(), DateWords.words(line.due(), VI.locale()), line.deliverable()));
        }
        body.add(new Content.Heading(1, "III.", VI.get("tasks.plan.text.money")));
        body.add(say("tasks.plan.text.money.1"));
        body.add(new Content.Heading(1, "IV.", VI.get("tasks.plan.text.carrying")));
        body.add(say("tasks.plan.text.carrying.1"));
        body.add(say("tasks.plan.text.carrying.2", kept.office(), of.issuer()));
        List<List<Piece>> rows = new ArrayList<>();
        lines.forEach(line -> rows.add(List.of(Piece.words(String.valueOf(rows.size() + 1)), Piece.words(line.title()), Piece.words(line.lead()), Piece.words(line.cooperating()), Piece.words(DateWords.brief(line.due(), VI.locale())),
                Piece.words(line.deliverable()), Piece.words(line.authority()))));
        var table = new Content.Grid(null, List.of("TT", VI.get("tasks.plan.text.what"), VI.get("tasks.lead"), VI.get("tasks.cooperating"), VI.get("tasks.due"), VI.get("tasks.deliverable"), VI.get("tasks.plan.text.leader")),
                List.of(true, false, false, false, false, false, false), rows, null, null);
        return new Content(body, List.of(new Content.Annex(VI.get("tasks.plan.text.annex"), true, List.of(table))), List.of(), own.isEmpty() ? List.of(VI.get("tasks.problem.plan-none")) : List.of());
    }

    private static Content.Paragraph say(String key, Object... args) {
        return Content.Paragraph.of(VI.get(key, args));
    }

    private Kept kept(long ref) {
        return jdbc.sql("""
                        select p.directive_id, p.office_id, (select o.name from territory.pub_office o where o.office_id = p.office_id and o.valid_from <= (p.made_at at time zone 'Asia/Ho_Chi_Minh')::date order by o.valid_from desc limit 1) as office
                        from tasks.plan p where p.id = :id""").param("id", ref).query(Kept.class).single();
    }
}
