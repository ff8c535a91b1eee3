package vn.bamcoso.documents.spelling;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The form in which texts are compared when a person searches or a file names a place: small letters without accents, đ as d,
 * every run of blanks and punctuation one space. So "Hà Giang", "ha giang", "HÀ  GIANG" and a slipped accent meet, and where the
 * tone stands ("Khánh Hoà", "Khánh Hòa") makes no difference.
 */
public final class Folding {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Folding() {}

    public static String fold(String text) {
        String small = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        String bare = MARKS.matcher(small).replaceAll("").replace('đ', 'd');
        return BETWEEN.matcher(bare).replaceAll(" ").strip();
    }
}
