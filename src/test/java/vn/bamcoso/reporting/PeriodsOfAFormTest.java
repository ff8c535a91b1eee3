package vn.bamcoso.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.figures.Figures;
import vn.bamcoso.figures.Level;
import vn.bamcoso.figures.NewFigure;
import vn.bamcoso.figures.Origin;
import vn.bamcoso.reporting.findings.Findings;
import vn.bamcoso.reporting.period.Prefilling;
import vn.bamcoso.reporting.period.Summary;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** A quarter made of its approved months, beside the same quarter last year; and what does not fit is said. */
@InTheHouse
class PeriodsOfAFormTest {
    @Autowired Figures figures;
    @Autowired Forms forms;
    @Autowired Prefilling prefilling;
    @Autowired Summary summary;
    @Autowired Findings findings;
    @Autowired Places places;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    private static long source = 900_000;

    @Test
    void aQuarterBeginsWithItsApprovedMonthsAndOnlyTheRestIsAsked() {
        Place commune = commune(22, 0);
        record(commune, Map.of("2026-04", 10, "2026-05", 20, "2026-06", 5), "absences_declared");
        record(commune, Map.of("2026-04", 3, "2026-05", 4), "stays_notified");
        record(commune, Map.of("2026-04", 900, "2026-05", 905, "2026-06", 911), "households_registered");
        Map<String, BigDecimal> known = CurrentUser.SYSTEM.call(() -> transaction.execute(running -> prefilling.known(
                List.of("absences_declared", "stays_notified", "households_registered", "residence_checks"), Period.parse("2026-Q2"), commune, Level.COMMUNE)));
        assertThat(known).as("a flow is the sum of its months, a state that of the last one, a missing month is left to be asked")
                .containsExactlyInAnyOrderEntriesOf(Map.of("absences_declared", BigDecimal.valueOf(35), "households_registered", BigDecimal.valueOf(911)));
    }

    @Test
    void inThePeriodCumulativeSamePeriodAndChange() {
        Place commune = commune(22, 1);
        record(commune, Map.of("2025-07", 50, "2026-01", 11, "2026-06", 20, "2026-07", 40), "residence_checks");
        Form form = forms.require("cu-tru-nguoi-nuoc-ngoai");
        Period july = Period.parse("2026-07");
        Summary.Row row = CurrentUser.SYSTEM.call(() -> summary.of(form, forms.requireVersion(form, july), commune, july, Texts.vi())).rows().stream()
                .filter(one -> one.indicator().equals("residence_checks")).findFirst().orElseThrow();
        assertThat(row.now().value()).isEqualByComparingTo("40");
        assertThat(row.cumulative()).as("15/12/2025 to 14/7/2026: 11 + 20 + 40").isEqualByComparingTo("71");
        assertThat(row.lastYear()).isEqualByComparingTo("50");
        assertThat(row.change().orElseThrow().words(Texts.VIETNAMESE)).isEqualTo("giảm 10 (40/50), giảm 20%");
    }

    @Test
    void whatFellWhatIsLeftOverAndWhatTwoSourcesSayIsPointedOutAndNothingIsCorrected() {
        Place commune = commune(22, 2);
        record(commune, Map.of("2026-06c", 700, "2026-07c", 650), "records_rechecked");
        Form recheck = forms.require("ra-soat-du-lieu-dan-cu");
        Period july = Period.parse("2026-07c");
        List<Findings.Finding> found = found(recheck, july, commune);
        assertThat(found).extracting(Findings.Finding::kind).containsExactly(Findings.Kind.FALLS);
        assertThat(found.getFirst().sentence()).isEqualTo("Lũy kế 650, thấp hơn 700 của kỳ trước.");

        Form residence = forms.require("cu-tru-nguoi-nuoc-ngoai");
        Period month = Period.parse("2026-03");
        record(commune, Map.of("2026-03", 3000), "residents_permanent");
        record(commune, Map.of("2026-03", 1500), "residents_permanent__male");
        record(commune, Map.of("2026-03", 1400), "residents_permanent__female");
        record(commune, Map.of("2026-03", 80), "lodgings");
        record(commune, Map.of("2026-03", 81), "lodgings");
        found = found(residence, month, commune);
        assertThat(found).extracting(Findings.Finding::kind).containsExactly(Findings.Kind.REST, Findings.Kind.SOURCES);
        assertThat(found.getFirst().sentence()).contains("3.000").contains("2.900");
        assertThat(found.getLast().sentence()).startsWith("Đang là 81; nguồn khác ghi 80");
        Summary.Row row = CurrentUser.SYSTEM.call(() -> summary.of(residence, forms.requireVersion(residence, month), commune, month, Texts.vi())).rows().stream()
                .filter(one -> one.indicator().equals("residents_permanent")).findFirst().orElseThrow();
        assertThat(row.rest()).as("the unexplained remainder").isEqualByComparingTo("100");
    }

    private List<Findings.Finding> found(Form form, Period period, Place place) {
        return CurrentUser.SYSTEM.call(() -> findings.of(forms.requireVersion(form, period), place, period, Texts.vi())).findings();
    }

    private void record(Place place, Map<String, Integer> byPeriod, String indicator) {
        List<NewFigure> news = new ArrayList<>();
        byPeriod.forEach((period, value) -> news.add(new NewFigure(indicator, place.id(), Period.parse(period), BigDecimal.valueOf(value))));
        CurrentUser.SYSTEM.run(() -> transaction.executeWithoutResult(running -> figures.record(new Origin("test", ++source, null), news, null)));
    }

    private Place commune(int home, int nth) {
        return CurrentUser.SYSTEM.call(() -> transaction.execute(running -> {
            int id = jdbc.sql("select place_id from territory.pub_place where level = 'commune' and valid_to = 'infinity' and valid_from <= '2025-07-01' and home = :home order by code offset :nth limit 1")
                    .param("home", home).param("nth", nth).query(Integer.class).single();
            return places.byId(id, java.time.LocalDate.of(2026, 7, 1)).orElseThrow();
        }));
    }
}
