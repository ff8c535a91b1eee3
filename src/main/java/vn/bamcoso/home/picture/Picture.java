package vn.bamcoso.home.picture;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.shell.Chart;
import vn.bamcoso.territory.TileMap;

/**
 * An area in its figures, ready to be shown.
 *
 * @param map of the provinces; null for an area that has none
 * @param charts over time
 */
public record Picture(String title, String area, List<Stat> stats, @Nullable TileMap map, List<Drawn> charts) {
    /**
     * A large number and what it says.
     *
     * @param say the speaking phrase; null where there is no true one
     * @param detail how it compares, what it leaves out
     */
    public record Stat(String value, @Nullable String unit, @Nullable String say, String text, @Nullable String detail, String link) {}

    public record Drawn(String title, String beside, Chart chart) {}
}
