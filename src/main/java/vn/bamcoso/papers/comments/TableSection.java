package vn.bamcoso.papers.comments;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.calendar.DateWords;
import vn.bamcoso.papers.Content;
import vn.bamcoso.papers.Content.Piece;
import vn.bamcoso.papers.Section;

/** Writes the report on the comments: who was asked, who spoke, what was taken in, and the table of every comment with its answer (bảng tổng hợp tiếp thu, giải trình). */
@Component("commentsSection")
class TableSection implements Section {
    static final String NAME = "papers.comments";
    private static final Texts VI = Texts.vi();

    private final Consultations consultations;
    private final Clock clock;

    TableSection(Consultations consultations, Clock clock) {
        this.consultations = consultations;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String link(long ref) {
        return Consultations.path((int) ref);
    }

    @Override
    public Content compose(long ref, @Nullable Instant known) {
        Consultation round = consultations.get((int) ref);
        List<Consultation.Body> bodies = consultations.bodies(round.id());
        List<Consultation.Comment> said = consultations.comments(round.id(), known);
        List<Consultation.Comment> comments = said.stream().filter(one -> one.comment() != null).toList();
        var spoke = said.stream().map(Consultation.Comment::bodyId).collect(Collectors.toSet());
        var commented = comments.stream().map(Consultation.Comment::bodyId).collect(Collectors.toSet());
        List<Consultation.Body> silent = bodies.stream().filter(body -> !spoke.contains(body.id())).toList();
        var day = round.closedOn() != null ? round.closedOn() : VietnamTime.dayOf(known == null ? clock.instant() : known);
        var blocks = new ArrayList<Content.Block>();
        blocks.add(new Content.Heading(1, "I.", VI.get("papers.comments.word.asking").toUpperCase(VI.locale())));
        blocks.add(Content.Paragraph.of(VI.get("papers.comments.word.sent", DateWords.words(VietnamTime.dayOf(round.sentAt()), VI.locale()), round.office(), round.title(), bodies.size())));
        blocks.add(Content.Paragraph.of(VI.get("papers.comments.word.spoke", DateWords.words(day, VI.locale()), spoke.size(), bodies.size(), commented.size(), comments.size(), spoke.size() - commented.size())
                + (silent.isEmpty() ? "" : " " + VI.get("papers.comments.word.silent", silent.size(), silent.stream().map(Consultation.Body::name).collect(Collectors.joining("; "))))));
        blocks.add(new Content.Heading(1, "II.", VI.get("papers.comments.word.result").toUpperCase(VI.locale())));
        blocks.add(Content.Paragraph.of(comments.isEmpty() ? VI.get("papers.comments.word.none")
                : VI.get("papers.comments.word.counts", comments.size(), count(comments, "taken"), count(comments, "partly"), count(comments, "explained"))));
        var rows = new ArrayList<List<Piece>>();
        for (Consultation.Comment one : said) {
            rows.add(cells(String.valueOf(rows.size() + 1), one.body() + (one.document() == null ? "" : " (" + one.document() + ")"),
                    one.comment() == null ? VI.get("papers.comments.agrees") : (one.part() == null ? "" : one.part() + ": ") + one.comment(),
                    one.comment() == null ? "" : one.answer() == null ? "" : capital(VI.get("papers.comments.answer." + one.answer())) + (one.why() == null ? "" : ". " + one.why())));
        }
        var faults = new ArrayList<String>();
        int open = (int) comments.stream().filter(one -> one.answer() == null).count();
        if (open > 0) {
            faults.add(VI.get("papers.comments.problem.open", open));
        }
        if (!round.closed()) {
            faults.add(VI.get("papers.comments.problem.not-closed"));
        }
        var table = new Content.Grid(null, List.of(VI.get("papers.comments.col.number"), VI.get("papers.comments.col.who"), VI.get("papers.comments.col.comment"), VI.get("papers.comments.col.answer")),
                List.of(false, false, false, false), rows, null, null);
        return new Content(blocks, List.of(new Content.Annex(VI.get("papers.comments.word.annex"), true, List.of(table))), List.of(), faults);
    }

    private static long count(List<Consultation.Comment> comments, String answer) {
        return comments.stream().filter(one -> answer.equals(one.answer())).count();
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(VI.locale()) + text.substring(1);
    }

    private static List<Piece> cells(String... texts) {
        return java.util.Arrays.stream(texts).map(Piece::words).toList();
    }
}
