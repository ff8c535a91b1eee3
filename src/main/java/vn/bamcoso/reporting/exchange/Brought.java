package vn.bamcoso.reporting.exchange;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.territory.Place;

/**
 * What a file brings: one row a place, in the file's order.
 *
 * @param version null only for what is replayed of the past in a period that no version of the form takes
 * @param given codes of the indicators that the file has a column or line for
 */
public record Brought(Form form, Form.@Nullable Version version, Period period, List<String> given, List<Row> rows) {

    /**
     * @param number the row that the user sees in the file
     * @param values by indicator; what is empty is not there
     * @param columns of the values, for pointing at them
     */
    public record Row(int number, Place place, Map<String, BigDecimal> values, Map<String, String> remarks, Map<String, Integer> columns) {}

    /** One fault, as it is kept: the sentence is written when it is shown. {@code column} 0 means the whole row. */
    public record Fault(int row, int column, String code, List<String> args) {
        public static Fault of(int row, int column, String code, Object... args) {
            return new Fault(row, column, code, Arrays.stream(args).map(String::valueOf).toList());
        }
    }
}
