package vn.bamcoso.reporting.catalogue;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Indicators;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.reporting.Forms;
import vn.bamcoso.reporting.submission.Desk;

/** The catalogue of forms for programs. */
@RestController
@Tag(name = "forms", description = "What is asked of whom, in which periods, with which checks, and by which way it goes up")
class FormsApi {
    private final Forms forms;
    private final Indicators indicators;
    private final Desk desk;

    FormsApi(Forms forms, Indicators indicators, Desk desk) {
        this.forms = forms;
        this.indicators = indicators;
        this.desk = desk;
    }

    /** @param asked false: known to the system, not to be entered; {@code part} the base indicator when the line is about a part of it */
    record LineJson(int position, String indicator, String name, String unit, boolean asked, String group, @Nullable String part) {}

    /** @param left sum of codes; {@code relation} {@code <=} or {@code =}; {@code hard} a broken one forbids sending */
    record CheckJson(String left, String relation, String right, boolean hard, String sentence) {}

    record StepJson(String office, String act, @Nullable String deadline, @Nullable LocalDate from, @Nullable LocalDate until) {}

    record VersionJson(int number, LocalDate firstEnd, @Nullable LocalDate lastEnd, String rule, List<String> kinds, List<StepJson> chain, List<LineJson> lines, List<CheckJson> checks) {}

    /** @param everywhere asked of every place of the level; otherwise only of chosen ones */
    record FormJson(String code, String name, String about, String level, boolean everywhere, boolean ministry, int versions, @Nullable VersionJson version) {}

    record FormList(int total, List<FormJson> forms) {}

    @GetMapping("/api/forms")
    @Operation(summary = "Forms", description = "In the order of the catalogue, each with its version of today. The list carries total.")
    FormList list(Locale locale) {
        List<FormJson> found = forms.all().stream().map(form -> json(form, forms.versionOn(form, desk.today()).orElse(null), locale)).toList();
        return new FormList(found.size(), found);
    }

    @GetMapping("/api/forms/{code}")
    @Operation(summary = "One form", description = "In its version of today, or the one that is asked for.")
    FormJson one(@PathVariable String code, @Parameter(description = "Number of a version") @RequestParam(required = false) @Nullable Integer version, Locale locale) {
        Form form = forms.require(code);
        Form.Version shown = version == null ? forms.versionOn(form, desk.today()).orElse(null)
                : forms.versionsOf(form).stream().filter(one -> one.number() == version).findFirst().orElseThrow(Problem::notFound);
        return json(form, shown, locale);
    }

    private FormJson json(Form form, Form.@Nullable Version version, Locale locale) {
        boolean english = "en".equals(locale.getLanguage());
        return new FormJson(
                form.code(), english ? form.nameEn() : form.nameVi(), english ? form.aboutEn() : form.aboutVi(), form.level(), form.everywhere(), form.ownerId() == null, forms.versionsOf(form).size(),
                version == null ? null : json(version, english, locale));
    }

    private VersionJson json(Form.Version version, boolean english, Locale locale) {
        List<LineJson> lines = version.lines().stream().map(line -> {
            Indicator indicator = indicators.require(line.indicator());
            String label = english ? line.labelEn() : line.labelVi();
            return new LineJson(line.position(), line.indicator(), label == null ? indicator.name(locale) : label, indicator.unit(locale), line.asked(), english ? line.groupEn() : line.groupVi(),
                    indicator.part() == null ? null : indicator.part().base());
        }).toList();
        List<CheckJson> checks = version.checks().stream().map(check -> new CheckJson(check.part(), check.relation(), check.whole(), check.hard(), english ? check.sentenceEn() : check.sentenceVi())).toList();
        List<StepJson> chain = version.chain().steps().stream()
                .map(step -> new StepJson(step.officeKind(), step.act(), step.deadline() == null ? null : step.deadline().code(), bounded(step.from()), bounded(step.to()))).toList();
        return new VersionJson(version.number(), version.firstEnd(), bounded(version.lastEnd()), version.rule().name().toLowerCase(Locale.ROOT),
                version.kinds().stream().map(kind -> kind.name().toLowerCase(Locale.ROOT)).toList(), chain, lines, checks);
    }

    /** The ends of time are no days. */
    private static @Nullable LocalDate bounded(LocalDate day) {
        return day.getYear() > 9999 || day.getYear() < 1 ? null : day;
    }
}
