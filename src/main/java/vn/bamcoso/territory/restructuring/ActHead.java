package vn.bamcoso.territory.restructuring;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The legal document of a restructuring, as typed.
 *
 * @param number null when it is not known here
 * @param body that issued it
 * @param effective first day on which the changes hold
 * @param note what a reader must know, e.g. what is still missing
 */
public record ActHead(
        String title, @Nullable String number, @Nullable LocalDate signedOn, String body, @Nullable LocalDate effective, @Nullable String note) {
    /** A blank text is none. */
    static @Nullable String some(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
