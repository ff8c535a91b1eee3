package vn.bamcoso.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
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

@InTheHouse
class FiguresTest {
    @Autowired Figures figures;
    @Autowired TransactionTemplate tx;
    @Autowired Database database;
    @Autowired JdbcClient jdbc;

    @Test
    void smoke() {
        var owner = JdbcClient.create(new DriverManagerDataSource(database.url(), database.owner(), database.ownerPassword()));
        owner.sql("grant select on all tables in schema territory to bamcoso_app").update();
        int a = place(owner, "99901"), b = place(owner, "99902");
        Period q = Period.parse("2024-Q1");
        CurrentUser.SYSTEM.run(() -> tx.executeWithoutResult(s -> figures.record(new Origin("test", 1L, null), List.of(
                new NewFigure("security_reports", a, q, BigDecimal.TEN), new NewFigure("security_reports", b, q, BigDecimal.TWO)), null)));
        CurrentUser.SYSTEM.run(() -> tx.executeWithoutResult(s -> figures.recordBulk(new Origin("test", 2L, null), List.of(
                new NewFigure("security_reports", a, q, BigDecimal.ONE), new NewFigure("security_reports", b, q, BigDecimal.TWO), new NewFigure("officers_posted", b, Period.parse("2018..2021-03"), BigDecimal.TWO)), null)));
        assertThat(owner.sql("select sum::int || ' ' || n from figures.roll order by indicator_id").query(String.class).list()).containsExactly("2 1", "3 2");
        assertThat(owner.sql("select value::int from figures.figure_past").query(Integer.class).list()).containsExactly(10);
    }

    int place(JdbcClient owner, String code) {
        int id = owner.sql("insert into territory.place (level, home) values ('commune', 99) returning id").query(Integer.class).single();
        owner.sql("insert into territory.place_state (place_id, valid_from, valid_to, level, code, kind, name, full_name, from_quality, search) values (?, '-infinity', 'infinity', 'commune', ?, 'xa', ?, ?, 'exact', '')")
                .params(id, code, "X" + code, "Xã X" + code).update();
        return id;
    }
}
