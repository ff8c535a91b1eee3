package vn.bamcoso.campaigns.page;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.campaigns.Campaign;
import vn.bamcoso.campaigns.Campaigns;
import vn.bamcoso.campaigns.Ground;
import vn.bamcoso.campaigns.opening.Opening;
import vn.bamcoso.campaigns.progress.Intake;
import vn.bamcoso.campaigns.progress.Pace;
import vn.bamcoso.campaigns.progress.Standing;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Indicators;
import vn.bamcoso.territory.Place;

/** Campaigns for programs. */
@RestController
@Tag(name = "campaigns", description = "Targets by when, who was given how much, and how they stand on a day")
class CampaignsApi {
    private final Campaigns campaigns;
    private final CampaignPage page;
    private final Ground ground;
    private final Opening opening;
    private final Indicators indicators;

    CampaignsApi(Campaigns campaigns, CampaignPage page, Ground ground, Opening opening, Indicators indicators) {
        this.opening = opening;
        this.indicators = indicators;
        this.campaigns = campaigns;
        this.page = page;
        this.ground = ground;
    }

    record GoalJson(String name, @Nullable String indicator, String unit, @Nullable String verdict, @Nullable Boolean worked, @Nullable BigDecimal target, @Nullable BigDecimal value) {}

    record CampaignJson(
            String code, String kind, String name, LocalDate firstDay, LocalDate deadline, String assignedBy, @Nullable String document, String denominator, List<GoalJson> goals) {}

    record CampaignList(int total, List<CampaignJson> campaigns) {}

    /** @param daysEarly negative when late; {@code state}: reached, on_track, at_risk, will_miss, missed or unknown */
    record StandingJson(
            String state, @Nullable BigDecimal target, @Nullable BigDecimal done, @Nullable LocalDate doneOn, @Nullable BigDecimal percent, @Nullable BigDecimal expected, @Nullable BigDecimal requiredDaily,
            @Nullable BigDecimal pace, @Nullable LocalDate forecast, @Nullable LocalDate soonest, @Nullable LocalDate latest, @Nullable LocalDate reached, @Nullable Long daysEarly) {
        static StandingJson of(Standing one) {
            return new StandingJson(
                    one.state().code(), one.target(), one.done(), one.doneOn(), one.percent(), one.expected(), one.required(), one.pace(), one.forecast(), one.soonest(), one.latest(), one.reached(),
                    one.daysEarly());
        }
    }

    record PlaceJson(String place, String name, @Nullable LocalDate deadline, @Nullable String assigner, StandingJson standing) {
        static PlaceJson of(Intake.Course course) {
            return new PlaceJson(
                    course.spot().key(), course.spot().fullName(), course.quota() == null ? null : course.quota().deadline(), course.quota() == null ? null : course.quota().assigner(),
                    StandingJson.of(course.standing()));
        }
    }

    record PointJson(LocalDate day, BigDecimal total) {}

    record OneJson(CampaignJson campaign, String within, LocalDate day, @Nullable PlaceJson whole, List<PointJson> series, int total, List<PlaceJson> places) {}

    @GetMapping("/api/campaigns")
    @Operation(summary = "Campaigns and schemes", description = "Those with the latest deadline first. The list carries total.")
    CampaignList list(Locale locale) {
        CurrentUser user = CurrentUser.require();
        List<CampaignJson> found = campaigns.all().stream().filter(campaign -> ground.area(user, campaign.field()).isPresent()).map(campaign -> json(campaign, List.of(), locale)).toList();
        return new CampaignList(found.size(), found);
    }

    @GetMapping("/api/campaigns/{code}")
    @Operation(summary = "One campaign in one area", description = "Up to a day: how the area stands, its cumulative series, and its parts, those that will miss the target first.")
    OneJson one(
            @PathVariable String code, @Parameter(description = "Key of a place; your own area when left out") @RequestParam(defaultValue = "") String within,
            @Parameter(description = "Day up to which figures count; today, or the deadline when that is over") @RequestParam(defaultValue = "") String day, Locale locale) {
        Campaign campaign = campaigns.require(code);
        CampaignPage.Shown shown = page.shown(campaign, within, day, null, locale);
        Place place = shown.within();
        List<PointJson> series = shown.whole() == null ? List.of() : shown.whole().series().stream().map((Pace.Point point) -> new PointJson(point.day(), point.total())).toList();
        return new OneJson(json(campaign, shown.goals(), locale), place.key(), shown.day(), shown.whole() == null ? null : PlaceJson.of(shown.whole()), series, shown.parts().size(), shown.parts().stream().map(PlaceJson::of).toList());
    }

