package vn.bamcoso.demo.nation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.bamcoso.calendar.Period;

/**
 * Applications for the chip identity card in 2021, added up from the start: the nation about every second week, Hải Dương on every
 * day, so that the day on which it reached its target can be seen. Each commune's sum never falls.
 */
final class CardIntake {
    static final String FORM = "thu-nhan-cccd";
    private static final String DAY_PRINTED = "@2021-05-14";
    private static final LocalDate START = LocalDate.of(2021, 3, 1);
    private static final LocalDate REACHED = LocalDate.of(2021, 5, 14);
    private static final LocalDate DEADLINE = LocalDate.of(2021, 6, 30);
    private static final LocalDate SERIES_END = LocalDate.of(2021, 5, 31);
    /** Days on which the whole nation was called for. */
    private static final List<LocalDate> NATIONAL = List.of(
            LocalDate.of(2021, 3, 14), LocalDate.of(2021, 3, 31), LocalDate.of(2021, 4, 14), LocalDate.of(2021, 4, 30), REACHED, SERIES_END, LocalDate.of(2021, 6, 15));
    private static final List<String> INTAKE = List.of("id_applications");
    private static final List<String> WITH_TARGET = List.of("id_applications", "id_applications_target");

    private final Country country;
    private final Targets targets;

    CardIntake(Country country, Targets targets) {
        this.country = country;
        this.targets = targets;
    }

    List<Batch> batches() {
        List<Commune> all = country.on(REACHED);
        List<Commune> there = all.stream().filter(commune -> commune.home() == RollOut.HAI_DUONG).toList();
        List<Commune> others = all.stream().filter(commune -> commune.home() != RollOut.HAI_DUONG).toList();
        int[] reached = there.isEmpty() ? new int[0] : Apportion.of(targets.total("id_applications", RollOut.HAI_DUONG, DAY_PRINTED), weights(there));
        int[] target = there.isEmpty() ? new int[0] : Apportion.of(targets.total("id_applications_target", RollOut.HAI_DUONG, "@2021-06-30"), weights(there));
        int[] otherTargets = othersTargets(others);
        List<Batch> batches = new ArrayList<>();
        for (LocalDate day = START; !day.isAfter(SERIES_END); day = day.plusDays(1)) {
            batches.add(batch(day, INTAKE, there, reached, target, NATIONAL.contains(day) ? others : List.of(), otherTargets));
        }
        batches.add(batch(NATIONAL.getLast(), INTAKE, there, reached, target, others, otherTargets));
        batches.add(batch(DEADLINE, WITH_TARGET, there, reached, target, others, otherTargets));
        return batches.stream().filter(batch -> !batch.sheets().isEmpty()).toList();
    }

    private int[] othersTargets(List<Commune> others) {
        boolean wholeNation = others.stream().mapToInt(Commune::home).distinct().count() == 62;
        int total = wholeNation ? targets.total("id_applications_target", 0, "@2021-06-30") - targets.total("id_applications_target", RollOut.HAI_DUONG, "@2021-06-30") : others.size() * 4700;
        return others.isEmpty() ? new int[0] : Apportion.of(total, weights(others));
    }

    private static double[] weights(List<Commune> communes) {
        return communes.stream()
                .mapToDouble(commune -> Dice.of(commune.seed(), 40).between(0.6, 1.4) * (commune.kind() == Commune.Kind.PHUONG ? 2 : commune.kind() == Commune.Kind.THI_TRAN ? 1.4 : 1))
                .toArray();
    }

    private Batch batch(LocalDate day, List<String> indicators, List<Commune> there, int[] reached, int[] target, List<Commune> others, int[] otherTargets) {
        Fates fates = new Fates(Period.asOf(day), 1, true);
        List<Sheet> sheets = new ArrayList<>();
        for (int i = 0; i < there.size(); i++) {
            sheets.add(fates.of(there.get(i), values(indicators, inHaiDuong(reached[i], day), target[i]), values -> values));
        }
        for (int i = 0; i < others.size(); i++) {
            sheets.add(fates.of(others.get(i), values(indicators, elsewhere(others.get(i), otherTargets[i], day), otherTargets[i]), values -> values));
        }
        return new Batch(FORM, Period.asOf(day), indicators, sheets, targets.note(Period.asOf(day), indicators));
    }

    private static long[] values(List<String> indicators, long intake, long target) {
        return indicators.size() == 1 ? new long[] {intake} : new long[] {intake, target};
    }

    /** Slow in the first days, then about one and a half per cent a day; on 14 May what was printed, afterwards a trickle. */
    private static long inHaiDuong(int reached, LocalDate day) {
        long n = day.toEpochDay() - START.toEpochDay() + 1;
        long full = REACHED.toEpochDay() - START.toEpochDay() + 1;
        if (n <= full) {
            return (long) Math.floor(reached * Math.pow((double) n / full, 1.15));
        }
        return reached + (long) Math.floor(reached * 0.0006 * (n - full));
    }

    private static long elsewhere(Commune commune, int target, LocalDate day) {
        double end = Dice.of(commune.seed(), 41).between(0.98, 1.16);
        double gone = (double) (day.toEpochDay() - START.toEpochDay() + 1) / (DEADLINE.toEpochDay() - START.toEpochDay() + 1);
        return Math.round(target * end * Math.pow(gone, 1.15));
    }
}
