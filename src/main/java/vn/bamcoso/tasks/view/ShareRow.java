package vn.bamcoso.tasks.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.tasks.Status;

/**
 * A share as lists show it.
 *
 * @param directive number of the directive; null when the task has none
 * @param office name of the lead; {@code body} the body outside the police for which it answers
 * @param holder who holds the responsible post today; null when nobody does
 * @param percent of a share that was cut, the mean of those it was cut into
 * @param waits what waits for the issuer: an extension asked for
 * @param cutShares into how many shares it was cut, {@code cutDone} and {@code cutLate} of them
 */
public record ShareRow(
        long id, int taskId, int turn, String title, @Nullable String directive, String issuer, int officeId, String office, @Nullable String body, String role, @Nullable String holder, Status status,
        LocalDate due, LocalDate lastDay, int percent, @Nullable LocalDate proposedOn, @Nullable LocalDate doneOn, @Nullable String blockedBy, @Nullable String cause, int extensions, boolean waits, String deliverable, int cutShares, int cutDone, int cutLate) {

    static ShareRow read(ResultSet row, int n) throws SQLException {
        return new ShareRow(
                row.getLong("id"), row.getInt("task_id"), row.getInt("turn"), row.getString("title"), row.getString("directive"), row.getString("issuer"), row.getInt("office_id"), row.getString("office"),
                row.getString("body"), row.getString("role"), row.getString("holder"), Status.of(row.getString("status")), row.getObject("due", LocalDate.class), row.getObject("last_day", LocalDate.class),
                row.getInt("percent"), row.getObject("proposed_on", LocalDate.class), row.getObject("done_on", LocalDate.class), row.getString("blocked_by"), row.getString("cause"), row.getInt("extensions"),
                row.getBoolean("waits"), row.getString("deliverable"), row.getInt("cut_shares"), row.getInt("cut_done"), row.getInt("cut_late"));
    }

    /** Days after the last day that counts, until it was proposed or until today; 0 when in time. */
    public long lateOn(LocalDate today) {
        return Math.max(0, ChronoUnit.DAYS.between(lastDay, proposedOn == null ? today : proposedOn));
    }

    /** Days that are left; negative when it is late. */
    public long left(LocalDate today) {
        return ChronoUnit.DAYS.between(today, lastDay);
    }

    public boolean counts() {
        return status != Status.WITHDRAWN && status != Status.MERGED;
    }

    /** Which of the four books it stands in today. */
    public String book(LocalDate today) {
        boolean late = lateOn(today) > 0;
        return status == Status.DONE ? late ? "done_late" : "done" : late ? "open_late" : "open";
    }
}
