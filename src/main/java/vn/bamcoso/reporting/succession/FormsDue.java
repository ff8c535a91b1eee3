package vn.bamcoso.reporting.succession;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.reporting.Forms;
import vn.bamcoso.territory.Act;
import vn.bamcoso.territory.RestructuringPart.Effect;

/**
 * Which reports a restructuring makes due, and which no longer: of communes that begin with it the first period that ends on
 * or after its day is the first expected; of those that end with it that same period is expected no more.
 */
@Component
class FormsDue {
    private final JdbcClient jdbc;
    private final Forms forms;

    FormsDue(JdbcClient jdbc, Forms forms) {
        this.jdbc = jdbc;
        this.forms = forms;
    }

    private record Called(short formId, String period, LocalDate due) {}

    List<Effect> of(Act act) {
        int founded = reporting(act.founded());
        int ended = reporting(act.ended());
        if (founded + ended == 0) {
            return List.of();
        }
        List<String> due = due(act.effective());
        List<Effect> effects = new ArrayList<>();
        if (founded > 0) {
            effects.add(new Effect("reporting.restructuring.expected", founded, due));
        }
        if (ended > 0) {
            effects.add(new Effect("reporting.restructuring.not-expected", ended, due));
        }
        return effects;
    }

    /** Only a commune with police of its own is expected to report. */
    private int reporting(List<Integer> places) {
        return places.isEmpty() ? 0 : jdbc.sql("select count(distinct place_id) from territory.pub_office where kind = 'commune' and place_id = any (:places)")
                .param("places", places.toArray(Integer[]::new))
                .query(Integer.class)
                .single();
    }

    private List<String> due(LocalDate day) {
        Texts texts = Texts.of(LocaleContextHolder.getLocale());
        List<String> due = new ArrayList<>();
        for (Form form : forms.all()) {
            Optional<Form.Version> version = forms.versionOn(form, day).filter(one -> form.level().equals("commune") && form.everywhere() && one.regular());
            version.flatMap(one -> one.rule().containing(one.kinds().getFirst(), day)).ifPresent(period -> due.add(texts.get(
                    "reporting.restructuring.from", form.name(texts), period.label(texts.locale()), version.get().due(period).map(texts::write).orElse("–"))));
            version.or(() -> forms.versionOn(form, day)).filter(one -> !one.regular()).ifPresent(one -> calls(form, day).forEach(call -> due.add(texts.get(
                    "reporting.restructuring.called", form.name(texts), Period.parse(call.period()).label(texts.locale()), texts.write(call.due())))));
        }
        return due;
    }

    private List<Called> calls(Form form, LocalDate day) {
        return jdbc.sql("select form_id, period, min(due) as due from reporting.call where form_id = :form and period_end >= :day group by form_id, period, period_end order by period_end")
                .param("form", form.id())
                .param("day", day)
                .query(Called.class)
                .list();
    }
}
