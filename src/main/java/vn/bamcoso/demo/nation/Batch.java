package vn.bamcoso.demo.nation;

import java.util.List;
import vn.bamcoso.calendar.Period;

/**
 * What the communes sent for one form and one period, as a file of the import path holds it.
 *
 * @param form       code of the form
 * @param indicators codes, in the order of each sheet's values
 * @param note       of the provenance: these are demonstration values, and what they add up to
 */
public record Batch(String form, Period period, List<String> indicators, List<Sheet> sheets, String note) {
    public long figures() {
        return sheets.stream().mapToLong(sheet -> java.util.stream.LongStream.of(sheet.values()).filter(value -> value != Sheet.EMPTY).count()).sum();
    }
}
