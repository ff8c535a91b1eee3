package vn.bamcoso.territory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays the provinces of a day out as tiles, in the arrangement of 63 or of 34, and colours them by any value. */
@Component
public class TileMaps {
    private record Cell(int map, int row, int column, String code, String abbreviation, String island) {}

    private static final List<Cell> CELLS = read();
    private static final int STEPS = 5;
    private final Places places;

    TileMaps(Places places) {
        this.places = places;
    }

    /** Every tile leads to its province's page; nothing is emphasised. */
    public TileMap of(LocalDate day, String title, String unit, Map<Integer, BigDecimal> values) {
        return of(day, title, unit, values, place -> "/places/" + place.key(), null);
    }

    /**
     * @param day whose provinces are shown
     * @param values by place id; a province without one is shown with a dash
     * @param link where a tile leads; null for nowhere
     * @param chosen id of the province to emphasise; null for none
     */
    public TileMap of(LocalDate day, String title, String unit, Map<Integer, BigDecimal> values, Function<Place, @Nullable String> link, @Nullable Integer chosen) {
        List<Place> provinces = places.provinces(day);
        int arrangement = provinces.size() > 48 ? 63 : 34;
        List<Cell> cells = CELLS.stream().filter(cell -> cell.map() == arrangement).toList();
        int rows = cells.stream().mapToInt(Cell::row).max().orElse(0) + 1;
        int columns = cells.stream().mapToInt(Cell::column).max().orElse(0) + 1;
        List<TileMap.Step> steps = steps(provinces.stream().map(place -> values.get(place.id())).filter(Objects::nonNull).sorted().toList());
        List<TileMap.Tile> tiles = new ArrayList<>();
        int spare = 0;
        for (Place place : provinces) {
            Cell cell = cells.stream().filter(c -> c.island() == null && c.code().equals(place.code())).findFirst().orElse(null);
            if (cell == null) {
                // founded after the arrangement was drawn: along the foot, until it gets a place of its own
                cell = new Cell(arrangement, rows, spare++, place.code(), place.code(), null);
            }
            BigDecimal value = values.get(place.id());
            tiles.add(new TileMap.Tile(cell.row(), cell.column(), cell.abbreviation(), place, value, step(value, steps), link.apply(place), Objects.equals(chosen, place.id())));
        }
        List<TileMap.Mark> marks = cells.stream()
                .filter(cell -> cell.island() != null)
                .flatMap(cell -> places.byKey((cell.island().length() == 3 ? "D" : "C") + cell.island() + "@" + day).stream()
                        .map(place -> new TileMap.Mark(cell.row(), cell.column(), cell.abbreviation(), place, "/places/" + place.key())))
                .toList();
        return new TileMap(title, unit, rows + (spare > 0 ? 1 : 0), columns, scale(values), List.copyOf(tiles), steps, marks);
    }

    /** Five classes with about as many provinces in each; equal values never part. */
    static List<TileMap.Step> steps(List<BigDecimal> sorted) {
        List<TileMap.Step> steps = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= STEPS && from < sorted.size(); i++) {
            int to = Math.max(from, Math.round((float) sorted.size() * i / STEPS) - 1);
            while (to + 1 < sorted.size() && sorted.get(to + 1).compareTo(sorted.get(to)) == 0) {
                to++;
            }
            if (i == STEPS) {
                to = sorted.size() - 1;
            }
            steps.add(new TileMap.Step(i, sorted.get(from), sorted.get(to)));
            from = to + 1;
        }
        return List.copyOf(steps);
    }

    private static int step(@Nullable BigDecimal value, List<TileMap.Step> steps) {
        return value == null ? 0 : steps.stream().filter(step -> value.compareTo(step.to()) <= 0).findFirst().orElseThrow().number();
    }

    private static BigDecimal scale(Map<Integer, BigDecimal> values) {
        BigDecimal largest = values.values().stream().filter(Objects::nonNull).map(BigDecimal::abs).max(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
        for (int power : new int[] {9, 6, 3}) {
            // up to 99.999 fits into a tile as it is
            if (largest.compareTo(BigDecimal.TEN.pow(power)) >= 0 && (power > 3 || largest.compareTo(BigDecimal.valueOf(100_000)) >= 0)) {
                return BigDecimal.TEN.pow(power);
            }
        }
        return BigDecimal.ONE;
    }

    private static List<Cell> read() {
        try (var lines = new BufferedReader(new InputStreamReader(TileMaps.class.getResourceAsStream("/territory/tiles.csv"), StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(line -> line.split(",", -1))
                    .map(part -> new Cell(Integer.parseInt(part[0]), Integer.parseInt(part[1]), Integer.parseInt(part[2]), part[3], part[4], part[5].isEmpty() ? null : part[5]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
