package vn.bamcoso.demo.nation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.bamcoso.calendar.Period;

/** The form "Số liệu sơ kết": how far the roll-out had come, on chosen days for the nation, and on the days of the articles for their provinces. */
final class Reviews {
    static final String FORM = "so-lieu-so-ket";
    private static final List<String> STAFFING = List.of("officers_posted", "communes_staffed", "communes_filled", "party_cells");
    private static final List<String> PILOT = List.of("officers_posted", "communes_staffed", "communes_filled", "party_cells", "wards_staffed", "towns_staffed", "key_communes_staffed");
    private static final List<LocalDate> NATIONAL = List.of(
            LocalDate.of(2018, 12, 31), LocalDate.of(2019, 12, 31), LocalDate.of(2020, 10, 31), RollOut.REVIEW, LocalDate.of(2022, 5, 14),
            LocalDate.of(2024, 5, 14), LocalDate.of(2025, 3, 31), LocalDate.of(2025, 7, 31), LocalDate.of(2026, 6, 14));

    private final Country country;
    private final Targets targets;
    private final RollOut rollOut;
    private final Strength strength;

    Reviews(Country country, Targets targets, RollOut rollOut) {
        this.country = country;
        this.targets = targets;
        this.rollOut = rollOut;
        this.strength = new Strength(rollOut);
    }

    List<Batch> batches() {
        List<Batch> batches = new ArrayList<>();
        NATIONAL.forEach(day -> batches.add(staffing(Period.asOf(day), country.on(day), day.equals(RollOut.REVIEW) || day.equals(LocalDate.of(2020, 10, 31)))));
        LocalDate conference = LocalDate.of(2021, 5, 31);
        batches.add(staffing(Period.asOf(conference), country.on(conference, RollOut.HA_GIANG), true));
        batches.add(pilot());
        batches.add(allPolice());
        return batches.stream().filter(batch -> !batch.sheets().isEmpty()).toList();
    }

    private Batch staffing(Period period, List<Commune> communes, boolean complete) {
        Fates fates = new Fates(period, 3, complete);
        List<Sheet> sheets = new ArrayList<>();
        for (Commune commune : communes) {
            if (commune.kind().inProgramme()) {
                Sheet sheet = fates.of(commune, staffing(commune, period.end()), Reviews::oneOfficerLess);
                if (sheet != null) {
                    sheets.add(sheet);
                }
            }
        }
        if (period.end().equals(RollOut.REVIEW)) {
            moveOneOfficer(sheets);
        }
        return new Batch(FORM, period, STAFFING, sheets, targets.note(period, STAFFING));
    }

    /**
     * After the conference it came out that one officer counted in Nghệ An served in Thanh Hóa: both communes corrected in
     * July 2021, the nation's total stayed. So that a report of 31 May 2021 has something to say about what changed since.
     */
    private static void moveOneOfficer(List<Sheet> sheets) {
        correct(sheets, (short) 40, 1);
        correct(sheets, (short) 38, -1);
    }

    private static void correct(List<Sheet> sheets, short home, int wrongBy) {
        for (int i = 0; i < sheets.size(); i++) {
            Sheet sheet = sheets.get(i);
            if (sheet.commune().home() == home && sheet.earlier() == null && sheet.values()[0] > RollOut.NORM && sheet.approved() != null) {
                long[] wrong = sheet.values().clone();
                wrong[0] += wrongBy;
                Instant noticed = Instant.parse("2021-07-12T02:15:00Z").plusSeconds(home);
                sheets.set(i, new Sheet(sheet.commune(), sheet.values(), noticed, null, noticed.plusSeconds(86_400), new Sheet.Earlier(wrong, sheet.sent(), sheet.approved())));
                return;
            }
        }
    }

    private long[] staffing(Commune commune, LocalDate day) {
        int officers = strength.officers(commune, day);
        return new long[] {officers, officers > 0 ? 1 : 0, officers >= RollOut.NORM ? 1 : 0, officers > 0 && strength.cell(commune, day) ? 1 : 0};
    }

    private static long[] oneOfficerLess(long[] values) {
        if (values[0] > 1) {
            values[0]--;
            values[2] = values[0] >= RollOut.NORM ? 1 : 0;
        }
        return values;
    }

    /** Kon Tum about 2018: wards always had regular police; six towns and 32 important communes were the pilot. */
    private Batch pilot() {
        Period about = Period.parse("~2018");
        List<Commune> communes = country.on(about.end(), RollOut.KON_TUM);
        int wards = communes.isEmpty() ? 0 : targets.total("wards_staffed", RollOut.KON_TUM, about.code());
        Fates fates = new Fates(about, 3, true);
        List<Sheet> sheets = new ArrayList<>();
        for (Commune commune : communes) {
            RollOut.Post post = rollOut.of(commune);
            long pilot = post != null && post.pilot() ? 1 : 0;
            long[] values = new long[PILOT.size()];
            Arrays.fill(values, Sheet.EMPTY);
            if (commune.kind().inProgramme()) {
                System.arraycopy(staffing(commune, about.end()), 0, values, 0, STAFFING.size());
            }
            switch (commune.kind()) {
                case PHUONG -> values[4] = wards-- > 0 ? 1 : 0;
                case THI_TRAN -> values[5] = pilot;
                case XA -> values[6] = pilot;
                case DAC_KHU -> {}
            }
            sheets.add(fates.of(commune, values, same -> same));
        }
        return new Batch(FORM, about, PILOT, sheets, targets.note(about, PILOT));
    }

    /** Hà Giang in November 2020: commune police of every kind, most of them semi-professional. */
    private Batch allPolice() {
        Period november = Period.parse("@2020-11-30");
        List<Commune> communes = country.on(november.end(), RollOut.HA_GIANG).stream().filter(commune -> commune.kind().inProgramme()).toList();
        double[] weights = communes.stream().mapToDouble(commune -> Dice.of(commune.seed(), 30).between(0.7, 1.3)).toArray();
        int[] parts = communes.isEmpty() ? new int[0] : Apportion.of(targets.total("commune_police_all", RollOut.HA_GIANG, november.code()), weights);
        Fates fates = new Fates(november, 3, true);
        List<Sheet> sheets = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            sheets.add(fates.of(communes.get(i), new long[] {parts[i]}, values -> values));
        }
        return new Batch(FORM, november, List.of("commune_police_all"), sheets, targets.note(november, List.of("commune_police_all")));
    }
}
