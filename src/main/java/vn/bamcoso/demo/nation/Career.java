package vn.bamcoso.demo.nation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One invented officer: who it is, and every step since the first day of service. Steps follow each other without gap or overlap. */
public final class Career {
    /** @param kind C the commune's own office, D the police of its district, P of its province */
    public record Site(char kind, int place) {}

    /** @param to null while it lasts */
    public record Step(Site site, int title, LocalDate from, @Nullable LocalDate to, String reason) {}

    private final short home;
    private final int number;
    private final Officers person;
    private final LocalDate entered;
    private final List<Step> steps = new ArrayList<>();
    private @Nullable LocalDate left;

    Career(short home, int number, LocalDate day, int seat, boolean district, Dice dice, List<Commune> here) {
        this.home = home;
        this.number = number;
        int served = dice.chance(0.12) ? 18 + dice.below(14) : seat == 0 ? 8 + dice.below(10) : 1 + dice.below(13);
        this.entered = day.minusDays(served * 365L + dice.below(300));
        this.person = Officers.make(home, entered, day, dice, here);
    }

    void begin(Site site, int title) {
        steps.add(new Step(site, title, entered, null, "intake"));
    }

    void move(Site site, int title, LocalDate day, String reason) {
        Step last = last();
        steps.removeLast();
        if (last.from().isBefore(day)) {
            steps.add(new Step(last.site(), last.title(), last.from(), day, last.reason()));
        }
        Step before = steps.getLast();
        if (before.site().equals(site) && before.title() == title && day.equals(before.to())) {
            steps.removeLast();
            steps.add(new Step(site, title, before.from(), null, before.reason()));
        } else {
            steps.add(new Step(site, title, day, null, reason));
        }
    }

    void leave(LocalDate day) {
        Step last = steps.removeLast();
        steps.add(new Step(last.site(), last.title(), last.from(), day, last.reason()));
        left = day;
    }

    Step last() {
        return steps.getLast();
    }

    public short home() {
        return home;
    }

    /** Within the province. */
    public int number() {
        return number;
    }

    public int birthYear() {
        return person.birthYear();
    }

    public Officers person() {
        return person;
    }

    public LocalDate entered() {
        return entered;
    }

    public @Nullable LocalDate left() {
        return left;
    }

    public List<Step> steps() {
        return steps;
    }
}
