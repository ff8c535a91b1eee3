package vn.bamcoso.basics;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The words of the product in one language, read once from {@code lang/<room>.<vi|en>.properties} (UTF-8). A key begins
 * with its room's name. {@code {0}} is replaced by the argument's text: whole numbers and days are written in the form of
 * the language, everything else by {@code toString}. A missing key is an error at once, not a hole in a page.
 */
public final class Texts {
    public static final Locale VIETNAMESE = Locale.of("vi", "VN");
    public static final Locale ENGLISH = Locale.of("en", "GB");

    private static final Map<String, Texts> LOADED =
            Map.of("vi", new Texts(VIETNAMESE, "d/M/yyyy"), "en", new Texts(ENGLISH, "d MMM yyyy"));

    private final Locale locale;
    private final DateTimeFormatter day;
    private final Map<String, String> words = new HashMap<>();

    private Texts(Locale locale, String dayPattern) {
        this.locale = locale;
        this.day = DateTimeFormatter.ofPattern(dayPattern, locale.getLanguage().equals("en") ? Locale.ENGLISH : locale); // "Sep", as everywhere, not the British "Sept"
        try {
            for (Resource file : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:lang/*." + locale.getLanguage() + ".properties")) {
                var read = new Properties();
                try (var in = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    read.load(in);
                }
                read.forEach((key, value) -> words.put((String) key, (String) value));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Texts vi() {
        return of(VIETNAMESE);
    }

    public static Texts en() {
        return of(ENGLISH);
    }

    /** Vietnamese, unless the locale is English. */
    public static Texts of(Locale locale) {
        return LOADED.get("en".equals(locale.getLanguage()) ? "en" : "vi");
    }

    public Locale locale() {
        return locale;
    }

    public boolean has(String key) {
        return words.containsKey(key);
    }

    /** @throws IllegalArgumentException when no language file has the key */
    public String get(String key, Object... args) {
        String text = words.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no text for '" + key + "' in " + locale.getLanguage());
        }
        for (int i = 0; i < args.length; i++) {
            text = text.replace("{" + i + "}", write(args[i]));
        }
        return text;
    }

    public String get(Problem problem) {
        return get(problem.code(), problem.args().toArray());
    }

    public String write(Object value) {
        return switch (value) {
            case Integer n -> NumberFormat.getIntegerInstance(locale).format(n);
            case Long n -> NumberFormat.getIntegerInstance(locale).format(n);
            case BigDecimal n -> decimal(n);
            case LocalDate date -> day.format(date);
            case null -> "";
            default -> value.toString();
        };
    }

    private String decimal(BigDecimal n) {
        NumberFormat form = NumberFormat.getInstance(locale);
        form.setMaximumFractionDigits(2);
        form.setRoundingMode(RoundingMode.HALF_UP);
        return form.format(n);
    }
}
