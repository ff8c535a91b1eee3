package vn.bamcoso.documents.numbers;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which mark groups thousands and which begins the decimals: 1.234,5 in Vietnamese, 1,234.5 in English. */
public enum NumberForm {
    VIETNAMESE('.', ','),
    ENGLISH(',', '.');

    private final char group;
    private final char decimal;
    private final Pattern shape;

    NumberForm(char group, char decimal) {
        this.group = group;
        this.decimal = decimal;
        // One to three digits, then groups of exactly three parted by the group mark or by a space; or digits without groups.
        String g = Pattern.quote(String.valueOf(group));
        String d = Pattern.quote(String.valueOf(decimal));
        this.shape = Pattern.compile("(?:[1-9]\\d{0,2}(?:(?:%s\\d{3})+|(?:[ \\u00a0\\u202f]\\d{3})+)|\\d+)(?:%s\\d+)?".formatted(g, d));
    }

    public static NumberForm of(Locale locale) {
        return "en".equals(locale.getLanguage()) ? ENGLISH : VIETNAMESE;
    }

    /** The value of unsigned digits with their marks; empty when they are not of this form. */
    Optional<BigDecimal> read(String digits) {
        if (!shape.matcher(digits).matches()) return Optional.empty();
        StringBuilder plain = new StringBuilder(digits.length());
        for (char c : digits.toCharArray()) {
            if (c == decimal) plain.append('.');
            else if (c >= '0' && c <= '9') plain.append(c);
        }
        return Optional.of(new BigDecimal(plain.toString()));
    }

    String write(BigDecimal value) {
        String plain = value.abs().toPlainString();
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        StringBuilder out = new StringBuilder(value.signum() < 0 ? "−" : "");
        for (int i = 0; i < whole.length(); i++) {
            if (i > 0 && (whole.length() - i) % 3 == 0) out.append(group);
            out.append(whole.charAt(i));
        }
        return point < 0 ? out.toString() : out.append(decimal).append(plain, point + 1, plain.length()).toString();
    }
}
