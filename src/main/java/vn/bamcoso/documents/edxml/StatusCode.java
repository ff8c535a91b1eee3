package vn.bamcoso.documents.edxml;

import java.util.Arrays;
import java.util.Optional;

/** States of a document at its receiver, by the codes of the standard's first amendment (2022). */
public enum StatusCode {
    ARRIVED("01"),
    REFUSED("02"),
    ACCEPTED("03"),
    ASSIGNED("04"),
    IN_PROGRESS("05"),
    FINISHED("06"),
    RECALL_ASKED("13"),
    RECALL_AGREED("15"),
    RECALL_REFUSED("16");

    private final String code;

    StatusCode(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<StatusCode> of(String code) {
        return Arrays.stream(values()).filter(status -> status.code.equals(code)).findFirst();
    }
}
