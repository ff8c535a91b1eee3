package vn.bamcoso.documents.table;

/**
 * How large a file may be before it is refused with a sentence.
 *
 * @param bytes    of the file as it came
 * @param unpacked bytes of what a zipped file grows to
 */
public record TableLimits(int rows, int columns, long bytes, long unpacked) {

    /** 10,035 communes with 300 indicators fit with room; a zip bomb does not. */
    public static final TableLimits USUAL = new TableLimits(200_000, 1_000, 40_000_000, 600_000_000);
}
