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
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.DateWords;
import vn.bamcoso.campaigns.Campaign;
import vn.bamcoso.campaigns.Campaigns;
import vn.bamcoso.campaigns.Ground;
import vn.bamcoso.campaigns.TrendBroken;
import vn.bamcoso.documents.numbers.Numerals;
import vn.bamcoso.notices.Deadlines;
import vn.bamcoso.notices.Notice;
import vn.bamcoso.notices.Notices;
import vn.bamcoso.territory.Offices;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** Looks at the running campaigns each night: a place whose pace no longer suffices is told, once a week while it is so. Deadlines of campaigns stand in the calendar. */
@Component
public class Watching implements Deadlines {
    private final Campaigns campaigns;
    private final Intake intake;
    private final Ground ground;
    private final Places places;
    private final Offices offices;
    private final Notices notices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Watching(Campaigns campaigns, Intake intake, Ground ground, Places places, Offices offices, Notices notices, ApplicationEventPublisher events, Clock clock) {
        this.campaigns = campaigns;
        this.intake = intake;
        this.ground = ground;
        this.places = places;
        this.offices = offices;
        this.notices = notices;
        this.events = events;
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

    /** A campaign is told of by its pace, not by the days before its deadline. */
    @Override
    public void offer(Set<LocalDate> lastDays) {}

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
        List<TrendBroken> broken = new ArrayList<>();
        for (Campaign campaign : campaigns.all()) {
            Place area = campaign.scheme() || !campaign.runsOn(today) ? null : places.byId(campaign.placeId(), today).orElse(null);
            if (area != null && campaign.goal().indicator() != null) {
                intake.of(campaign, campaign.goal(), area, Ground.below(area), today).parts().stream()
                        .filter(course -> course.standing().state() == Standing.State.WILL_MISS)
                        .forEach(course -> {
                            Standing standing = course.standing();
                            broken.add(new TrendBroken(campaign.code(), course.spot().id(), today, standing.missing(), standing.required(), standing.forecast()));
                            offices.serving(course.spot().id(), today).ifPresent(office -> told.add(notice(campaign, course, office.id(), today)));
                        });
            }
        }
        int news = told.isEmpty() ? 0 : notices.tell(told, clock.instant());
        if (news > 0) {
            broken.forEach(events::publishEvent);
        }
        return news;
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
