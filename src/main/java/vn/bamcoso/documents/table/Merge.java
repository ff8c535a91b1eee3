package vn.bamcoso.documents.table;

/** A rectangle of cells that are one cell to the eye; the content is that of its first. All from 1, inclusive. */
public record Merge(int firstRow, int firstColumn, int lastRow, int lastColumn) {

    boolean covers(int row, int column) {
        return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
    }

    /** "C5:D6". */
    public String range() {
        return Address.letters(firstColumn) + firstRow + ":" + Address.letters(lastColumn) + lastRow;
    }
}
