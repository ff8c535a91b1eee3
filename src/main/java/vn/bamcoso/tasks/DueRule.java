package vn.bamcoso.tasks;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.WorkingDays;

/**
 * How the completion date of a task is stated. A day is a day; "before a law takes effect" is the day before; a task with turns
 * owes one piece of work each quarter, half-year or year until its date, by the last day of each.
 */
public enum DueRule {
    DAY(0), BEFORE_LAW(0), QUARTERLY(3), HALF_YEARLY(6), YEARLY(12);

    private final int months;

    DueRule(int months) {
        this.months = months;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws Problem refused when there is no such rule */
    public static DueRule of(String code) {
        return Stream.of(values()).filter(rule -> rule.code().equalsIgnoreCase(code)).findFirst().orElseThrow(() -> Problem.refused("tasks.problem.kind", code));
    }

    public String label(Texts texts) {
        return texts.get("tasks.due." + code());
    }

    /**
     * The dates of all turns, the last one being the stated date; of a single task this date alone, and of one that must be done
     * before a law takes effect the day before it does.
     */
    public List<LocalDate> turns(LocalDate issued, LocalDate stated) {
        if (months == 0) {
            return List.of(this == BEFORE_LAW ? stated.minusDays(1) : stated);
        }
        List<LocalDate> turns = new ArrayList<>();
        for (YearMonth month = YearMonth.from(issued); !month.atEndOfMonth().isAfter(stated); month = month.plusMonths(1)) {
            if (month.getMonthValue() % months == 0 && month.atEndOfMonth().isBefore(stated)) {
                turns.add(month.atEndOfMonth());
            }
        }
        turns.add(stated);
        return turns;
    }

    /** The last day that counts as in time: the date itself, or the working day after it when offices are closed on it (Civil Code 2015, Article 148). */
    public static LocalDate lastDay(LocalDate due, boolean movesOffDays) {
        return movesOffDays ? WorkingDays.vietnam().after(due, 0) : due;
    }
}
