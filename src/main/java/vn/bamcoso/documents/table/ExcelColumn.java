package vn.bamcoso.documents.table;

import org.jspecify.annotations.Nullable;

/**
 * A column of a written sheet.
 *
 * @param group  the title over several neighbouring columns; null when there is none
 * @param width  in characters of the standard font
 * @param locked whether the cells can be changed once the sheet is protected
 */
public record ExcelColumn(String title, @Nullable String group, double width, Form form, boolean locked) {

    public enum Form {
        TEXT("@"),
        /** A figure written out, to be read beside those that are filled in. */
        SHOWN("@"),
        WHOLE("#,##0"),
        ONE_DECIMAL("#,##0.0"),
        TWO_DECIMALS("#,##0.00"),
        DAY("dd/mm/yyyy");

        final String format;

        Form(String format) {
            this.format = format;
        }
    }

    public static ExcelColumn text(String title, double width) {
        return new ExcelColumn(title, null, width, Form.TEXT, true);
    }

    public static ExcelColumn whole(String title, double width) {
        return new ExcelColumn(title, null, width, Form.WHOLE, true);
    }

    public ExcelColumn under(String group) {
        return new ExcelColumn(title, group, width, form, locked);
    }

    public ExcelColumn open() {
        return new ExcelColumn(title, group, width, form, false);
    }

    public ExcelColumn as(Form form) {
        return new ExcelColumn(title, group, width, form, locked);
    }
}
