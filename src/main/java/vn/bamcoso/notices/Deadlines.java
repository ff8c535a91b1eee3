package vn.bamcoso.notices;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import vn.bamcoso.basics.Texts;

/**
 * Things that fall due, offered by the room that keeps them: a bean for each kind. The nightly run asks every one of them,
 * tells the responsible posts before, on and after the last day, then their superiors, and remembers what it told.
 */
public interface Deadlines {
    /** Stable name of the kind, e.g. {@code tasks.share}; by it the run remembers. */
    String code();

    /** The page on which somebody finds all of this kind, for when there are too many to name. */
    String list();

    /** What must be put right before the run asks, e.g. the work of offices that ended. */
    default void putRight(LocalDate today) {}

    /**
     * Adds what is still owed and has one of these last days to the temporary table {@code falling_due} of the running transaction, with one
     * {@code insert … select}: {@code code, ref, topic, office_id, role, issuer_id, last_day, since, name_vi, name_en, link, topic_link, field, home, place_id}.
     *
     * <p>{@code ref} names the one thing, {@code topic} what superiors hear of it as one (the task whose shares are late);
     * {@code office_id, role} is the post that owes it, role null for the whole office; {@code issuer_id} the office above which nobody is told, null for
     * none; {@code since} the day on which it was given: what is due sooner than it could be announced is not announced.
     */
    void offer(Set<LocalDate> lastDays);

    /** What whoever asks still owes, in the days from first to last, for the calendar. */
    List<Mine> mine(LocalDate first, LocalDate last);

    /**
     * One thing in a calendar.
     *
     * @param ref stable, so that a calendar program changes its entry when the day moves
     * @param link page of this program
     */
    record Mine(String ref, LocalDate lastDay, Function<Texts, String> name, String link) {}
}
