package vn.bamcoso.documents.numbers;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import vn.bamcoso.basics.Texts;

/**
 * Whether a phrase is true of an exact value, and why.
 *
 * @param holds       true of the value
 * @param code        the key of the sentence, {@code documents.speaking.…}
 * @param phrase      what was written
 * @param exact       the exact value; for "all" the numerator
 */
public record Verdict(boolean holds, String code, SpeakingNumber phrase, BigDecimal exact, List<Object> args) {

    /** Phrases that are true of the value instead; none when this one is, nor for claims about all. */
    public List<SpeakingNumber> suggestions(Locale locale) {
        boolean aboutAll = phrase.qualifier() == Qualifier.ALL || phrase.denominator() != null;
        return holds || aboutAll ? List.of() : Phrases.suggestions(exact, phrase.number().unit(), locale);
    }


    public String sentence(Locale locale) {
        Object[] shown = new Object[args.size() + 2];
        shown[0] = phrase.text();
        shown[1] = Numerals.write(exact, locale);
        for (int i = 0; i < args.size(); i++) {
            shown[i + 2] = args.get(i) instanceof BigDecimal number ? Numerals.write(number, locale) : args.get(i);
        }
        Texts texts = Texts.of(locale);
        String sentence = texts.get(code, shown);
        String list = String.join(", ", suggestions(locale).stream().map(s -> "“" + s.text() + "”").toList());
        if (list.isEmpty()) return sentence;
        return sentence + " " + texts.get("documents.speaking.instead", list);
    }
}
