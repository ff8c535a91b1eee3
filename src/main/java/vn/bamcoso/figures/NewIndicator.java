package vn.bamcoso.figures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An indicator to be made.
 *
 * @param code null or blank: made from the name
 * @param nameEn blank: as in Vietnamese, like all English words
 * @param origin entered or computed; measured ones come with the room that keeps the records
 * @param overTime sum, last, next, mean or none; {@code overPlaces} sum, min, max or none; {@code collectedAt} the level
 * @param kinds kinds of place that report it; empty: all
 * @param field code of the field of work
 * @param dimensions codes of what it is broken down by
 */
public record NewIndicator(
        @Nullable String code, @Nullable String nameVi, @Nullable String nameEn, @Nullable String definitionVi, @Nullable String definitionEn, @Nullable String unitVi, @Nullable String unitEn,
        @Nullable String origin, @Nullable String overTime, @Nullable String overPlaces, @Nullable String collectedAt, @Nullable List<String> kinds, @Nullable String field, @Nullable String formula,
        @Nullable Integer decimals, @Nullable BigDecimal least, @Nullable BigDecimal most, @Nullable Boolean smallCounts, @Nullable Boolean neverFalls, @Nullable String mayBeHeld,
        @Nullable String heldDecidedBy, @Nullable LocalDate validFrom, @Nullable LocalDate validTo, @Nullable String replacedBy, @Nullable List<String> dimensions) {

    /** A count of communes that people enter, as a form asks for it. */
    public static NewIndicator counted(
            @Nullable String code, String name, String definition, String unit, String overTime, String collectedAt, String field, boolean smallCounts, boolean neverFalls, List<String> dimensions) {
        return new NewIndicator(code, name, "", definition, "", unit, "", "entered", overTime, "sum", collectedAt, List.of(), field, null, 0, BigDecimal.ZERO, null, smallCounts, neverFalls,
                "undecided", null, null, null, null, dimensions);
    }
}
