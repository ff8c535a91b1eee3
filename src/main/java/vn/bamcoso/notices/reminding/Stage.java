package vn.bamcoso.notices.reminding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.bamcoso.calendar.WorkingDays;

/**
 * At which stage a deadline is on a day. It is told on working days only: what would fall on a day off before the last day is told
 * on the working day before it, what comes after it on a working day after. A run that was missed is made up for within two
 * weeks, with the latest stage alone.
 *
 * @param code before7, day, after, up1 …
 * @param level 0 the responsible post, 1 its superior, 2 the next
 * @param tellOn from which day it is told
 */
record Stage(LocalDate lastDay, String code, int level, LocalDate tellOn) {
    private static final int MADE_UP_FOR = 14;

    /** Every last day that has something to be told on this day, with its stage. */
    static List<Stage> on(LocalDate today, Rules.Rule rule, WorkingDays working) {
        List<Stage> found = new ArrayList<>();
        LocalDate first = today.minusDays(2L * rule.graceDays() * rule.levels() + 4L * MADE_UP_FOR);
        LocalDate last = today.plusDays(rule.daysBefore().getFirst() + MADE_UP_FOR);
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            of(day, today, rule, working).ifPresent(found::add);
        }
        return found;
    }

    /** The latest stage of this last day that is to be told by this day. */
    static Optional<Stage> of(LocalDate lastDay, LocalDate today, Rules.Rule rule, WorkingDays working) {
        return all(lastDay, rule, working).stream()
                .filter(stage -> !stage.tellOn().isAfter(today))
                .reduce((earlier, later) -> later)
                .filter(stage -> stage.tellOn().isAfter(today.minusDays(MADE_UP_FOR)));
    }

    /** In their order. */
    static List<Stage> all(LocalDate lastDay, Rules.Rule rule, WorkingDays working) {
        List<Stage> stages = new ArrayList<>();
        for (int days : rule.daysBefore()) {
            stages.add(new Stage(lastDay, "before" + days, 0, openOnOrBefore(lastDay.minusDays(days), working)));
        }
        stages.add(new Stage(lastDay, "day", 0, openOnOrBefore(lastDay, working)));
        stages.add(new Stage(lastDay, "after", 0, working.after(lastDay, 1)));
        for (int level = 1; level <= rule.levels(); level++) {
            stages.add(new Stage(lastDay, "up" + level, level, working.after(lastDay, 1 + level * rule.graceDays())));
        }
        return stages;
    }

    private static LocalDate openOnOrBefore(LocalDate day, WorkingDays working) {
        LocalDate open = day;
        while (!working.isOpen(open)) {
            open = open.minusDays(1);
        }
        return open;
    }
}
