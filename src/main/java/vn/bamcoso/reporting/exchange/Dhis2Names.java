package vn.bamcoso.reporting.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.calendar.PeriodKind;
import vn.bamcoso.calendar.PeriodRule;

/**
 * How DHIS2 names things: a uid of eleven letters and digits beside the code, and periods as 202609, 2026Q3, 2026S1, 2026 or 20260914.
 * A quarter of ours keeps its own first and last day (15/6 to 14/9); only its name is written their way.
 */
final class Dhis2Names {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final Pattern PERIOD = Pattern.compile("(\\d{4})(?:(Q[1-4])|S([12])|W(\\d{1,2})|(\\d{2})|(\\d{4})|)");

    private Dhis2Names() {}

    /** Always the same for the same thing: made from its kind and code. */
    static String uid(String kind, String code) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest((kind + ":" + code).getBytes(StandardCharsets.UTF_8));
            var uid = new StringBuilder().append(LETTERS.charAt(Math.floorMod(digest[0], 52)));
            for (int i = 1; i < 11; i++) {
                uid.append(LETTERS.charAt(Math.floorMod(digest[i], 62)));
            }
            return uid.toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @param rule on which days the periods of the form begin and end
     * @throws Problem when it is neither theirs nor one of our codes
     */
    static Period period(String text, PeriodRule rule) {
        Matcher found = PERIOD.matcher(text);
        if (!found.matches()) {
            return Period.parse(text);
        }
        int year = Integer.parseInt(found.group(1));
        if (found.group(6) != null) {
            String day = "%s-%s-%s".formatted(text.substring(0, 4), text.substring(4, 6), text.substring(6));
            return rule == PeriodRule.AS_OF ? Period.parse("@" + day) : Period.parse(day);
        }
        PeriodRule named = rule == PeriodRule.AS_OF ? PeriodRule.OFFICIAL : rule;
        if (found.group(2) != null) {
            return named.of(PeriodKind.QUARTER, year, text.charAt(5) - '0');
        }
        if (found.group(3) != null) {
            return named.of(PeriodKind.HALF_YEAR, year, Integer.parseInt(found.group(3)));
        }
        if (found.group(4) != null) {
            return PeriodRule.CALENDAR.of(PeriodKind.WEEK, year, Integer.parseInt(found.group(4)));
        }
        return found.group(5) != null ? named.of(PeriodKind.MONTH, year, Integer.parseInt(found.group(5))) : named.of(PeriodKind.YEAR, year, 1);
    }

    /** Our code where they have no name for it. */
    static String period(Period period) {
        return switch (period.kind()) {
            case MONTH -> "%d%02d".formatted(period.year(), period.number());
            case QUARTER -> period.year() + "Q" + period.number();
            case HALF_YEAR -> period.year() + "S" + period.number();
            case YEAR -> String.valueOf(period.year());
            case WEEK -> period.year() + "W" + period.number();
            case DAY, AS_OF -> day(period.end());
            default -> period.code();
        };
    }

    static String day(LocalDate day) {
        return day.toString().replace("-", "");
    }

    static String periodType(PeriodKind kind) {
        return switch (kind) {
            case DAY, AS_OF -> "Daily";
            case WEEK -> "Weekly";
            case MONTH -> "Monthly";
            case QUARTER -> "Quarterly";
            case HALF_YEAR -> "SixMonthly";
            case YEAR -> "Yearly";
            default -> "Daily";
        };
    }
}
