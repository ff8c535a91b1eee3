package vn.bamcoso.figures.asking;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Mark;

/** Brings the figure of one place to the lines of an answer. */
final class Spread {
    private static final double NEARLY_WHOLE = 1 - 1e-6;
    private final Lines lines;
    private final Indicator indicator;

    Spread(Lines lines, Indicator indicator) {
        this.lines = lines;
        this.indicator = indicator;
    }

    /**
     * Whole or in shares that add up to it.
     *
     * @param blocks in which figures are hidden from the reader; null: nothing is
     */
    void place(Slot slot, int place, BigDecimal value, int end, @Nullable Blocks blocks) {
        boolean own = indicator.overPlaces() == Indicator.OverPlaces.NONE;
        if (own || lines.level.compareTo(indicator.collectedAt()) > 0) {
            toItself(slot, place, value, end, own, blocks);
            return;
        }
        lines.spread(place, true);
        if (!lines.inside) {
            return;
        }
        if (lines.hits == 1 && lines.share[0] == 1) {
            slot.add(lines.line[0], value, 1, lines.mark[0], end, end);
            slot.add(Lines.TOTAL, value, 1, Mark.EXACT, end, end);
            slot.hide(lines.line[0], place, true, blocks);
            slot.hide(Lines.TOTAL, place, true, blocks);
            return;
        }
        BigDecimal given = BigDecimal.ZERO;
        double shares = 0;
        Mark worst = Mark.EXACT;
        for (int i = 0; i < lines.hits; i++) {
            shares += lines.share[i];
            boolean last = i == lines.hits - 1 && shares > NEARLY_WHOLE;
            BigDecimal part = last ? value.subtract(given) : value.multiply(BigDecimal.valueOf(lines.share[i]));
            given = given.add(part);
            worst = worst.ordinal() < lines.mark[i].ordinal() ? lines.mark[i] : worst;
            slot.add(lines.line[i], part, 1, lines.mark[i], end, end);
            slot.hide(lines.line[i], place, lines.share[i] == 1, blocks);
        }
        slot.add(Lines.TOTAL, given, 1, shares > NEARLY_WHOLE ? Mark.EXACT : worst, end, end);
        slot.hide(Lines.TOTAL, place, shares > NEARLY_WHOLE, blocks);
    }

    private void toItself(Slot slot, int place, BigDecimal value, int end, boolean own, @Nullable Blocks blocks) {
        Integer line = lines.lineOf(place);
        if (line != null) {
            slot.add(line, value, 1, Mark.EXACT, end, end);
            slot.hide(line, place, true, blocks);
        }
        var area = lines.head(Lines.TOTAL).spot();
        var spot = lines.map.spot(place);
        if (place == area.id() || !own && spot != null && lines.map.liesIn(spot, area)) {
            slot.add(Lines.TOTAL, value, 1, Mark.EXACT, end, end);
            slot.hide(Lines.TOTAL, place, true, blocks);
        }
    }
}
