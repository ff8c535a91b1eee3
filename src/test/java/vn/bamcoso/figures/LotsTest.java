package vn.bamcoso.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.store.Database;

/** One act, many reports: each figure keeps the report that it came from and the moment of that report. */
@InTheHouse
class LotsTest {
    @Autowired Figures figures;
    @Autowired TransactionTemplate tx;
    @Autowired Database database;

    @Test
    void eachFigureKeepsItsOwnReportAndMoment() {
        var owner = JdbcClient.create(new DriverManagerDataSource(database.url(), database.owner(), database.ownerPassword()));
        List<Integer> places = owner.sql("select place_id from territory.pub_place where home = 2 and kind = 'xa' and valid_from = '-infinity' order by key limit 2").query(Integer.class).list();
        Period quarter = Period.parse("2020-Q3");
        Instant first = Instant.parse("2020-09-17T03:00:00Z");
        Instant second = Instant.parse("2020-09-18T04:30:00Z");
        CurrentUser.SYSTEM.run(() -> tx.executeWithoutResult(running -> figures.recordLots(List.of(
                new Lot(new Origin("test", 71L, "một"), List.of(new NewFigure("security_reports", places.get(0), quarter, BigDecimal.TEN)), first),
                new Lot(new Origin("test", 72L, "hai\tbậc"), List.of(new NewFigure("security_reports", places.get(1), quarter, BigDecimal.TWO)), second)), String::valueOf, percent -> {})));
        assertThat(owner.sql("""
                        select o.ref || ' ' || o.note || ' ' || f.value || ' ' || (f.known_from at time zone 'UTC')::text || ' ' || (o.recorded_at = f.known_from)::text
                        from figures.figure f join figures.origin o on o.id = f.origin_id where o.kind = 'test' and o.ref in (71, 72) order by o.ref""")
                        .query(String.class).list())
                .containsExactly("71 một 10 2020-09-17 03:00:00 true", "72 hai\tbậc 2 2020-09-18 04:30:00 true");
    }

    @Test
    void ofFiguresSideBySideEachStaysWhatItIsAndWhatDidNotComeStaysAway() {
        var owner = JdbcClient.create(new DriverManagerDataSource(database.url(), database.owner(), database.ownerPassword()));
        List<Integer> places = owner.sql("select place_id from territory.pub_place where home = 2 and kind = 'xa' and valid_from = '-infinity' order by key offset 2 limit 2").query(Integer.class).list();
        Period quarter = Period.parse("2020-Q3");
        List<Integer> told = new ArrayList<>();
        CurrentUser.SYSTEM.run(() -> tx.executeWithoutResult(running -> figures.recordLots(List.of(
                new Lot(new Origin("test", 73L, null), List.of(
                        new NewFigure("models_agency", places.get(0), quarter, BigDecimal.ONE), new NewFigure("security_reports", places.get(0), quarter, BigDecimal.ZERO),
                        new NewFigure("crime_tips", places.get(0), quarter, BigDecimal.TEN)), null),
                new Lot(new Origin("test", 74L, null), List.of(
                        new NewFigure("crime_tips", places.get(1), quarter, null), new NewFigure("models_agency", places.get(1), quarter, BigDecimal.TWO)), null)), String::valueOf, told::add)));
        assertThat(owner.sql("""
                        select o.ref || ' ' || i.code || ' ' || coalesce(f.value::text, 'taken back')
                        from figures.figure f join figures.origin o on o.id = f.origin_id join figures.indicator i on i.id = f.indicator_id where o.kind = 'test' and o.ref in (73, 74) order by o.ref, i.code""")
                        .query(String.class).list())
                .containsExactly("73 crime_tips 10", "73 models_agency 1", "73 security_reports 0", "74 crime_tips taken back", "74 models_agency 2");
        assertThat(told).isSorted().endsWith(100);
    }
}
