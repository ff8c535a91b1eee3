package vn.bamcoso.territory.restructuring;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What one row of a restructuring does. */
public enum What {
    /** A unit begins on the effective day; or, backdated, one whose beginning was not known. Needs code, kind, name, parent. */
    FOUND,
    /** Backdated: a unit that ended on the effective day and is not in the gazetteer. Needs code, kind, name, parent. */
    EARLIER,
    /** Needs place and name; {@code was} when the gazetteer already has the new name from the beginning. */
    RENAME,
    /** Needs place and kind; {@code was} as above. */
    CHANGE_KIND,
    /** Needs place and parent; {@code was} as above. */
    CHANGE_PARENT,
    /** The whole unit goes into another and ends. Needs place and into. */
    MERGE,
    /** A share of a unit goes into another; the unit ends; its rows sum to 1. Needs place, into and share. */
    SPLIT,
    /** A district ends without a successor. Needs place. */
    DISSOLVE,
    /** Every unit of a level ends; what belonged to them belongs to what was above. Place is the level. */
    END_LEVEL;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<What> of(String code) {
        return Arrays.stream(values()).filter(what -> what.code().equals(code)).findFirst();
    }
}
