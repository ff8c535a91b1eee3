package vn.bamcoso.reporting.entry;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.documents.numbers.Numerals;
import vn.bamcoso.figures.Indicator;

/**
 * Values that may be right and may be a slip: a jump from both the last period and the same period last year. Told in
 * words beside the cell; a sentence from the person who knows lets the value pass. Nothing is ever changed silently.
 */
public final class Doubts {
    /** A count is a jump when it is at least three times, or at most a third of, every value known before … */
    private static final BigDecimal TIMES = BigDecimal.valueOf(3);
    /** … and differs from it by at least so much. */
    private static final BigDecimal LEAST = BigDecimal.TEN;
    /** What stands for a state (posts, models) seldom changes by more than half. */
    private static final BigDecimal STATE_TIMES = new BigDecimal("1.5");
    private static final BigDecimal STATE_LEAST = BigDecimal.valueOf(3);

    private Doubts() {}

    /**
     * @param last value of the period before, null when none is known; {@code lastYear} of the same period last year
     * @param lastName how the period before is called in a sentence ("quý III/2026")
     * @return the sentence, empty when the value gives no cause
     */
    public static Optional<String> about(Indicator indicator, BigDecimal value, @Nullable BigDecimal last, @Nullable BigDecimal lastYear, String lastName, Texts texts) {
        return told(indicator, value, last, lastYear, lastName, texts).map(sentence -> sentence + " " + texts.get("reporting.doubt.ask"));
    }

    /** The same without asking for a remark. */
    public static Optional<String> told(Indicator indicator, BigDecimal value, @Nullable BigDecimal last, @Nullable BigDecimal lastYear, String lastName, Texts texts) {
        BigDecimal base = last != null ? last : lastYear;
        if (base == null) {
            return Optional.empty();
        }
        boolean state = indicator.overTime() != Indicator.OverTime.SUM;
        if (indicator.most() != null && indicator.most().compareTo(BigDecimal.ONE) == 0) {
            return base.signum() > 0 && value.signum() == 0 ? Optional.of(texts.get("reporting.doubt.no-longer", lastName)) : Optional.empty();
        }
        if (!jumps(value, base, state) || (lastYear != null && !jumps(value, lastYear, state))) {
            return Optional.empty();
        }
        String now = write(value, texts);
        String before = write(base, texts);
        if (value.signum() == 0) {
            return Optional.of(texts.get("reporting.doubt.zero", lastName, before));
        }
        if (base.signum() == 0) {
            return Optional.of(texts.get("reporting.doubt.from-zero", lastName, now));
        }
        boolean up = value.compareTo(base) > 0;
        String times = write(up ? value.divide(base, 1, RoundingMode.HALF_UP) : base.divide(value, 1, RoundingMode.HALF_UP), texts);
        BigDecimal slip = up ? value.movePointLeft(1) : value.movePointRight(1);
        boolean tenfold = slip.stripTrailingZeros().scale() <= indicator.decimals() && !jumps(slip, base, state);
        if (tenfold) {
            return Optional.of(texts.get(up ? "reporting.doubt.times-or" : "reporting.doubt.fraction-or", times, lastName, before, now, write(slip, texts)));
        }
        return Optional.of(texts.get(up ? "reporting.doubt.times" : "reporting.doubt.fraction", times, lastName, before));
    }

    private static boolean jumps(BigDecimal value, BigDecimal base, boolean state) {
        BigDecimal times = state ? STATE_TIMES : TIMES;
        boolean far = value.subtract(base).abs().compareTo(state ? STATE_LEAST : LEAST) >= 0;
        return far && (value.compareTo(base.multiply(times)) >= 0 || value.multiply(times).compareTo(base) <= 0);
    }

    private static String write(BigDecimal value, Texts texts) {
        return Numerals.write(value.stripTrailingZeros(), texts.locale());
    }
}
