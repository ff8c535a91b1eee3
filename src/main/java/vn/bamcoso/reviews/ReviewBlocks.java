package vn.bamcoso.reviews;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.bamcoso.basics.Problem;

/** The blocks of a review with their present wording, in order. */
@Component
class ReviewBlocks {
    /** @param version of the wording; {@code slots} in the order of their numbers, from 1 */
    record Block(
            int id, int reviewId, int position, String kind, String number, @Nullable AnnexSpec spec,
            int version, Slotted text, List<Slot> slots, int writtenBy, String writtenName, Instant writtenAt) {
        boolean heading() {
            return kind.startsWith("heading");
        }

        boolean annex() {
            return kind.equals("annex");
        }
    }

    private static final String SELECT = """
            -- What does this review say, in order (or one block of it)?
            select b.id, b.review_id, b.position, b.kind, b.number, b.spec::text as spec,
                   w.version, w.text, w.slots::text as slots, w.written_by, w.written_name, w.written_at
            from reviews.block b
            join lateral (select * from reviews.wording w where w.block_id = b.id order by w.version desc limit 1) w on true
            where b.review_id = :review or b.id = :block
            order by b.position""";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ReviewBlocks(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<Block> of(int review) {
        return jdbc.sql(SELECT)
                .param("review", review)
                .param("block", 0)
                .query(this::block)
                .list();
    }

    /** @throws Problem not found */
    Block get(int id) {
        return jdbc.sql(SELECT).param("review", 0).param("block", id).query(this::block).optional().orElseThrow(Problem::notFound);
    }

    private Block block(ResultSet row, int n) throws SQLException {
        String spec = row.getString("spec");
        return new Block(
                row.getInt("id"),
                row.getInt("review_id"),
                row.getInt("position"),
                row.getString("kind"),
                row.getString("number"),
                spec == null ? null : json.readValue(spec, AnnexSpec.class),
                row.getInt("version"),
                Slotted.read(row.getString("text")),
                json.readValue(row.getString("slots"), new TypeReference<List<Slot>>() {}),
                row.getInt("written_by"),
                row.getString("written_name"),
                row.getTimestamp("written_at").toInstant());
    }
}
