package vn.bamcoso.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The working days of the State's offices, by which legal clocks run: Monday to Friday without the public holidays, plus the
 * Saturdays that are worked instead of a weekday off. The days are data ({@code holidays.csv}, 2018 to 2027); what was not
 * certain is left out and named there. Outside those years only Saturdays, Sundays and the four holidays with a fixed day are known.
 */
public final class WorkingDays {

    private static final WorkingDays VIETNAM = read("holidays.csv");

    private final TreeMap<LocalDate, Holiday> special;

    private WorkingDays(TreeMap<LocalDate, Holiday> special) {
        this.special = special;
    }

    public static WorkingDays vietnam() {
        return VIETNAM;
    }

    public boolean isOpen(LocalDate day) {
        Holiday holiday = special.get(day);
        if (holiday != null) return holiday.kind().open();
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) return false;
        return knows(day) || !fixedHoliday(day);
    }

    /** Whether the list covers the year of this day; when not, lunar holidays and swapped days are missing from the answers. */
    public boolean knows(LocalDate day) {
        return day.getYear() >= special.firstKey().getYear() && day.getYear() <= special.lastKey().getYear();
    }

    /** Why the day is not what its weekday says, when it is not. */
    public Optional<Holiday> special(LocalDate day) {
        return Optional.ofNullable(special.get(day));
    }

    /**
     * The n-th working day after the day, which itself does not count; n = 0 gives the day itself or the next one that is open.
     *
     * @throws IllegalArgumentException when n is negative
     */
    public LocalDate after(LocalDate day, int n) {
        if (n < 0) throw new IllegalArgumentException("n is " + n);
        LocalDate found = n == 0 ? day : day.plusDays(1);
        int seen = isOpen(found) ? 1 : 0;
        while (seen < Math.max(n, 1)) {
            found = found.plusDays(1);
            if (isOpen(found)) seen++;
        }
        return found;
    }

    /** How many working days lie after the first day, up to and with the last; 0 when last is not after first. */
    public int between(LocalDate first, LocalDate last) {
        int count = 0;
        for (LocalDate day = first.plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            if (isOpen(day)) count++;
        }
        return count;
    }

    /** Calendar days from the day of doing to the deadline: positive = ahead ("sớm 47 ngày"), negative = late, 0 = on the day. */
    public static long daysAhead(LocalDate deadline, LocalDate done) {
        return ChronoUnit.DAYS.between(done, deadline);
    }

    private static boolean fixedHoliday(LocalDate day) {
        return switch (day.getMonth()) {
            case JANUARY, MAY -> day.getDayOfMonth() == 1;
            case APRIL -> day.getDayOfMonth() == 30;
            case SEPTEMBER -> day.getDayOfMonth() == 2;
            default -> false;
        };
    }

    private static WorkingDays read(String resource) {
        TreeMap<LocalDate, Holiday> days = new TreeMap<>();
        var stream = Objects.requireNonNull(WorkingDays.class.getResourceAsStream(resource), resource);
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#") && !line.startsWith("day;")).map(WorkingDays::row).forEach(holiday -> {
                if (days.put(holiday.day(), holiday) != null) throw new IllegalStateException("twice in " + resource + ": " + holiday.day());
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new WorkingDays(days);
    }

    private static Holiday row(String line) {
        String[] cell = line.split(";");
        return new Holiday(LocalDate.parse(cell[0]), Holiday.Kind.valueOf(cell[1].toUpperCase(Locale.ROOT)), cell[2], cell[3], cell[4]);
    }
}
