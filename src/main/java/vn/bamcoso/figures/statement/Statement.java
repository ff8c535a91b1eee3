package vn.bamcoso.figures.statement;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.documents.numbers.Qualifier;
import vn.bamcoso.documents.numbers.SpeakingNumber;

/**
 * What a source printed about an indicator. Entered once and never changed; a correction is a new statement that supersedes it.
 *
 * @param code of those that the product brings along; null otherwise
 * @param period null when the source gives none
 * @param mapDay on whose map it is checked
 * @param printed the number with its word, exactly as printed
 * @param denominator of a printed fraction; null when the source states none
 * @param published null when the source bears no day
 */
public record Statement(
        int id, @Nullable String code, String indicator, String placeKey, String placeName, String placeLevel, int placeId,
        @Nullable Period period, LocalDate mapDay, String printed, @Nullable String unit, Qualifier qualifier,
        BigDecimal value, @Nullable BigDecimal upper, @Nullable BigDecimal denominator,
        String article, String publisher, @Nullable LocalDate published, String eventVi, String eventEn, @Nullable String noteVi, @Nullable String noteEn) {

    static Statement read(ResultSet row, int number) throws SQLException {
        String period = row.getString("period");
        return new Statement(
                row.getInt("id"), row.getString("code"), row.getString("indicator"), row.getString("place_key"), row.getString("place_name"),
                row.getString("place_level"), row.getInt("place_id"), period == null ? null : Period.parse(period), row.getObject("map_day", LocalDate.class),
                row.getString("printed"), row.getString("unit"), Qualifier.valueOf(row.getString("qualifier").toUpperCase(Locale.ROOT)),
                row.getBigDecimal("value"), row.getBigDecimal("upper"), row.getBigDecimal("denominator"),
                row.getString("article"), row.getString("publisher"), row.getObject("published", LocalDate.class),
                row.getString("event_vi"), row.getString("event_en"), row.getString("note_vi"), row.getString("note_en"));
    }

    /** The printed phrase as a number that can be checked; sources are Vietnamese. */
    SpeakingNumber spoken() {
        return SpeakingNumber.parse(printed, Locale.of("vi", "VN"));
    }

    public String event(Locale locale) {
        return "en".equals(locale.getLanguage()) ? eventEn : eventVi;
    }

    public @Nullable String note(Locale locale) {
        return "en".equals(locale.getLanguage()) ? noteEn : noteVi;
    }

    /** The words as they stood in the source, without the sentence around them. */
    public String words() {
        return unit == null ? printed : printed + " " + unit;
    }

    /** Whether both speak about one and the same number. */
    boolean sameFact(Statement other) {
        return id != other.id && placeId == other.placeId && indicator.equals(other.indicator) && period != null && period.equals(other.period);
    }
}
