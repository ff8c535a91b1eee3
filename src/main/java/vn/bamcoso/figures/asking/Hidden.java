package vn.bamcoso.figures.asking;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Which lines a reader may not see, because they have a part of a block in them ({@link Blocks}): the sum would be a way to a figure that is hidden. */
final class Hidden {
    /** Lines with anything of places outside of whose chain the reader is. */
    private final BitSet outside = new BitSet();
    private final BitSet hidden = new BitSet();
    private final Map<Blocks, Map<Long, Integer>> members = new HashMap<>();

    void touch(int line, int place, boolean whole, Blocks blocks) {
        outside.set(line);
        int block = blocks.of(place);
        if (block == Blocks.OPEN) {
            return;
        }
        if (block == Blocks.NEVER || !whole) {
            hidden.set(line);
        } else {
            members.computeIfAbsent(blocks, unseen -> new HashMap<>()).merge((long) line << 32 | block, 1, Integer::sum);
        }
    }

    /** To be asked when everything has been added up. A sum of few may be small where its block was made from what is known later. */
    boolean at(int line, BigDecimal value) {
        members.forEach((blocks, counted) -> counted.forEach((key, count) -> {
            if (count < blocks.size(key.intValue())) {
                hidden.set((int) (key >> 32));
            }
        }));
        members.clear();
        return outside.get(line) && (hidden.get(line) || Blocks.small(value));
    }
}
