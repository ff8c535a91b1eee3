package vn.bamcoso.demo.nation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.calendar.PeriodKind;
import vn.bamcoso.calendar.PeriodRule;

/**
 * The form "Kết quả công tác Công an xã", quarter by quarter. A commune reports from the quarter in which it was staffed;
 * wards, which the programme did not concern, from 2022 on. The four movement figures are asked from 2024 on, before that they are empty.
 */
final class Results {
    static final String FORM = "ket-qua-cong-tac";
    static final List<String> INDICATORS = List.of(
            "security_reports", "crime_tips", "cases_resolved", "cases_cleared", "subjects_cleared", "administrative_penalties",
            "communication_conferences", "communication_attendances", "models_community", "models_agency",
            "collective_commendations", "individual_commendations");
    private static final int FIRST_MOVEMENT = 6;
    private static final int AFTER_MOVEMENT = 10;
    private static final LocalDate WARDS_JOIN = LocalDate.of(2022, 1, 1);
    private static final double[] SEASON = {1.15, 0.95, 0.9, 1.0};

    private final Country country;
    private final Targets targets;
    private final Strength strength;
    private final SinceDeployment haiDuong;

    Results(Country country, Targets targets, Strength strength, SinceDeployment haiDuong) {
        this.country = country;
        this.targets = targets;
        this.strength = strength;
        this.haiDuong = haiDuong;
    }

    /** The quarters from the first of 2018 that were over before the day. */
    static List<Period> quarters(LocalDate today) {
        List<Period> quarters = new ArrayList<>();
        for (Period q = PeriodRule.OFFICIAL.of(PeriodKind.QUARTER, 2018, 1); q.isOver(today); q = q.next().orElseThrow()) {
            quarters.add(q);
        }
        return quarters;
    }

    /** @param open what is left to do of the quarter; null when it is long over */
    Batch batch(Period quarter, @Nullable OpenEnds open) {
        Fates fates = new Fates(quarter, 2, false);
        Fates whole = new Fates(quarter, 2, true);
        List<Sheet> sheets = new ArrayList<>();
        for (Commune commune : country.on(quarter.end())) {
            if (reports(commune, quarter.end())) {
                long[] values = values(commune, quarter);
                Sheet sheet = (haiDuong.covers(commune, quarter) ? whole : fates).of(commune, values, Results::slip);
                if (sheet != null && open != null) {
                    sheet = open.of(sheet);
                }
                if (sheet != null) {
                    sheets.add(sheet);
                }
            }
        }
        return new Batch(FORM, quarter, INDICATORS, sheets, targets.note(quarter, INDICATORS));
    }

    private boolean reports(Commune commune, LocalDate day) {
        return commune.kind().inProgramme() ? strength.staffed(commune, day) : commune.hasPolice() && !day.isBefore(WARDS_JOIN);
    }

    long[] values(Commune commune, Period quarter) {
        Dice dice = Dice.of(commune.seed(), 50, quarter.end().toEpochDay());
        long[] values = new long[INDICATORS.size()];
        double size = size(commune, quarter);
        double season = SEASON[quarter.number() - 1] * Math.pow(1.05, quarter.year() - 2018);
        int reports = dice.poisson(size * season * 1.6);
        int tips = dice.hits(reports, 0.12);
        values[0] = reports;
        values[1] = tips;
        values[2] = dice.hits(reports, 0.78);
        values[3] = dice.hits(tips, 0.85);
        values[4] = values[3] + dice.poisson(values[3] * 0.3);
        values[5] = dice.poisson(size * season * 2.4);
        values[10] = dice.hits(2, 0.05 * Math.min(size, 3));
        values[11] = dice.hits(4, 0.06 * Math.min(size, 3));
        if (quarter.year() < 2024) {
            Arrays.fill(values, FIRST_MOVEMENT, AFTER_MOVEMENT, Sheet.EMPTY);
        } else {
            movement(commune, quarter, dice, size, values);
        }
        haiDuong.put(commune, quarter, values);
        return values;
    }

    private static void movement(Commune commune, Period quarter, Dice dice, double size, long[] values) {
        int conferences = 1 + dice.poisson(size * 0.5);
        values[6] = conferences;
        values[7] = Math.round(conferences * dice.between(45, 140));
        Dice slow = Dice.of(commune.seed(), 51);
        double years = quarter.year() - 2023 + quarter.number() / 4.0;
        values[8] = 1 + slow.below(3) + (long) Math.floor((size + slow.next()) * years * 0.5);
        values[9] = slow.below(2) + (long) Math.floor(years * slow.next() * size * 0.4);
    }

    /** How much happens there beside a plain commune: towns, wards, and the larger communes since 1 July 2025. */
    private static double size(Commune commune, Period quarter) {
        double own = Dice.of(commune.seed(), 52).between(0.6, 1.5);
        boolean large = quarter.end().getYear() > 2025 || quarter.end().isAfter(LocalDate.of(2025, 6, 30));
        double kind = switch (commune.kind()) {
            case XA -> large ? 2.8 : 1;
            case THI_TRAN -> 1.8;
            case PHUONG -> large ? 4.5 : 3;
            case DAC_KHU -> 1.5;
        };
        return own * kind;
    }

    /** A typing slip as people make them: one report too many, or the penalties of a neighbouring line. */
    private static long[] slip(long[] values) {
        values[0] += 1 + values[1];
        values[5] = values[0];
        return values;
    }
}
