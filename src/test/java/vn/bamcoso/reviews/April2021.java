package vn.bamcoso.reviews;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.figures.Figures;
import vn.bamcoso.figures.NewFigure;
import vn.bamcoso.figures.Origin;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/**
 * The figures of the review: 8,595 of the communes and towns have officers, 1,719 of them six and the others five, together
 * 44,694; 7,936 have a party cell; and what the sentences say of Hà Giang and Hải Dương.
 */
@TestComponent
class April2021 {
    static final LocalDate DAY = LocalDate.of(2021, 4, 23);
    static final Instant KNOWN = Instant.parse("2021-05-20T02:00:00Z");
    private static final String CONFERENCE = "@2021-05-31";

    private final Figures figures;
    private final Places places;
    private final TransactionTemplate transaction;

    April2021(Figures figures, Places places, TransactionTemplate transaction) {
        this.figures = figures;
        this.places = places;
        this.transaction = transaction;
    }

    private static NewFigure figure(String indicator, int place, String period, long value) {
        return new NewFigure(indicator, place, Period.parse(period), BigDecimal.valueOf(value));
    }

    /** Communes and towns of that day in the order of their codes, those of Hà Giang (02) and Hải Dương (30) first. */
    List<Place> communes() {
        return places.on(DAY).stream()
                .filter(place -> place.level().equals("commune") && !place.kind().equals("phuong"))
                .sorted(java.util.Comparator.comparing((Place place) -> place.home() != 2 && place.home() != 30).thenComparing(Place::code))
                .toList();
    }

    void happens() {
        var all = communes();
        var batch = new ArrayList<NewFigure>();
        int six = 1719;
        int staffed = 8595;
        for (int i = 0; i < staffed; i++) {
            Place place = all.get(i);
            boolean fives = place.home() == 2 || place.home() == 30;
            long officers = !fives && six-- > 0 ? 6 : 5;
            batch.add(figure("officers_posted", place.id(), "@2021-04-23", officers));
            batch.add(figure("communes_staffed", place.id(), "@2021-04-23", 1));
            if (i < 7936) {
                batch.add(figure("party_cells", place.id(), "@2021-04-23", 1));
            }
            if (place.home() == 2) {
                batch.add(figure("officers_posted", place.id(), CONFERENCE, 5));
                batch.add(figure("communes_staffed", place.id(), CONFERENCE, 1));
            }
            if (place.home() == 30) {
                batch.add(figure("officers_posted", place.id(), "@2020-10", 5));
                batch.add(figure("communes_filled", place.id(), "@2020-10", 1));
            }
        }
        int nation = places.nation().id();
        int haGiang = places.byKey("P02@2021-07-01").orElseThrow().id();
        int haiDuong = places.byKey("P30@2021-07-01").orElseThrow().id();
        int one = all.stream().filter(place -> place.home() == 30).findFirst().orElseThrow().id();
        batch.add(figure("ministry_funds", nation, "2018..2021-03", 3_142_500_000_000L));
        batch.add(figure("province_funds", haGiang, "2018..2021-05", 8_260_000_000L));
        batch.add(figure("conference_sites", nation, CONFERENCE, 63));
        batch.add(figure("rollout_phases", haiDuong, "@2020-10", 3));
        batch.add(figure("security_reports", one, "2018..2021-05", 1847));
        batch.add(figure("crime_tips", one, "2018..2021-05", 193));
        batch.add(figure("cases_cleared", one, "2018..2021-05", 194));
        batch.add(figure("subjects_cleared", one, "2018..2021-05", 197));
        batch.add(figure("collective_commendations", one, "2018..2021-05", 108));
        batch.add(figure("individual_commendations", one, "2018..2021-05", 250));
        batch.add(figure("id_applications", one, "@2021-05-13", 980_000));
        batch.add(figure("id_applications", one, "@2021-05-14", 991_830));
        batch.add(figure("id_applications_target", one, "@2021-06-30", 988_200));
        record(batch, KNOWN);
    }

    void ministryFunds(long value, Instant known) {
        record(List.of(figure("ministry_funds", places.nation().id(), "2018..2021-03", value)), known);
    }

    void officers(int place, long value, Instant known) {
        record(List.of(figure("officers_posted", place, "@2021-04-23", value)), known);
    }

    private void record(List<NewFigure> batch, Instant known) {
        CurrentUser.SYSTEM.run(() -> transaction.executeWithoutResult(running -> figures.record(new Origin("import", null, "test"), batch, known)));
    }
}
