package vn.bamcoso.demo.nation;

import static vn.bamcoso.demo.nation.Apportion.filled;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.calendar.PeriodKind;
import vn.bamcoso.calendar.PeriodRule;

/**
 * What the articles print of Hải Dương since deployment (2018 to May 2021) and of Hà Giang from 2013 to 2020: totals over
 * years, divided among the communes, and for Hải Dương further among its quarters, so that the quarters and the total agree.
 * The quarter that was running on 31 May 2021 holds what the total holds of it, and a little more.
 */
final class SinceDeployment {
    private static final String SPAN = "2018..2021-05";
    private static final List<String> PARTS = List.of(
            "security_reports", "crime_tips", "cases_cleared", "subjects_cleared", "collective_commendations", "individual_commendations");
    private static final int[] COLUMN = {0, 1, 3, 4, 10, 11};
    private static final String YEARS = "2013..2020";
    private static final List<String> MOVEMENT = List.of("communication_conferences", "communication_attendances", "models_community", "models_agency");
    private static final Period RUNNING = PeriodRule.OFFICIAL.of(PeriodKind.QUARTER, 2021, 2);

    private final Country country;
    private final Targets targets;
    private final List<Commune> communes;
    private final int[][] totals = new int[PARTS.size()][];
    private final Map<Integer, Map<Period, int[]>> quarters = new HashMap<>();

    SinceDeployment(Country country, Targets targets, RollOut rollOut) {
        this.country = country;
        this.targets = targets;
        this.communes = country.on(RollOut.REVIEW, RollOut.HAI_DUONG).stream().filter(commune -> commune.kind().inProgramme()).toList();
        if (!communes.isEmpty()) {
            divide();
            for (int i = 0; i < communes.size(); i++) {
                quarters.put(communes.get(i).placeId(), spread(communes.get(i), i, rollOut.of(communes.get(i)).staffed()));
            }
        }
    }

    private void divide() {
        double[] weights = communes.stream().mapToDouble(commune -> Dice.of(commune.seed(), 60).between(0.5, 1.6)).toArray();
        totals[0] = Apportion.of(total(0), weights, filled(weights.length, 3), filled(weights.length, 40));
        totals[1] = Apportion.of(total(1), weights, new int[weights.length], totals[0]);
        totals[2] = Apportion.of(total(2), weights);
        int[] more = Apportion.of(total(3) - total(2), lucky(61));
        totals[3] = IntStream.range(0, weights.length).map(i -> totals[2][i] + more[i]).toArray();
        totals[4] = Apportion.of(total(4), lucky(62));
        totals[5] = Apportion.of(total(5), lucky(63));
    }

    private int total(int part) {
        return targets.total(PARTS.get(part), RollOut.HAI_DUONG, SPAN);
    }

    private double[] lucky(int purpose) {
        return communes.stream().mapToDouble(commune -> Math.pow(Dice.of(commune.seed(), purpose).next(), 2)).toArray();
    }

    /** The quarters from the one in which the commune was staffed up to the running one. */
    private Map<Period, int[]> spread(Commune commune, int at, LocalDate staffed) {
        List<Period> there = new ArrayList<>();
        for (Period q = RUNNING; !q.end().isBefore(staffed); q = q.previous().orElseThrow()) {
            there.addFirst(q);
        }
        double[] weights = there.stream().mapToDouble(q -> Dice.of(commune.seed(), 64, q.end().toEpochDay()).between(0.4, 1.6)).toArray();
        int[][] parts = new int[PARTS.size()][];
        parts[0] = Apportion.of(totals[0][at], weights);
        parts[1] = Apportion.of(totals[1][at], weights, new int[weights.length], parts[0]);
        for (int part = 2; part < parts.length; part++) {
            parts[part] = Apportion.of(totals[part][at], there.stream().mapToDouble(lot(commune, part)).toArray());
        }
        Map<Period, int[]> byQuarter = new HashMap<>();
        for (int i = 0; i < there.size(); i++) {
            int q = i;
            byQuarter.put(there.get(i), IntStream.range(0, parts.length).map(part -> parts[part][q]).toArray());
        }
        return byQuarter;
    }

    private static java.util.function.ToDoubleFunction<Period> lot(Commune commune, int part) {
        return q -> Dice.of(commune.seed(), 65 + part, q.end().toEpochDay()).next();
    }

    /** Whether the quarter is one of those that add up to a printed total. */
    boolean covers(Commune commune, Period quarter) {
        var own = quarters.get(commune.placeId());
        return own != null && own.containsKey(quarter);
    }

    /** Writes the quarter's part over what chance had put there. */
    void put(Commune commune, Period quarter, long[] values) {
        if (!covers(commune, quarter)) {
            return;
        }
        int[] parts = quarters.get(commune.placeId()).get(quarter);
        boolean running = quarter.equals(RUNNING);
        for (int part = 0; part < parts.length; part++) {
            values[COLUMN[part]] = parts[part];
        }
        values[0] += running && Dice.of(commune.seed(), 66).chance(0.2) ? 1 : 0;
        values[2] = Math.min(values[2], values[0]);
    }

    List<Batch> batches() {
        List<Batch> batches = new ArrayList<>();
        if (!communes.isEmpty()) {
            batches.add(batch(Period.parse(SPAN), PARTS, communes, totals));
        }
        Period years = Period.parse(YEARS);
        List<Commune> haGiang = country.on(years.end(), RollOut.HA_GIANG);
        if (!haGiang.isEmpty()) {
            int[][] parts = new int[MOVEMENT.size()][];
            double[] weights = haGiang.stream().mapToDouble(commune -> Dice.of(commune.seed(), 75).between(0.6, 1.5)).toArray();
            for (int part = 0; part < parts.length; part++) {
                parts[part] = Apportion.of(targets.total(MOVEMENT.get(part), RollOut.HA_GIANG, YEARS), weights);
            }
            batches.add(batch(years, MOVEMENT, haGiang, parts));
        }
        return batches;
    }

    private Batch batch(Period period, List<String> indicators, List<Commune> communes, int[][] parts) {
        Fates fates = new Fates(period, 3, true);
        List<Sheet> sheets = new ArrayList<>();
        for (int i = 0; i < communes.size(); i++) {
            int at = i;
            sheets.add(fates.of(communes.get(i), IntStream.range(0, parts.length).mapToLong(part -> parts[part][at]).toArray(), same -> same));
        }
        return new Batch(Results.FORM, period, indicators, sheets, targets.note(period, indicators));
    }
}