    record GoalEntry(@Nullable String nameVi, @Nullable String nameEn, @Nullable String indicator, @Nullable String unitVi, @Nullable String unitEn, @Nullable BigDecimal target,
            @Nullable String reported, @Nullable String source) {}

    /** @param kind campaign or scheme; {@code denominator} eligible, present or unstated */
    record CampaignEntry(
            @Nullable String kind, @Nullable String nameVi, @Nullable String nameEn, @Nullable String aboutVi, @Nullable String aboutEn, @Nullable LocalDate firstDay, @Nullable LocalDate deadline,
            @Nullable String assignedBy, @Nullable String document, @Nullable String denominator, @Nullable List<@Nullable GoalEntry> goals) {}

    record Opened(String code) {}

    @PostMapping("/api/campaigns")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Open a campaign or a scheme", description = "A campaign has one goal whose indicator counts it and a target; a scheme has several, whose indicator, target or both may be left out. By the ministry for the nation, by a provincial director for the province.")
    Opened open(@RequestBody CampaignEntry entered) {
        List<Opening.NewGoal> goals = entered.goals() == null ? List.of() : entered.goals().stream().filter(Objects::nonNull).map(this::goal).toList();
        short field = goals.stream().filter(goal -> goal.indicator() != null).findFirst().flatMap(goal -> indicators.byCode(goal.indicator())).map(Indicator::field).orElse((short) 6);
        if (entered.firstDay() == null || entered.deadline() == null) {
            throw Problem.refused("campaigns.problem.refused", List.of(new Problem.Fault("deadline", "campaigns.problem.days-missing")), 1);
        }
        String name = text(entered.nameVi());
        Place area = ground.area(CurrentUser.require(), field).orElseThrow(() -> Problem.forbidden("campaigns.problem.not-yours"));
        return new Opened(opening.open(new Opening.NewCampaign(
                null, "scheme".equals(entered.kind()), name, text(entered.nameEn()).isEmpty() ? name : text(entered.nameEn()), text(entered.aboutVi()),
                text(entered.aboutEn()).isEmpty() ? text(entered.aboutVi()) : text(entered.aboutEn()), field, area, entered.firstDay(), entered.deadline(), text(entered.assignedBy()),
                text(entered.document()).isEmpty() ? null : text(entered.document()), text(entered.denominator()).isEmpty() ? "unstated" : text(entered.denominator()), goals)));
    }

    private Opening.NewGoal goal(GoalEntry goal) {
        Indicator indicator = goal.indicator() == null ? null : indicators.byCode(goal.indicator()).orElse(null);
        String vi = text(goal.nameVi()).isEmpty() && indicator != null ? indicator.nameVi() : text(goal.nameVi());
        String unit = text(goal.unitVi()).isEmpty() && indicator != null ? indicator.unitVi() : text(goal.unitVi());
        return new Opening.NewGoal(vi, text(goal.nameEn()).isEmpty() ? vi : text(goal.nameEn()), goal.indicator(), unit, text(goal.unitEn()).isEmpty() ? unit : text(goal.unitEn()), goal.target(),
                goal.reported(), goal.source());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static CampaignJson json(Campaign one, List<Verdicts.Judged> judged, Locale locale) {
        List<GoalJson> goals = judged.isEmpty()
                ? one.goals().stream().map(goal -> new GoalJson(goal.name(locale), goal.indicator(), goal.unit(locale), null, null, null, null)).toList()
                : judged.stream().map(goal -> new GoalJson(goal.goal().name(locale), goal.goal().indicator(), goal.goal().unit(locale), goal.verdict(), goal.worked(), goal.target(), goal.value())).toList();
        return new CampaignJson(
                one.code(), one.scheme() ? "scheme" : "campaign", one.name(locale), one.firstDay(), one.deadline(), one.assignedBy(), one.document(), one.denominator(), goals);
    }
}
