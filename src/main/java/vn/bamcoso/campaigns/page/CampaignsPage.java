package vn.bamcoso.campaigns.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.campaigns.Campaign;
import vn.bamcoso.campaigns.Campaigns;
import vn.bamcoso.campaigns.Ground;
import vn.bamcoso.campaigns.progress.Glance;
import vn.bamcoso.campaigns.progress.Standing;
import vn.bamcoso.shell.Html;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** All campaigns and schemes that concern the asker's area, each with how it stands there. */
@Controller
public class CampaignsPage {
    private final Campaigns campaigns;
    private final Glance glance;
    private final Ground ground;
    private final Verdicts verdicts;
    private final Places places;

    CampaignsPage(Campaigns campaigns, Glance glance, Ground ground, Verdicts verdicts, Places places) {
        this.campaigns = campaigns;
        this.glance = glance;
        this.ground = ground;
        this.verdicts = verdicts;
        this.places = places;
    }

    /** @param standing of a campaign in the asker's area; {@code met} of a scheme: how many of its goals */
    public record Row(Campaign campaign, String area, LocalDate day, boolean runs, @Nullable Standing standing, int met) {}

    public record Shown(List<Row> campaigns, List<Row> schemes, long running, long missing, boolean mayOpen) {}

    @GetMapping("/campaigns")
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public View campaigns() {
        CurrentUser user = CurrentUser.require();
        if (!user.has(Navigation.READERS)) {
            throw Problem.forbidden("campaigns.problem.not-yours");
        }
        List<Row> counted = new ArrayList<>();
        List<Row> schemes = new ArrayList<>();
        for (Campaign campaign : campaigns.all()) {
            Optional<Place> area = ground.area(user, campaign.field());
            if (area.isPresent()) {
                row(campaign, area.get()).ifPresent(campaign.scheme() ? schemes::add : counted::add);
            }
        }
        long running = counted.stream().filter(Row::runs).count();
        long missing = counted.stream().filter(row -> row.runs() && row.standing() != null && row.standing().state() == Standing.State.WILL_MISS).count();
        return Html.of("campaigns/page/campaigns", "shown", new Shown(counted, schemes, running, missing, user.has("ministry_office", "department")));
    }

    /** Empty when it is another province's own. */
    private Optional<Row> row(Campaign campaign, Place area) {
        LocalDate day = ground.dayOf(campaign);
        boolean runs = campaign.runsOn(ground.today());
        Place owner = places.byId(campaign.placeId(), day).orElse(null);
        boolean concerned = owner != null && (owner.level().equals("nation") || area.level().equals("nation") || places.holds(area.id(), owner.id(), ground.today()));
        if (!concerned) {
            return Optional.empty();
        }
        if (campaign.scheme()) {
            long met = verdicts.of(campaign, owner, day).stream().filter(Verdicts.Judged::good).count();
            return Optional.of(new Row(campaign, owner.name(), day, runs, null, (int) met));
        }
        Place shown = owner.level().equals("nation") ? area : owner;
        return Optional.of(new Row(campaign, shown.name(), day, runs, glance.of(campaign, shown, day).orElse(null), 0));
    }
}
