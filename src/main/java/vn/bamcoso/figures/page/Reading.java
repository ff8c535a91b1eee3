package vn.bamcoso.figures.page;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.calendar.PeriodKind;
import vn.bamcoso.calendar.PeriodRule;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Indicators;
import vn.bamcoso.figures.Level;
import vn.bamcoso.identity.Grants;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** Understands an address, filling in what a reader of this kind would ask first. */
@Component
public class Reading {
    private static final int OFFERED = 8;
    private final Indicators indicators;
    private final Grants grants;
    private final Places places;
    private final JdbcClient jdbc;
    private final Clock clock;

    Reading(Indicators indicators, Grants grants, Places places, JdbcClient jdbc, Clock clock) {
        this.indicators = indicators;
        this.grants = grants;
        this.places = places;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Indicator indicator(String code) {
        return indicators.byCode(code).orElseThrow(Problem::notFound);
    }

    List<Indicator> parts(String code) {
        return indicators.partsOf(code);
    }

    String dimension(String code, java.util.Locale locale) {
        return jdbc.sql("select case when :english then name_en else name_vi end from figures.dimension where code = :code")
                .param("english", "en".equals(locale.getLanguage()))
                .param("code", code)
                .query(String.class)
                .single();
    }

    @Transactional(readOnly = true)
    public Asked of(String code, @Nullable String period, @Nullable String level, @Nullable String within, @Nullable String map, @Nullable String known) {
        Indicator indicator = indicator(code);
        LocalDate today = VietnamTime.today(clock);
        LocalDate day = empty(map) ? today : Asked.day(map, "figures.page.problem.map");
        String area = empty(within) ? ownArea(day) : within;
        Level at = empty(level) ? level(indicator, area) : Level.of(level).orElseThrow(() -> Problem.refused("figures.page.problem.level", level));
        Period when = empty(period) ? offered(indicator, today).getFirst() : Asked.period(period);
        return new Asked(code, when, at, area, day, empty(known) ? null : Asked.moment(known));
    }

    private static boolean empty(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** One level below the area; no deeper than the indicator is collected. */
    private Level level(Indicator indicator, @Nullable String within) {
        Level deepest = indicator.collectedAt();
        String area = within == null ? ownLevel() : places.byKey(within).map(Place::level).orElse("nation");
        Level below = area.equals("nation") ? Level.PROVINCE : Level.COMMUNE;
        return below.compareTo(deepest) > 0 ? deepest : below;
    }

    private String ownLevel() {
        return own().map(Place::level).orElse("nation");
    }

    /** Whoever works at one place begins there; on a map on which it does not stand, with all that made it. */
    private @Nullable String ownArea(LocalDate map) {
        return own().flatMap(place -> places.byId(place.id(), map)).filter(place -> !place.level().equals("nation")).map(Place::key).orElse(null);
    }

    private Optional<Place> own() {
        return grants.of(CurrentUser.require()).stream()
                .filter(grant -> grant.placeId() != null)
                .findFirst()
                .flatMap(grant -> places.byId(grant.placeId(), VietnamTime.today(clock)));
    }

    /** Periods to choose from, the one shown first in front: quarters of a flow, days of a state, what there is of anything else. */
    @Transactional(readOnly = true)
    List<Period> offered(Indicator indicator, LocalDate today) {
        List<Period> offered = new ArrayList<>();
        if (indicator.origin() == Indicator.How.ENTERED && (indicator.overTime() == Indicator.OverTime.NONE || indicator.collectedAt() != Level.COMMUNE)) {
            jdbc.sql("""
                            select p.code from figures.period p
                            where exists (select from figures.figure f where f.period_id = p.id and f.indicator_id = :indicator)
                            order by p.ends_on desc limit 8""")
                    .param("indicator", indicator.id())
                    .query(String.class)
                    .list()
                    .forEach(code -> offered.add(Period.parse(code)));
        } else if (indicator.overTime() == Indicator.OverTime.SUM) {
            Period quarter = PeriodRule.OFFICIAL.lastOver(PeriodKind.QUARTER, today).orElseThrow();
            for (int i = 0; i < OFFERED; i++) {
                offered.add(quarter);
                quarter = quarter.previous().orElseThrow();
            }
        }
        if (offered.isEmpty()) {
            offered.add(Period.asOf(today));
            for (int year = today.getYear() - 1; year >= 2018; year--) {
                offered.add(Period.asOf(LocalDate.of(year, 12, 14)));
            }
        }
        return List.copyOf(offered);
    }

    /** Points of the line chart up to the asked period; empty where there is no line to draw. */
    List<Period> line(Indicator indicator, Period asked) {
        var line = new ArrayList<Period>();
        boolean flow = indicator.overTime() == Indicator.OverTime.SUM;
        if (flow && Set.of(PeriodKind.QUARTER, PeriodKind.YEAR, PeriodKind.MONTH).contains(asked.kind())) {
            Period point = asked;
            for (int i = 0; i < 12; i++) {
                line.addFirst(point);
                point = point.previous().orElseThrow();
            }
        } else if (!flow && asked.kind() == PeriodKind.AS_OF && indicator.overTime() != Indicator.OverTime.NONE) {
            for (int back = 11; back >= 0; back--) {
                line.add(Period.asOf(asked.end().minusMonths(3L * back)));
            }
        }
        return line;
    }
}
