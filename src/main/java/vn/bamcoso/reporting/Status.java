package vn.bamcoso.reporting;

import java.util.Locale;
import java.util.Set;
import vn.bamcoso.basics.Texts;

/**
 * Where a report stands on its way. The names of the constants, in small letters, are what the database keeps and what
 * files and addresses carry; the words are in the language files ({@code reporting.status.<code>} and {@code .meaning}).
 */
public enum Status {
    /** The commune's clerk is writing; nobody above sees the values. */
    DRAFT("green"),
    /** The clerk has put it before the chief, who signs and sends, or gives it back. */
    PRESENTED("amber"),
    /** Sent; it waits at the next office of the chain. */
    SUBMITTED("amber"),
    /** The superior sent it back with a remark; the commune writes again. */
    RETURNED("amber"),
    /** Approved: its figures are recorded. */
    APPROVED("green"),
    /** Approved before and now being written anew, with a reason; until then the approved figures stand. */
    CORRECTING("amber"),
    /** The place ended before the period did: its successor reports the whole period. It resumes only when the act is withdrawn. */
    LAPSED("");

    private final String colour;

    Status(String colour) {
        this.colour = colour;
    }

    /** The only steps there are; whatever is not here is refused. */
    public Set<Status> next() {
        return switch (this) {
            case DRAFT -> Set.of(PRESENTED, SUBMITTED, LAPSED);
            case PRESENTED -> Set.of(SUBMITTED, DRAFT, RETURNED, CORRECTING, LAPSED);
            case SUBMITTED -> Set.of(APPROVED, RETURNED);
            case RETURNED -> Set.of(PRESENTED, SUBMITTED, APPROVED, LAPSED);
            case APPROVED -> Set.of(CORRECTING);
            case CORRECTING -> Set.of(PRESENTED, SUBMITTED, APPROVED);
            case LAPSED -> Set.of(DRAFT, PRESENTED, RETURNED);
        };
    }

    public boolean leadsTo(Status other) {
        return next().contains(other);
    }

    /** Whether the commune may write in it now. */
    public boolean open() {
        return this == DRAFT || this == RETURNED || this == CORRECTING;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when no status has the code */
    public static Status of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    public String label(Texts texts) {
        return texts.get("reporting.status." + code());
    }

    public String meaning(Texts texts) {
        return texts.get("reporting.status." + code() + ".meaning");
    }

    /** The badge's colour: green, amber, or none. */
    public String colour() {
        return colour;
    }
}
