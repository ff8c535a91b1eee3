package vn.bamcoso.reviews;

import java.util.List;

/**
 * What a table by place shows.
 *
 * @param note below the table
 * @param level of the rows: province
 * @param map the day on whose map they lie
 * @param within key of the place that holds them
 * @param first head of the column of names
 */
public record AnnexSpec(String note, String level, String map, String within, String first, List<Column> columns) {
    public record Column(String head, String indicator, String period, int decimals) {}
}
