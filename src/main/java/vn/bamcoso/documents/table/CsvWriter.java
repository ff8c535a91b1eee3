package vn.bamcoso.documents.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.documents.numbers.NumberForm;

/**
 * Writes CSV as Vietnamese Excel opens it by a double click: UTF-8 with its mark, semicolons, decimal comma; in English commas and
 * a decimal point. Numbers are not grouped. A text that a spreadsheet would run as a formula gets an apostrophe before it;
 * a {@link Code} never does, so that what a program reads it can send back.
 */
public final class CsvWriter {

    /** A code, key or day in an answer to a program ({@code @2021-04-23}): nobody's words, written as it is. */
    public record Code(String code) {}

    private final Appendable out;
    private final char mark;
    private final char decimal;

    public CsvWriter(Appendable out, Locale locale) {
        boolean english = NumberForm.of(locale) == NumberForm.ENGLISH;
        this.out = out;
        this.mark = english ? ',' : ';';
        this.decimal = english ? '.' : ',';
        append("\uFEFF");
    }

    /** The first row, by which a template is known again whatever its file is called. */
    public void key(String key) {
        append("#" + TableFile.KEY + mark + key + "\r\n");
    }

    /** @param values null is an empty cell; BigDecimal and whole numbers are written as numbers, everything else as text */
    public void row(List<? extends @Nullable Object> values) {
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) append(String.valueOf(mark));
            append(cell(values.get(i)));
        }
        append("\r\n");
    }

    private String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString().replace('.', decimal);
            case Integer number -> number.toString();
            case Long number -> number.toString();
            case Code(String code) -> quoted(code);
            default -> quoted(harmless(value.toString()));
        };
    }

    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private String quoted(String text) {
        boolean plain = text.indexOf(mark) < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0 && text.indexOf('\r') < 0 && text.equals(text.strip());
        return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }

    private void append(String text) {
        try {
            out.append(text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
