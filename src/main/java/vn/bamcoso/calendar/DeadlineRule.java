package vn.bamcoso.calendar;

import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * By which day a report is due, as the document that founds it says (Decree 09/2019/NĐ-CP Articles 8 and 13): a number of
 * working days after the last day of the period, or a day of the period's last month. A printed day is not moved when it
 * falls on a day off: the decree prints "ngày 25" and moves nothing.
 *
 * <p>Kept as its code: {@code +2} = two working days after; {@code day25} = by the 25th; {@code d+1} = the day after.
 *
 * @param n working days, at least 1 (Article 8 item 5), or the day of the month, 1 to 28
 */
public record DeadlineRule(Kind kind, int n) {

    public enum Kind {
        WORKING_DAYS_AFTER("+"), DAY_OF_LAST_MONTH("day"), /** Days of the calendar: a report of today that is due tomorrow, a Sunday or not. */ DAYS_AFTER("d+");

        private final String code;

        Kind(String code) {
            this.code = code;
        }
    }

    private static final Pattern CODE = Pattern.compile("(\\+|day|d\\+)(\\d{1,2})");

    public DeadlineRule {
        int most = kind == Kind.DAY_OF_LAST_MONTH ? 28 : 60;
        if (n < 1 || n > most) throw Problem.refused("calendar.problem.deadline", n, most);
    }

    public static DeadlineRule workingDaysAfter(int n) {
        return new DeadlineRule(Kind.WORKING_DAYS_AFTER, n);
    }

    public static DeadlineRule dayOfLastMonth(int day) {
        return new DeadlineRule(Kind.DAY_OF_LAST_MONTH, day);
    }

    /** @throws Problem when the text is no code */
    public static DeadlineRule parse(String code) {
        Matcher m = CODE.matcher(code);
        if (!m.matches()) throw Problem.refused("calendar.problem.deadline-code", code);
        Kind kind = Stream.of(Kind.values()).filter(one -> one.code.equals(m.group(1))).findFirst().orElseThrow();
        return new DeadlineRule(kind, Integer.parseInt(m.group(2)));
    }

    public String code() {
        return kind.code + n;
    }

    /** The last day on which a report of the period is in time. */
    public LocalDate dueFor(Period period, WorkingDays days) {
        return switch (kind) {
            case WORKING_DAYS_AFTER -> days.after(period.end(), n);
            case DAY_OF_LAST_MONTH -> YearMonth.from(period.end()).atDay(n);
            case DAYS_AFTER -> period.end().plusDays(n);
        };
    }

    public String label(Locale locale) {
        return Texts.of(locale).get("calendar.deadline." + kind.name().toLowerCase(Locale.ROOT), n);
    }
}
