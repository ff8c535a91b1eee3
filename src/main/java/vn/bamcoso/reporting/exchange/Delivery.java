package vn.bamcoso.reporting.exchange;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.territory.Place;

/**
 * Reports of one form and period that are written without anybody filling them in: those of a file, approved as it is
 * recorded, or those of the past, with the way that they went.
 *
 * @param version null where no version of the form takes the period: then the reports carry the codes of their indicators
 * @param kind of the submissions: {@code import}, or {@code form} for those that went their way office by office
 * @param note for the provenance of the figures
 */
record Delivery(long importId, Form form, Form.@Nullable Version version, Period period, String kind, @Nullable String note, List<Report> reports) {

    /**
     * @param number row in the file
     * @param submission the report that it changes, {@code lock} as it was seen; null for a new one
     * @param waitsAt kind of office before which it lies when its last sending is not decided
     */
    record Report(
            int number, Place place, int office, @Nullable Long submission, int lock, @Nullable LocalDate due, boolean late, boolean onePerson, int clerk, int chief,
            @Nullable String waitsAt, List<Sending> sendings) {
        Sending last() {
            return sendings.getLast();
        }

        boolean approved() {
            return last().approved();
        }

        String status() {
            return last().decision() == null ? "submitted" : last().decision();
        }
    }

    /**
     * @param cells all values of the report after this sending
     * @param news those that the sending brings
     * @param knownFrom when its figures became known; null: now
     */
    record Sending(
            int number, Map<String, BigDecimal> cells, Map<String, BigDecimal> news, @Nullable String reason, Instant drafted, Instant sent, @Nullable String decision,
            @Nullable Instant decided, @Nullable Integer by, @Nullable String remark, @Nullable Instant knownFrom) {
        boolean approved() {
            return "approved".equals(decision);
        }
    }
}
