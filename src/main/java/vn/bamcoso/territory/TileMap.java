package vn.bamcoso.territory;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.basics.Texts;

/**
 * The provinces of one day as tiles, each with its abbreviation and its value: colour is never alone. Made by
 * {@link TileMaps}, drawn by {@code territory/map/tilemap.jte}: {@code @template.vn.bamcoso.territory.map.tilemap(page = page, map = map)}.
 *
 * @param title what is shown and of which day; read aloud as the name of the picture
 * @param unit of the values, e.g. "người"; shown before the legend
 * @param scale values inside the tiles are divided by it (1, 1,000, 1,000,000 …), so that they fit
 * @param steps the five colours with the values that they stand for, lightest first; fewer when there are fewer values
 * @param marks Hoàng Sa and Trường Sa
 */
public record TileMap(
        String title, String unit, int rows, int columns, BigDecimal scale, List<Tile> tiles, List<Step> steps, List<Mark> marks) {
    /** @param step 1 to 5; 0 without a value */
    public record Tile(int row, int column, String abbreviation, Place place, @Nullable BigDecimal value, int step, @Nullable String link, boolean chosen) {}

    /** Values from the smallest to the largest that bear this colour. */
    public record Step(int number, BigDecimal from, BigDecimal to) {}

    public record Mark(int row, int column, String abbreviation, Place place, String link) {}

    private static final int WIDE = 52;
    private static final int HIGH = 40;

    public String viewBox() {
        return "0 0 " + (columns * WIDE + 4) + " " + (rows * HIGH + 4);
    }

    public static int x(int column) {
        return column * WIDE + 3;
    }

    public static int y(int row) {
        return row * HIGH + 3;
    }

    /** The value as it stands in a tile: scaled, at most one decimal. */
    public String shortly(@Nullable BigDecimal value, Texts texts) {
        if (value == null) {
            return "–";
        }
        BigDecimal scaled = value.divide(scale, 1, RoundingMode.HALF_UP).stripTrailingZeros();
        var form = java.text.NumberFormat.getInstance(texts.locale());
        form.setMaximumFractionDigits(scaled.abs().compareTo(BigDecimal.valueOf(1000)) >= 0 ? 0 : 1);
        return form.format(scaled);
    }

    /** "nghìn người", when the values are shown in thousands. */
    public String unitShown(Texts texts) {
        String key = "territory.map.scale." + scale.toPlainString();
        return scale.equals(BigDecimal.ONE) ? unit : texts.get(key) + (unit.isEmpty() ? "" : " " + unit);
    }

    /** Whether a link leads on from any tile; otherwise the picture is read as one. */
    public boolean leadsOn() {
        return tiles.stream().anyMatch(tile -> tile.link() != null);
    }
}
