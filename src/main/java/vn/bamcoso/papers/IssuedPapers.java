package vn.bamcoso.papers;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.documents.numbers.Numerals;

/**
 * Issued documents: the bytes again, a rebuild from the figures as known then, and what has changed since. A draft has none
 * of these.
 */
@Component
public class IssuedPapers {
    /** @param sha256 in hex; {@code madeBy} the version of the form that made the bytes */
    public record Frozen(byte[] docx, String sha256, Instant knownAt, String sealHead, Instant frozenAt, String madeBy) {}

    /**
     * The outcome of a rebuild.
     *
     * @param whole the kept bytes still have the hash that was kept with them
     * @param content what the document says, rebuilt, hashes the same
     * @param bytes the Word file, rebuilt, is the same byte for byte; may be false only when the form has another version
     */
    public record Check(boolean whole, boolean content, boolean bytes, String madeBy, String formNow) {
        public boolean good() {
            return whole && content && (bytes || !madeBy.equals(formNow));
        }
    }

    /** A figure whose present value differs from the frozen one. @param now null when the figure is gone */
    public record Changed(String name, String said, @Nullable BigDecimal then, @Nullable BigDecimal now, String mark) {
        public String thenText(Locale locale) {
            return text(then, locale);
        }

        public String nowText(Locale locale) {
            return text(now, locale);
        }

        private static String text(@Nullable BigDecimal value, Locale locale) {
            if (value == null) {
                return "–";
            }
            BigDecimal plain = value.stripTrailingZeros();
            return plain.scale() > 4 ? Numerals.write(plain, 4, locale) : Numerals.write(plain, locale);
        }
    }

    private record Row(byte[] docx, byte[] sha256, byte[] content, Instant knownAt, String sealHead, Instant frozenAt, String madeBy) {}

    private record CitedRow(String mark, String name, String said, @Nullable BigDecimal value) {}

    private final JdbcClient jdbc;
    private final PaperRows rows;
    private final Composing composing;
    private final PrintedRows printed;
    private final WordForm word;
    private final WholeView whole;

    IssuedPapers(JdbcClient jdbc, PaperRows rows, Composing composing, PrintedRows printed, WordForm word, WholeView whole) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.composing = composing;
        this.printed = printed;
        this.word = word;
        this.whole = whole;
    }

    /** @throws Problem not found when there is no such document in scope, or it is not issued */
    @Transactional(readOnly = true)
    public Frozen frozen(int id) {
        Row row = row(id);
        return new Frozen(row.docx(), HexFormat.of().formatHex(row.sha256()), row.knownAt(), row.sealHead(), row.frozenAt(), row.madeBy());
    }

    /** Builds the document again from the figures as known then and compares it with what was frozen. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Check check(int id) {
        Row row = row(id);
        Paper paper = rows.get(id);
        Content again = composing.of(paper, row.knownAt());
        byte[] docx = word.write(printed.of(paper, again, row.knownAt()));
        return new Check(
                Arrays.equals(Composing.sha256(row.docx()), row.sha256()),
                Arrays.equals(composing.hash(paper, again), row.content()),
                Arrays.equals(docx, row.docx()),
                row.madeBy(),
                WordForm.VERSION);
    }

    /** The figures that stand otherwise today than in the document, in order of print, each once. */
    @Transactional(readOnly = true)
    public List<Changed> changedSince(int id) {
        Paper paper = rows.get(id);
        if (!paper.generated()) {
            return List.of();
        }
        var cited = jdbc.sql("select distinct on (mark) mark, name, said, value from papers.cited where paper_id = :id order by mark, n")
                .param("id", id)
                .query(CitedRow.class)
                .list();
        Section section = composing.section(paper);
        return whole.seeing(() -> {
            var changed = new ArrayList<Changed>();
            for (CitedRow figure : cited) {
                BigDecimal now = section.present(figure.mark()).orElse(null);
                boolean same = now == null ? figure.value() == null : figure.value() != null && now.compareTo(figure.value()) == 0;
                if (!same) {
                    changed.add(new Changed(figure.name(), figure.said(), figure.value(), now, figure.mark()));
                }
            }
            return changed;
        });
    }

    private Row row(int id) {
        return jdbc.sql("select docx, sha256, content, known_at, seal_head, frozen_at, made_by from papers.frozen where paper_id = :id")
                .param("id", id)
                .query(Row.class)
                .optional()
                .orElseThrow(Problem::notFound);
    }
}
