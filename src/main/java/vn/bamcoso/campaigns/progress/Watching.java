package vn.bamcoso.campaigns.progress;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.calendar.DateWords;
import vn.bamcoso.campaigns.Campaign;
import vn.bamcoso.campaigns.Campaigns;
import vn.bamcoso.campaigns.Ground;
import vn.bamcoso.campaigns.followup.FollowUps;
import vn.bamcoso.documents.numbers.Numerals;
import vn.bamcoso.notices.Deadlines;
import vn.bamcoso.notices.Notice;
import vn.bamcoso.notices.Notices;
import vn.bamcoso.territory.Offices;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** Looks at the running campaigns each night: a place whose pace no longer suffices is told, once a week while it is so, and a follow-up is proposed to who leads the campaign. Deadlines of campaigns stand in the calendar, and who has not reached the target is reminded of them. */
@Component
public class Watching implements Deadlines {
    /** So many days after the deadline who reached it late is no longer looked for: nothing is told then. */
    private static final int TOLD_AFTER = 14;

    private final Campaigns campaigns;
    private final Intake intake;
    private final Ground ground;
    private final Places places;
    private final Offices offices;
    private final Notices notices;
    private final JdbcClient jdbc;
    private final FollowUps followUps;
    private final Clock clock;

    Watching(Campaigns campaigns, Intake intake, Ground ground, Places places, Offices offices, Notices notices, JdbcClient jdbc, FollowUps followUps, Clock clock) {
        this.campaigns = campaigns;
        this.intake = intake;
        this.ground = ground;
        this.places = places;
        this.offices = offices;
        this.notices = notices;
        this.jdbc = jdbc;
        this.followUps = followUps;
        this.clock = clock;
    }

    @Override
    public String code() {
        return "campaigns.pace";
    }

    @Override
    public String list() {
        return "/campaigns";
    }

    @Override
    public void putRight(LocalDate today) {
        look(today);
    }

    /** Places that were given a target by one of these days and have not reached it yet. */
    @Override
    public void offer(Set<LocalDate> lastDays) {
        LocalDate today = VietnamTime.today(clock);
        for (Campaign campaign : campaigns.all()) {
            Place area = campaign.scheme() || campaign.goal().indicator() == null || campaign.firstDay().isAfter(today) ? null : places.byId(campaign.placeId(), today).orElse(null);
            boolean due = area != null && (lastDays.contains(campaign.deadline()) || campaigns.deadlines(campaign.goal()).stream().anyMatch(lastDays::contains));
            if (due) {
                LocalDate known = today.isAfter(campaign.deadline().plusDays(TOLD_AFTER)) ? campaign.deadline().plusDays(TOLD_AFTER) : today;
                intake.of(campaign, campaign.goal(), area, Ground.below(area), known).parts().stream()
                        .filter(course -> course.quota() != null && lastDays.contains(course.deadline(campaign)) && course.standing().state() != Standing.State.REACHED)
                        .forEach(course -> offices.serving(course.spot().id(), today).ifPresent(office -> falls(campaign, course, office.id())));
            }
        }
    }

    private void falls(Campaign campaign, Intake.Course course, int office) {
        String link = "/campaigns/" + campaign.code();
        jdbc.sql("""
                        insert into falling_due (code, ref, topic, office_id, role, issuer_id, last_day, since, name_vi, name_en, link, topic_link, field, home, place_id)
                        values (:code, :ref, :topic, :office, null, null, :last, :since, :vi, :en, :link, :topic_link, :field, :home, :place)""")
                .param("code", code()).param("ref", campaign.code() + ":" + course.spot().id()).param("topic", campaign.code()).param("office", office).param("last", course.deadline(campaign)).param("since", campaign.firstDay())
                .param("vi", owed(campaign, course, Texts.vi())).param("en", owed(campaign, course, Texts.en())).param("link", link + "?within=" + course.spot().key()).param("topic_link", link).param("field", campaign.field())
                .param("home", course.spot().home()).param("place", course.spot().id()).update();
    }

    private static String owed(Campaign campaign, Intake.Course course, Texts texts) {
        return texts.get("campaigns.due.name", campaign.name(texts.locale()), written(course.standing().missing(), texts));
    }

    @Override
    public List<Mine> mine(LocalDate first, LocalDate last) {
        CurrentUser user = CurrentUser.require();
        return campaigns.all().stream()
                .filter(campaign -> !campaign.deadline().isBefore(first) && !campaign.deadline().isAfter(last) && ground.area(user, campaign.field()).isPresent())
                .map(campaign -> new Mine("campaign:" + campaign.code(), campaign.deadline(), texts -> campaign.name(texts.locale()), "/campaigns/" + campaign.code()))
                .toList();
    }

    /** @return of how many places the pace was told as broken, now */
    public int look(LocalDate today) {
        List<Notice> told = new ArrayList<>();
        for (Campaign campaign : campaigns.all()) {
            Place area = campaign.scheme() || !campaign.runsOn(today) ? null : places.byId(campaign.placeId(), today).orElse(null);
            if (area != null && campaign.goal().indicator() != null) {
                List<Intake.Course> broken = intake.of(campaign, campaign.goal(), area, Ground.below(area), today).parts().stream().filter(course -> course.standing().state() == Standing.State.WILL_MISS).toList();
                broken.forEach(course -> offices.serving(course.spot().id(), today).ifPresent(office -> told.add(notice(campaign, course, office.id(), today))));
                followUps.raise(campaign, area, broken.stream().map(Watching::missed).toList(), today);
            }
        }
        return told.isEmpty() ? 0 : notices.tell(told, clock.instant());
    }

    private static FollowUps.TrendBroken missed(Intake.Course course) {
        Standing standing = course.standing();
        return new FollowUps.TrendBroken(course.spot().id(), course.spot().home(), standing.missing(), standing.required(), standing.pace(), standing.forecast());
    }

    private static Notice notice(Campaign campaign, Intake.Course course, int office, LocalDate today) {
        Standing standing = course.standing();
        Function<Texts, Object> name = texts -> campaign.name(texts.locale());
        Function<Texts, Object> missing = texts -> written(standing.missing(), texts);
        Function<Texts, Object> required = texts -> written(standing.required(), texts);
        Function<Texts, Object> deadline = texts -> DateWords.brief(course.deadline(campaign), texts.locale());
        Function<Texts, Object> forecast = texts -> standing.forecast() == null ? texts.get("campaigns.broken.never") : texts.get("campaigns.broken.on", DateWords.brief(standing.forecast(), texts.locale()));
        String week = today.get(IsoFields.WEEK_BASED_YEAR) + "-" + today.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        return new Notice(Notice.Recipient.office(office), Notice.Kind.REMINDER, "campaigns.broken.told", List.of(name, missing, deadline, required, forecast),
                "/campaigns/" + campaign.code() + "?within=" + course.spot().key(), false, String.join(":", "campaigns.pace", campaign.code(), String.valueOf(course.spot().id()), week));
    }

    private static String written(@Nullable BigDecimal value, Texts texts) {
        return value == null ? "–" : Numerals.write(value.setScale(0, RoundingMode.CEILING), texts.locale());
    }
}
