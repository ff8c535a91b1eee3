package vn.bamcoso.demo.nation;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.calendar.Period;

/**
 * A drive for identity cards that runs now, on the provinces of today: week by week, each province at its own pace, so that
 * some are ahead and some will miss it. It began ten weeks before the day on which the demonstration is made.
 */
public final class CardDrive {
    private static final int WEEKS = 15;
    private static final List<String> INTAKE = List.of("id_applications");

    private final Country country;
    private final LocalDate today;
    private final LocalDate first;

    CardDrive(Country country, LocalDate today) {
        this.country = country;
        this.today = today;
        this.first = today.minusWeeks(10).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    public LocalDate first() {
        return first;
    }

    public LocalDate deadline() {
        return first.plusWeeks(WEEKS).minusDays(1);
    }

    /** What each commune is to collect, by place id; in all a round three million where the whole nation is loaded. */
    public Map<Integer, Integer> targets() {
        List<Commune> communes = communes();
        Map<Integer, Integer> targets = new LinkedHashMap<>();
        if (!communes.isEmpty()) {
            double[] weights = communes.stream().mapToDouble(commune -> Dice.of(commune.seed(), 43).between(0.5, 1.5) * (commune.kind() == Commune.Kind.PHUONG ? 1.8 : 1)).toArray();
            int[] parts = Apportion.of(communes.size() > 3_000 ? 3_000_000 : communes.size() * 900, weights);
            for (int i = 0; i < parts.length; i++) {
                targets.put(communes.get(i).placeId(), parts[i]);
            }
        }
        return targets;
    }

    private List<Commune> communes() {
        return country.on(today).stream().filter(Commune::hasPolice).toList();
    }

    List<Batch> batches() {
        List<Batch> batches = new ArrayList<>();
        Map<Integer, Integer> targets = targets();
        for (LocalDate day = first.plusDays(6); !day.isAfter(today.minusDays(2)); day = day.plusWeeks(1)) {
            batches.add(batch(day, targets));
        }
        return batches.stream().filter(batch -> !batch.sheets().isEmpty()).toList();
    }

    private Batch batch(LocalDate day, Map<Integer, Integer> targets) {
        Instant sent = day.atStartOfDay(VietnamTime.ZONE).toInstant().plusSeconds(16 * 3_600);
        List<Sheet> sheets = communes().stream()
                .map(commune -> new Sheet(commune, new long[] {collected(commune, targets.get(commune.placeId()), day)}, sent.plusSeconds(Dice.of(commune.seed(), 44).below(7_000)), null, sent.plusSeconds(57_600), null))
                .toList();
        return new Batch(CardIntake.FORM, Period.asOf(day), INTAKE, sheets, "Dữ liệu minh họa: số của từng đơn vị do chương trình tạo ra");
    }

    /** Provinces reach 80 to 122 per cent by the deadline, their communes a little more or less; what was collected never falls. */
    private long collected(Commune commune, int target, LocalDate day) {
        double province = Dice.of(commune.home(), 45).between(0.8, 1.22);
        double own = Dice.of(commune.seed(), 46).between(0.88, 1.12);
        double gone = (double) (ChronoUnit.DAYS.between(first, day) + 1) / (WEEKS * 7);
        return (long) Math.floor(target * province * own * Math.pow(gone, 1.06));
    }
}
