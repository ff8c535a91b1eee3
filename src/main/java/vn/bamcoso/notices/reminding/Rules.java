package vn.bamcoso.notices.reminding;

import java.sql.Array;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;

/** When what falls due is told and how far up: one setting for the house, kept by the Ministry Office. */
@Component
public class Rules {
    private static final int FURTHEST = 60;

    /**
     * The setting.
     *
     * @param daysBefore how many days before the last day, the most first
     * @param graceDays working days from the last day to the superior post, and from there to the next
     * @param levels how many levels up; 0: never
     */
    public record Rule(List<Integer> daysBefore, int graceDays, int levels) {
        public Rule {
            daysBefore = daysBefore.stream().distinct().sorted(Comparator.reverseOrder()).toList();
        }
    }

    private final JdbcClient jdbc;
    private final Trail trail;

    Rules(JdbcClient jdbc, Trail trail) {
        this.jdbc = jdbc;
        this.trail = trail;
    }

    @Transactional(readOnly = true)
    public Rule now() {
        return jdbc.sql("select days_before, grace_days, levels from notices.rule").query((row, n) -> {
            Array days = row.getArray(1);
            return new Rule(List.of((Integer[]) days.getArray()), row.getInt(2), row.getInt(3));
        }).single();
    }

    public static boolean may(CurrentUser user) {
        return user.has("ministry_office");
    }

    /** @throws Problem forbidden unless who acts works at the Ministry Office; refused with what is allowed */
    @Transactional
    public void set(Rule wanted) {
        if (!may(CurrentUser.require())) {
            throw Problem.forbidden("notices.problem.ministry-office");
        }
        List<Integer> days = wanted.daysBefore();
        if (days.isEmpty() || days.size() > 6 || days.getLast() < 1 || days.getFirst() > FURTHEST) {
            throw Problem.refused("notices.problem.days-before", FURTHEST);
        }
        if (wanted.graceDays() < 1 || wanted.graceDays() > 30 || wanted.levels() < 0 || wanted.levels() > 3) {
            throw Problem.refused("notices.problem.grace");
        }
        Rule before = now();
        jdbc.sql("update notices.rule set days_before = :days, grace_days = :grace, levels = :levels")
                .param("days", days.toArray(Integer[]::new)).param("grace", wanted.graceDays()).param("levels", wanted.levels()).update();
        trail.write("notices.rule.changed", "setting:notices", before, wanted);
    }

    /** "7, 3, 1" as typed. @throws Problem refused when it is not a list of numbers */
    public static List<Integer> days(String typed) {
        var days = new TreeSet<Integer>();
        for (String one : typed.split("[,; ]+")) {
            if (!one.matches("\\d{1,2}")) {
                throw Problem.refused("notices.problem.days-before", FURTHEST);
            }
            days.add(Integer.valueOf(one));
        }
        return List.copyOf(days.descendingSet());
    }
}
