package vn.bamcoso.reporting.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A form as its file says it ({@code forms/<code>.json}). */
public record FormFile(String code, short position, Words name, Words about, String field, String level, @Nullable Boolean everywhere, List<Version> versions) {

    public record Words(String vi, String en) {}

    public record Version(
            short number, LocalDate firstEnd, @Nullable LocalDate lastEnd, String rule, List<String> kinds, List<Step> chain, List<Group> groups,
            @Nullable List<Check> checks, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Question> questions) {}

    public record Step(String office, String act, @Nullable String deadline, @Nullable LocalDate from, @Nullable LocalDate until) {}

    public record Group(Words name, List<Line> lines) {}

    public record Line(String indicator, @Nullable Boolean asked, @Nullable Words label, @Nullable Words hint) {}

    /** What is asked in words, beside the figures. */
    public record Question(String code, Words text, @Nullable Boolean required) {}

    /** What is not said is not in the fingerprint either: files from before it could be said stay as they were. */
    public record Check(
            String part, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String relation, String whole, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean hard, Words sentence) {}
}
