package vn.bamcoso.campaigns;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A campaign, or a scheme (Đề án) over years. It is opened with its goals and its whole target, cut into quotas from above
 * (nation, province, commune), revised when the order changes, and measured by figures until its deadline and after.
 *
 * @param field field of work (access.field)
 * @param placeId the area as a whole
 * @param assignedBy who set the target, as in the document
 * @param denominator of whom the target is: {@code eligible}, {@code present} or {@code unstated}
 */
public record Campaign(
        int id, String code, Kind kind, String nameVi, String nameEn, String aboutVi, String aboutEn, short field, int placeId, LocalDate firstDay, LocalDate deadline,
        String assignedBy, @Nullable String document, String denominator, List<Goal> goals) {
    public enum Kind { CAMPAIGN, SCHEME }

    /**
     * @param indicator code; null when no indicator counts it
     * @param reported {@code met}, {@code exceeded}, {@code met_or_exceeded} or {@code not_met} as a review said; null when none did
     */
    public record Goal(int id, String nameVi, String nameEn, @Nullable String indicator, String unitVi, String unitEn, @Nullable String reported, @Nullable String source) {
        public String name(Locale locale) {
            return english(locale) ? nameEn : nameVi;
        }

        public String unit(Locale locale) {
            return english(locale) ? unitEn : unitVi;
        }
    }

    /** What a place was given; {@code value} null when that is unknown. */
    public record Quota(int placeId, int revision, @Nullable BigDecimal value, LocalDate deadline, String assigner, String basis, @Nullable String reason, Instant at, String by) {}

    public String name(Locale locale) {
        return english(locale) ? nameEn : nameVi;
    }

    public String about(Locale locale) {
        return english(locale) ? aboutEn : aboutVi;
    }

    /** The one goal that is counted day by day; of a scheme the first. */
    public Goal goal() {
        return goals.getFirst();
    }

    public boolean scheme() {
        return kind == Kind.SCHEME;
    }

    public boolean runsOn(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(deadline);
    }

    private static boolean english(Locale locale) {
        return "en".equals(locale.getLanguage());
    }
}
