package vn.bamcoso.campaigns.page;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.DateWords;
import vn.bamcoso.campaigns.Campaign;
import vn.bamcoso.campaigns.Campaign.Quota;
import vn.bamcoso.campaigns.Campaigns;
import vn.bamcoso.campaigns.Ground;
import vn.bamcoso.campaigns.followup.FollowUps;
import vn.bamcoso.campaigns.progress.Intake;
import vn.bamcoso.campaigns.progress.Standing;
import vn.bamcoso.shell.Html;
import vn.bamcoso.tasks.issuing.ProposedFollowUps.FollowUp;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;
import vn.bamcoso.territory.TileMap;
import vn.bamcoso.territory.TileMaps;

/** One campaign in one area, up to a day: those that will miss it first. A scheme shows its goals and what became of them. */
@Controller
public class CampaignPage {
    private final Campaigns campaigns;
    private final Intake intake;
    private final Ground ground;
    private final Places places;
    private final TileMaps maps;
    private final Verdicts verdicts;
    private final FollowUps followUps;

    CampaignPage(Campaigns campaigns, Intake intake, Ground ground, Places places, TileMaps maps, Verdicts verdicts, FollowUps followUps) {
        this.campaigns = campaigns;
        this.intake = intake;
        this.ground = ground;
        this.places = places;
        this.maps = maps;
        this.verdicts = verdicts;
        this.followUps = followUps;
    }

    /**
     * @param above the asker's area, when a part of it is shown
     * @param parts those that will miss it first
     * @param link of the page without its day
     */
    public record Shown(
            Campaign campaign, Place within, @Nullable Place above, LocalDate day, Intake.@Nullable Course whole, String headline, List<Intake.Course> parts, @Nullable TileMap map,
            @Nullable BurnUp burnUp, List<Quota> history, List<Verdicts.Judged> goals, boolean mayCut, @Nullable String done,
            List<Integer> years, List<Verdicts.Yearly> yearly, List<FollowUp<FollowUps.Line>> followUps) {}

    @GetMapping("/campaigns/{code}")
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public View campaign(@PathVariable String code, @RequestParam(defaultValue = "") String within, @RequestParam(defaultValue = "") String day, @RequestParam(required = false) @Nullable String done, Locale locale) {
        return Html.of("campaigns/page/campaign", "shown", shown(campaigns.require(code), within, day, done, locale));
    }

    Shown shown(Campaign campaign, String within, String day, @Nullable String done, Locale locale) {
        CurrentUser user = CurrentUser.require();
        Place area = ground.requireArea(user, campaign);
        LocalDate asked = day.isBlank() ? ground.dayOf(campaign) : DateWords.parse(day);
        if (asked.isBefore(campaign.firstDay()) || asked.isAfter(ground.today())) {
            throw Problem.refused("campaigns.problem.day", campaign.firstDay(), ground.today());
        }
        Place place = within(campaign, area, within, asked);
        List<Verdicts.Judged> goals = campaign.scheme() ? verdicts.of(campaign, place, asked) : List.of();
        Intake.Courses courses = campaign.scheme() ? new Intake.Courses(null, List.of()) : intake.of(campaign, campaign.goal(), place, Ground.below(place), asked);
        Intake.Course whole = courses.whole();
        LocalDate deadline = whole == null ? campaign.deadline() : whole.deadline(campaign);
        List<Intake.Course> parts = courses.parts().stream().sorted(missesFirst()).toList();
        boolean nation = place.level().equals("nation") && !campaign.scheme();
        return new Shown(
                campaign, place, place.id() == area.id() ? null : area, asked, whole, headline(campaign, whole, goals, deadline, locale), place.level().equals("commune") ? List.of() : parts,
                nation ? map(campaign, parts, asked, locale) : null, whole == null ? null : BurnUp.of(whole, campaign.firstDay(), deadline),
                campaign.scheme() ? List.of() : campaigns.history(campaign.goal(), place.id()), goals, !campaign.scheme() && ground.mayCut(user, campaign, place), done,
                campaign.scheme() ? Verdicts.years(campaign, asked) : List.of(), campaign.scheme() ? verdicts.yearly(campaign, place, asked) : List.of(), place.id() == campaign.placeId() && day.isBlank() ? followUps.of(campaign) : List.of());
    }

