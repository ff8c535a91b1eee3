package vn.bamcoso.figures.asking;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.figures.Answer.Cell;
import vn.bamcoso.figures.Mark;

/** A number on its way through a formula, with what is known about it. */
record Value(
        @Nullable BigDecimal number, int reported, int expected, Mark mark, int from, int to,
        @Nullable BigDecimal numerator, @Nullable BigDecimal denominator, boolean hidden) {
    static final int NEVER = Integer.MIN_VALUE;
    private static final int SCALE = 10;
    private static final LocalDate[] DAYS = new LocalDate[40_000];

    static Value of(Slot slot, int line) {
        boolean hidden = slot.hidden(line);
        return new Value(hidden ? null : slot.value(line), slot.reported(line), slot.expected(line), slot.mark(line), slot.from(line), slot.to(line), null, null, hidden);
    }

    static Value number(BigDecimal number) {
        return new Value(number, 0, 0, Mark.EXACT, NEVER, NEVER, null, null, false);
    }

    /** What is computed from two is as sure as the less sure, and as complete as the first. */
    Value with(char sign, Value other) {
        BigDecimal result = number == null || other.number == null ? null : switch (sign) {
            case '+' -> number.add(other.number);
            case '-' -> number.subtract(other.number);
            case '*' -> number.multiply(other.number);
            default -> other.number.signum() == 0 ? null : plain(number.divide(other.number, SCALE, RoundingMode.HALF_UP));
        };
        boolean ratio = sign == '/' && result != null;
        boolean mine = expected > 0 || reported > 0;
        return new Value(
                result, mine ? reported : other.reported, mine ? expected : other.expected, mark.worse(other.mark),
                earlier(from, other.from), later(to, other.to), ratio ? number : null, ratio ? other.number : null, hidden || other.hidden);
    }

    Value percentOf(Value whole) {
        Value ratio = with('/', whole);
        if (ratio.number == null) {
            return ratio;
        }
        BigDecimal percent = plain(number.movePointRight(2).divide(whole.number, SCALE, RoundingMode.HALF_UP));
        return new Value(percent, ratio.reported, ratio.expected, ratio.mark, ratio.from, ratio.to, number, whole.number, ratio.hidden);
    }

    /** Not to be told. */
    Value veiled() {
        return new Value(null, reported, expected, mark, from, to, null, null, true);
    }

    /** What is counted from records has no report that could be missing. */
    Value complete() {
        return new Value(number, reported, reported, mark, from, to, numerator, denominator, hidden);
    }

    Cell cell() {
        return new Cell(number, reported, expected, mark, hidden, numerator, denominator, day(from), day(to));
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static int earlier(int a, int b) {
        return a == NEVER || b != NEVER && b < a ? b : a;
    }

    private static int later(int a, int b) {
        return Math.max(a, b);
    }

    /** Ten thousand cells share a handful of days. */
    private static @Nullable LocalDate day(int epochDay) {
        if (epochDay < 0 || epochDay >= DAYS.length) {
            return epochDay == NEVER ? null : LocalDate.ofEpochDay(epochDay);
        }
        LocalDate day = DAYS[epochDay];
        if (day == null) {
            day = LocalDate.ofEpochDay(epochDay);
            DAYS[epochDay] = day;
        }
        return day;
    }
}
