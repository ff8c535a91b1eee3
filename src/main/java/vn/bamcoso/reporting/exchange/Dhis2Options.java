package vn.bamcoso.reporting.exchange;

import java.util.List;
import java.util.Map;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Indicators;

/** DHIS2 breaks an element down by category option combos; here each part of an indicator has a code of its own. */
final class Dhis2Options {
    private static final String NONE = "default";

    private Dhis2Options() {}

    /** Values whose category option combo is the code of a part of their element are about that part. */
    static List<Dhis2Shape.Given> named(List<Dhis2Shape.Given> given, Indicators indicators) {
        if (given.stream().allMatch(one -> one.categoryOptionCombo().isEmpty() || one.categoryOptionCombo().equals(NONE))) {
            return given;
        }
        Map<String, Indicator> whole = Dhis2Import.byId(indicators.all());
        return given.stream().map(one -> {
            String part = whole.containsKey(one.dataElement()) ? whole.get(one.dataElement()).code() + Indicator.OF_PART + one.categoryOptionCombo() : "";
            return indicators.byCode(part).isEmpty() ? one : new Dhis2Shape.Given(part, one.period(), one.orgUnit(), one.value(), one.comment(), one.categoryOptionCombo(), one.deleted());
        }).toList();
    }
}
