package vn.bamcoso.tasks;

import java.util.Locale;
import java.util.Set;
import vn.bamcoso.basics.Texts;

/**
 * Where the share of an office in a task stands. The names in small letters are what the database keeps and what files and
 * addresses carry; the words are in the language files ({@code tasks.status.<code>} and {@code .meaning}). Whether it is in
 * time is not a state: the books tell it for any day.
 */
public enum Status {
    /** Issued to the office, which has not yet taken it. */
    ASSIGNED("amber"),
    /** The office refuses it with a reason; the issuer decides. */
    REFUSED("amber"),
    /** The office works on it. */
    WORKING("green"),
    /** Work has stopped: by what and by whom is told. */
    BLOCKED("amber"),
    /** The office says that it is done; the issuer has not yet agreed. */
    PROPOSED("amber"),
    /** The issuer agreed that it is done. */
    DONE("green"),
    /** The issuer took it back. */
    WITHDRAWN(""),
    /** The office was merged into one that has a share of its own; that one goes on for both. */
    MERGED("");

    private final String colour;

    Status(String colour) {
        this.colour = colour;
    }

    /** The only steps there are; whatever is not here is refused. */
    public Set<Status> next() {
        return switch (this) {
            case ASSIGNED -> Set.of(WORKING, REFUSED, WITHDRAWN, MERGED);
            case REFUSED -> Set.of(ASSIGNED, WITHDRAWN, MERGED);
            case WORKING -> Set.of(BLOCKED, PROPOSED, WITHDRAWN, MERGED);
            case BLOCKED -> Set.of(WORKING, WITHDRAWN, MERGED);
            case PROPOSED -> Set.of(DONE, WORKING, WITHDRAWN, MERGED);
            case DONE, WITHDRAWN, MERGED -> Set.of();
        };
    }

    public boolean leadsTo(Status other) {
        return next().contains(other);
    }

    /** Whether something is still owed. */
    public boolean open() {
        return !next().isEmpty();
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when no status has the code */
    public static Status of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    public String label(Texts texts) {
        return texts.get("tasks.status." + code());
    }

    public String meaning(Texts texts) {
        return texts.get("tasks.status." + code() + ".meaning");
    }

    /** The badge's colour: green, amber, or none. Red is kept for what is late. */
    public String colour() {
        return colour;
    }
}
