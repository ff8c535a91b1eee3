package vn.bamcoso.reporting.exchange;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a template carries unseen, so that it is known again whatever its file is called: form, its version, period, and the
 * place it is for; no place stands for a table of many.
 */
record TemplateKey(String form, int version, String period, @Nullable String place) {
    private static final String KIND = "bieu1";

    String text() {
        return String.join("|", KIND, form, String.valueOf(version), period, place == null ? "*" : place);
    }

    /** Empty when the text is no key of ours. */
    static Optional<TemplateKey> parse(String text) {
        String[] parts = text.strip().split("\\|");
        if (parts.length != 5 || !parts[0].equals(KIND) || !parts[2].matches("\\d{1,4}")) {
            return Optional.empty();
        }
        return Optional.of(new TemplateKey(parts[1], Integer.parseInt(parts[2]), parts[3], parts[4].equals("*") ? null : parts[4]));
    }
}
