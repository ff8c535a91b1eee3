package vn.bamcoso.territory.restructuring;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The legal document of an act, as states and lineage name it. */
record Document(int act, @Nullable String number, @Nullable LocalDate signedOn, LocalDate effective) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/yyyy");

    /** Its number; without one the day on which it was signed. */
    String label() {
        return number != null ? number : signedOn != null ? "văn bản ngày " + DAY.format(signedOn) : "văn bản chưa rõ số";
    }
}
