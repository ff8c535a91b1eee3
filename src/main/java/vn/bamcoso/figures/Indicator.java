package vn.bamcoso.figures;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
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
 * @param part null for the indicator as a whole
 * @param measuredFrom of an entered one: for periods that end on this day or later it is counted from records; null: always typed
 * @param measuredSince moment of that change
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
        int version,
        Life life,
        @Nullable Part part,
        @Nullable LocalDate measuredFrom,
        @Nullable Instant measuredSince) {

    /** An indicator of the ministry without an end, whole. */
    public Indicator(
            short id, String code, String nameVi, String nameEn, String definitionVi, String definitionEn, String unitVi, String unitEn, How origin, OverTime overTime,
            OverPlaces overPlaces, Level collectedAt, Set<String> kinds, short field, String fieldCode, @Nullable String formula, int decimals, @Nullable BigDecimal least,
            @Nullable BigDecimal most, String checks, boolean smallCounts, Held mayBeHeld, @Nullable String heldDecidedBy, @Nullable String remarkVi, @Nullable String remarkEn,
            int position, int version) {
        this(id, code, nameVi, nameEn, definitionVi, definitionEn, unitVi, unitEn, origin, overTime, overPlaces, collectedAt, kinds, field, fieldCode, formula, decimals, least, most,
                checks, smallCounts, mayBeHeld, heldDecidedBy, remarkVi, remarkEn, position, version, new Life(null, null, null, null, false), null, null, null);
    }

    /** Between an indicator's code and a part's: {@code subjects_cleared__female}. */
    public static final String OF_PART = "__";

    /**
     * @param from first day that its figures may speak about; null: any. {@code to} first day that they may no longer
     * @param replacedBy code of the indicator used instead
     * @param ownerId place id of the province that made it for its own use; null: the ministry's
     * @param neverFalls a cumulative count
     */
    public record Life(@Nullable LocalDate from, @Nullable LocalDate to, @Nullable String replacedBy, @Nullable Integer ownerId, boolean neverFalls) {
        public boolean holds(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
        }
    }

    /**
     * A part of an indicator: of its figures those about women, about one title, of one kind …
     *
     * @param id number of the breakdown that figures carry
     * @param base code of the indicator as a whole
     * @param first of a crossed dimension (sex by title): code of the part of its first dimension; {@code second} of its second
     */
    public record Part(short id, String code, String nameVi, String nameEn, String dimension, String base, @Nullable String first, @Nullable String second) {
        public String name(Locale locale) {
            return english(locale) ? nameEn : nameVi;
        }
    }

    /** 0 for the figure itself. */
    public short breakdown() {
        return part == null ? 0 : part.id();
    }

    /** The same indicator, of which only a part is meant. Its code is {@code <code>__<part>} wherever codes are used. */
    Indicator of(Part of, String dimensionVi, String dimensionEn) {
        return new Indicator(
                id, code + OF_PART + of.code(), nameVi + ": " + of.nameVi(), nameEn + ": " + of.nameEn(), definitionVi + " (" + dimensionVi + ": " + of.nameVi() + ")",
                definitionEn + " (" + dimensionEn + ": " + of.nameEn() + ")", unitVi, unitEn, origin, overTime, overPlaces, collectedAt, kinds, field, fieldCode, formula, decimals, least,
                most, "[]", smallCounts, mayBeHeld, heldDecidedBy, remarkVi, remarkEn, position, version, life, of, null, null);
    }

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

    /**
     * Whether a period is counted from records, or typed.
     *
     * @param known the moment as of which is asked; null: now
     */
    public boolean measured(LocalDate periodEnd, @Nullable Instant known) {
        return origin == How.MEASURED || measuredFrom != null && !periodEnd.isBefore(measuredFrom) && (known == null || !known.isBefore(measuredSince));
    }

    public boolean computed() {
        return origin == How.COMPUTED;
    }

    private static boolean english(Locale locale) {
        return "en".equals(locale.getLanguage());
    }
}
