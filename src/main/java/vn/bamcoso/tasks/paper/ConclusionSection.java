package vn.bamcoso.tasks.paper;

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

/** Writes the notice of conclusions: what was concluded point by point, and the tasks that came of the points with lead, date and deliverable. */
@Component
class ConclusionSection implements Section {
    static final String NAME = "tasks.conclusion";
    private static final Texts VI = Texts.vi();

    private record Given(String title, String lead, String cooperating, LocalDate due, String deliverable) {}

    private final JdbcClient jdbc;
    private final Directives directives;

    ConclusionSection(JdbcClient jdbc, Directives directives) {
        this.jdbc = jdbc;
        this.directives = directives;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String link(long ref) {
        return "/directives/" + ref;
    }

    @Override
    public Content compose(long ref, @Nullable Instant known) {
        Directive of = directives.get((int) ref);
        List<Content.Block> body = new ArrayList<>();
        body.add(say(of.signer().isBlank() ? "tasks.notice.opening.bare" : "tasks.notice.opening", DateWords.words(of.day(), VI.locale()), of.signer(), of.title().replaceFirst("(?iu)^(thông báo )?kết luận (về )?", "")));
        int number = 0;
        for (String line : of.text().lines().map(String::strip).filter(line -> !line.isEmpty()).toList()) {
            body.add(say("tasks.notice.point", ++number, line.replaceFirst("^(\\d+[.)]|[-–+•])\\s+", "")));
        }
        List<Given> given = jdbc.sql(Sql.beside(ConclusionSection.class, "concluded.sql")).param("directive", of.id()).param("known", known == null ? null : Timestamp.from(known), Types.TIMESTAMP).query(Given.class).list();
        if (!given.isEmpty()) {
            body.add(say("tasks.notice.given", ++number));
            List<List<Piece>> rows = new ArrayList<>();
            given.forEach(one -> rows.add(List.of(Piece.words(String.valueOf(rows.size() + 1)), Piece.words(one.title()), Piece.words(one.lead()), Piece.words(one.cooperating()), Piece.words(DateWords.brief(one.due(), VI.locale())), Piece.words(one.deliverable()))));
            body.add(new Content.Grid(null, List.of("TT", VI.get("tasks.plan.text.what"), VI.get("tasks.lead"), VI.get("tasks.cooperating"), VI.get("tasks.due"), VI.get("tasks.deliverable")), List.of(true, false, false, false, false, false), rows, null, null));
        }
        body.add(say("tasks.notice.closing"));
        return new Content(body, List.of(), List.of(), of.text().isBlank() ? List.of(VI.get("tasks.notice.no-points")) : List.of());
    }

    private static Content.Paragraph say(String key, Object... args) {
        return Content.Paragraph.of(VI.get(key, args));
    }
}
