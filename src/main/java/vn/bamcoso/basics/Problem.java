package vn.bamcoso.basics;

import java.util.List;

/**
 * Something a user asked for that cannot be done. {@code code} is a key of the language files
 * ({@code <room>.problem.<name>}) whose sentence says what is wrong, where, and what to do next; {@code args} fill its
 * {@code {0}, {1} …}. {@code places} lists single faults (row, column or field) when there are several.
 */
public class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** One fault of many: {@code where} as a user would point at it ("dòng 12, cột C"), and its own sentence. */
    public record Fault(String where, String code, List<Object> args) {
        public Fault(String where, String code, Object... args) {
            this(where, code, List.of(args));
        }
    }

    /** Decides the HTTP status; never shown. */
    public enum Kind {
        /** 404: not there, or out of the user's scope. */
        NOT_FOUND,
        /** 422: understood and refused. */
        REFUSED,
        /** 409: somebody else was faster. */
        CONFLICT,
        /** 403: in scope, but not this user's act. */
        FORBIDDEN
    }

    private final transient Kind kind;
    private final String code;
    private final transient List<Object> args;
    private final transient List<Fault> faults;

    public Problem(Kind kind, String code, List<Fault> faults, Object... args) {
        super(code, null, false, true);
        this.kind = kind;
        this.code = code;
        this.args = List.of(args);
        this.faults = List.copyOf(faults);
    }

    public static Problem refused(String code, Object... args) {
        return new Problem(Kind.REFUSED, code, List.of(), args);
    }

    public static Problem refused(String code, List<Fault> faults, Object... args) {
        return new Problem(Kind.REFUSED, code, faults, args);
    }

    public static Problem notFound() {
        return new Problem(Kind.NOT_FOUND, "basics.problem.not-found", List.of());
    }

    public static Problem conflict(String code, Object... args) {
        return new Problem(Kind.CONFLICT, code, List.of(), args);
    }

    public static Problem forbidden(String code, Object... args) {
        return new Problem(Kind.FORBIDDEN, code, List.of(), args);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public List<Object> args() {
        return args;
    }

    public List<Fault> faults() {
        return faults;
    }
}
