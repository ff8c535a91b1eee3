package vn.bamcoso.papers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The list of documents in scope. */
@Component
public class PaperList {
    static final int SIZE = 25;

    /** @param number null before it is given */
    public record Line(
            int id, String kind, String symbol, String subject, String office, String drafting, String step, Instant takenAt, String takenName,
            @Nullable Integer number, @Nullable LocalDate dated, int total) {
        public Step at() {
            return Step.valueOf(step);
        }

        public String numberAndSymbol() {
            return number == null ? symbol : Numbering.written(number) + "/" + symbol;
        }
    }

    private final JdbcClient jdbc;

    PaperList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param step only documents that stand there; empty: all
     * @param text in subject, symbol or number; empty: all
     * @param ids only these; null: all
     */
    @Transactional(readOnly = true)
    public List<Line> find(String step, String text, @Nullable List<Integer> ids, int page) {
        return jdbc.sql("""
                        -- Which documents in my scope are these, the last moved first?
                        select p.id, p.kind, p.symbol, p.subject, p.head ->> 'body' as office, p.drafting_mark as drafting,
                               s.step, s.taken_at, s.taken_name, n.number, n.dated, count(*) over ()::int as total
                        from papers.paper p
                        join papers.standing s on s.paper_id = p.id
                        left join papers.number n on n.paper_id = p.id
                        where (:step = '' or s.step = :step)
                          and (not :some or p.id = any (:ids))
                          and (:text = '' or unaccent(lower(p.subject || ' ' || coalesce(n.number::text, '') || '/' || p.symbol)) like '%' || unaccent(lower(:text)) || '%')
                        order by s.taken_at desc, p.id desc limit :size offset :skip""")
                .param("step", step)
                .param("text", text.strip())
                .param("some", ids != null)
                .param("ids", ids == null ? new Integer[0] : ids.toArray(Integer[]::new))
                .param("size", SIZE)
                .param("skip", (page - 1) * SIZE)
                .query(Line.class)
                .list();
    }
}
