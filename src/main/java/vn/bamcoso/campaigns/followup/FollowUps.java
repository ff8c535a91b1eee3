package vn.bamcoso.campaigns.followup;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.campaigns.Campaign;
import vn.bamcoso.campaigns.Ground;
import vn.bamcoso.notices.Notice;
import vn.bamcoso.notices.Notices;
import vn.bamcoso.tasks.Desk;
import vn.bamcoso.tasks.DueRule;
import vn.bamcoso.tasks.issuing.Drafting;
import vn.bamcoso.tasks.issuing.ProposedFollowUps;
import vn.bamcoso.tasks.issuing.ProposedFollowUps.FollowUp;
import vn.bamcoso.tasks.issuing.ProposedFollowUps.Subject;
import vn.bamcoso.territory.Office;
import vn.bamcoso.territory.Offices;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/**
 * A follow-up is proposed by the program for the places of a campaign that will miss their target. Who leads the campaign makes it
 * a task or declines it, as {@link ProposedFollowUps} says; about a place nobody is asked again within four weeks.
 */
@Component
public class FollowUps {
    private static final int QUIET = 28;

    /**
     * One place in it.
     *
     * @param required a day, to reach it still; {@code pace} a day, over the last two weeks
     * @param forecast null when nothing moves
     */
    public record Line(int placeId, String place, @Nullable BigDecimal missing, @Nullable BigDecimal required, @Nullable BigDecimal pace, @Nullable LocalDate forecast) {}

    /** The pace of a place no longer suffices: it will miss its target. */
    public record TrendBroken(int placeId, short home, @Nullable BigDecimal missing, @Nullable BigDecimal required, @Nullable BigDecimal pace, @Nullable LocalDate forecast) {}

    private final JdbcClient jdbc;
    private final ProposedFollowUps proposed;
    private final Desk desk;
    private final Ground ground;
    private final Offices offices;
    private final Places places;
    private final Notices notices;
    private final Clock clock;

    FollowUps(JdbcClient jdbc, ProposedFollowUps proposed, Desk desk, Ground ground, Offices offices, Places places, Notices notices, Clock clock) {
        this.jdbc = jdbc;
        this.proposed = proposed;
        this.desk = desk;
        this.ground = ground;
        this.offices = offices;
        this.places = places;
        this.notices = notices;
        this.clock = clock;
    }

    /** Joins the nightly run. Of places about which somebody was asked lately nothing is raised. */
    public void raise(Campaign campaign, Place area, List<TrendBroken> missed, LocalDate today) {
        Set<Integer> quiet = Set.copyOf(jdbc.sql("""
                        -- About which places of this campaign does a follow-up wait, or was one raised in the last weeks?
                        select distinct l.place_id from campaigns.follow_up_line l join tasks.follow_up f on f.id = l.follow_up_id
                        where f.kind = 'campaign' and f.subject_id = :campaign and (f.accepted is null or f.raised_on > :since)""").param("campaign", campaign.id()).param("since", today.minusDays(QUIET)).query(Integer.class).list());
        List<TrendBroken> news = missed.stream().filter(one -> !quiet.contains(one.placeId())).toList();
        Integer id = news.isEmpty() ? null : proposed.raise(Subject.campaign(campaign.id()), today, campaign.field(), area.home(), area.id(), news.size());
        if (id == null) {
            return;
        }
        news.forEach(one -> jdbc.sql("""
                        insert into campaigns.follow_up_line (follow_up_id, place_id, missing, required, pace, forecast, field, home)
                        values (:id, :place, :missing, :required, :pace, :forecast, :field, :home)""")
                .param("id", id).param("place", one.placeId()).param("missing", one.missing(), Types.NUMERIC).param("required", one.required(), Types.NUMERIC).param("pace", one.pace(), Types.NUMERIC)
                .param("forecast", one.forecast(), Types.DATE).param("field", campaign.field()).param("home", one.home()).update());
        (area.level().equals("nation") ? offices.department("V01", today) : offices.serving(area.id(), today)).map(Office::id).ifPresent(decides -> notices.tell(new Notice(
                Notice.Recipient.office(decides), Notice.Kind.NEWS, "campaigns.followup.told", List.of((java.util.function.Function<Texts, Object>) texts -> campaign.name(texts.locale()), news.size()),
                "/campaigns/" + campaign.code() + "#follow-ups", false, "campaigns.followup:" + id), clock.instant()));
    }

    /** Of a campaign, as far as the asker sees its area; the latest first. */
    @Transactional(readOnly = true)
    public List<FollowUp<Line>> of(Campaign campaign) {
        return proposed.of(Subject.campaign(campaign.id()), this::lines);
    }

    private List<Line> lines(int id) {
        return jdbc.sql("""
                        select l.place_id, (select p.name from territory.pub_place p where p.place_id = l.place_id order by p.valid_from desc limit 1) as place, l.missing, l.required, l.pace, l.forecast
                        from campaigns.follow_up_line l where l.follow_up_id = :id order by l.forecast desc nulls first, l.place_id""").param("id", id).query(Line.class).list();
    }

    /**
     * Makes it the draft of a task to the offices of these places.
     *
     * @return the draft's id
     * @throws Problem forbidden for who does not lead the campaign; conflict when it is decided already
     */
    @Transactional
    public int accept(Campaign campaign, int id) {
        LocalDate today = ground.today();
        Office issuer = taken(campaign, id, today);
        Texts words = Texts.vi();
        return proposed.accept(id, new Drafting.Draft(
                issuer.id(), null, "", null, "sudden", null, campaign.field(), words.get("campaigns.followup.title", campaign.nameVi()), words.get("campaigns.followup.deliverable"), campaign.assignedBy(), "offices",
                lines(id).stream().flatMap(line -> offices.serving(line.placeId(), today).stream()).map(Office::id).distinct().toList(), List.of(), "head", DueRule.DAY,
                ProposedFollowUps.due(campaign.deadline(), today), "", List.of(), List.of(), null, null, null));
    }

    /** @throws Problem refused without a reason */
    @Transactional
    public void decline(Campaign campaign, int id, @Nullable String reason) {
        taken(campaign, id, ground.today());
        proposed.decline(id, reason);
    }

    /** In whose name this user issues the task: who may cut the whole target may also chase it. */
    private Office taken(Campaign campaign, int id, LocalDate today) {
        CurrentUser user = CurrentUser.require();
        Place area = places.byId(campaign.placeId(), today).orElseThrow(Problem::notFound);
        proposed.take(Subject.campaign(campaign.id()), id);
        return desk.issuing(user).stream().findFirst().filter(office -> ground.mayCut(user, campaign, area)).orElseThrow(() -> Problem.forbidden("campaigns.problem.not-your-follow-up"));
    }
}
