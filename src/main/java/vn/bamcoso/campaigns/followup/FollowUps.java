package vn.bamcoso.campaigns.followup;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.WorkingDays;
import vn.bamcoso.campaigns.Campaign;
import vn.bamcoso.campaigns.Ground;
import vn.bamcoso.notices.Notice;
import vn.bamcoso.notices.Notices;
import vn.bamcoso.tasks.Desk;
import vn.bamcoso.tasks.DueRule;
import vn.bamcoso.tasks.issuing.Drafting;
import vn.bamcoso.territory.Office;
import vn.bamcoso.territory.Offices;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/**
 * A follow-up is proposed by the program for the places of a campaign that will miss their target. Who leads the campaign makes it
 * a task, first as a draft that a person reads and issues, or declines it with a reason. One waits for a campaign at a time, and
 * about a place nobody is asked again within four weeks.
 */
@Component
public class FollowUps {
    private static final int WORKING_DAYS = 10;
    private static final int QUIET = 28;

    /** @param accepted null while nothing was decided; {@code draft} the task that it became */
    public record FollowUp(int id, LocalDate raisedOn, @Nullable Boolean accepted, @Nullable String reason, @Nullable String decider, @Nullable Integer draft, List<Line> lines) {}

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
    private final Drafting drafting;
    private final Desk desk;
    private final Ground ground;
    private final Offices offices;
    private final Places places;
    private final Notices notices;
    private final Trail trail;
    private final Clock clock;

    FollowUps(JdbcClient jdbc, Drafting drafting, Desk desk, Ground ground, Offices offices, Places places, Notices notices, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.drafting = drafting;
        this.desk = desk;
        this.ground = ground;
        this.offices = offices;
        this.places = places;
        this.notices = notices;
        this.trail = trail;
        this.clock = clock;
    }

    /** Joins the nightly run. Of places about which somebody was asked lately nothing is raised. */
    public void raise(Campaign campaign, Place area, List<TrendBroken> missed, LocalDate today) {
        Set<Integer> quiet = Set.copyOf(jdbc.sql("""
                        -- About which places of this campaign does a follow-up wait, or was one raised in the last weeks?
                        select distinct l.place_id from campaigns.follow_up_line l join campaigns.follow_up f on f.id = l.follow_up_id
                        where f.campaign_id = :campaign and (f.accepted is null or f.raised_on > :since)""").param("campaign", campaign.id()).param("since", today.minusDays(QUIET)).query(Integer.class).list());
        List<TrendBroken> news = missed.stream().filter(one -> !quiet.contains(one.placeId())).toList();
        Integer id = news.isEmpty() ? null : jdbc.sql("""
                        insert into campaigns.follow_up (campaign_id, raised_on, field, home, place_id) values (:campaign, :today, :field, :home, :place)
                        on conflict (campaign_id) where accepted is null do nothing returning id""")
                .param("campaign", campaign.id()).param("today", today).param("field", campaign.field()).param("home", area.home()).param("place", area.id()).query(Integer.class).optional().orElse(null);
        if (id == null) {
            return;
        }
        news.forEach(one -> jdbc.sql("""
                        insert into campaigns.follow_up_line (follow_up_id, place_id, missing, required, pace, forecast, field, home)
                        values (:id, :place, :missing, :required, :pace, :forecast, :field, :home)""")
                .param("id", id).param("place", one.placeId()).param("missing", one.missing(), Types.NUMERIC).param("required", one.required(), Types.NUMERIC).param("pace", one.pace(), Types.NUMERIC)
                .param("forecast", one.forecast(), Types.DATE).param("field", campaign.field()).param("home", one.home()).update());
        trail.write("campaigns.followup.raised", "campaign:" + campaign.id(), null, Map.of("followUp", id, "places", news.size()));
        (area.level().equals("nation") ? offices.department("V01", today) : offices.serving(area.id(), today)).map(Office::id).ifPresent(decides -> notices.tell(new Notice(
                Notice.Recipient.office(decides), Notice.Kind.NEWS, "campaigns.followup.told", List.of((java.util.function.Function<Texts, Object>) texts -> campaign.name(texts.locale()), news.size()),
                "/campaigns/" + campaign.code() + "#follow-ups", false, "campaigns.followup:" + id), clock.instant()));
    }

    /** Of a campaign, as far as the asker sees its area; the latest first. */
    @Transactional(readOnly = true)
    public List<FollowUp> of(Campaign campaign) {
        return jdbc.sql("""
                        select f.id, f.raised_on, f.accepted, f.reason, u.name as decider, f.draft_id from campaigns.follow_up f left join identity.pub_user u on u.user_id = f.decided_by
                        where f.campaign_id = :campaign order by f.id desc limit 10""").param("campaign", campaign.id())
                .query((row, n) -> new FollowUp(row.getInt(1), row.getObject(2, LocalDate.class), row.getObject(3, Boolean.class), row.getString(4), row.getString(5), row.getObject(6, Integer.class), lines(row.getInt(1)))).list();
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
        Office issuer = leader(campaign, take(campaign, id), today);
        LocalDate soon = WorkingDays.vietnam().after(today, WORKING_DAYS);
        Texts words = Texts.vi();
        int draft = drafting.open(new Drafting.Draft(
                issuer.id(), null, "", null, "sudden", null, campaign.field(), words.get("campaigns.followup.title", campaign.nameVi()), words.get("campaigns.followup.deliverable"), campaign.assignedBy(), "offices",
                lines(id).stream().flatMap(line -> offices.serving(line.placeId(), today).stream()).map(Office::id).distinct().toList(), List.of(), "head", DueRule.DAY,
                campaign.deadline().isBefore(soon) && campaign.deadline().isAfter(today) ? campaign.deadline() : soon, "", List.of(), List.of(), null, null, null));
        decide(id, true, "", draft);
        return draft;
    }

    /** @throws Problem refused without a reason */
    @Transactional
    public void decline(Campaign campaign, int id, @Nullable String reason) {
        leader(campaign, take(campaign, id), ground.today());
        decide(id, false, desk.needed(reason, "campaigns.problem.followup-reason"), null);
    }

    private int take(Campaign campaign, int id) {
        return jdbc.sql("select place_id from campaigns.follow_up where id = :id and campaign_id = :campaign for update").param("id", id).param("campaign", campaign.id()).query(Integer.class).optional().orElseThrow(Problem::notFound);
    }

    /** In whose name this user issues the task: who may cut the whole target may also chase it. */
    private Office leader(Campaign campaign, int placeId, LocalDate today) {
        CurrentUser user = CurrentUser.require();
        Place area = places.byId(placeId, today).orElseThrow(Problem::notFound);
        return desk.issuing(user).stream().findFirst().filter(office -> ground.mayCut(user, campaign, area)).orElseThrow(() -> Problem.forbidden("campaigns.problem.not-your-follow-up"));
    }

    private void decide(int id, boolean accepted, String reason, @Nullable Integer draft) {
        int decided = jdbc.sql("update campaigns.follow_up set accepted = :accepted, reason = :reason, decided_by = :by, decided_at = :at, draft_id = :draft where id = :id and accepted is null")
                .param("accepted", accepted).param("reason", reason).param("by", CurrentUser.require().id()).param("at", Timestamp.from(clock.instant())).param("draft", draft, Types.INTEGER).param("id", id).update();
        if (decided == 0) {
            throw Problem.conflict("campaigns.problem.followup-decided");
        }
        trail.write("campaigns.followup.decided", "campaign-follow-up:" + id, null, Map.of("accepted", accepted, "reason", reason));
    }
}
