package vn.bamcoso.reporting.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.DateWords;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Indicators;
import vn.bamcoso.figures.Making;
import vn.bamcoso.reporting.Chain;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.reporting.Forms;
import vn.bamcoso.reporting.submission.Desk;
import vn.bamcoso.reporting.submission.Redirect;
import vn.bamcoso.shell.Html;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** One form of the catalogue: what it asks, its versions with the days for which they hold, and where it is asked. */
@Controller
public class FormPage {
    private final Forms forms;
    private final Indicators indicators;
    private final Asking asking;
    private final Making making;
    private final Places places;
    private final Desk desk;
    private final JdbcClient jdbc;

    FormPage(Forms forms, Indicators indicators, Asking asking, Making making, Places places, Desk desk, JdbcClient jdbc) {
        this.forms = forms;
        this.indicators = indicators;
        this.asking = asking;
        this.making = making;
        this.places = places;
        this.desk = desk;
        this.jdbc = jdbc;
    }

    public record Line(@Nullable String group, String code, String name, String unit, boolean asked, boolean part, List<String> checks) {}

    /** @param released who released it and when, under which document; null: it came with the program */
    public record Version(int number, LocalDate from, @Nullable LocalDate to, @Nullable String released, boolean shown, int reports) {}

    /** @param owner null: the ministry's */
    public record Shown(
            Form form, Form.Version version, String kinds, String way, List<Line> lines, List<Version> versions, @Nullable String owner, List<Asking.Asked> asked, boolean mayAsk, boolean mayChange,
            @Nullable String done, @Nullable String refused) {}

    @GetMapping("/forms/{code}")
    View form(@PathVariable String code, @RequestParam(required = false) @Nullable Integer version, @RequestParam(defaultValue = "") String done, Locale locale) {
        Texts texts = Texts.of(locale);
        return page(code, version, List.of("released", "asked", "ended").contains(done) ? texts.get("reporting.catalogue.done." + done) : null, null, texts);
    }

    @PostMapping("/forms/{code}/asked")
    View ask(@PathVariable String code, @RequestParam(defaultValue = "") String places, @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String to,
            @RequestParam(required = false) @Nullable String note, Locale locale) {
        Texts texts = Texts.of(locale);
        try {
            asking.ask(code, found(places), DateWords.parse(from), to.isBlank() ? null : DateWords.parse(to), note);
            return Redirect.to("/forms/" + code + "?done=asked#asked");
        } catch (Problem refused) {
            if (refused.kind() == Problem.Kind.NOT_FOUND) {
                throw refused;
            }
            return page(code, null, null, texts.get(refused), texts).status(refused.kind() == Problem.Kind.FORBIDDEN ? 403 : 422);
        }
    }

    @PostMapping("/forms/{code}/asked/{id}/end")
    View end(@PathVariable String code, @PathVariable int id, @RequestParam String last, Locale locale) {
        try {
            asking.end(code, id, DateWords.parse(last));
            return Redirect.to("/forms/" + code + "?done=ended#asked");
        } catch (Problem refused) {
            if (refused.kind() != Problem.Kind.REFUSED) {
                throw refused;
            }
            return page(code, null, null, Texts.of(locale).get(refused), Texts.of(locale)).status(422);
        }
    }

    /** One place a line. */
    private List<Place> found(String text) {
        return text.lines().flatMap(line -> Stream.of(line.split(";"))).filter(one -> !one.isBlank()).map(one -> places.meant(one, desk.today(), place -> true)).toList();
    }

    private Html page(String code, @Nullable Integer number, @Nullable String done, @Nullable String refused, Texts texts) {
        Form form = forms.require(code);
        LocalDate today = desk.today();
        List<Form.Version> all = forms.versionsOf(form);
        Form.Version version = number != null
                ? all.stream().filter(one -> one.number() == number).findFirst().orElseThrow(Problem::notFound)
                : forms.versionOn(form, today).orElse(all.getFirst());
        List<Line> lines = new ArrayList<>();
        String group = "";
        for (Form.Line line : version.lines()) {
            Indicator indicator = indicators.require(line.indicator());
            List<String> checks = version.checks().stream().filter(check -> check.at().equals(line.indicator()))
                    .map(check -> (check.hard() ? "" : texts.get("reporting.draft.soft") + " ") + check.sentence(texts).replace("{0}", "…").replace("{1}", "…").replace("{2}", "…")).toList();
            lines.add(new Line(group.equals(line.group(texts)) ? null : line.group(texts), line.indicator(), line.label(texts) == null ? indicator.name(texts.locale()) : line.label(texts),
                    indicator.unit(texts.locale()), line.asked(), indicator.part() != null, checks));
            group = line.group(texts);
        }
        List<Version> versions = all.stream().map(one -> version(one, one.id() == version.id(), texts)).toList();
        String kinds = version.kinds().stream().map(kind -> kind.label(texts.locale())).reduce((one, two) -> one + ", " + two).orElse("") + " · " + version.rule().label(texts.locale());
        String way = version.chain().on(today).stream().map(step -> texts.get("reporting.station." + step.officeKind()) + due(step, texts)).reduce((one, two) -> one + " → " + two).orElse("");
        CurrentUser user = CurrentUser.require();
        var owner = making.owner(user);
        return Html.of("reporting/catalogue/form", "shown", new Shown(
                form, version, kinds, way, lines, versions, form.ownerId() == null ? null : places.life(form.ownerId()).getLast().fullName(), asking.of(form),
                !form.everywhere() && asking.may(user, form, null), owner.filter(one -> Objects.equals(one.id(), form.ownerId())).isPresent(), done, refused));
    }

    private static String due(Chain.Step step, Texts texts) {
        return step.deadline() == null ? "" : " (" + step.deadline().label(texts.locale()) + ")";
    }

    private Version version(Form.Version one, boolean shown, Texts texts) {
        return jdbc.sql("""
                        select v.number, v.first_end, nullif(v.last_end, 'infinity') as last_end, v.released_at, v.note, coalesce(u.name, '') as by,
                               (select count(*)::int from reporting.submission s where s.form_version_id = v.id) as reports
                        from reporting.form_version v left join identity.pub_user u on u.user_id = v.released_by where v.id = :id""")
                .param("id", one.id())
                .query((row, n) -> new Version(row.getInt("number"), row.getObject("first_end", LocalDate.class), row.getObject("last_end", LocalDate.class),
                        row.getTimestamp("released_at") == null ? null : texts.get("reporting.catalogue.released", row.getString("by"), DateWords.minute(row.getTimestamp("released_at").toInstant(), texts.locale()), row.getString("note")),
                        shown, row.getInt("reports")))
                .single();
    }
}
