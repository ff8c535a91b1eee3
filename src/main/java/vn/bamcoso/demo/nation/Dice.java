package vn.bamcoso.demo.nation;

import java.nio.charset.StandardCharsets;

/** Luck that is the same every time: the numbers follow from what they are for, never from the order in which they are asked. */
final class Dice {
    private long state;

    private Dice(long state) {
        this.state = state;
    }

    /** @param purpose keeps the throws for one thing apart from those for another */
    static Dice of(long seed, long purpose) {
        return new Dice(mix(seed ^ mix(purpose)));
    }

    static Dice of(long seed, long purpose, long when) {
        return new Dice(mix(seed ^ mix(purpose ^ mix(when))));
    }

    /** A number for a text, the same on every machine. */
    static long number(String text) {
        long number = 1125899906842597L;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            number = 31 * number + b;
        }
        return mix(number);
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** From 0 up to, not including, 1. */
    double next() {
        state += 0x9e3779b97f4a7c15L;
        return (mix(state) >>> 11) * 0x1.0p-53;
    }

    double between(double low, double high) {
        return low + (high - low) * next();
    }

    /** From 0 to n - 1. */
    int below(int n) {
        return (int) (next() * n);
    }

    boolean chance(double p) {
        return next() < p;
    }

    /** How often something happens that happens so often on average. */
    int poisson(double mean) {
        if (mean > 30) {
            return Math.max(0, (int) Math.round(mean + Math.sqrt(mean) * (next() + next() + next() + next() - 2) * 1.732));
        }
        double limit = Math.exp(-mean);
        double product = next();
        int n = 0;
        while (product > limit) {
            product *= next();
            n++;
        }
        return n;
    }

    /** How many of n things happen when each has that chance. */
    int hits(int n, double chance) {
        if (n > 60) {
            return Math.min(n, poisson(n * chance));
        }
        int count = 0;
        for (int i = 0; i < n; i++) {
            count += next() < chance ? 1 : 0;
        }
        return count;
    }
}
