package vn.bamcoso.figures.page;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.figures.Level;

/** The id of one number in an answer: what was asked to get it, in one word that an address can carry. */
public final class FigureId {
    private FigureId() {}

    public static String of(String indicator, Period period, Level level, String place, LocalDate map, @Nullable Instant known) {
        String parts = String.join("|", indicator, period.code(), level.code(), place, map.toString(), known == null ? "" : known.toString());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(parts.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Problem refused when the word is none of ours */
    public static Asked read(String id) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(id), StandardCharsets.UTF_8).split("\\|", -1);
            return new Asked(parts[0], Period.parse(parts[1]), Level.of(parts[2]).orElseThrow(), parts[3], LocalDate.parse(parts[4]), parts[5].isEmpty() ? null : Instant.parse(parts[5]));
        } catch (RuntimeException noneOfOurs) {
            throw Problem.refused("figures.page.problem.id");
        }
    }
}
