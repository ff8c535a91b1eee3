package vn.bamcoso.figures.page;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.figures.Answer;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Level;
import vn.bamcoso.figures.statement.Checked;
import vn.bamcoso.shell.Chart;
import vn.bamcoso.territory.TileMap;

/**
 * The page of one figure, ready to be drawn.
 *
 * @param area its full name, or "all that you may see"
 * @param areaId of the place that the page is about; 0 when it is several
 * @param total null when the area as a whole is not the reader's to see
 * @param phrases what may truthfully be said of the total
 * @param partial some line holds a share of a divided place
 * @param assumed some line rests on an assumed whole
 */
public record Shown(
        Asked asked, Indicator indicator, String area, int areaId, @Nullable String areaKey, Answer.@Nullable Cell total, List<String> phrases,
        @Nullable TileMap map, @Nullable Chart chart, List<Row> rows, boolean partial, boolean assumed, List<Period> offered, List<Level> levels, List<Checked> printed) {

    /**
     * @param name of the place, or of what no place of the map can claim
     * @param deeper the same question one level below; null at the bottom
     * @param origin where the number came from; null when there is none
     * @param part of the largest, for the bar
     */
    public record Row(String name, @Nullable String note, @Nullable String deeper, @Nullable String origin, Answer.Cell cell, double part) {}

    public Map<String, String> kept(String... but) {
        return asked.kept(but);
    }

    static double part(@Nullable BigDecimal value, BigDecimal largest) {
        return value == null || largest.signum() <= 0 ? 0 : value.doubleValue() / largest.doubleValue();
    }
}
