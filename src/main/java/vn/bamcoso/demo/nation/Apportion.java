package vn.bamcoso.demo.nation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Divides a whole number into whole numbers by weight, so that the parts add up to it exactly: largest remainder, within bounds. */
final class Apportion {
    private Apportion() {}

    static int[] of(int total, double[] weights) {
        return of(total, weights, new int[weights.length], filled(weights.length, total));
    }

    /**
     * @param least what each gets at any rate
     * @param most  what none goes beyond
     * @throws IllegalArgumentException when the bounds do not leave room for the total
     */
    static int[] of(int total, double[] weights, int[] least, int[] most) {
        int[] parts = least.clone();
        long rest = total - IntStream.of(least).asLongStream().sum();
        if (rest < 0 || IntStream.of(most).asLongStream().sum() < total) {
            throw new IllegalArgumentException(total + " does not fit between " + IntStream.of(least).sum() + " and " + IntStream.of(most).asLongStream().sum());
        }
        while (rest > 0) {
            rest -= handOut(rest, weights, parts, most);
        }
        return parts;
    }

    /** One round: whole shares first, then one each by the largest remainder. A part at its bound leaves the rest to the next round. */
    private static long handOut(long rest, double[] weights, int[] parts, int[] most) {
        double sum = 0;
        for (int i = 0; i < parts.length; i++) {
            sum += parts[i] < most[i] ? Math.max(weights[i], 1e-9) : 0;
        }
        double[] remainder = new double[parts.length];
        long given = 0;
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] < most[i]) {
                double share = rest * Math.max(weights[i], 1e-9) / sum;
                int whole = (int) Math.min((long) share, most[i] - parts[i]);
                parts[i] += whole;
                given += whole;
                remainder[i] = share - (long) share;
            }
        }
        if (given > 0 && given < rest && rest - given >= parts.length) {
            return given;
        }
        Integer[] order = IntStream.range(0, parts.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble((Integer i) -> -remainder[i]).thenComparing(i -> i));
        for (int i : order) {
            if (given < rest && parts[i] < most[i]) {
                parts[i]++;
                given++;
            }
        }
        return given;
    }

    static int[] filled(int length, int value) {
        int[] filled = new int[length];
        Arrays.fill(filled, value);
        return filled;
    }
}
