package vn.bamcoso.reporting.form;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A form as its file says it ({@code forms/<code>.json}). */
public record FormFile(String code, short position, Words name, Words about, String field, String level, List<Version> versions) {

    public record Words(String vi, String en) {}

    public record Version(
            short number, LocalDate firstEnd, @Nullable LocalDate lastEnd, String rule, List<String> kinds, List<Step> chain, List<Group> groups,
            @Nullable List<Check> checks, @Nullable List<Question> questions) {}

    public record Step(String office, String act, @Nullable String deadline, @Nullable LocalDate from, @Nullable LocalDate until) {}

    public record Group(Words name, List<Line> lines) {}

    public record Line(String indicator, @Nullable Boolean asked, @Nullable Words label, @Nullable Words hint) {}

    public record Check(String part, String whole, Words sentence) {}

    /** What is asked in words, beside the figures. */
    public record Question(String code, Words text, @Nullable Boolean required) {}
}
