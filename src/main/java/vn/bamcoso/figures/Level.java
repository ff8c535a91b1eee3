package vn.bamcoso.figures;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Levels of places at which figures are shown. */
public enum Level {
    NATION, PROVINCE, DISTRICT, COMMUNE;

    /** As in addresses, in the API and in territory's rows: {@code province}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Level> of(String code) {
        return Stream.of(values()).filter(level -> level.code().equals(code)).findFirst();
    }
}
