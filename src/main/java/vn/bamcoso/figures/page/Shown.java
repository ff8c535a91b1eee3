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
 * @param broken by each dimension, whose parts need not sum to the whole
 * @param assumed some line rests on an assumed whole
 * @param reported by people, for a day that is counted from records; null when nobody did
 */
public record Shown(
        Asked asked, Indicator indicator, String area, int areaId, @Nullable String areaKey, Answer.@Nullable Cell total, List<String> phrases,
        @Nullable TileMap map, @Nullable Chart chart, List<Row> rows, boolean partial, boolean assumed, List<Period> offered, List<Level> levels, List<Checked> printed,
        List<Broken> broken,
        Answer.@Nullable Cell reported) {

    /** What is counted, less what was reported; null when either is missing, or not everybody has reported. */
    public @Nullable BigDecimal difference() {
        return reported == null || reported.value() == null || !reported.complete() || total == null || total.value() == null ? null : total.value().subtract(reported.value());
    }

    /**
     * The area's figure by one dimension.
     *
     * @param rest what no part explains; null when the whole is not known or the parts sum to it
     */
    public record Broken(String dimension, List<Slice> slices, @Nullable BigDecimal rest) {}

    /** @param link to the page of the part by itself */
    public record Slice(String name, Answer.Cell cell, String link, double part) {}

    /**
     * @param name of the place, or of what no place of the map can claim
     * @param deeper the same question one level below; null at the bottom
     * @param origin where the number came from; null when there is none
     * @param part of the largest, for the bar
     */
    public record Row(String name, @Nullable String note, @Nullable String deeper, @Nullable String origin, Answer.Cell cell, double part) {}

    /** Name of the indicator of which this is a part. */
    public String wholeName(java.util.Locale locale) {
        return indicator.name(locale).substring(0, indicator.name(locale).length() - indicator.part().name(locale).length() - 2);
    }

    public Map<String, String> kept(String... but) {
        return asked.kept(but);
    }

    static double part(@Nullable BigDecimal value, BigDecimal largest) {
        return value == null || largest.signum() <= 0 ? 0 : value.doubleValue() / largest.doubleValue();
    }
}
