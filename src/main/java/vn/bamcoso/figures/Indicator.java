package vn.bamcoso.figures;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What can be counted; a row of the catalogue. A rate or an average is an indicator too: computed from the sums of others.
 *
 * @param formula of a computed one; null otherwise
 * @param kinds kinds of place that report it; empty: all of its level
 * @param least least value accepted of one place; null: any
 * @param most greatest value accepted of one place; null: any
 * @param checks JSON: checks between indicators of one form, for warnings
 * @param version raised by each change
 */
public record Indicator(
        short id,
        String code,
        String nameVi,
        String nameEn,
        String definitionVi,
        String definitionEn,
        String unitVi,
        String unitEn,
        How origin,
        OverTime overTime,
        OverPlaces overPlaces,
        Level collectedAt,
        Set<String> kinds,
        short field,
        String fieldCode,
        @Nullable String formula,
        int decimals,
        @Nullable BigDecimal least,
        @Nullable BigDecimal most,
        String checks,
        boolean smallCounts,
        Held mayBeHeld,
        @Nullable String heldDecidedBy,
        @Nullable String remarkVi,
        @Nullable String remarkEn,
        int position,
        int version) {

    /** Typed into forms, measured from records by a {@link Measure}, or computed from other indicators. */
    public enum How { ENTERED, MEASURED, COMPUTED }

    /** What a longer period makes of its shorter ones. NEXT is a target: it holds until the day that its period ends on. */
    public enum OverTime { SUM, LAST, NEXT, MEAN, NONE }

    /** What an area makes of its places. */
    public enum OverPlaces { SUM, MIN, MAX, NONE }

    /** Whether it may be held in this system; undecided is closed in real use and open in the demonstration. */
    public enum Held { YES, NO, UNDECIDED }

    public String name(Locale locale) {
        return english(locale) ? nameEn : nameVi;
    }

    public String definition(Locale locale) {
        return english(locale) ? definitionEn : definitionVi;
    }

    public String unit(Locale locale) {
        return english(locale) ? unitEn : unitVi;
    }

    public @Nullable String remark(Locale locale) {
        return english(locale) ? remarkEn : remarkVi;
    }

    /** Sums over places mean something: the total is the same on every map. */
    public boolean additive() {
        return overPlaces == OverPlaces.SUM;
    }

    public boolean computed() {
        return origin == How.COMPUTED;
    }

    private static boolean english(Locale locale) {
        return "en".equals(locale.getLanguage());
    }
}
