package vn.bamcoso.staffing.rollout;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.identity.Grants;
import vn.bamcoso.shell.Chart;
import vn.bamcoso.shell.Page;
import vn.bamcoso.staffing.Area;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;
import vn.bamcoso.territory.TileMap;
import vn.bamcoso.territory.TileMaps;

/** Puts together what the pages of the roll-out show. */
@Component
public class RolloutPages {
    /** One programme in the list. */
    public record ListLine(Programme programme, Progress.Standing standing) {}

    /**
     * @param blocking the first places that have not reached the goal; {@code all} every place, of a programme of one province
     * @param lines one for each province of the day, when the programme is of more than one; else none
     * @param partial whether the programme has places that this user does not see
     */
    public record Shown(Progress progress, List<Spot> blocking, List<Spot> all, Place area, List<AreaLine> lines, @Nullable TileMap map, boolean mayPlan, boolean partial, List<LocalDate> days) {}

    private static final int MOST = 60;

    public record AreaLine(Place place, int places, int done, int late) {
        public double part() {
            return places == 0 ? 0 : (double) done / places;
        }
    }

    private final Programmes programmes;
    private final ProgressQuery progress;
    private final Rights rights;
    private final Places places;
    private final Grants grants;
    private final Area scope;
    private final TileMaps maps;
    private final Homes homes;

    RolloutPages(Programmes programmes, ProgressQuery progress, Rights rights, Places places, Grants grants, Area scope, TileMaps maps, Homes homes) {
        this.programmes = programmes;
        this.progress = progress;
        this.rights = rights;
        this.places = places;
        this.grants = grants;
        this.scope = scope;
        this.maps = maps;
        this.homes = homes;
    }

    @Transactional(readOnly = true)
    public List<ListLine> list(LocalDate on) {
        return programmes.all().stream().map(programme -> new ListLine(programme, progress.standing(programme, on))).toList();
    }

    /** Areas for which this user may open a programme: the nation or provinces of today. */
    @Transactional(readOnly = true)
    public List<Place> areas() {
        CurrentUser user = CurrentUser.require();
        return grants.of(user).stream()
                .flatMap(grant -> grant.placeId() == null ? java.util.stream.Stream.empty() : places.byId(grant.placeId(), rights.today()).stream())
                .filter(place -> !place.level().equals("commune") && rights.mayPlan(user, place.id()))
                .distinct()
                .toList();
    }

    @Transactional(readOnly = true)
    public Shown programme(Programme programme, LocalDate on, Page page) {
        Progress now = progress.on(programme, on);
        Place area = places.life(programme.placeId()).getLast();
        List<AreaLine> lines = area.level().equals("nation") ? provinces(now) : List.of();
        TileMap map = null;
        if (lines.size() > 1) {
            Map<Integer, BigDecimal> values = new HashMap<>();
            lines.forEach(line -> values.put(line.place().id(), BigDecimal.valueOf(100L * line.done()).divide(BigDecimal.valueOf(line.places()), 1, RoundingMode.HALF_UP)));
            map = maps.of(on, page.t("rollout.map", on), "%", values, place -> null, null);
        }
        List<Progress.Step> late = now.blocking();
        return new Shown(now, progress.spots(now, late.subList(0, Math.min(MOST, late.size()))), lines.isEmpty() ? progress.spots(now) : List.of(), area, lines, map, rights.mayPlan(CurrentUser.require(), programme.placeId()), partial(area), milestones(now));
    }

    private boolean partial(Place programmes) {
        String reach = scope.of(CurrentUser.require(), Programme.FIELD).map(Place::level).orElse("commune");
        return reach.equals("commune") || reach.equals("district") || reach.equals("province") && programmes.level().equals("nation");
    }

    /** By the provinces of the day, those with the least first. */
    private List<AreaLine> provinces(Progress now) {
        Map<Short, Integer> provinceOf = homes.provinces(now.on());
        Map<Integer, List<Progress.Step>> grouped = new HashMap<>();
        now.steps().forEach(step -> grouped.computeIfAbsent(provinceOf.getOrDefault(step.home(), 0), id -> new ArrayList<>()).add(step));
        return places.provinces(now.on()).stream().filter(province -> grouped.containsKey(province.id())).map(province -> {
            List<Progress.Step> its = grouped.get(province.id());
            return new AreaLine(province, its.size(), (int) its.stream().filter(Progress.Step::done).count(), (int) its.stream().filter(step -> step.late(now.on())).count());
        }).sorted(java.util.Comparator.comparingDouble(AreaLine::part).thenComparing(line -> line.place().code())).toList();
    }

    /** Days worth looking at: begin, middle and end of the curve. */
    private static List<LocalDate> milestones(Progress now) {
        LocalDate last = now.lines().stream().map(Progress.StageLine::due).max(java.util.Comparator.naturalOrder()).orElse(now.on());
        var days = new ArrayList<LocalDate>();
        for (LocalDate year = now.programme().beginsOn().withDayOfYear(1).plusYears(1); !year.isAfter(last.plusMonths(6)); year = year.plusYears(1)) {
            days.add(year.minusDays(1));
        }
        return days;
    }

    static Chart chart(Progress progress, Page page) {
        Progress.Curve curve = progress.curve();
        List<String> labels = curve.months().stream().map(month -> month.getMonthValue() + "/" + month.getYear()).toList();
        var series = new ArrayList<>(List.of(new Chart.Series(page.t("rollout.curve.actual"), curve.actual()), new Chart.Series(page.t("rollout.curve.planned"), curve.planned())));
        if (progress.revised()) {
            series.add(new Chart.Series(page.t("rollout.curve.first"), curve.first()));
        }
        return new Chart(page.t("rollout.curve", progress.programme().name(page)), labels, series);
    }
}
