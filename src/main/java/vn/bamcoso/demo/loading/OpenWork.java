package vn.bamcoso.demo.loading;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.bamcoso.basics.Sql;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.calendar.PeriodKind;
import vn.bamcoso.calendar.PeriodRule;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.reporting.Forms;

/** Leaves reports in the middle of being written, so that the demonstration users find their desks in use. */
final class OpenWork {
    private final JdbcClient jdbc;
    private final Forms forms;
    private final Clock clock;

    OpenWork(JdbcClient jdbc, Forms forms, Clock clock) {
        this.jdbc = jdbc;
        this.forms = forms;
        this.clock = clock;
    }

    /** Joins the caller's transaction. @return how many steps were left */
    int leave() {
        LocalDate today = VietnamTime.today(clock);
        Period running = PeriodRule.OFFICIAL.containing(PeriodKind.QUARTER, today).orElseThrow();
        Period last = running.previous().orElseThrow();
        return jdbc.sql(Sql.beside(OpenWork.class, "open-work.sql"))
                .param("running", running.code())
                .param("running_start", running.start())
                .param("running_end", running.end())
                .param("running_due", due(running))
                .param("last", last.code())
                .param("last_start", last.start())
                .param("last_end", last.end())
                .param("last_due", due(last))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private LocalDate due(Period quarter) {
        Form.Version version = forms.requireVersion(forms.require("ket-qua-cong-tac"), quarter);
        return version.chain().due(version.chain().first(), quarter, quarter.end()).orElseThrow();
    }
}
