package vn.bamcoso.reporting.reminding;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.bamcoso.basics.Sql;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.notices.Deadlines;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.reporting.Forms;

/** Reports of communes that wait for their province, by the day on which the form's chain wants them approved: one thing for a province, however many wait. */
@Component
class ApprovalDeadlines implements Deadlines {
    private static final int PERIODS = 5;
    private static final String STATION = "provincial";

    private final Forms forms;
    private final JdbcClient jdbc;

    ApprovalDeadlines(Forms forms, JdbcClient jdbc) {
        this.forms = forms;
        this.jdbc = jdbc;
    }

    @Override
    public String code() {
        return "reporting.approval";
    }

    @Override
    public String list() {
        return "/approvals";
    }

    @Override
    public void offer(Set<LocalDate> lastDays) {
        LocalDate last = Collections.max(lastDays);
        for (Form form : forms.all().stream().filter(one -> one.level().equals("commune")).toList()) {
            for (Period period : forms.recentPeriods(form, last, PERIODS)) {
                forms.versionFor(form, period).flatMap(version -> version.chain().due(STATION, period, period.end())).filter(lastDays::contains).ifPresent(due -> offer(form, period, due));
            }
        }
    }

    private void offer(Form form, Period period, LocalDate due) {
        jdbc.sql(Sql.beside(ApprovalDeadlines.class, "approvals-due.sql"))
                .param("code", code()).param("form", form.id()).param("period", period.code()).param("due", due).param("since", period.end()).param("field", form.field())
                .param("topic", form.code() + ":" + period.code()).param("topic_link", "/completeness?form=" + form.code() + "&period=" + period.code())
                .param("name_vi", name(form, period, Texts.vi())).param("name_en", name(form, period, Texts.en())).update();
    }

    /** Reports wait one by one on the page of approvals, and stand there with their day. */
    @Override
    public List<Mine> mine(LocalDate first, LocalDate last) {
        return List.of();
    }

    private static String name(Form form, Period period, Texts texts) {
        return texts.get("reporting.reminding.approval", form.name(texts), period.label(texts.locale()));
    }
}
