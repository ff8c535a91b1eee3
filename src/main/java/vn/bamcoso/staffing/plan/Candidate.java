package vn.bamcoso.staffing.plan;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An officer who might be moved, as the register has them on the day of the plan.
 *
 * @param source where the officer serves now; one object for all who serve there
 * @param titleId what the officer is there
 * @param since first day of the present posting
 * @param languages spoken
 */
public record Candidate(
        int id, String number, String name, int birthYear, int rank, boolean degree, boolean party, @Nullable Origin origin, Source source, short titleId, LocalDate since,
        Set<String> languages) {

    /** Commune of origin, and the provinces in which it lies: of the 63, and of today. */
    public record Origin(int communeId, int districtId, short home, int provinceId) {}

    /**
     * An office that could give people away.
     *
     * @param spare how many it can give and still have its norm
     */
    public record Source(int officeId, String name, int placeId, int spare) {}

    @Override
    public boolean equals(Object other) {
        return other instanceof Candidate candidate && candidate.id == id;
    }

    @Override
    public int hashCode() {
        return id;
    }

    /** Ten years of birth are one age: 1980 to 1989. */
    int age() {
        return birthYear / 10;
    }

    /** Two ranks are one band; numbered from 1000, so that ages and bands lie in one map ({@link Target#ages}). */
    int band() {
        return 1000 + rank / 2;
    }
}
