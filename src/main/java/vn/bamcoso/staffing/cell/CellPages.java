package vn.bamcoso.staffing.cell;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.figures.Answer;
import vn.bamcoso.figures.Level;
import vn.bamcoso.figures.Pivot;
import vn.bamcoso.figures.Question;
import vn.bamcoso.shell.Page;
import vn.bamcoso.staffing.Area;
import vn.bamcoso.staffing.rollout.Homes;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;
import vn.bamcoso.territory.TileMap;
import vn.bamcoso.territory.TileMaps;

/** Puts together what the pages of the Party cells show. */
@Component
public class CellPages {
    /** Places by kind of cell. {@code unknown}: police, but nothing known of a cell. */
    public record Count(int places, int own, int joint, int attached, int none, int unknown) {
        static final Count NONE = new Count(0, 0, 0, 0, 0, 0);

        static Count of(@Nullable String kind, int places) {
            String is = kind == null ? "unknown" : kind;
            return new Count(places, is.equals("own") ? places : 0, is.equals("joint") ? places : 0, is.equals("attached") ? places : 0, is.equals("none") ? places : 0, is.equals("unknown") ? places : 0);
        }

        Count plus(Count other) {
            return new Count(places + other.places, own + other.own, joint + other.joint, attached + other.attached, none + other.none, unknown + other.unknown);
        }

        public double part() {
            return places == 0 ? 0 : (double) own / places;
        }

        public BigDecimal percent() {
            return BigDecimal.valueOf(100 * part()).setScale(1, RoundingMode.HALF_UP);
        }
    }

    public record ProvinceLine(Place place, Count count) {}

    /** @param official by the officers' records; the rule says found (three or more, no own cell) or look (own cell, fewer than three) */
    public record Proposal(PartyCells.Line line, int official, String says) {}

    /**
     * @param reported what was reported for this day; null when nothing was
     * @param lines of communes, within a province; {@code provinces} for the nation
     * @param proposals the first of {@code proposed}; null when the officers' records are not open to who asks
     */
    public record Shown(LocalDate on, Place place, Count count, int official, int others, @Nullable BigDecimal reported, List<ProvinceLine> provinces, List<PartyCells.Line> lines,
            @Nullable TileMap map, @Nullable List<Proposal> proposals, int proposed, boolean top) {}

    private static final int MOST = 40;

    private final PartyCells cells;
    private final Area area;
    private final Homes homes;
    private final Places places;
    private final TileMaps maps;
    private final Pivot pivot;

    CellPages(PartyCells cells, Area area, Homes homes, Places places, TileMaps maps, Pivot pivot) {
        this.cells = cells;
        this.area = area;
        this.homes = homes;
        this.places = places;
        this.maps = maps;
        this.pivot = pivot;
    }

    /** @throws Problem not found when the user has no area for the Party's field */
    @Transactional(readOnly = true)
    public Shown on(LocalDate on, @Nullable String within, Page page) {
        CurrentUser user = CurrentUser.require();
        Place whole = area.of(user, PartyCells.FIELD).orElseThrow(Problem::notFound);
        Place chosen = within == null || within.isBlank() ? whole : places.byKey(within).orElseThrow(Problem::notFound);
        Place place = area.onMap(chosen, on);
        boolean nation = place.level().equals("nation");
        // a province made of others since: on the older map all that is in scope is its own
        boolean there = places.byId(place.id(), on).isPresent();
        if (!there && whole.id() != chosen.id()) {
            throw Problem.notFound();
        }
        List<PartyCells.Line> lines = nation ? List.of() : cells.on(on, there ? place.id() : 0);
        List<PartyCells.Tally> tallies = nation ? cells.counts(on) : lines.stream().map(line -> new PartyCells.Tally(line.home(), line.kind() == null ? "unknown" : line.kind(), 1, line.official() + line.probationary(), line.others())).toList();
        List<ProvinceLine> provinces = nation ? provinces(tallies, on) : List.of();
        List<PartyCells.Proposed> proposed = area.knowsPersons(user, chosen.id()) ? cells.proposed(on, nation || !there ? 0 : place.id(), MOST) : null;
        TileMap map = null;
        if (nation) {
            Map<Integer, BigDecimal> values = new HashMap<>();
            provinces.forEach(line -> values.put(line.place().id(), line.count().percent()));
            map = maps.of(on, page.t("cell.map", on), "%", values, tile -> "/cells?within=" + tile.key() + "&on=" + on, null);
        }
        return new Shown(on, place, count(tallies), tallies.stream().mapToInt(PartyCells.Tally::police).sum(), tallies.stream().mapToInt(PartyCells.Tally::others).sum(), there ? reported(on, place) : null, provinces, lines, map,
                proposed == null ? null : proposed.stream().map(one -> new Proposal(one.line(), one.official(), one.line().own() ? "look" : "found")).toList(), proposed == null || proposed.isEmpty() ? 0 : proposed.getFirst().total(), whole.id() == chosen.id());
    }

    private static Count count(List<PartyCells.Tally> tallies) {
        return tallies.stream().map(tally -> Count.of(tally.kind(), tally.places())).reduce(Count.NONE, Count::plus);
    }

    private List<ProvinceLine> provinces(List<PartyCells.Tally> tallies, LocalDate on) {
        Map<Short, Integer> of = homes.provinces(on);
        Map<Integer, List<PartyCells.Tally>> by = tallies.stream().collect(Collectors.groupingBy(tally -> of.getOrDefault(tally.home(), 0)));
        return places.provinces(on).stream().filter(place -> by.containsKey(place.id())).map(place -> new ProvinceLine(place, count(by.get(place.id()))))
                .sorted(java.util.Comparator.comparingDouble((ProvinceLine line) -> line.count().part()).thenComparing(line -> line.place().code())).toList();
    }

    private @Nullable BigDecimal reported(LocalDate on, Place place) {
        Answer answer = pivot.reported(new Question(List.of(CellMeasure.CODE), List.of(Period.asOf(on)), Level.of(place.level()).orElseThrow(), place.key(), on));
        return answer.total() == null ? answer.lines().isEmpty() ? null : answer.cell(answer.lines().getFirst(), 0, 0).value() : answer.total(0, 0).value();
    }
}
