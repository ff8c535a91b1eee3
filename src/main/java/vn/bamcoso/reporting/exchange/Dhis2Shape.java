package vn.bamcoso.reporting.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** What comes in one value of a data value set, and the summary that DHIS2 answers an import with. */
final class Dhis2Shape {
    private Dhis2Shape() {}

    record Given(String dataElement, String period, String orgUnit, String value, String comment, String categoryOptionCombo, boolean deleted) {}

    record Count(int imported, int updated, int ignored, int deleted) {}

    /** @param object what is wrong, {@code value} why, in words; {@code indexes} of the values in what was sent, from 0 */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Conflict(String object, String value, String errorCode, String property, List<Integer> indexes) {}

    record Summary(String responseType, String status, String description, Count importCount, List<Conflict> conflicts, List<Integer> rejectedIndexes, String dataSetComplete) {}

    record Answer(String httpStatus, int httpStatusCode, String status, String message, Summary response) {}
}
