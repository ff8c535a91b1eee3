package vn.bamcoso.figures.statement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.documents.numbers.Numerals;
import vn.bamcoso.documents.numbers.Qualifier;
import vn.bamcoso.documents.numbers.SpeakingNumber;
import vn.bamcoso.documents.numbers.Verdict;
import vn.bamcoso.figures.Answer.Cell;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.statement.Checked.Holds;

/**
 * The rule by which a statement is judged. By its word it holds or it does not. Nothing is decided where the figures say
 * nothing, are not complete yet, or where "100 %" was printed without saying of how many: then both rates are shown.
 */
final class Judgement {
    private static final Pattern DAYS_AHEAD = Pattern.compile("days_ahead\\(\\s*\\w+\\s*,\\s*(\\w+)\\s*\\)");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Judgement() {}

    record Of(Holds holds, String sentence) {}

    /** The indicator whose day is the deadline, for one that counts days ahead of it; null for all others. */
    static @Nullable String targetOf(Indicator indicator) {
        if (indicator.formula() == null) {
            return null;
        }
        var ahead = DAYS_AHEAD.matcher(indicator.formula());
        return ahead.matches() ? ahead.group(1) : null;
    }

    static Of of(Statement statement, Indicator indicator, @Nullable Cell cell, @Nullable Cell target, Locale locale) {
        Texts texts = Texts.of(locale);
        if (statement.period() == null) {
            return new Of(Holds.OPEN, texts.get("figures.statement.why.undated"));
        }
        if (cell == null) {
            return new Of(Holds.OPEN, texts.get("figures.statement.why.not-asked"));
        }
        if (cell.hidden()) {
            return new Of(Holds.OPEN, texts.get("figures.statement.why.hidden"));
        }
        if (cell.value() == null) {
            return new Of(Holds.OPEN, texts.get("figures.statement.why.no-figure"));
        }
        SpeakingNumber spoken = statement.spoken();
        if (spoken.qualifier() == Qualifier.ALL && spoken.denominator() == null) {
            return new Of(Holds.OPEN, unstated(statement, cell, texts, locale));
        }
        if (targetOf(indicator) != null && target != null && target.to() != null) {
            return days(spoken, cell, target, texts);
        }
        Verdict verdict = spoken.denominator() == null ? spoken.check(cell.value()) : spoken.checkOf(numerator(cell), denominator(indicator, cell));
        if (!verdict.holds() && cell.reported() < cell.expected()) {
            return new Of(Holds.OPEN, texts.get("figures.statement.why.incomplete", Numerals.write(cell.value(), locale), cell.reported(), cell.expected()));
        }
        if (verdict.holds() && spoken.denominator() != null) {
            return new Of(Holds.YES, texts.get("figures.statement.why.fraction", statement.printed(), Numerals.write(numerator(cell), locale), Numerals.write(denominator(indicator, cell), locale)));
        }
        return new Of(verdict.holds() ? Holds.YES : Holds.NO, verdict.sentence(locale));
    }

    private static BigDecimal numerator(Cell cell) {
        return cell.numerator() == null ? cell.value() : cell.numerator();
    }

    /** Of a rate its own; where each place reports one or nothing, the number of places that should report. */
    private static @Nullable BigDecimal denominator(Indicator indicator, Cell cell) {
        if (cell.denominator() != null) {
            return cell.denominator();
        }
        return indicator.most() != null && indicator.most().compareTo(BigDecimal.ONE) == 0 ? BigDecimal.valueOf(cell.expected()) : null;
    }

    /** "Đạt 100%" of a number that the source does not state: the computed rate stands beside it, and neither is chosen. */
    private static String unstated(Statement statement, Cell cell, Texts texts, Locale locale) {
        if (cell.numerator() == null || cell.denominator() == null || cell.denominator().signum() == 0) {
            return texts.get("figures.statement.why.no-denominator");
        }
        BigDecimal rate = cell.numerator().multiply(HUNDRED).divide(cell.denominator(), 1, RoundingMode.HALF_UP);
        return texts.get("figures.statement.why.unstated",
                Numerals.write(cell.numerator(), locale), Numerals.write(cell.denominator(), locale), Numerals.write(rate, locale), statement.mapDay());
    }

    /** Days ahead of a deadline: when they differ, both days are named. */
    private static Of days(SpeakingNumber spoken, Cell cell, Cell target, Texts texts) {
        var deadline = target.to();
        var printed = deadline.minusDays(spoken.number().value().longValue());
        var reached = deadline.minusDays(cell.value().longValue());
        return printed.equals(reached)
                ? new Of(Holds.YES, texts.get("figures.statement.why.same-day", reached, deadline))
                : new Of(Holds.NO, texts.get("figures.statement.why.other-day", printed, reached, deadline));
    }
}
