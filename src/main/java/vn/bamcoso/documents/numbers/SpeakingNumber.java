package vn.bamcoso.documents.numbers;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;

/**
 * A number as a report speaks it: "gần 45.000", "hơn 3.100 tỷ đồng", "05", "từ 5 đến 7". It is made from an exact value so
 * that it is true of it, or found in a person's text and checked against the value.
 *
 * <p>The rule: the step of a rounded number s is that of its last digit that is not zero. "hơn, trên s" says s &lt; v &lt; s + step;
 * "gần, ngót s" says s − step &lt; v &lt; s; "khoảng s" says |v − s| &lt; step; and in all three v lies within 5 % of s. Of 44.694 it is
 * true to say "gần 45.000", "hơn 44.000" and "44.694", and not "hơn 45.000", "gần 44.000" or "gần 50.000". A number without a
 * word is the value itself, or its rounding where decimals or a scale word show that it was rounded; 100 % is never a rounding.
 *
 * @param text        the phrase as written, qualifier and unit included
 * @param number      the number said; of a range the lower end
 * @param upper       of a range the upper end
 * @param denominator of "188/188" the second number
 */
public record SpeakingNumber(String text, Qualifier qualifier, Numeral number, @Nullable Numeral upper, @Nullable BigDecimal denominator) {

    /** How far a rounded number may lie from the exact one, as a share of what was said. */
    public static final BigDecimal NEARNESS = new BigDecimal("0.05");

