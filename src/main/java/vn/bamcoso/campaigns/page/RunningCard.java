package vn.bamcoso.campaigns.page;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.campaigns.Campaign;
import vn.bamcoso.campaigns.Campaigns;
import vn.bamcoso.campaigns.Ground;
import vn.bamcoso.campaigns.progress.Glance;
import vn.bamcoso.campaigns.progress.Standing;
import vn.bamcoso.shell.Card;
import vn.bamcoso.shell.Html;
import vn.bamcoso.shell.Page;
import vn.bamcoso.territory.Place;

/** On the first page: the campaigns that run now, and how far the user's area is. */
@Component
public class RunningCard implements Card {
    private static final int MOST = 3;

    private final Campaigns campaigns;
    private final Glance glance;
    private final Ground ground;

    RunningCard(Campaigns campaigns, Glance glance, Ground ground) {
        this.campaigns = campaigns;
        this.glance = glance;
        this.ground = ground;
    }

    public record Line(Campaign campaign, Standing standing) {}

    @Override
    public int order() {
        return 140;
    }

    @Override
    public int width() {
        return 5;
    }

    @Override
    public @Nullable Content show(CurrentUser user, Page page) {
        if (!user.has(Navigation.READERS)) {
            return null;
        }
        List<Line> lines = campaigns.all().stream().filter(campaign -> !campaign.scheme() && campaign.runsOn(ground.today())).limit(MOST).flatMap(campaign -> line(campaign, user).stream()).toList();
        return lines.isEmpty() ? null : Html.content("campaigns/page/runningcard", "page", page, "lines", lines);
    }

    private Optional<Line> line(Campaign campaign, CurrentUser user) {
        Optional<Place> area = ground.area(user, campaign.field());
        return area.flatMap(place -> glance.of(campaign, place, ground.today())).filter(standing -> standing.target() != null).map(standing -> new Line(campaign, standing));
    }
}
