package vn.bamcoso.basics;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a day as a person writes it, or as a page of the program wrote it in either language. Day before month, always. */
public final class WrittenDay {
    private static final Pattern SLASHED = Pattern.compile("(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4})");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern WORDS = Pattern.compile("(?:ngày\\s+)?(\\d{1,2})\\s+tháng\\s+(\\d{1,2})\\s+năm\\s+(\\d{4})", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern ENGLISH = Pattern.compile("(\\d{1,2})\\s+(\\p{Alpha}{3,9})\\s+(\\d{4})");

    private WrittenDay() {}

    /**
     * 23/4/2021, 23.4.2021, 23-4-2021, 2021-04-23, "ngày 23 tháng 4 năm 2021", "23 Apr 2021".
     *
     * @throws Problem with a sentence when the text is none of these, has no year, or the month has no such day
     */
    public static LocalDate read(String text) {
        String trimmed = text.strip();
        try {
            Matcher iso = ISO.matcher(trimmed);
            if (iso.matches()) return LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3));
            Matcher slashed = SLASHED.matcher(trimmed);
            if (slashed.matches()) return LocalDate.of(number(slashed, 4), number(slashed, 3), number(slashed, 1));
            Matcher words = WORDS.matcher(trimmed);
            if (words.matches()) return LocalDate.of(number(words, 3), number(words, 2), number(words, 1));
            Matcher english = ENGLISH.matcher(trimmed);
            if (english.matches()) {
                for (Month month : Month.values()) {
                    if (month.name().startsWith(english.group(2).toUpperCase(Locale.ROOT))) return LocalDate.of(number(english, 3), month, number(english, 1));
                }
            }
        } catch (DateTimeException noSuchDay) {
            throw Problem.refused("calendar.problem.no-such-day", trimmed);
        }
        throw Problem.refused("calendar.problem.unreadable-day", trimmed);
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }
}
