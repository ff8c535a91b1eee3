package vn.bamcoso.basics;

/** Numbers as quarters, sections and annexes carry them: I, II, III, IV. */
public final class Roman {
    private static final int[] VALUES = {50, 40, 10, 9, 5, 4, 1};
    private static final String[] SIGNS = {"L", "XL", "X", "IX", "V", "IV", "I"};

    private Roman() {}

    /** @param number from 1; beyond 89 no document has sections */
    public static String of(int number) {
        var written = new StringBuilder();
        int rest = number;
        for (int i = 0; i < VALUES.length; i++) {
            for (; rest >= VALUES[i]; rest -= VALUES[i]) {
                written.append(SIGNS[i]);
            }
        }
        return written.toString();
    }
}
