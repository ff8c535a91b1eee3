package vn.bamcoso.demo.nation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import vn.bamcoso.calendar.Period;

/**
 * The demonstration nation: what every commune reported from 2018 on, made up from nothing but the territory, the
 * targets and fixed luck. Pure: asks no database and no clock; the same territory gives the same nation.
 */
public final class DemoNation {
    /**
     * A batch that is made when it is its turn.
     *
     * @param back 0 for the last quarter that is over, which leaves something to do, 1 for the one before; −1 for other periods
     */
    public record Turn(String form, Period period, int back, Supplier<Batch> make) {}

    private final List<Turn> turns = new ArrayList<>();
    private final Targets targets;
    private final CardDrive drive;

    public DemoNation(Country country, Targets targets, LocalDate today) {
        this.targets = targets;
        this.drive = new CardDrive(country, today);
        var rollOut = new RollOut(country, targets);
        var haiDuong = new SinceDeployment(country, targets, rollOut);
        var results = new Results(country, targets, new Strength(rollOut), haiDuong);
        List<Period> quarters = Results.quarters(today);
        for (int i = 0; i < quarters.size(); i++) {
            Period quarter = quarters.get(i);
            int back = quarters.size() - 1 - i;
            OpenEnds open = back == 0 ? new OpenEnds(today) : null;
            turns.add(new Turn(Results.FORM, quarter, back, () -> results.batch(quarter, open)));
        }
        List<Batch> others = new ArrayList<>(new Reviews(country, targets, rollOut).batches());
        others.addAll(new CardIntake(country, targets).batches());
        others.addAll(drive.batches());
        others.addAll(haiDuong.batches());
        others.forEach(batch -> turns.add(new Turn(batch.form(), batch.period(), -1, () -> batch)));
        turns.sort(Comparator.comparing(Turn::period).thenComparing(Turn::form));
    }

    /** In the order in which they happened. */
    public List<Turn> turns() {
        return turns;
    }

    public Targets targetRows() {
        return targets;
    }

    /** The drive that runs on the day of the demonstration. */
    public CardDrive drive() {
        return drive;
    }

    public List<Target> targets() {
        return targets.all();
    }

    /** What is not reported by communes: entered for a province or the nation, as printed or chosen. */
    public List<Target> statements() {
        return targets.all().stream().filter(target -> ENTERED.contains(target.indicator())).toList();
    }

    private static final Set<String> ENTERED =
            Set.of("ministry_funds", "province_funds", "conference_sites", "key_tasks", "rollout_phases", "schemes_concluded");
}
