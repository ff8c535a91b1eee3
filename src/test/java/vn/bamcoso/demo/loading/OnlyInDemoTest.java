package vn.bamcoso.demo.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.figures.Figures;
import vn.bamcoso.reporting.Forms;
import vn.bamcoso.reporting.exchange.PastReports;
import vn.bamcoso.reviews.Reviews;
import vn.bamcoso.store.StoreProblem;
import vn.bamcoso.territory.Offices;
import vn.bamcoso.territory.Places;

@InTheHouse
class OnlyInDemoTest {
    @Autowired ObjectProvider<DemoLoading> loading;
    @Autowired ObjectProvider<PastReports> past;
    @Autowired JdbcClient jdbc;
    @Autowired JdbcTemplate template;
    @Autowired TransactionTemplate transaction;
    @Autowired Places places;
    @Autowired Forms forms;
    @Autowired Figures figures;
    @Autowired Reviews reviews;
    @Autowired Offices offices;
    @Autowired Trail trail;
    @Autowired ObjectProvider<Part> parts;

    @Test
    void theProgramForRealWorkHasNoDemonstrationLoader() {
        assertThat(loading.getIfAvailable()).isNull();
        assertThat(past.getIfAvailable()).as("nobody else may record what was known in the past").isNull();
    }

    @Test
    void aDatabaseWithRealReportsIsRefused() {
        CurrentUser.SYSTEM.run(() -> {
            transaction.executeWithoutResult(running -> jdbc.sql("""
                            insert into reporting.submission (period, period_end, office_id, place_id, home, field, kind, status, drafted_by, drafted_at)
                            select '2026-Q3', date '2026-09-14', o.office_id, o.place_id, 2, 8, 'import', 'draft', 0, now()
                            from territory.pub_office o join territory.pub_place p on p.place_id = o.place_id and p.key = 'C00721@2025-07-01' limit 1""").update());
            var loader = new DemoLoading(jdbc, template, transaction, places, forms, null, figures, reviews, offices, trail, Clock.systemUTC(), parts, Path.of("target/nowhere"), new Short[0], Set.of());
            assertThatThrownBy(() -> loader.prepare(line -> {})).isInstanceOf(StoreProblem.class).hasMessageContaining("báo cáo thật");
            assertThat(transaction.<Boolean>execute(running -> jdbc.sql("select exists (select from demo.stage)").query(Boolean.class).single())).isFalse();
        });
    }
}