    private static final int LONGEST = 120;
    private static final Pattern QUALIFIED = Pattern.compile(
            "(?<word>" + String.join("|", Qualifier.allWords()) + ")?\\s*(?<rest>.*)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    private static final Pattern TWO = Pattern.compile("(?<low>.+?)\\s*(?:–|—|(?<=[\\d%])-|\\bđến\\b|\\bto\\b|\\band\\b)\\s*(?<high>\\S.*)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    /** A place in a text where a number is spoken. */
    public record Found(SpeakingNumber spoken, int from, int to) {}

    /**
     * Understands one phrase: "gần 45.000", "trên 5 nghìn", "đạt 100%", "188/188", "5–7", "từ 5 đến 7", "05".
     *
     * @throws Problem when the phrase has no number that can be read
     */
    public static SpeakingNumber parse(String phrase, Locale locale) {
        if (phrase.length() > LONGEST) throw Problem.refused("documents.problem.no-number", phrase.substring(0, LONGEST) + "…");
        String text = phrase.strip();
        NumberForm form = NumberForm.of(locale);
        if (text.toLowerCase(Locale.ROOT).startsWith("đạt ")) text = text.substring(4).strip();
        Matcher m = QUALIFIED.matcher(text);
        if (!m.matches()) throw Problem.refused("documents.problem.no-number", phrase);
        Qualifier qualifier = m.group("word") == null ? Qualifier.EXACT : Qualifier.of(m.group("word")).orElseThrow();
        String rest = m.group("rest").strip();
        if (rest.endsWith("trở lên")) return bound(phrase, Qualifier.AT_LEAST, rest.substring(0, rest.length() - "trở lên".length()), form);
        if (rest.endsWith("trở xuống")) return bound(phrase, Qualifier.AT_MOST, rest.substring(0, rest.length() - "trở xuống".length()), form);
        if (qualifier == Qualifier.ALL && rest.isEmpty()) rest = "100%";
        Matcher two = TWO.matcher(rest);
        if ((qualifier == Qualifier.RANGE || qualifier == Qualifier.EXACT) && two.matches()) {
            Numeral high = Numerals.parse(two.group("high"), form);
            return new SpeakingNumber(phrase.strip(), Qualifier.RANGE, Numerals.parse(two.group("low"), form), high, null);
        }
        int slash = rest.indexOf('/');
        if (slash > 0) {
            Numeral numerator = Numerals.parse(rest.substring(0, slash), form);
            return new SpeakingNumber(phrase.strip(), qualifier, numerator, null, Numerals.read(rest.substring(slash + 1), form));
        }
        Numeral number = Numerals.parse(rest, form);
        boolean all = qualifier == Qualifier.EXACT && isHundredPercent(number);
        return new SpeakingNumber(phrase.strip(), all ? Qualifier.ALL : qualifier, number, null, null);
    }

    private static SpeakingNumber bound(String phrase, Qualifier side, String number, NumberForm form) {
        return new SpeakingNumber(phrase.strip(), side, Numerals.parse(number, form), null, null);
    }

    /** The numbers spoken in a Vietnamese text, in order; days, years, document numbers, headings and clock times are not among them. */
    public static List<Found> findIn(String text) {
        return findIn(text, Texts.VIETNAMESE);
    }

    public static List<Found> findIn(String text, Locale locale) {
        return NumbersInText.find(text, locale);
    }

    /** Phrases that are true of the value, the exact one first, then from finer to coarser. */
    public static List<SpeakingNumber> phrasesFor(BigDecimal exact, Locale locale) {
        return Phrases.of(exact, Numeral.Unit.NONE, locale);
    }

    public static List<SpeakingNumber> phrasesFor(BigDecimal exact, Numeral.Unit unit, Locale locale) {
        return Phrases.of(exact, unit, locale);
    }

    /** The phrase with that word which people would use: "gần 45.000" of 44694; the exact number where no rounding is true. */
    public static SpeakingNumber phrase(BigDecimal exact, Qualifier qualifier, Numeral.Unit unit, Locale locale) {
        return Phrases.usual(exact, qualifier, unit, locale);
    }

    public Verdict check(BigDecimal exact) {
        return check(exact, NEARNESS);
    }

    /** @param nearness how far a rounded number may lie from the exact one, as a share of what was said; 0.05 by default */
    public Verdict check(BigDecimal exact, BigDecimal nearness) {
        BigDecimal s = number.value();
        BigDecimal step = number.step();
        int side = exact.compareTo(s);
        return switch (qualifier) {
            case OVER -> side <= 0 ? refuse(exact, "not-over", s) : rounded(exact, s, s.add(step), nearness);
            case NEARLY -> side >= 0 ? refuse(exact, "not-nearly", s) : rounded(exact, s.subtract(step), s, nearness);
            case ABOUT -> rounded(exact, s.subtract(step), s.add(step), nearness);
            case AT_LEAST -> side >= 0 ? holds(exact) : refuse(exact, "below", s);
            case AT_MOST -> side <= 0 ? holds(exact) : refuse(exact, "above", s);
            case IN_FULL -> side == 0 ? holds(exact) : refuse(exact, side < 0 ? "not-full" : "more-than-full", s);
            case RANGE -> range(exact);
            case ALL -> isHundredPercent(number) ? (side == 0 ? holds(exact) : refuse(exact, "not-hundred", s)) : plainNumber(exact, s);
            case EXACT -> plainNumber(exact, s);
        };
    }

    /**
     * Checks "đạt 100%", "toàn bộ", "tất cả", "188/188" against a count and its total.
     *
     * @param denominator null when nobody stated it; then nothing can be said of all
     */
    public Verdict checkOf(BigDecimal numerator, @Nullable BigDecimal denominator) {
        if (qualifier != Qualifier.ALL && this.denominator == null) return check(numerator);
        if (denominator == null) return refuse(numerator, "denominator-unknown");
        boolean countSaid = this.denominator != null || !isHundredPercent(number);
        boolean countFits = !countSaid || number.value().compareTo(numerator) == 0;
        boolean totalFits = this.denominator == null || this.denominator.compareTo(denominator) == 0;
        if (!countFits || !totalFits) return refuse(numerator, "other-fraction", denominator);
        boolean claimsAll = qualifier == Qualifier.ALL;
        return !claimsAll || numerator.compareTo(denominator) == 0 ? holds(numerator) : refuse(numerator, "not-all", denominator);
    }

    private Verdict rounded(BigDecimal v, BigDecimal low, BigDecimal high, BigDecimal nearness) {
        BigDecimal s = number.value();
        if (v.compareTo(low) <= 0 || v.compareTo(high) >= 0) return refuse(v, "out-of-step", low, high);
        BigDecimal room = s.abs().multiply(nearness);
        if (v.subtract(s).abs().compareTo(room) > 0) return refuse(v, "too-far", nearness.movePointRight(2));
        return holds(v);
    }

    private Verdict range(BigDecimal v) {
        if (upper == null) return plainNumber(v, number.value());
        boolean inside = v.compareTo(number.value()) >= 0 && v.compareTo(upper.value()) <= 0;
        return inside ? holds(v) : refuse(v, "outside-range", number.value(), upper.value());
    }

    private Verdict plainNumber(BigDecimal v, BigDecimal s) {
        if (v.compareTo(s) == 0) return holds(v);
        if (number.coarse()) {
            BigDecimal digits = v.divide(number.written(), 12, RoundingMode.HALF_UP);
            BigDecimal said = s.divide(number.written(), 12, RoundingMode.HALF_UP);
            if (digits.setScale(0, RoundingMode.HALF_UP).compareTo(said) == 0) return new Verdict(true, "documents.speaking.rounded", this, v, List.of());
            if (digits.setScale(0, RoundingMode.DOWN).compareTo(said) == 0) return new Verdict(true, "documents.speaking.truncated", this, v, List.of());
        }
        return refuse(v, "not-exact");
    }

    private Verdict holds(BigDecimal v) {
        return new Verdict(true, "documents.speaking.holds", this, v, List.of());
    }

    private Verdict refuse(BigDecimal v, String why, Object... args) {
        return new Verdict(false, "documents.speaking." + why, this, v, List.of(args));
    }

    static boolean isHundredPercent(Numeral number) {
        return number.unit() == Numeral.Unit.PERCENT && number.value().compareTo(BigDecimal.valueOf(100)) == 0;
    }
}
