package vn.bamcoso.reporting.reminding;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Sql;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.identity.Grants;
import vn.bamcoso.notices.Deadlines;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.reporting.Forms;
import vn.bamcoso.reporting.completeness.Completeness;

/** Reports that communes owe: of each form and period whose last day it is, by those who have not sent. */
@Component
class FormDeadlines implements Deadlines {
    private static final int PERIODS = 5;
    private static final int AHEAD = 100;
    private static final int PERIODS_AHEAD = 20;

    private final Forms forms;
    private final Completeness completeness;
    private final Grants grants;
    private final JdbcClient jdbc;
    private final Clock clock;

    FormDeadlines(Forms forms, Completeness completeness, Grants grants, JdbcClient jdbc, Clock clock) {
        this.forms = forms;
        this.completeness = completeness;
        this.grants = grants;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Wanted(Form form, Period period, LocalDate due) {}

    @Override
    public String code() {
        return "reporting.form";
    }

    @Override
    public String list() {
        return "/forms";
    }

    @Override
    public void offer(Set<LocalDate> lastDays) {
        LocalDate last = Collections.max(lastDays);
        for (Wanted one : wanted(last, PERIODS)) {
            if (lastDays.contains(one.due())) {
                jdbc.sql(Sql.beside(FormDeadlines.class, "reports-due.sql"))
                        .param("code", code()).param("form", one.form().id()).param("period", one.period().code()).param("end", one.period().end()).param("regular", one.period().kind().regular())
                        .param("since", java.util.Objects.requireNonNullElse(one.period().start(), one.period().end())).param("due", one.due()).param("field", one.form().field()).param("name_vi", name(one, Texts.vi())).param("name_en", name(one, Texts.en()))
                        .param("topic", one.form().code() + ":" + one.period().code()).param("topic_link", "/completeness?form=" + one.form().code() + "&period=" + one.period().code())
                        .update();
            }
        }
    }

    @Override
    public List<Mine> mine(LocalDate first, LocalDate last) {
        List<Integer> places = grants.of(CurrentUser.require()).stream().map(Grants.Grant::placeId).filter(java.util.Objects::nonNull).distinct().toList();
        List<Mine> mine = new ArrayList<>();
        LocalDate ahead = VietnamTime.today(clock).plusDays(AHEAD);
        for (Wanted one : wanted(last.isBefore(ahead) ? last : ahead, PERIODS_AHEAD)) {
            if (one.due().isBefore(first) || one.due().isAfter(last)) {
                continue;
            }
            boolean owed = jdbc.sql(Sql.beside(FormDeadlines.class, "report-owed.sql"))
                    .param("form", one.form().id()).param("period", one.period().code()).param("end", one.period().end()).param("regular", one.period().kind().regular()).param("places", places.toArray(Integer[]::new))
                    .query(Boolean.class).single();
            if (owed) {
                mine.add(new Mine(one.form().code() + "-" + one.period().code(), one.due(), texts -> name(one, texts), "/forms"));
            }
        }
        return mine;
    }

    /** The periods that are reported about this time, whose last day is known. */
    private List<Wanted> wanted(LocalDate last, int periods) {
        return forms.all().stream()
                .filter(form -> form.level().equals("commune"))
                .flatMap(form -> forms.recentPeriods(form, last, periods).stream().flatMap(period -> completeness.due(form, period).stream().map(due -> new Wanted(form, period, due))))
                .toList();
    }

    private static String name(Wanted one, Texts texts) {
        return texts.get("reporting.reminding.report", one.form().name(texts), one.period().label(texts.locale()));
    }
}
