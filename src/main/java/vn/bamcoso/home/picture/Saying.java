package vn.bamcoso.home.picture;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.documents.numbers.Numeral;
import vn.bamcoso.documents.numbers.Qualifier;
import vn.bamcoso.documents.numbers.SpeakingNumber;
import vn.bamcoso.figures.Answer;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.shell.Page;

/** Puts a figure into words: the phrase that is true of it, how it compares with a year ago, what it leaves out. */
final class Saying {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private final Page page;
    private final Locale locale;

    Saying(Page page) {
        this.page = page;
        this.locale = page.texts().locale();
    }

    Picture.Stat stat(Indicator indicator, Answer.Cell now, Answer.Cell before, String of) {
        boolean rate = indicator.unitVi().equals("%");
        return new Picture.Stat(
                page.n(now.value()) + (rate ? "%" : ""),
                rate ? null : indicator.unit(locale),
                rate ? null : phrase(now.value()),
                indicator.name(locale),
                detail(indicator, now, before, of),
                "/figures/" + indicator.code());
    }

    /** "gần 45.000" or "hơn 44.000", whichever is nearer; null when no rounding is true. */
    @Nullable String phrase(BigDecimal value) {
        SpeakingNumber nearly = SpeakingNumber.phrase(value, Qualifier.NEARLY, Numeral.Unit.NONE, locale);
        SpeakingNumber over = SpeakingNumber.phrase(value, Qualifier.OVER, Numeral.Unit.NONE, locale);
        SpeakingNumber nearer = distance(nearly, value).compareTo(distance(over, value)) < 0 ? nearly : over;
        return nearer.qualifier() == Qualifier.EXACT ? null : nearer.text();
    }

    private static BigDecimal distance(SpeakingNumber spoken, BigDecimal value) {
        return spoken.qualifier() == Qualifier.EXACT ? value.abs().add(BigDecimal.ONE) : spoken.number().value().subtract(value).abs();
    }

    private String detail(Indicator indicator, Answer.Cell now, Answer.Cell before, String of) {
        List<String> parts = new ArrayList<>();
        if (now.numerator() != null && now.denominator() != null) {
            parts.add(page.n(now.numerator()) + "/" + page.n(now.denominator()));
        }
        if (!of.isEmpty()) {
            parts.add(of);
        } else if (now.to() != null && !indicator.computed()) {
            parts.add(page.t("home.picture.as-of", now.to()));
        }
        String change = change(indicator, now, before);
        if (change != null) {
            parts.add(change);
        }
        if (!now.complete() && now.expected() > 0 && !indicator.computed()) {
            parts.add(page.t("home.picture.missing", now.expected() - now.reported(), now.expected()));
        }
        return String.join(" · ", parts);
    }

    private @Nullable String change(Indicator indicator, Answer.Cell now, Answer.Cell before) {
        if (before.value() == null || before.value().signum() <= 0 || indicator.computed() || now.value().equals(before.value())) {
            return null;
        }
        BigDecimal percent = now.value().subtract(before.value()).multiply(HUNDRED).divide(before.value(), 1, RoundingMode.HALF_UP);
        if (percent.signum() == 0) {
            return page.t("home.picture.same");
        }
        return page.t(percent.signum() > 0 ? "home.picture.more" : "home.picture.less", page.n(percent.abs()));
    }

}
