package vn.bamcoso.papers.comments;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A draft on its round. It is sent with a deadline; the bodies asked agree or comment until then; each comment is taken in, partly
 * or not, with the reason; when every one is answered the table is closed, and later bears the document that was issued.
 *
 * @param matter name of the {@link Matter}; {@code matterRef} which one
 * @param office that sends it
 * @param asked bodies in sight; {@code spoke} those that said something; {@code comments} of them; {@code open} without an answer
 */
public record Consultation(
        int id, String matter, long matterRef, String title, String text, LocalDate dueOn, int officeId, String office, @Nullable String sentBy, Instant sentAt, @Nullable LocalDate closedOn,
        @Nullable String document, short field, int placeId, int asked, int spoke, int comments, int open) {

    /**
     * A body that is asked.
     *
     * @param officeId null for a body outside
     * @param comments 0 when it is silent, or only agrees
     * @param spokeAt when it last said something; null: silent
     */
    public record Body(int id, @Nullable Integer officeId, String name, int comments, boolean agrees, @Nullable Instant spokeAt) {}

    /** @param comment null when the body agrees with the draft; {@code answer} taken, partly, explained; null while open, or when nothing is to answer */
    public record Comment(
            int id, int bodyId, String body, boolean agrees, @Nullable String part, @Nullable String comment, @Nullable String document, @Nullable String givenBy, Instant givenAt,
            @Nullable String answer, @Nullable String why, @Nullable String answeredBy, @Nullable Instant answeredAt) {}

    public boolean closed() {
        return closedOn != null;
    }

    /** Whether the deadline is over on the day, and the table still open. */
    public boolean over(LocalDate day) {
        return closedOn == null && day.isAfter(dueOn);
    }

    public int silent() {
        return asked - spoke;
    }

    /** closed, over or open: the last part of a key. */
    public String state(LocalDate day) {
        return closed() ? "closed" : over(day) ? "over" : "open";
    }
}
