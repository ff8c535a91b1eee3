package vn.bamcoso.figures.statement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.figures.Answer;
import vn.bamcoso.figures.Indicator;

/**
 * A statement with what the figures say of it today.
 *
 * @param computed the cell beside it; null when it could not be asked
 * @param sentence why, in the reader's language
 * @param others statements of other sources about the same number
 */
public record Checked(Statement statement, Indicator indicator, Holds holds, Answer.@Nullable Cell computed, String sentence, List<Statement> others) {
    public enum Holds {
        YES, NO,
        /** Cannot be decided: no figure, no day, no denominator stated. */
        OPEN;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Tone of its badge; the word stands in it. */
        public String tone() {
            return switch (this) {
                case YES -> "green";
                case NO -> "red";
                case OPEN -> "amber";
            };
        }
    }

    public @Nullable BigDecimal value() {
        return computed == null ? null : computed.value();
    }

    /** With the decimals of the indicator. */
    public @Nullable BigDecimal shown() {
        BigDecimal value = value();
        return value == null ? null : value.setScale(indicator.decimals(), RoundingMode.HALF_UP);
    }

    /** Where the figure page shows the number beside the statement. */
    public String link() {
        String address = "/figures/" + indicator.code() + "?within=" + statement.placeKey() + "&map=" + statement.mapDay();
        return statement.period() == null ? address : address + "&period=" + statement.period().code();
    }
}
