package vn.bamcoso.documents.edge;

import java.util.Locale;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;

/**
 * Something that may not come in, and where it stands; never what it says.
 *
 * @param count how many of the kind from this place on: persons of a list; otherwise 1
 */
public record Finding(Kind kind, Place place, int count) {

    public enum Kind {
        /** A personal identification number of 12 digits. */
        CITIZEN_ID,
        /** An identity card number of 9 digits, named as one. */
        OLD_CITIZEN_ID,
        /** Several persons with birth years, addresses, telephone or ID numbers. */
        PERSON_LIST,
        /** TUYỆT MẬT, TỐI MẬT or MẬT where a mark stands. */
        SECRECY_MARK
    }

    /** The key of the sentence. */
    public String code() {
        return "documents.edge." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String sentence(Locale locale) {
        return Texts.of(locale).get(code(), count);
    }

    public Problem.Fault fault(Locale locale) {
        return new Problem.Fault(place.where(locale), code(), count);
    }
}
