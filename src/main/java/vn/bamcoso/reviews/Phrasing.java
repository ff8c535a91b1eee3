package vn.bamcoso.reviews;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.documents.numbers.Change;
import vn.bamcoso.documents.numbers.Numeral;
import vn.bamcoso.documents.numbers.Numerals;
import vn.bamcoso.documents.numbers.Qualifier;
import vn.bamcoso.documents.numbers.SpeakingNumber;
import vn.bamcoso.documents.numbers.Verdict;

/**
 * Says a figure in words that are true of it. What a person chose stays while it is true; when the figure moves it is said
 * anew with the same word (gần, hơn), or exactly where no rounding with that word is true.
 */
final class Phrasing {
    private static final Locale VI = Texts.VIETNAMESE;

    private Phrasing() {}

    /** How the slot is said when nobody has chosen. */
    static String first(Slot slot, Fact fact) {
        if (slot.than() != null) {
            return changes(fact).getFirst();
        }
        if (slot.say().equals("FRACTION") && fact.fraction()) {
            return Numerals.write(fact.numerator(), VI) + "/" + Numerals.write(fact.denominator(), VI);
        }
        Qualifier word = slot.say().equals("FRACTION") ? Qualifier.EXACT : Qualifier.valueOf(slot.say());
        return word == Qualifier.EXACT ? exact(slot, fact) : SpeakingNumber.phrase(fact.value(), word, slot.unitOrNone(), VI).text();
    }

    private static String exact(Slot slot, Fact fact) {
        return switch (slot.unitOrNone()) {
            case PERCENT -> Numerals.percent(fact.value(), slot.decimals() == null ? 1 : slot.decimals(), VI);
            case DONG -> Numerals.money(fact.value(), VI);
            case NONE -> {
                if (slot.decimals() != null && slot.decimals() > 0) {
                    yield Numerals.write(fact.value(), slot.decimals(), VI);
                }
                BigDecimal value = slot.rounded(fact.value()).stripTrailingZeros();
                yield value.scale() <= 0 ? Numerals.count(value.longValueExact(), VI) : Numerals.write(value, VI);
            }
        };
    }

    /** Phrases to choose from, all true: the exact one, then finer to coarser; of a rate its fraction too. */
    static List<String> choices(Slot slot, Fact fact) {
        if (slot.than() != null) {
            return changes(fact);
        }
        var choices = new LinkedHashSet<String>();
        choices.add(exact(slot, fact));
        if (slot.unitOrNone() != Numeral.Unit.PERCENT) {
            SpeakingNumber.phrasesFor(fact.value(), slot.unitOrNone(), VI).forEach(phrase -> choices.add(phrase.text()));
        } else if (fact.fraction() && fact.numerator().compareTo(fact.denominator()) == 0) {
            choices.add("đạt 100%");
        }
        if (fact.fraction()) {
            choices.add(Numerals.write(fact.numerator(), VI) + "/" + Numerals.write(fact.denominator(), VI));
        }
        return choices.stream().filter(choice -> wrong(choice, slot, fact) == null).limit(8).toList();
    }

    /** Why the phrase is not true of the fact, as a sentence for the writer; null when it is true. */
    static @Nullable String wrong(String phrase, Slot slot, Fact fact) {
        if (slot.than() != null) {
            return changes(fact).contains(phrase.strip()) ? null : Texts.vi().get("reviews.fault.change", changes(fact).getFirst());
        }
        try {
            SpeakingNumber said = SpeakingNumber.parse(phrase, VI);
            boolean ofAll = said.qualifier() == Qualifier.ALL || said.denominator() != null;
            Verdict verdict = ofAll && fact.fraction() ? said.checkOf(fact.numerator(), fact.denominator()) : said.check(fact.value());
            if (verdict.holds()) {
                return null;
            }
            String sentence = verdict.sentence(VI);
            return ofAll && fact.fraction() ? sentence + " " + share(fact) : sentence;
        } catch (Problem notRead) {
            return Texts.vi().get(notRead);
        }
    }

    /** How a change may be said: in full, by number, by share. */
    private static List<String> changes(Fact fact) {
        String full = new Change(fact.numerator(), fact.denominator()).words(VI);
        int comma = full.indexOf("), ");
        return comma < 0 ? List.of(full) : List.of(full, full.substring(0, comma + 1), full.substring(comma + 3));
    }

    /** "8.595/8.876 = 96,8%". */
    static String share(Fact fact) {
        BigDecimal percent = fact.numerator().multiply(BigDecimal.valueOf(100)).divide(fact.denominator(), 10, java.math.RoundingMode.HALF_UP);
        return Numerals.write(fact.numerator(), VI) + "/" + Numerals.write(fact.denominator(), VI) + " = " + Numerals.percent(percent, 1, VI);
    }

    /** What is printed: the chosen phrase while it is true, else a true one in its manner. */
    static String now(String chosen, Slot slot, Fact fact) {
        if (wrong(chosen, slot, fact) == null) {
            return chosen;
        }
        if (slot.than() != null) {
            return changes(fact).getFirst();
        }
        var manners = new ArrayList<String>();
        try {
            SpeakingNumber said = SpeakingNumber.parse(chosen, VI);
            if (said.denominator() != null && fact.fraction()) {
                manners.add(Numerals.write(fact.numerator(), VI) + "/" + Numerals.write(fact.denominator(), VI));
            } else if (said.qualifier() == Qualifier.OVER || said.qualifier() == Qualifier.NEARLY || said.qualifier() == Qualifier.ABOUT) {
                String word = chosen.substring(0, Math.max(0, chosen.indexOf(' ')));
                String anew = SpeakingNumber.phrase(fact.value(), said.qualifier(), slot.unitOrNone(), VI).text();
                manners.add(anew.contains(" ") && said.qualifier() == Qualifier.OVER ? word + anew.substring(anew.indexOf(' ')) : anew);
                manners.add(anew);
            }
        } catch (Problem notRead) {
            manners.clear();
        }
        manners.add(exact(slot, fact));
        return manners.stream().filter(phrase -> wrong(phrase, slot, fact) == null).findFirst().orElse(exact(slot, fact));
    }
}
