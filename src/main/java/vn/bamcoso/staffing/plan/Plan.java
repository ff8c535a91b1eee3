package vn.bamcoso.staffing.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A posting plan: asked for, computed in the background, argued about line by line, accepted or left.
 *
 * @param area name of the area on the day
 * @param unfilled weight of the posts left empty; null before it is computed, as the other counts
 * @param wave the draft of a wave that it became; null until it is accepted
 * @param version counts the changes
 * @param byHand whether people made it
 */
public record Plan(
        int id, String title, LocalDate day, Rules rules, Status status, String madeBy, Instant madeAt, @Nullable Instant startedAt, @Nullable Integer seats,
        @Nullable Integer candidates, @Nullable Long broken, @Nullable Long unfilled, @Nullable Long points, @Nullable String told, int placeId, String area, @Nullable Integer wave, int version, boolean byHand) {

    public enum Status {
        WAITING, RUNNING, DONE, BROKEN, ACCEPTED;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public boolean computing() {
        return status == Status.WAITING || status == Status.RUNNING;
    }

    /** Per cent of the given time that has passed. */
    public int part(Instant now) {
        return startedAt == null ? 0 : (int) Math.clamp(100 * Duration.between(startedAt, now).toMillis() / (rules.seconds() * 1000L), 0, 99);
    }

    /** The program was stopped while it computed. */
    public boolean cutOff(Instant now) {
        return computing() && Duration.between(startedAt == null ? madeAt : startedAt, now).compareTo(Duration.ofSeconds(rules.seconds() + 120L)) > 0;
    }

    /** Whether people may still say something about it. */
    public boolean open() {
        return status == Status.DONE || status == Status.BROKEN;
    }
}
