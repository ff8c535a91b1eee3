package vn.bamcoso.tasks;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done: what all shares of a task have in common.
 *
 * @param audience offices: those in {@code offices} and {@code bodies}; provinces, communes: all of them below the issuer
 * @param post role of the responsible post; head: who heads each office; empty while not chosen
 * @param due null while not stated
 * @param status draft, issued or withdrawn
 */
public record Task(
        int id, @Nullable Integer directiveId, String article, @Nullable Long shareId, String kind, @Nullable Integer number, String title, String deliverable, String authority,
        String audience, List<Integer> offices, List<Integer> bodies, String post, DueRule rule, @Nullable LocalDate due, String dueNote,
        @Nullable String indicator, @Nullable BigDecimal target, @Nullable String comparison, String status, @Nullable LocalDate issuedOn, boolean demo,
        int officeId, short field, short home, int placeId, int version) {

    static Task read(ResultSet row, int n) throws SQLException {
        return new Task(
                row.getInt("id"), row.getObject("directive_id", Integer.class), row.getString("article"), row.getObject("share_id", Long.class), row.getString("kind"), row.getObject("number", Integer.class),
                row.getString("title"), row.getString("deliverable"), row.getString("authority"), row.getString("audience"), ints(row.getArray("office_ids")), ints(row.getArray("body_ids")),
                row.getString("post"), DueRule.of(row.getString("due_rule")), row.getObject("due", LocalDate.class), row.getString("due_note"), row.getString("indicator"), row.getBigDecimal("target"),
                row.getString("comparison"), row.getString("status"), row.getObject("issued_on", LocalDate.class), row.getBoolean("demo"), row.getInt("office_id"), row.getShort("field"),
                row.getShort("home"), row.getInt("place_id"), row.getInt("version"));
    }

    private static List<Integer> ints(Array array) throws SQLException {
        return List.of((Integer[]) array.getArray());
    }

    public boolean draft() {
        return status.equals("draft");
    }

    /** Whether somebody is addressed at all. */
    public boolean addressed() {
        return !audience.equals("offices") || !offices.isEmpty() || !bodies.isEmpty();
    }

    public String subject() {
        return "task:" + id;
    }
}
