package vn.bamcoso.reporting.consolidation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.reporting.Forms;
import vn.bamcoso.reporting.submission.Desk;
import vn.bamcoso.reporting.submission.Redirect;
import vn.bamcoso.shell.Html;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** Consolidated reports: the list, and one to be written, read, sent, received. */
@Controller
public class ConsolidationPage {
    private final Consolidating consolidating;
    private final Consolidations store;
    private final Forms forms;
    private final Places places;
    private final Desk desk;

    ConsolidationPage(Consolidating consolidating, Consolidations store, Forms forms, Places places, Desk desk) {
        this.consolidating = consolidating;
        this.store = store;
        this.forms = forms;
        this.places = places;
        this.desk = desk;
    }

    /** @param forms for who may consolidate, value and label in pairs: form and period */
    public record Listed(List<One> reports, List<String> forms) {}

    public record One(Consolidation report, String form, String place) {}

    /**
     * @param fields what was typed and refused, shown again instead of what is kept
     * @param errors sentences by indicator, "difficulties", "proposals" or "remark"
     */
    public record Shown(Consolidation.Whole whole, boolean writes, boolean sends, boolean decides, @Nullable String done, @Nullable String refused, Map<String, String> fields, Map<String, String> errors) {
        public String typed(String field, @Nullable String kept) {
            return fields.getOrDefault(field, kept == null ? "" : kept);
        }

        public @Nullable String error(String field) {
            return errors.get(field);
        }
    }

    @GetMapping("/consolidations")
    @Transactional(readOnly = true)
    public View list(Locale locale) {
        Texts texts = Texts.of(locale);
        CurrentUser user = CurrentUser.require();
        boolean province = user.has(Desk.PROVINCE.toArray(String[]::new));
        desk.require(province || user.has(Desk.MINISTRY.toArray(String[]::new)) || user.has("leader"));
        List<String> choices = new ArrayList<>();
        if (province) {
            for (Form form : forms.all()) {
                if (form.level().equals("commune")) {
                    forms.recentPeriods(form, desk.today(), 5).stream().filter(period -> !period.end().isAfter(desk.today()))
                            .forEach(period -> choices.addAll(List.of(form.code() + " " + period.code(), form.name(texts) + " · " + period.label(texts.locale()))));
                }
            }
        }
        return Html.of("reporting/consolidation/consolidations", "shown", new Listed(
                store.all(!province, 500).stream().map(report -> new One(report, forms.byId(report.formId()).name(texts), place(report))).toList(), choices));
    }

    private String place(Consolidation report) {
        return places.byId(report.placeId(), report.period().end()).or(() -> places.life(report.placeId()).stream().reduce((first, last) -> last)).map(Place::fullName).orElse("");
    }

    @PostMapping("/consolidations")
    View open(@RequestParam String what) {
        String[] parts = what.split(" ", 2);
        return Redirect.to("/consolidations/" + consolidating.open(parts[0], Period.parse(parts.length < 2 ? "" : parts[1])));
    }

    @GetMapping("/consolidations/{id}")
    @Transactional(readOnly = true)
    public View one(@PathVariable long id, @RequestParam(required = false) @Nullable String done, Locale locale) {
        return page(id, done != null && Texts.vi().has("reporting.consolidation.done." + done) ? done : null, null, Map.of(), Texts.of(locale));
    }

    private Html page(long id, @Nullable String done, @Nullable Problem refused, Map<String, String> fields, Texts texts) {
        Consolidation report = store.require(id);
        CurrentUser user = CurrentUser.require();
        boolean writes = report.open() && consolidating.at(report, Desk.PROVINCE);
        Map<String, String> errors = new HashMap<>();
        if (refused != null) {
            if (refused.faults().isEmpty()) {
                errors.put("remark", texts.get(refused));
            }
            refused.faults().forEach(fault -> errors.put(fault.where(), texts.get(fault.code(), fault.args().toArray())));
        }
        return Html.of("reporting/consolidation/consolidation", "shown", new Shown(
                store.whole(report, texts), writes, writes && consolidating.at(report, java.util.Set.of("provincial_director")),
                (report.status().equals("sent") || report.status().equals("received")) && user.has(Desk.MINISTRY.toArray(String[]::new)), done, refused == null ? null : texts.get(refused), fields, errors));
    }

    @PostMapping("/consolidations/{id}")
    View save(@PathVariable long id, @RequestParam int lock, @RequestParam(defaultValue = "") String difficulties, @RequestParam(defaultValue = "") String proposals, @RequestParam Map<String, String> fields, Locale locale) {
        List<Consolidating.Addition> additions = new ArrayList<>();
        fields.forEach((name, value) -> {
            if (name.startsWith("a.")) {
                additions.add(new Consolidating.Addition(name.substring(2), value, fields.getOrDefault("w." + name.substring(2), "")));
            }
        });
        try {
            consolidating.save(id, lock, additions, difficulties, proposals, Texts.of(locale));
        } catch (Problem refused) {
            if (refused.faults().isEmpty()) {
                throw refused;
            }
            return page(id, null, refused, fields, Texts.of(locale)).status(422);
        }
        return Redirect.to("/consolidations/" + id + "?done=saved");
    }

    @PostMapping("/consolidations/{id}/sending")
    View send(@PathVariable long id, @RequestParam int lock) {
        consolidating.send(id, lock);
        return Redirect.to("/consolidations/" + id + "?done=sent");
    }

    @PostMapping("/consolidations/{id}/decision")
    View decide(@PathVariable long id, @RequestParam int lock, @RequestParam String decision, @RequestParam(required = false) @Nullable String remark, Locale locale) {
        boolean received = decision.equals("received");
        try {
            consolidating.decide(id, lock, received, remark);
        } catch (Problem refused) {
            if (refused.kind() != Problem.Kind.REFUSED) {
                throw refused;
            }
            return page(id, null, refused, Map.of("remark", remark == null ? "" : remark), Texts.of(locale)).status(422);
        }
        return Redirect.to("/consolidations/" + id + "?done=" + (received ? "received" : "returned"));
    }
}
