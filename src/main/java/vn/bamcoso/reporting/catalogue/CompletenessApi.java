package vn.bamcoso.reporting.catalogue;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.identity.Grants;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.reporting.Forms;
import vn.bamcoso.reporting.completeness.Area;
import vn.bamcoso.reporting.completeness.Completeness;
import vn.bamcoso.reporting.submission.Desk;
import vn.bamcoso.territory.Place;

/** Who has reported and who has not, for programs. */
@RestController
@Tag(name = "completeness", description = "Who was expected to report, who has, who is late or missing")
public class CompletenessApi {
    private static final List<String> BLIND = List.of("administrator", "auditor", "gazetteer_keeper");
    private final Completeness completeness;
    private final Forms forms;
    private final Grants grants;
    private final Area areas;
    private final Desk desk;

    CompletenessApi(Completeness completeness, Forms forms, Grants grants, Area areas, Desk desk) {
        this.completeness = completeness;
        this.forms = forms;
        this.grants = grants;
        this.areas = areas;
        this.desk = desk;
    }

    record ProvinceJson(String place, String name, int expected, int approved, int waiting, int returned, int writing, int missing, int late, int inTime) {}

    /** @param state approved, waiting, returned, writing, missing or overdue; {@code late} sent after the due day, which stays so; {@code zero} its report says nothing but zero */
    record PlaceJson(String place, String name, String state, boolean late, boolean zero, @Nullable Long submission, @Nullable Instant sentAt) {}

    /** @param inTime sent by the last day; {@code zero} reports that say nothing but zero; {@code provinces} of the nation; {@code places} the communes of anything smaller */
    record CompletenessJson(String form, String period, @Nullable LocalDate due, String within, int total, int expected, int approved, int late, int inTime, int zero, List<ProvinceJson> provinces, List<PlaceJson> places) {}

    @GetMapping("/api/completeness")
    @Transactional(readOnly = true)
    @Operation(summary = "Who has reported", description = "Of the nation by province, of a province by commune. Offices that were merged or not yet founded are not expected.")
    public CompletenessJson completeness(
            @Parameter(description = "Code of the form, e.g. ket-qua-cong-tac") @RequestParam String form,
            @Parameter(description = "Code of the period, e.g. 2026-Q3 or @2021-04-23") @RequestParam String period,
            @Parameter(description = "Key of a place; your own area when left out") @RequestParam(required = false) @Nullable String within) {
        Form asked = forms.byCode(form).orElseThrow(() -> Problem.refused("reporting.problem.file.form", form));
        Period when = Period.parse(period);
        Place own = grants.widest(CurrentUser.require(), asked.field(), BLIND).orElseThrow(Problem::notFound);
        Place area = areas.chosen(own, within);
        LocalDate today = desk.today();
        LocalDate due = completeness.due(asked, when).orElse(null);
        Set<Integer> zeros = completeness.zeros(asked, when);
        if (area.level().equals("nation")) {
            List<ProvinceJson> provinces = completeness.provinces(asked, when, today).stream()
                    .map(one -> new ProvinceJson(one.key(), one.name(), one.expected(), one.approved(), one.waiting(), one.returned(), one.writing(), one.missing(), one.late(), one.inTime())).toList();
            return new CompletenessJson(form, when.code(), due, area.key(), provinces.size(), provinces.stream().mapToInt(ProvinceJson::expected).sum(),
                    provinces.stream().mapToInt(ProvinceJson::approved).sum(), provinces.stream().mapToInt(ProvinceJson::late).sum(), provinces.stream().mapToInt(ProvinceJson::inTime).sum(), zeros.size(), provinces, List.of());
        }
        List<PlaceJson> all = completeness.places(asked, when, area.id(), today, today).stream()
                .map(one -> new PlaceJson(one.key(), one.name(), one.state().name().toLowerCase(Locale.ROOT), one.late(), zeros.contains(one.placeId()), one.submission(), one.sentAt())).toList();
        return new CompletenessJson(form, when.code(), due, area.key(), all.size(), all.size(), (int) all.stream().filter(one -> one.state().equals("approved")).count(),
                (int) all.stream().filter(PlaceJson::late).count(), (int) all.stream().filter(one -> one.sentAt() != null && !one.late()).count(), (int) all.stream().filter(PlaceJson::zero).count(), List.of(), all);
    }
}
