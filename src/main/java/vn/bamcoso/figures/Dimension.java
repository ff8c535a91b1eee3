package vn.bamcoso.figures;

import java.util.List;
import java.util.Locale;

/**
 * By what indicators are broken down: sex, title, kind …
 *
 * @param parts each with its own code; of an indicator it is {@code <indicator>__<part>}
 */
public record Dimension(String code, String nameVi, String nameEn, List<Part> parts) {
    public record Part(String code, String nameVi, String nameEn) {}

    public String name(Locale locale) {
        return "en".equals(locale.getLanguage()) ? nameEn : nameVi;
    }
}
