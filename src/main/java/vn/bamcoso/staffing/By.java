package vn.bamcoso.staffing;

import java.util.Locale;
import java.util.Optional;

/** By which attribute officers are counted; all but the title are personal. */
public enum By {
    TITLE, SEX, RANK, EDUCATION, ETHNIC, PARTY;

    public static Optional<By> of(String name) {
        try {
            return Optional.of(valueOf(name.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
