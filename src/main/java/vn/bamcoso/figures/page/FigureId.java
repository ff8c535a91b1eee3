package vn.bamcoso.figures.page;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.figures.Level;

/**
 * The id of one number in an answer: what was asked to get it, in one word that an address can carry. It is made of three
 * parts, each padded to a multiple of three letters: so the word of the whole is that of its parts side by side, and an
 * answer with many numbers makes each part once.
 */
public final class FigureId {
    private FigureId() {}

    public static String of(String indicator, Period period, Level level, String place, LocalDate map, @Nullable Instant known) {
        return begin(indicator, period) + middle(level, place) + end(map, known);
    }

    static String begin(String indicator, Period period) {
        return word(indicator + "|" + period.code() + "|");
    }

    static String middle(Level level, String place) {
        return word(level.code() + "|" + place + "|");
    }

    static String end(LocalDate map, @Nullable Instant known) {
        return word(map + "|" + (known == null ? "" : known.toString()));
    }

    private static String word(String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        byte[] padded = Arrays.copyOf(bytes, (bytes.length + 2) / 3 * 3);
        Arrays.fill(padded, bytes.length, padded.length, (byte) ' ');
        return Base64.getUrlEncoder().encodeToString(padded);
    }

    /** @throws Problem refused when the word is none of ours */
    public static Asked read(String id) {
        try {
            String[] parts = Arrays.stream(new String(Base64.getUrlDecoder().decode(id), StandardCharsets.UTF_8).split("\\|", -1)).map(String::strip).toArray(String[]::new);
            return new Asked(parts[0], Period.parse(parts[1]), Level.of(parts[2]).orElseThrow(), parts[3], LocalDate.parse(parts[4]), parts[5].isEmpty() ? null : Instant.parse(parts[5]));
        } catch (RuntimeException noneOfOurs) {
            throw Problem.refused("figures.page.problem.id");
        }
    }
}
