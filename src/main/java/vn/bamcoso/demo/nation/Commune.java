package vn.bamcoso.demo.nation;

import java.time.LocalDate;

/**
 * A commune-level place over the days on which it has one kind: what the generator knows of the territory.
 *
 * @param seed  the place's own number, drawn from its first key, so that the same place gets the same luck in every database
 * @param home  province of the 63 in which it lies
 * @param until the first day on which this no longer holds
 */
public record Commune(int placeId, String key, long seed, Kind kind, short home, LocalDate from, LocalDate until) {
    public enum Kind {
        XA, PHUONG, THI_TRAN, DAC_KHU;

        /** The programme was about communes and towns; wards had regular police before it. */
        public boolean inProgramme() {
            return this == XA || this == THI_TRAN;
        }
    }

    /** The place's own number for its first key, the same on every machine. */
    public static long seed(String firstKey) {
        return Dice.number(firstKey);
    }

    /** Special zones without a commune police of their own: Hoàng Sa and Trường Sa. */
    boolean hasPolice() {
        return !(kind == Kind.DAC_KHU && (key.startsWith("C20333@") || key.startsWith("C22736@")));
    }

    boolean aliveOn(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(until);
    }
}
