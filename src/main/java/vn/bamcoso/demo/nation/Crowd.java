package vn.bamcoso.demo.nation;

import vn.bamcoso.calendar.Period;

/** Any number of made-up indicators for the same communes, with the same luck: what the benchmark loads at full size. */
public final class Crowd {
    private Crowd() {}

    /** How often the n-th indicator happened in a commune in a period: on average 2 to 40 times, more in wards and towns. */
    public static long value(Commune commune, int indicator, Period period) {
        double often = 2 + 38 * Dice.of(indicator, 90).next();
        double size = switch (commune.kind()) {
            case XA -> 1;
            case THI_TRAN -> 1.6;
            case PHUONG -> 2.2;
            case DAC_KHU -> 1.2;
        };
        return Dice.of(commune.seed(), 1_000 + indicator, period.end().toEpochDay()).poisson(often * size);
    }
}
