package vn.bamcoso.territory.place;

import java.time.LocalDate;

/** The day that a key names. */
final class KeyDay {
    private KeyDay() {}

    /** @param key of a place that was found by it */
    static LocalDate of(String key) {
        return LocalDate.parse(key.substring(key.indexOf('@') + 1));
    }
}
