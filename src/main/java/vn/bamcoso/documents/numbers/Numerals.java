package vn.bamcoso.documents.numbers;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.basics.Problem;

/**
 * Reads and writes numbers in the Vietnamese form (1.234,5) and the English form (1,234.5). Reading is strict: a number that
 * has two meanings, such as 1.234, needs a stated form, and is otherwise refused with a sentence that names both.
 */
public final class Numerals {

    static final String SCALE_WORDS = "(?:nghìn|ngàn)\\s+(?:tỷ|tỉ)|nghìn|ngàn|triệu|tỷ|tỉ|thousand|million|billion|trillion";

    private static final Pattern WRITTEN = Pattern.compile(
            "(?<sign>[-−–+])?\\s?(?<digits>\\d[\\d.,\\u0020\\u00a0\\u202f]*?)\\s*(?<scale>" + SCALE_WORDS + ")?\\s*(?<unit>%|phần trăm|per cent|percent|đồng|đ|VNĐ|VND)?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final int LONGEST = 60;
    private static final Pattern TOO_MANY_ZEROS = Pattern.compile("0\\d{2,}.*|0[1-9][.,].*");

    private Numerals() {}

    /**
     * The value of a number in a table cell or an entry field: "1.234,5", "05", "575 nghìn", "50 tỷ", "3.100 tỷ đồng", "−43".
     *
     * @param form null when the file does not say which form it uses: then only what has one meaning is read
     * @throws Problem with a sentence when it is no number, has two meanings, or looks like a code ("00123")
     */
    public static BigDecimal read(String text, @Nullable NumberForm form) {
        return parse(text, form).value();
    }

    /** As {@link #read}, with the unit that stood behind and how finely it was written. */
    public static Numeral parse(String text, @Nullable NumberForm form) {
        if (onlyDigits(text)) return new Numeral(new BigDecimal(text), BigDecimal.ONE, Numeral.Unit.NONE);
        String stripped = text.replace('\u00a0', ' ').replace('\u202f', ' ').strip();
        Matcher m = WRITTEN.matcher(stripped);
        if (stripped.length() > LONGEST) throw Problem.refused("documents.problem.no-number", stripped.substring(0, LONGEST) + "…");
        if (!m.matches()) throw Problem.refused("documents.problem.no-number", stripped);
        String digits = m.group("digits").strip();
        if (TOO_MANY_ZEROS.matcher(digits).matches() && !digits.matches("0[.,]\\d+")) throw Problem.refused("documents.problem.looks-like-code", stripped);
        BigDecimal unsigned = form == null ? unstated(digits) : form.read(digits).orElseThrow(() -> misformed(digits, form));
        Scale scale = m.group("scale") == null ? Scale.ONE : Scale.ofWord(m.group("scale"));
        boolean negative = m.group("sign") != null && !m.group("sign").equals("+");
        BigDecimal value = unsigned.multiply(scale.factor());
        return new Numeral(plain(negative ? value.negate() : value), unsigned.ulp().multiply(scale.factor()), unit(m.group("unit")));
    }

    /** As most cells of a large file are: one meaning in every form, and read in a sixtieth of the time that the pattern takes. */
    private static boolean onlyDigits(String text) {
        if (text.isEmpty() || text.length() > 18 || text.charAt(0) == '0' && text.length() > 1) return false;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') return false;
        }
        return true;
    }

    private static Numeral.Unit unit(@Nullable String word) {
        if (word == null) return Numeral.Unit.NONE;
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "%", "phần trăm", "per cent", "percent" -> Numeral.Unit.PERCENT;
            default -> Numeral.Unit.DONG;
        };
    }

    private static BigDecimal unstated(String digits) {
        Optional<BigDecimal> vietnamese = NumberForm.VIETNAMESE.read(digits);
        Optional<BigDecimal> english = NumberForm.ENGLISH.read(digits);
        if (vietnamese.isPresent() && english.isPresent() && vietnamese.get().compareTo(english.get()) != 0) {
            throw Problem.refused("documents.problem.two-meanings", digits,
                    vietnamese.get().stripTrailingZeros().toPlainString(), english.get().stripTrailingZeros().toPlainString());
        }
        return vietnamese.or(() -> english).orElseThrow(() -> Problem.refused("documents.problem.no-number", digits));
    }

    private static Problem misformed(String digits, NumberForm form) {
        NumberForm other = form == NumberForm.VIETNAMESE ? NumberForm.ENGLISH : NumberForm.VIETNAMESE;
        return other.read(digits)
                .map(value -> Problem.refused("documents.problem.other-form." + form.name().toLowerCase(Locale.ROOT), digits, form.write(plain(value))))
                .orElseGet(() -> Problem.refused("documents.problem.no-number", digits));
    }

    /** 44.694 · 44,694; with as many decimals as the value has. */
    public static String write(BigDecimal value, Locale locale) {
        return NumberForm.of(locale).write(plain(value));
    }

    public static String write(long value, Locale locale) {
        return write(BigDecimal.valueOf(value), locale);
    }

    /** Rounded half up to so many decimals, all of them written: 5,20. */
    public static String write(BigDecimal value, int decimals, Locale locale) {
        return NumberForm.of(locale).write(value.setScale(decimals, RoundingMode.HALF_UP));
    }

    /** As officials write counts in a document: a zero before numbers from 1 to 9, so that no digit is added by hand. */
    public static String count(long value, Locale locale) {
        String written = write(value, locale);
        return NumberForm.of(locale) == NumberForm.VIETNAMESE && value > 0 && value < 10 ? "0" + written : written;
    }

    /** 96,8% · 96.8%; a value that is not 100 is never rounded up to "100%": then it keeps as many decimals as it needs. */
    public static String percent(BigDecimal percent, int decimals, Locale locale) {
        BigDecimal hundred = BigDecimal.valueOf(100);
        int places = decimals;
        while (percent.compareTo(hundred) != 0 && percent.setScale(places, RoundingMode.HALF_UP).compareTo(hundred) == 0 && places < 6) places++;
        BigDecimal rounded = percent.setScale(places, RoundingMode.HALF_UP);
        return NumberForm.of(locale).write(plain(rounded)) + "%";
    }

    /** Exactly, in the largest scale that needs at most three decimals: "3.100 tỷ đồng", "775,864 tỷ đồng", "1.234.567 đồng" · "VND 3,100 billion". */
    public static String money(BigDecimal dong, Locale locale) {
        NumberForm form = NumberForm.of(locale);
        Scale scale = Scale.ONE;
        for (Scale s : new Scale[] {Scale.MILLION, Scale.BILLION}) {
            if (dong.abs().compareTo(s.factor()) >= 0 && plain(dong.divide(s.factor())).scale() <= 3) scale = s;
        }
        return money(form.write(plain(dong.divide(scale.factor()))), scale, form);
    }

    static String money(String number, Scale scale, NumberForm form) {
        String scaled = scale == Scale.ONE ? number : number + " " + scale.word(form);
        return form == NumberForm.ENGLISH ? "VND " + scaled : scaled + " đồng";
    }

    /** Without trailing zeros behind the decimal mark and without an exponent. */
    static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
