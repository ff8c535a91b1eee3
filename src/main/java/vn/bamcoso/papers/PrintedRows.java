package vn.bamcoso.papers;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.bamcoso.audit.Head;
import vn.bamcoso.audit.Trail;

/** Adds to a document's content what its steps have put on it: signature, number, day, foot. */
@Component
class PrintedRows {
    private record Row(@Nullable String signature, @Nullable Integer number, @Nullable LocalDate dated, @Nullable String sealHead) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Trail trail;
    private final boolean demo;

    PrintedRows(JdbcClient jdbc, JsonMapper json, Trail trail, @Value("${bamcoso.demo:false}") boolean demo) {
        this.jdbc = jdbc;
        this.json = json;
        this.trail = trail;
        this.demo = demo;
    }

    /** @param known not null when the document is being frozen or rebuilt: then the foot carries the head of the trail */
    Printed of(Paper paper, Content content, @Nullable Instant known) {
        Row row = jdbc.sql("""
                        -- What have the steps put on this document?
                        select s.signature, n.number, n.dated, f.seal_head
                        from (select 1) one
                        left join papers.number n on n.paper_id = :id
                        left join papers.frozen f on f.paper_id = :id
                        left join lateral (select signature::text from papers.step
                                           where paper_id = :id and step = 'SIGNED' order by n desc limit 1) s on true""")
                .param("id", paper.id())
                .query(Row.class)
                .single();
        Signature signature = row.signature() == null || paper.step().open() ? null : json.readValue(row.signature(), Signature.class);
        String head = known == null ? "" : row.sealHead() != null ? row.sealHead() : trail.head().map(Head::printed).orElse("");
        return new Printed(paper, content, signature, row.number(), row.dated(), known, head, demo);
    }

    /** What the last signature bound. */
    byte[] signedHash(int id) {
        return jdbc.sql("select content from papers.step where paper_id = :id and step = 'SIGNED' order by n desc limit 1")
                .param("id", id)
                .query(byte[].class)
                .single();
    }
}
