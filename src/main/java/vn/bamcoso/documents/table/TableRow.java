package vn.bamcoso.documents.table;

import java.util.List;

/**
 * One row as it stands in the file.
 *
 * @param sheet  as in {@link Address}
 * @param number the row number that Excel shows, from 1
 * @param cells  from column A; shorter than the table when the rest is blank
 */
public record TableRow(String sheet, int number, List<Cell> cells) {

    /** @param column from 1 */
    public Cell cell(int column) {
        return column >= 1 && column <= cells.size() ? cells.get(column - 1) : Cell.BLANK;
    }

    public Address at(int column) {
        return new Address(sheet, number, column);
    }

    public boolean blank() {
        return cells.stream().allMatch(Cell::blank);
    }
}
