package vn.bamcoso.reviews;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The outline of a review: headings and first sentences as people may change them, and the slots for their figures. Data,
 * in {@code <code>.json} beside this class's resources; {@code @AS_OF} in a period is the day on which the review stands.
 */
record Template(
        String code,
        String title,
        @JsonProperty("title_en") String titleEnglish,
        String kind,
        String subject,
        List<String> addressees,
        List<String> recipients,
        @JsonProperty("as_of") LocalDate asOf,
        @JsonProperty("held_on") LocalDate heldOn,
        Map<String, Slot> slots,
        List<Block> blocks) {
    static final Pattern NAMED_SLOT = Pattern.compile("\\[([a-z][a-z-]*)]");

    record Block(String kind, @Nullable String number, String text, @Nullable AnnexSpec spec) {}
}
