package vn.bamcoso.documents.spelling;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One spelling for everything the product prints. Vietnamese places the tone of an open oa, oe, uy in two ways; the house
 * writes it on the first vowel, as the press of the forces does (hóa, hòe, thủy, ủy), and never hoá, hoè, thuỷ, uỷ. With a
 * letter behind (hoàn, huýt) or after q (quý) there is only one way. Text is kept in composed form (NFC).
 */
public final class Spelling {

    private static final Pattern NEW_PLACEMENT = Pattern.compile("(?<![qQ])([oOuU])([áàảãạéèẻẽẹýỳỷỹỵÁÀẢÃẠÉÈẺẼẸÝỲỶỸỴ])(?![\\p{L}\\p{M}])");
    /** The tone stands too early: hòan for hoàn, qúy for quý. */
    private static final Pattern TOO_EARLY = Pattern.compile("([óòỏõọÓÒỎÕỌ])([aeAE])(?=[\\p{L}])|(?<=[qQ])([úùủũụÚÙỦŨỤ])([yY])");
    private static final String TONES = "\u0301\u0300\u0309\u0303\u0323";

    /** Words for which officials have one spelling and the press several; the right one is the key's value. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("tỉ lệ", "tỷ lệ"), Map.entry("tỉ đồng", "tỷ đồng"), Map.entry("qui định", "quy định"), Map.entry("qui mô", "quy mô"),
            Map.entry("qui chế", "quy chế"), Map.entry("xử lí", "xử lý"), Map.entry("quản lí", "quản lý"), Map.entry("lí do", "lý do"),
            Map.entry("địa lí", "địa lý"), Map.entry("kĩ thuật", "kỹ thuật"), Map.entry("kĩ năng", "kỹ năng"), Map.entry("hàng quí", "hằng quý"),
            Map.entry("sát nhập", "sáp nhập"), Map.entry("bổ xung", "bổ sung"), Map.entry("xuất xắc", "xuất sắc"), Map.entry("chuẩn đoán", "chẩn đoán"));
    private static final Pattern WRONG_WORD = Pattern.compile("(?<![\\p{L}])(" + String.join("|", WORDS.keySet()) + ")(?![\\p{L}])", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** A word written otherwise than the house writes it; {@code at} counts characters from the beginning. */
    public record Slip(int at, String written, String right) {}

    private Spelling() {}

    /** Every slip, in order; empty for a clean text. A text that is not in NFC is one slip for its first such place. */
    public static List<Slip> check(String text) {
        List<Slip> slips = new ArrayList<>();
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        if (!composed.equals(text)) {
            int at = 0;
            while (at < composed.length() && composed.charAt(at) == text.charAt(at)) at++;
            slips.add(new Slip(at, wordAt(text, at), wordAt(composed, at)));
        }
        for (Pattern pattern : List.of(NEW_PLACEMENT, TOO_EARLY)) {
            Matcher m = pattern.matcher(composed);
            while (m.find()) {
                String word = wordAt(composed, m.start());
                slips.add(new Slip(m.start(), word, normalise(word)));
            }
        }
        Matcher words = WRONG_WORD.matcher(composed);
        while (words.find()) slips.add(new Slip(words.start(), words.group(), WORDS.get(words.group().toLowerCase(Locale.ROOT))));
        slips.sort(Comparator.comparingInt(Slip::at));
        return List.copyOf(slips);
    }

    /** The same text, composed, with every tone in the house's place: "Khánh Hoà" is "Khánh Hòa". */
    public static String normalise(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        String later = TOO_EARLY.matcher(composed).replaceAll(m -> m.group(1) != null ? move(m.group(1), m.group(2)) : move(m.group(3), m.group(4)));
        return NEW_PLACEMENT.matcher(later).replaceAll(m -> moveBack(m.group(1), m.group(2)));
    }

    private static String move(String from, String to) {
        String decomposed = Normalizer.normalize(from, Normalizer.Form.NFD);
        return decomposed.charAt(0) + Normalizer.normalize(to + decomposed.substring(1), Normalizer.Form.NFC);
    }

    private static String moveBack(String to, String from) {
        String decomposed = Normalizer.normalize(from, Normalizer.Form.NFD);
        int tone = decomposed.length() - 1;
        if (TONES.indexOf(decomposed.charAt(tone)) < 0) return to + from;
        return Normalizer.normalize(to + decomposed.charAt(tone), Normalizer.Form.NFC) + decomposed.substring(0, tone);
    }

    private static String wordAt(String text, int at) {
        int from = at;
        int to = at;
        while (from > 0 && isLetter(text, from - 1)) from--;
        while (to < text.length() && isLetter(text, to)) to++;
        return text.substring(from, to);
    }

    private static boolean isLetter(String text, int at) {
        return Character.isLetter(text.charAt(at)) || Character.getType(text.charAt(at)) == Character.NON_SPACING_MARK;
    }
}
