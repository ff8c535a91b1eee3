package vn.bamcoso.audit;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An end that the chain once had. Whoever keeps one, in a file or on the paper of an issued document, can show later that
 * nothing before it was changed or removed.
 *
 * @param number of the line, from 1
 * @param link hexadecimal, 64 digits; or its first 16 when read from paper
 */
public record Head(long number, String link) {
    private static final Pattern PRINTED = Pattern.compile("(\\d{1,18})[:·.\\-/ ]+([0-9a-fA-F][0-9a-fA-F \\-]*)");

    /** As printed in a foot: {@code 10482-9F3A 22C1 7B0E 55D0}. */
    public String printed() {
        String short16 = link.substring(0, 16).toUpperCase(Locale.ROOT);
        return number + "-" + String.join(" ", short16.substring(0, 4), short16.substring(4, 8), short16.substring(8, 12), short16.substring(12));
    }

    /** Reads the printed form, however it is spaced; empty when it is none. */
    public static Optional<Head> read(String text) {
        var found = PRINTED.matcher(text.strip());
        if (!found.matches()) {
            return Optional.empty();
        }
        String link = found.group(2).replaceAll("[ \\-]", "").toLowerCase(Locale.ROOT);
        return link.length() < 16 || link.length() > 64 ? Optional.empty() : Optional.of(new Head(Long.parseLong(found.group(1)), link));
    }
}
