package vn.bamcoso.documents.numbers;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.basics.Texts;

/**
 * A value against the one of the same period a year before, in numbers and as officials say it: "giảm 43 (391/434)", "tăng
 * 4,95%". Percent are of the earlier value, to two decimals, half up; of zero there are none.
 */
public record Change(BigDecimal now, BigDecimal before) {

    /** Empty unless both are known. */
    public static Optional<Change> of(@Nullable BigDecimal now, @Nullable BigDecimal before) {
        return now == null || before == null ? Optional.empty() : Optional.of(new Change(now, before));
    }

    public BigDecimal difference() {
        return now.subtract(before);
    }

    /** Null when the earlier value is zero. */
    public @Nullable BigDecimal percent() {
        return before.signum() == 0 ? null : difference().multiply(BigDecimal.valueOf(100)).divide(before.abs(), 2, RoundingMode.HALF_UP).stripTrailingZeros();
    }

    /** +43 · −43 · 0. */
    public String signed(Locale locale) {
        return sign() + Numerals.write(plain(difference().abs()), locale);
    }

    /** +4,95% · −9,91%; empty when there is no percentage. */
    public String signedPercent(Locale locale) {
        BigDecimal percent = percent();
        return percent == null ? "" : sign() + Numerals.write(plain(percent.abs()), locale) + "%";
    }

    /** "tăng 43 (434/391), tăng 11,00%" without the unit; "không đổi" when nothing changed. */
    public String words(Locale locale) {
        Texts texts = Texts.of(locale);
        if (difference().signum() == 0) {
            return texts.get("documents.change.same");
        }
        String key = "documents.change." + (difference().signum() > 0 ? "more" : "less");
        BigDecimal percent = percent();
        String said = texts.get(key, Numerals.write(plain(difference().abs()), locale), Numerals.write(plain(now), locale), Numerals.write(plain(before), locale));
        return percent == null ? said : said + ", " + texts.get(key + ".percent", Numerals.write(plain(percent.abs()), locale));
    }

    private String sign() {
        return difference().signum() > 0 ? "+" : difference().signum() < 0 ? "−" : "";
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
