package vn.bamcoso.papers;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Problem.Fault;

/** Makes the issued document: content as known at one instant, its Word file, its hashes, and every figure that it prints. */
@Component
class Freezing {
    private final JdbcClient jdbc;
    private final Composing composing;
    private final PrintedRows printed;
    private final WordForm word;

    Freezing(JdbcClient jdbc, Composing composing, PrintedRows printed, WordForm word) {
        this.jdbc = jdbc;
        this.composing = composing;
        this.printed = printed;
        this.word = word;
    }

    /**
     * @param known the figures stand as known then; taken before this transaction's snapshot, so that whatever was learnt
     *     until then is in it
     * @throws Problem refused when the content is no longer what was signed
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void freeze(Paper paper, Instant known, Instant at) {
        Content content = composing.of(paper, known);
        byte[] hash = composing.hash(paper, content);
        if (!Arrays.equals(hash, printed.signedHash(paper.id()))) {
            throw Problem.refused("papers.problem.changed-since-signing", faults(content));
        }
        Printed what = printed.of(paper, content, known);
        byte[] docx = word.write(what);
        jdbc.sql("""
                        insert into papers.frozen (paper_id, docx, sha256, content, known_at, seal_head, made_by, frozen_at)
                        values (:paper, :docx, :sha, :content, :known, :seal, :maker, :at)""")
                .param("paper", paper.id())
                .param("docx", docx)
                .param("sha", Composing.sha256(docx))
                .param("content", hash)
                .param("known", Timestamp.from(known))
                .param("seal", what.sealHead())
                .param("maker", WordForm.VERSION)
                .param("at", Timestamp.from(at))
                .update();
        keep(paper, content.cited());
    }

    private static List<Fault> faults(Content content) {
        return content.faults().stream().map(fault -> new Fault("", "papers.fault", fault)).toList();
    }

    private void keep(Paper paper, List<Content.Cited> cited) {
        var rows = new ArrayList<Object[]>();
        for (int i = 0; i < cited.size(); i++) {
            var figure = cited.get(i);
            rows.add(new Object[] {paper.id(), i + 1, figure.mark(), figure.name(), figure.said(), figure.value(), figure.numerator(), figure.denominator(), figure.figureRef()});
        }
        for (Object[] row : rows) {
            jdbc.sql("insert into papers.cited (paper_id, n, mark, name, said, value, numerator, denominator, figure_ref) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(row)
                    .update();
        }
    }
}
