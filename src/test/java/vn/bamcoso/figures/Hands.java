package vn.bamcoso.figures;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.store.Database;

/** What the tests of this room do over and over: find a place, record a few figures, look into the tables past all policies. */
@TestComponent
class Hands {
    private final Figures figures;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    final JdbcClient owner;

    Hands(Figures figures, TransactionTemplate transaction, JdbcClient jdbc, Database database) {
        this.figures = figures;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.owner = JdbcClient.create(new DriverManagerDataSource(database.url(), database.owner(), database.ownerPassword()));
    }

    /** @param key any key of the place, {@code C00715@2021-07-01} */
    int place(String key) {
        return owner.sql("""
                select place_id from territory.pub_place where level = case left(:key, 1) when 'N' then 'nation' when 'P' then 'province' when 'D' then 'district' else 'commune' end
                  and code = split_part(substr(:key, 2), '@', 1) and valid_from <= split_part(:key, '@', 2)::date and split_part(:key, '@', 2)::date < valid_to""")
                .param("key", key).query(Integer.class).single();
    }

    /** Ids of the communes of a province of the 63 that are alive on the day, by code. */
    List<Integer> communes(int home, String day, String... kinds) {
        return owner.sql("""
                select place_id from territory.pub_place where level = 'commune' and home = :home and valid_from <= :day::date and :day::date < valid_to
                  and (:every or kind in (:kinds)) order by code""")
                .param("home", home).param("day", day).param("every", kinds.length == 0).param("kinds", kinds.length == 0 ? List.of("") : List.of(kinds))
                .query(Integer.class).list();
    }

    static NewFigure figure(String indicator, int place, String period, long value) {
        return new NewFigure(indicator, place, Period.parse(period), BigDecimal.valueOf(value));
    }

    int record(NewFigure... list) {
        return recordAt(null, list);
    }

    int recordAt(Instant known, NewFigure... list) {
        return asTheProgram(() -> figures.record(new Origin("test", 1L, null), List.of(list), known));
    }

    int recordMany(List<NewFigure> list) {
        return asTheProgram(() -> figures.recordBulk(new Origin("test", 2L, null), list, null));
    }

    <T> T asTheProgram(Supplier<T> work) {
        return CurrentUser.SYSTEM.call(() -> transaction.execute(running -> work.get()));
    }

    void asProgramSql(String statement) {
        asTheProgram(() -> jdbc.sql(statement).update());
    }

    /** The same value for every place. */
    static List<NewFigure> each(String indicator, List<Integer> places, String period, long value) {
        var list = new ArrayList<NewFigure>();
        places.forEach(place -> list.add(figure(indicator, place, period, value)));
        return list;
    }

    /** "sum n" of one roll-up cell, or "none". */
    String roll(String indicator, String period, int home) {
        return owner.sql("""
                select trim_scale(r.sum) || ' ' || r.n from figures.roll r join figures.indicator i on i.id = r.indicator_id and i.code = ?
                join figures.period p on p.id = r.period_id and p.code = ? where r.home = ?""")
                .params(indicator, period, home).query(String.class).optional().orElse("none");
    }
}
