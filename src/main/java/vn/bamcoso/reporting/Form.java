package vn.bamcoso.reporting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
 */
public record Form(short id, String code, String nameVi, String nameEn, String aboutVi, String aboutEn, short field, String level, short position) {

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

    /** A hard check: the part may not be more than the whole. The sentence has {0} for the part and {1} for the whole. */
    public record Check(short position, String part, String whole, String sentenceVi, String sentenceEn) {
        public boolean broken(@Nullable BigDecimal partValue, @Nullable BigDecimal wholeValue) {
            return partValue != null && wholeValue != null && partValue.compareTo(wholeValue) > 0;
        }

        public String sentence(Texts texts) {
            return texts == Texts.en() ? sentenceEn : sentenceVi;
        }
    }
}
