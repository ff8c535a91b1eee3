package vn.bamcoso.figures;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * By what indicators are broken down: sex, title, kind …
 *
 * @param parts each with its own code; of an indicator it is {@code <indicator>__<part>}
 */
public record Dimension(String code, String nameVi, String nameEn, List<Part> parts) {
    /** @param first of a crossed dimension: code of the part of its first dimension; {@code second} of its second */
    public record Part(String code, String nameVi, String nameEn, @Nullable String first, @Nullable String second) {}

    public String name(Locale locale) {
        return "en".equals(locale.getLanguage()) ? nameEn : nameVi;
    }
}
