package vn.bamcoso.figures;

/** How surely a figure belongs to the place beside which it stands. */
public enum Mark {
    /** The place itself, or places that lie wholly in it. */
    EXACT,
    /** By a lineage that names one successor only, taken as the whole; one note under the table says so. */
    ASSUMED,
    /** A share of a divided place is in it: shown with ≈. */
    PARTIAL,
    /** Reported by a place that is younger than the map and lies in several of its places: it stands in a row of its own, undivided. */
    MERGED,
    /** Of places without a known successor: counted in the province, in no commune. */
    UNKNOWN;

    public Mark worse(Mark other) {
        return ordinal() >= other.ordinal() ? this : other;
    }
}
