package vn.bamcoso.reporting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.calendar.PeriodKind;
import vn.bamcoso.calendar.PeriodRule;

/**
 * A form: what is asked, of whom, in which periods, and by which way it goes up. It is data; a change of a form in use is
 * a new {@link Version}, and reports keep the one they were made with.
 *
 * @param field field of work (access.field) that its reports belong to
 * @param level of the places that report with it: commune, province or nation
 * @param ownerId province that made it for its own use; null: the ministry's
 * @param everywhere asked of every place of the level; false: only where somebody asked for it
 */
public record Form(short id, String code, String nameVi, String nameEn, String aboutVi, String aboutEn, short field, String level, short position,
        @Nullable Integer ownerId, boolean everywhere) {

    public String name(Texts texts) {
        return texts == Texts.en() ? nameEn : nameVi;
    }

    public String about(Texts texts) {
        return texts == Texts.en() ? aboutEn : aboutVi;
    }

    /**
     * @param firstEnd of the periods that are reported with it, the earliest last day; {@code lastEnd} the latest
     * @param kinds what kinds of period may be reported
     */
    public record Version(
            int id, short formId, short number, LocalDate firstEnd, LocalDate lastEnd, PeriodRule rule, List<PeriodKind> kinds,
            List<Line> lines, List<Check> checks, Chain chain) {

        /** The lines that people fill in, in the order in which cells are frozen. */
        public List<Line> asked() {
            return lines.stream().filter(Line::asked).toList();
        }

        /** Whether its periods follow one another by a rule; otherwise somebody names the day. */
        public boolean regular() {
            return kinds.getFirst().regular();
        }

        public boolean takes(Period period) {
            return kinds.contains(period.kind()) && period.rule() == rule && !period.end().isBefore(firstEnd) && !period.end().isAfter(lastEnd);
        }

        /** The last day on which who reports first is in time; empty when the form has no deadline. */
        public Optional<LocalDate> due(Period period) {
            return chain.due(chain.first(), period, period.end());
        }

        public Optional<Line> line(String indicator) {
            return lines.stream().filter(line -> line.indicator().equals(indicator)).findFirst();
        }
    }

    /** @param asked false for what the system knows already: shown as a link, never a field */
    public record Line(
            short position, String indicator, boolean asked, @Nullable String labelVi, @Nullable String labelEn,
            @Nullable String hintVi, @Nullable String hintEn, String groupVi, String groupEn) {
        public @Nullable String label(Texts texts) {
            return texts == Texts.en() ? labelEn : labelVi;
        }

        public @Nullable String hint(Texts texts) {
            return texts == Texts.en() ? hintEn : hintVi;
        }

        public String group(Texts texts) {
            return texts == Texts.en() ? groupEn : groupVi;
        }
    }

    /**
     * A check between lines. The sentence has {0} for the left side, {1} for the right one, {2} for what is between them.
     *
     * @param part left side: codes with + and -; {@code whole} the right side
     * @param relation {@code <=}: the left is not more than the right; {@code =}: they are equal
     * @param hard a broken one forbids sending; otherwise it wants a remark
     */
    public record Check(short position, String part, String whole, String sentenceVi, String sentenceEn, String relation, boolean hard) {
        /** A broken check with the values that break it. */
        public record Broken(Check check, BigDecimal left, BigDecimal right) {
            public String sentence(Texts texts, Function<BigDecimal, String> write) {
                return check.sentence(texts).replace("{0}", write.apply(left)).replace("{1}", write.apply(right)).replace("{2}", write.apply(right.subtract(left).abs()));
            }
        }

        /** @param values by code; what is not there counts for nothing, a side of which nothing is there is not checked */
        public Optional<Broken> on(Function<String, @Nullable BigDecimal> values) {
            BigDecimal left = sum(part, values);
            BigDecimal right = sum(whole, values);
            boolean broken = left != null && right != null && (relation.equals("=") ? left.compareTo(right) != 0 : left.compareTo(right) > 0);
            return broken ? Optional.of(new Broken(this, left, right)) : Optional.empty();
        }

        /** Codes of the lines on both sides, the left ones first. */
        public List<String> codes() {
            return Stream.concat(terms(part), terms(whole)).map(term -> term.substring(1)).distinct().toList();
        }

        /** The line at which it is said. */
        public String at() {
            return codes().getFirst();
        }

        private static Stream<String> terms(String side) {
            return Arrays.stream(side.replace(" ", "").replace("-", "+-").split("\\+")).filter(term -> !term.isEmpty()).map(term -> term.startsWith("-") ? term : "+" + term);
        }

        private static @Nullable BigDecimal sum(String side, Function<String, @Nullable BigDecimal> values) {
            BigDecimal sum = null;
            for (String term : terms(side).toList()) {
                BigDecimal value = values.apply(term.substring(1));
                if (value != null) {
                    sum = (sum == null ? BigDecimal.ZERO : sum).add(term.startsWith("-") ? value.negate() : value);
                }
            }
            return sum;
        }

        public String sentence(Texts texts) {
            return texts == Texts.en() ? sentenceEn : sentenceVi;
        }
    }
}
