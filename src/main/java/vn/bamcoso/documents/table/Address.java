package vn.bamcoso.documents.table;

import java.util.Locale;
import vn.bamcoso.basics.Texts;

/**
 * A cell as a person points at it.
 *
 * @param sheet  the sheet's name; empty in a CSV file and where there is only one sheet
 * @param row    from 1
 * @param column from 1; 0 when the whole row is meant
 */
public record Address(String sheet, int row, int column) {

    /** "dòng 12, cột C" · "row 12, column C", with the sheet before it when there are several. */
    public String where(Locale locale) {
        Texts texts = Texts.of(locale);
        String place = column == 0
                ? texts.get("documents.where.row", String.valueOf(row))
                : texts.get("documents.where.cell", String.valueOf(row), letters(column));
        return sheet.isEmpty() ? place : texts.get("documents.where.sheet", sheet, place);
    }

    /** 1 → A, 27 → AA. */
    public static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int left = column; left > 0; left = (left - 1) / 26) letters.insert(0, (char) ('A' + (left - 1) % 26));
        return letters.toString();
    }

    /** A → 1, AA → 27; 0 when there are no letters or more than three. */
    static int column(String reference) {
        int column = 0;
        int i = 0;
        for (; i < reference.length() && reference.charAt(i) >= 'A' && reference.charAt(i) <= 'Z'; i++) {
            if (i == 3) return 0;
            column = column * 26 + reference.charAt(i) - 'A' + 1;
        }
        return column;
    }
}
