package vn.bamcoso.documents.numbers;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Makes phrases from an exact value; each one has passed {@link SpeakingNumber#check} before it leaves. */
final class Phrases {

    private static final int FINEST = 3;

    private Phrases() {}

    /** Exact first; then with three, two and one leading digits, over and nearly, each as long as it is true. */
    static List<SpeakingNumber> of(BigDecimal exact, Numeral.Unit unit, Locale locale) {
        Set<SpeakingNumber> phrases = new LinkedHashSet<>();
        phrases.add(make(Qualifier.EXACT, exact, unit, locale));
        for (int digits = FINEST; digits >= 1; digits--) {
            for (Qualifier side : List.of(Qualifier.NEARLY, Qualifier.OVER)) phrases.addAll(rounded(exact, side, digits, unit, locale));
        }
        return List.copyOf(phrases);
    }

    /** With two leading digits, as people speak; three where two would be untrue, one where the second is zero. */
    static SpeakingNumber usual(BigDecimal exact, Qualifier side, Numeral.Unit unit, Locale locale) {
        if (side == Qualifier.OVER || side == Qualifier.NEARLY) {
            for (int digits : new int[] {2, 1, FINEST}) {
                List<SpeakingNumber> found = rounded(exact, side, digits, unit, locale);
                if (!found.isEmpty()) return found.getFirst();
            }
        }
        return make(Qualifier.EXACT, exact, unit, locale);
    }

    static List<SpeakingNumber> suggestions(BigDecimal exact, Numeral.Unit unit, Locale locale) {
        Set<SpeakingNumber> best = new LinkedHashSet<>();
        best.add(usual(exact, Qualifier.NEARLY, unit, locale));
        best.add(usual(exact, Qualifier.OVER, unit, locale));
        best.add(make(Qualifier.EXACT, exact, unit, locale));
        return List.copyOf(best);
    }

    private static List<SpeakingNumber> rounded(BigDecimal exact, Qualifier side, int digits, Numeral.Unit unit, Locale locale) {
        boolean speakable = unit != Numeral.Unit.PERCENT && exact.signum() > 0 && exact.compareTo(BigDecimal.TEN) > 0;
        if (!speakable) return List.of();
        BigDecimal said = exact.round(new MathContext(digits, side == Qualifier.OVER ? RoundingMode.DOWN : RoundingMode.UP));
        if (said.compareTo(exact) == 0 || said.remainder(BigDecimal.ONE).signum() != 0) return List.of();
        SpeakingNumber phrase = make(side, said, unit, locale);
        return phrase.check(exact).holds() ? List.of(phrase) : List.of();
    }

    private static SpeakingNumber make(Qualifier qualifier, BigDecimal value, Numeral.Unit unit, Locale locale) {
        BigDecimal plain = Numerals.plain(value);
        Numeral number = new Numeral(plain, writtenTo(qualifier, plain, unit), unit);
        return new SpeakingNumber(write(qualifier, number, locale), qualifier, number, null, null);
    }

    private static BigDecimal writtenTo(Qualifier qualifier, BigDecimal value, Numeral.Unit unit) {
        return scaleFor(qualifier, value, unit) == Scale.ONE ? value.ulp() : value.stripTrailingZeros().ulp();
    }

    private static String write(Qualifier qualifier, Numeral number, Locale locale) {
        NumberForm form = NumberForm.of(locale);
        BigDecimal value = number.value();
        Scale scale = scaleFor(qualifier, value, number.unit());
        String digits = form.write(Numerals.plain(value.divide(scale.factor())));
        String said = switch (number.unit()) {
            case PERCENT -> digits + "%";
            case DONG -> Numerals.money(digits, scale, form);
            case NONE -> scale == Scale.ONE ? digits : digits + " " + scale.word(form);
        };
        if (qualifier == Qualifier.EXACT) return said;
        return qualifier.words(locale).getFirst() + " " + said;
    }

    /** Thousand millions for money from 10⁹, millions from 10⁶; a scale is used only where at most two decimals remain, an exact count never. */
    private static Scale scaleFor(Qualifier qualifier, BigDecimal value, Numeral.Unit unit) {
        if (unit == Numeral.Unit.PERCENT || qualifier == Qualifier.EXACT && unit == Numeral.Unit.NONE) return Scale.ONE;
        Scale found = Scale.ONE;
        int decimals = qualifier == Qualifier.EXACT ? 3 : 2;
        for (Scale s : new Scale[] {Scale.MILLION, Scale.BILLION}) {
            if (value.abs().compareTo(s.factor()) >= 0 && Numerals.plain(value.divide(s.factor())).scale() <= decimals) found = s;
        }
        return found;
    }
}
