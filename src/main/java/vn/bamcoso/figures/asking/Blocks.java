package vn.bamcoso.figures.asking;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Which figures of one indicator and one period are hidden together from a reader. A small count is put in a block with others near
 * it: of the same commune of the newest map where that is enough, else of the same district, province of the 63, province of today, at
 * last of the country. A line of an answer is shown when it has whole blocks or nothing of them, on every map and at every level;
 * so all that can be computed from lines are sums of whole blocks, and none of these tells a figure: there are two at least, they
 * come to five or more, and they are neither all ones nor all fours. Companions are taken in the order of the places and not
 * by their size, which would tell something about it; a zero will do where the sum is large enough.
 */
final class Blocks {
    /** Of a figure that is in no line: nothing could be found to hide it with. */
    static final int NEVER = -1;
    static final int OPEN = 0;
    private static final BigDecimal FOUR = BigDecimal.valueOf(4);

    /** @param path where it lies, the widest first, the place itself last: all of the same length */
    record Figure(int place, int[] path, BigDecimal value, boolean small) {}

    private final IntPredicate outside;
    private final Map<Integer, Integer> ofPlace = new HashMap<>();
    private final Map<Integer, Integer> sizes = new HashMap<>();
    private final int otherwise;

    private Blocks(IntPredicate outside, int otherwise) {
        this.outside = outside;
        this.otherwise = otherwise;
    }

    /** Every figure from which the reader is kept out is hidden, and all that it is in. */
    static Blocks ofAll(IntPredicate outside) {
        return new Blocks(outside, NEVER);
    }

    /**
     * @param figures those from which the reader is kept out, small or not
     * @param lost places whose small count does not stand any more, but stood once
     * @param summed whether lines add figures up: otherwise one cannot be told by the others, and needs no companions
     */
    static Blocks of(List<Figure> figures, Iterable<Integer> lost, boolean summed, IntPredicate outside) {
        var blocks = new Blocks(outside, OPEN);
        if (summed) {
            new Making(figures).into(blocks);
        } else {
            figures.stream().filter(Figure::small).forEach(figure -> blocks.ofPlace.put(figure.place, NEVER));
        }
        lost.forEach(place -> blocks.ofPlace.put(place, NEVER));
        return blocks;
    }

    static boolean small(BigDecimal value) {
        return value.signum() > 0 && value.compareTo(FOUR) <= 0;
    }

    boolean outside(int place) {
        return outside.test(place);
    }

    /** Number of its block, {@link #NEVER} or {@link #OPEN}. */
    int of(int place) {
        return ofPlace.getOrDefault(place, otherwise);
    }

    int size(int block) {
        return sizes.get(block);
    }

    /** From the places up to the country: who finds enough companions below does not look for them above. */
    private static final class Making {
        private final Figure[] figures;
        private final int[] block;
        private int blocks;

        Making(List<Figure> figures) {
            this.figures = figures.toArray(Figure[]::new);
            Arrays.sort(this.figures, Making::byPath);
            this.block = new int[this.figures.length];
        }

        private static int byPath(Figure one, Figure other) {
            for (int level = 0; level < one.path.length; level++) {
                if (one.path[level] != other.path[level]) {
                    return Integer.compare(one.path[level], other.path[level]);
                }
            }
            return 0;
        }

        void into(Blocks made) {
            hide(0, 0, figures.length).forEach(i -> block[i] = NEVER);
            for (int i = 0; i < figures.length; i++) {
                if (block[i] != OPEN) {
                    made.ofPlace.put(figures[i].place, block[i]);
                    made.sizes.merge(block[i], 1, Integer::sum);
                }
            }
        }

        /** @return those of this part of the country that are not safe within it */
        private List<Integer> hide(int level, int from, int to) {
            if (to - from == 1) {
                return figures[from].small ? List.of(from) : List.of();
            }
            List<Integer> open = new ArrayList<>();
            for (int i = from; i < to; ) {
                int end = i + 1;
                while (end < to && figures[end].path[level] == figures[i].path[level]) {
                    end++;
                }
                open.addAll(hide(level + 1, i, end));
                i = end;
            }
            return open.isEmpty() ? open : together(open, from, to);
        }

        private List<Integer> together(List<Integer> open, int from, int to) {
            var members = new ArrayList<>(open);
            while (true) {
                BigDecimal sum = members.stream().map(i -> figures[i].value).reduce(BigDecimal.ZERO, BigDecimal::add);
                BigDecimal many = BigDecimal.valueOf(members.size());
                boolean enough = members.size() > 1 && sum.compareTo(FOUR) > 0;
                if (enough && sum.compareTo(many) != 0 && sum.compareTo(many.multiply(FOUR)) != 0) {
                    blocks++;
                    members.forEach(i -> block[i] = blocks);
                    return List.of();
                }
                if (!companion(members, !enough, from, to)) {
                    return members;
                }
            }
        }

        /** Adds the next open figure, or else a whole block; of a sum that is too small, one that makes it larger. */
        private boolean companion(List<Integer> members, boolean larger, int from, int to) {
            for (int i = from; i < to; i++) {
                if (block[i] == OPEN && !members.contains(i) && (!larger || figures[i].value.signum() > 0)) {
                    members.add(i);
                    return true;
                }
            }
            for (int i = from; i < to; i++) {
                if (block[i] != OPEN) {
                    int other = block[i];
                    for (int j = from; j < to; j++) {
                        if (block[j] == other) {
                            members.add(j);
                            block[j] = OPEN;
                        }
                    }
                    return true;
                }
            }
            return false;
        }
    }
}
