package vn.bamcoso.demo.nation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How many regular officers a commune had on a day: none before it was staffed, two at first, its number of April 2021 after
 * eight months, then the steps of which the press wrote: 5,47 on average in 2022, about 6 in 2024, at least 12 from 1 March
 * 2025, 30 to 40 from 1 July 2025 (50 to 60 in Hà Nội and Hồ Chí Minh City).
 */
final class Strength {
    private static final LocalDate DISTRICTS_ENDED = LocalDate.of(2025, 3, 1);
    private static final LocalDate PROVINCES_MERGED = LocalDate.of(2025, 7, 1);

    private final RollOut rollOut;

    Strength(RollOut rollOut) {
        this.rollOut = rollOut;
    }

    int officers(Commune commune, LocalDate day) {
        Dice dice = Dice.of(commune.seed(), 10);
        if (!day.isBefore(PROVINCES_MERGED)) {
            boolean metropolis = commune.home() == 1 || commune.home() == 79;
            int first = (metropolis ? 50 : 30) + dice.below(11);
            return commune.hasPolice() ? first + (day.getYear() > 2025 ? dice.below(3) : 0) : 0;
        }
        if (!commune.kind().inProgramme()) {
            return 0;
        }
        if (!day.isBefore(DISTRICTS_ENDED)) {
            return 12 + dice.below(4);
        }
        RollOut.Post post = rollOut.of(commune);
        if (post == null) {
            return commune.aliveOn(day) && day.isAfter(RollOut.REVIEW) ? RollOut.NORM + dice.below(2) : 0;
        }
        return day.isAfter(RollOut.REVIEW) ? after(commune, post, day) : upTo(post, day);
    }

    private static int upTo(RollOut.Post post, LocalDate day) {
        if (post.officers() == 0 || day.isBefore(post.staffed())) {
            return 0;
        }
        long days = ChronoUnit.DAYS.between(post.staffed(), day);
        boolean lately = post.staffed().isAfter(RollOut.REVIEW.minusDays(240));
        long needed = lately ? ChronoUnit.DAYS.between(post.staffed(), RollOut.REVIEW) : 240;
        int grown = days >= needed ? post.officers() : (int) Math.ceil((double) post.officers() * days / needed);
        return Math.max(Math.min(2, post.officers()), grown);
    }

    private static int after(Commune commune, RollOut.Post post, LocalDate day) {
        if (day.isBefore(post.staffed())) {
            return 0;
        }
        int officers = post.officers() == 0 ? 3 : post.officers();
        Dice dice = Dice.of(commune.seed(), 11);
        LocalDate second = LocalDate.of(2021, 7, 1).plusDays(dice.below(300));
        LocalDate third = LocalDate.of(2022, 9, 1).plusDays(dice.below(500));
        officers += dice.chance(0.3) && !day.isBefore(second) ? 1 : 0;
        officers += (officers < RollOut.NORM || dice.chance(0.5)) && !day.isBefore(third) ? 1 : 0;
        return officers;
    }

    boolean cell(Commune commune, LocalDate day) {
        if (!day.isBefore(PROVINCES_MERGED)) {
            return commune.hasPolice();
        }
        RollOut.Post post = rollOut.of(commune);
        if (post == null) {
            return commune.kind().inProgramme() && officers(commune, day) >= 3;
        }
        return post.cell() != null ? !day.isBefore(post.cell()) && !day.isBefore(post.staffed()) : !day.isBefore(LocalDate.of(2022, 9, 1));
    }

    boolean staffed(Commune commune, LocalDate day) {
        return officers(commune, day) > 0;
    }
}