    /** The asked place, else the asker's area, in its state of that day; a province of today stands for what it was made of. */
    private Place within(Campaign campaign, Place area, String key, LocalDate day) {
        Place place = key.isEmpty() ? area : places.byKey(key).orElseThrow(Problem::notFound);
        Place then = places.byId(place.id(), day).orElse(null);
        if (key.isEmpty() && then == null) {
            Place owner = places.byId(campaign.placeId(), day).orElseThrow(Problem::notFound);
            return places.holds(area.id(), owner.id(), ground.today()) ? owner : places.provinces(day).stream().filter(old -> places.holds(area.id(), old.id(), ground.today())).findFirst().orElseThrow(Problem::notFound);
        }
        if (then == null || !places.holds(area.id(), place.id(), ground.today())) {
            throw Problem.notFound();
        }
        return then;
    }

    /** TrendBroken, then those that will be latest, then the unknown, then the rest by what is done. */
    static Comparator<Intake.Course> missesFirst() {
        return Comparator.comparing((Intake.Course course) -> course.standing().state())
                .thenComparing(course -> course.standing().state() == Standing.State.WILL_MISS && course.standing().forecast() != null ? -course.standing().forecast().toEpochDay() : Long.MIN_VALUE)
                .thenComparing(course -> course.standing().percent() == null ? BigDecimal.ZERO : course.standing().percent())
                .thenComparing(course -> course.spot().code());
    }

    private TileMap map(Campaign campaign, List<Intake.Course> parts, LocalDate day, Locale locale) {
        Map<Integer, BigDecimal> values = new HashMap<>();
        parts.forEach(part -> {
            if (part.standing().percent() != null) {
                values.put(part.spot().id(), part.standing().percent());
            }
        });
        Texts texts = Texts.of(locale);
        return maps.of(day, texts.get("campaigns.map", campaign.name(locale)), texts.get("campaigns.map.unit"), values,
                place -> "/campaigns/" + campaign.code() + "?within=" + place.key() + "&day=" + day, null);
    }

    static String headline(Campaign campaign, Intake.@Nullable Course whole, List<Verdicts.Judged> goals, LocalDate deadline, Locale locale) {
        Texts texts = Texts.of(locale);
        if (campaign.scheme()) {
            long met = goals.stream().filter(Verdicts.Judged::good).count();
            return texts.get("campaigns.headline.scheme", met, goals.size());
        }
        if (whole == null || whole.standing().done() == null) {
            return texts.get("campaigns.headline.no-figures");
        }
        Standing standing = whole.standing();
        if (standing.target() == null) {
            return texts.get("campaigns.headline.no-target", standing.done());
        }
        return switch (standing.state()) {
            case REACHED -> standing.daysEarly() > 0 ? texts.get("campaigns.headline.early", standing.reached(), standing.daysEarly())
                    : standing.daysEarly() == 0 ? texts.get("campaigns.headline.in-time", standing.reached()) : texts.get("campaigns.headline.late", standing.reached(), -standing.daysEarly());
            case MISSED -> texts.get("campaigns.headline.missed", standing.percent(), standing.missing());
            case ON_TRACK, AT_RISK -> texts.get("campaigns.headline." + standing.state().code(), standing.percent(), standing.forecast(), java.time.temporal.ChronoUnit.DAYS.between(standing.forecast(), deadline));
            case WILL_MISS -> standing.forecast() == null ? texts.get("campaigns.headline.never", standing.percent())
                    : texts.get("campaigns.headline.will_miss", standing.percent(), standing.forecast(), java.time.temporal.ChronoUnit.DAYS.between(deadline, standing.forecast()));
            case UNKNOWN -> texts.get("campaigns.headline.no-figures");
        };
    }

}
