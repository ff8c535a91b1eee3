package vn.bamcoso.tasks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The part of one office in a task.
 *
 * @param officeId the lead office; of a body without accounts its liaison office
 * @param issuerId the office that issued the task and decides about it
 * @param role of the responsible post at the office: the post answers, whoever holds it
 * @param due as stated; {@code lastDay} is the last day that counts as in time
 * @param version what the user saw
 * @param bare of a kind that keeps number, event, day and state only
 */
public record Share(
        long id, int taskId, String title, int turn, int officeId, int issuerId, @Nullable Integer bodyId, String role, Status status, LocalDate due, LocalDate lastDay, int percent,
        @Nullable LocalDate proposedOn, @Nullable LocalDate doneOn, @Nullable String blockedBy, @Nullable String cause, int extensions, int version, short field, short home, int placeId, boolean bare) {

    static Share read(ResultSet row, int number) throws SQLException {
        return new Share(
                row.getLong("id"), row.getInt("task_id"), row.getString("title"), row.getInt("turn"), row.getInt("office_id"), row.getInt("issuer_id"), row.getObject("body_id", Integer.class),
                row.getString("role"), Status.of(row.getString("status")), row.getObject("due", LocalDate.class), row.getObject("last_day", LocalDate.class), row.getInt("percent"),
                row.getObject("proposed_on", LocalDate.class), row.getObject("done_on", LocalDate.class), row.getString("blocked_by"), row.getString("cause"), row.getInt("extensions"),
                row.getInt("version"), row.getShort("field"), row.getShort("home"), row.getInt("place_id"), row.getBoolean("bare"));
    }

    /** What the trail calls it. */
    public String subject() {
        return "share:" + id;
    }
}
