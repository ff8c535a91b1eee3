package vn.bamcoso.tasks.paper;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.calendar.DateWords;
import vn.bamcoso.papers.Content;
import vn.bamcoso.papers.Content.Piece;
import vn.bamcoso.papers.Section;
import vn.bamcoso.tasks.Books;
import vn.bamcoso.tasks.directive.Directive;
import vn.bamcoso.tasks.directive.Directives;

/**
 * Writes the report on the results of a directive: how its shares stood on the day of the report, task by task in the four books,
 * what changed since the report before, the difficulties with their causes, and what is proposed.
 */
@Component
class ResultsSection implements Section {
    static final String NAME = "tasks";
    private static final Texts VI = Texts.vi();

    private record Report(int directiveId, LocalDate onDay, @Nullable LocalDate since, @Nullable Integer officeId) {}

    private record Said(String office, String difficulty, String cause, String proposal, @Nullable String replied, @Nullable String reply) {}

    private final JdbcClient jdbc;
    private final Books books;
    private final Directives directives;

    ResultsSection(JdbcClient jdbc, Books books, Directives directives) {
        this.jdbc = jdbc;
        this.books = books;
        this.directives = directives;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String link(long ref) {
        return "/directives/" + report(ref).directiveId();
    }

    @Override
    public Content compose(long ref, @Nullable Instant known) {
        Report report = report(ref);
        Directive of = directives.get(report.directiveId());
        List<Books.Line> lines = ask(report, report.onDay(), known);
        Books.Line all = lines.stream().reduce(Books.NOTHING, Books.Line::plus);
        List<Content.Block> body = new ArrayList<>();
        body.add(new Content.Heading(1, "I.", VI.get("tasks.paper.general")));
        body.add(words(VI.get("tasks.paper.opening", VI.get("tasks.directive.kind." + of.kind()), of.number(), DateWords.words(of.day(), VI.locale()), of.issuer(), of.title(), DateWords.words(report.onDay(), VI.locale()),
                lines.size(), all.total())));
        body.add(words(VI.get("tasks.paper.four", all.done(), all.doneLate(), all.open(), all.openLate())));
        if (report.since() != null) {
            List<Books.Line> then = ask(report, report.since(), known);
            Books.Line before = then.stream().reduce(Books.NOTHING, Books.Line::plus);
            int finished = all.done() + all.doneLate() - before.done() - before.doneLate();
            int late = all.openLate() - before.openLate();
            body.add(words(VI.get("tasks.paper.since", DateWords.words(report.since(), VI.locale()), Math.max(0, finished)) + " "
                    + (late == 0 ? VI.get("tasks.paper.late.same") : VI.get(late > 0 ? "tasks.paper.late.more" : "tasks.paper.late.fewer", Math.abs(late)))));
            changed(body, lines, then);
        }
        body.add(new Content.Heading(1, "II.", VI.get("tasks.paper.each")));
        body.add(table(lines, all));
        List<Said> said = said(report, known);
        body.add(new Content.Heading(1, "III.", VI.get("tasks.paper.difficulties")));
        listing(body, said.stream().filter(one -> !one.difficulty().isBlank()).map(one -> one.office() + ": " + one.difficulty() + (one.cause().isBlank() ? "" : VI.get("tasks.paper.because", one.cause()))).toList());
        body.add(new Content.Heading(1, "IV.", VI.get("tasks.paper.proposals")));
        listing(body, said.stream().map(one -> one.office() + ": " + one.proposal() + (one.replied() == null ? VI.get("tasks.paper.open-proposal") : VI.get("tasks.paper.answered", VI.get("tasks.reply." + one.replied()), one.reply()))).toList());
        return new Content(body, List.of(), List.of(), List.of());
    }

    /** Which tasks came to their end since the report before, which became late, which are new. */
    private static void changed(List<Content.Block> body, List<Books.Line> now, List<Books.Line> then) {
        Map<Long, Books.Line> before = then.stream().collect(Collectors.toMap(Books.Line::key, line -> line));
        List<Content.Paragraph> lines = new ArrayList<>();
        for (Books.Line line : now) {
            Books.Line old = before.get(line.key());
            if (old == null) {
                lines.add(words(VI.get("tasks.paper.changed.new", line.nameVi(), line.total())));
            } else if (line.open() + line.openLate() == 0 && old.open() + old.openLate() > 0) {
                lines.add(words(VI.get("tasks.paper.changed.done", line.nameVi())));
            } else if (line.openLate() > 0 && old.openLate() == 0) {
                lines.add(words(VI.get("tasks.paper.changed.late", line.nameVi(), line.openLate())));
            }
        }
        if (!lines.isEmpty()) {
            body.add(words(VI.get("tasks.paper.changed")));
            body.add(new Content.Listing(lines));
        }
    }

    private List<Books.Line> ask(Report report, LocalDate on, @Nullable Instant known) {
        return books.ask(new Books.Question(on, known, "task", report.directiveId(), report.officeId(), null)).stream().sorted(java.util.Comparator.comparingLong(Books.Line::key)).toList();
    }

    private static Content.Grid table(List<Books.Line> lines, Books.Line all) {
        List<String> heads = List.of("TT", VI.get("tasks.task"), VI.get("tasks.book.done"), VI.get("tasks.book.done_late"), VI.get("tasks.book.open"), VI.get("tasks.book.open_late"));
        List<List<Piece>> rows = new ArrayList<>();
        lines.forEach(line -> rows.add(cells(String.valueOf(rows.size() + 1), line.nameVi(), line)));
        return new Content.Grid(null, heads, List.of(false, false, true, true, true, true), rows, cells("", VI.get("tasks.books.sum"), all), null);
    }

    private static List<Piece> cells(String number, String name, Books.Line line) {
        return List.of(Piece.words(number), Piece.words(name), Piece.words(VI.write(line.done())), Piece.words(VI.write(line.doneLate())), Piece.words(VI.write(line.open())), Piece.words(VI.write(line.openLate())));
    }

    private static void listing(List<Content.Block> body, List<String> lines) {
        body.add(lines.isEmpty() ? words(VI.get("tasks.paper.none")) : new Content.Listing(lines.stream().map(ResultsSection::words).toList()));
    }

    private static Content.Paragraph words(String text) {
        return Content.Paragraph.of(text.replace('\n', ' '));
    }

    private List<Said> said(Report report, @Nullable Instant known) {
        return jdbc.sql("""
                        -- Which difficulties and proposals about this directive's tasks had been told by the day of the report, as known then?
                        select (select name from territory.pub_office o where o.office_id = p.office_id order by o.valid_from desc limit 1) as office, p.difficulty, p.cause, p.proposal,
                               case when p.replied_at < :until and (:known::timestamptz is null or p.replied_at <= :known) then p.replied end as replied, case when p.replied_at < :until and (:known::timestamptz is null or p.replied_at <= :known) then p.reply end as reply
                        from tasks.proposal p join tasks.task t on t.id = p.task_id
                        where t.directive_id = :directive and p.made_at < :until and (:known::timestamptz is null or p.made_at <= :known) and (:office::int is null or p.office_id = :office)
                        order by p.replied_at < :until and (:known::timestamptz is null or p.replied_at <= :known) nulls first, p.made_at, p.id limit 100""")
                .param("directive", report.directiveId()).param("until", Timestamp.from(VietnamTime.endOf(report.onDay()))).param("known", known == null ? null : Timestamp.from(known), Types.TIMESTAMP)
                .param("office", report.officeId(), Types.INTEGER).query(Said.class).list();
    }

    private Report report(long ref) {
        return jdbc.sql("select directive_id, on_day, since, office_id from tasks.report where id = :id").param("id", ref).query(Report.class).single();
    }
}
