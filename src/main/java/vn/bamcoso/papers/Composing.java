package vn.bamcoso.papers;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Brings together what a document says, from its section or from the wording people gave it, and hashes it. While a
 * section reads, the transaction sees every figure: a document says the same to all who may read it.
 */
@Component
class Composing {
    /** What a signature binds: everything printed but number, day, signature and foot. */
    private record Signed(
            PaperKind kind, String symbol, Paper.Head head, String subject, List<String> addressees, List<String> recipients,
            List<Content.Block> blocks, List<Content.Annex> annexes) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final WholeView whole;
    private final Map<String, Section> sections;

    Composing(JdbcClient jdbc, JsonMapper json, WholeView whole, List<Section> sections) {
        this.jdbc = jdbc;
        this.json = json;
        this.whole = whole;
        this.sections = sections.stream().collect(Collectors.toMap(Section::name, Function.identity()));
    }

    /** @param known null: as known now */
    @Transactional(propagation = Propagation.MANDATORY)
    public Content of(Paper paper, @Nullable Instant known) {
        if (paper.generated()) {
            return whole.seeing(() -> section(paper).compose(paper.sectionRef(), known));
        }
        return Written.read(wording(paper.id()));
    }

    Section section(Paper paper) {
        Section section = sections.get(paper.section());
        if (section == null) {
            throw new IllegalStateException("no section named " + paper.section());
        }
        return section;
    }

    String wording(int id) {
        return jdbc.sql("select text from papers.wording where paper_id = :id order by version desc limit 1")
                .param("id", id)
                .query(String.class)
                .optional()
                .orElse("");
    }

    byte[] hash(Paper paper, Content content) {
        return sha256(json.writeValueAsBytes(new Signed(
                paper.kind(), paper.symbol(), paper.head(), paper.subject(), paper.addressees(), paper.recipients(), content.blocks(), content.annexes())));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
