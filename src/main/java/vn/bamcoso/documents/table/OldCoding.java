package vn.bamcoso.documents.table;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How Vietnamese was written before Unicode, as old files still have it: letters of Western Europe that only a certain font shows as
 * Vietnamese. TCVN3 (fonts .VnTime) has one sign a letter, VNI a plain letter and a sign for its marks. Which of them a text is in,
 * its own words tell: those that become Vietnamese syllables.
 */
public enum OldCoding {
    TCVN3("TCVN3 (ABC)"),
    VNI("VNI");

    /** The coding of a file, with a text of it as it stood and as it is read. */
    public record Found(OldCoding coding, String before, String after) {}

    private static final Pattern MODERN = Pattern.compile("[ĂăĐđƠơƯư\u1EA0-\u1EF9\u0300-\u036F]");
    private static final Pattern MARKED_WORD = Pattern.compile("[\\p{L}\u00A1-\u00FF]*[\u00A1-\u00FF][\\p{L}\u00A1-\u00FF]*");
    private static final Pattern SYLLABLE = Pattern.compile(
            "(?:b|ch|c|d|đ|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|r|s|th|tr|t|v|x)?[aăâeêioôơuưy]{1,3}(?:ch|c|m|ng|nh|n|p|t)?");
    private static final double ENOUGH = 0.8;

    private final String label;
    private final Map<String, Character> letters = new HashMap<>();

    OldCoding(String label) {
        this.label = label;
        fill();
    }

    public String label() {
        return label;
    }

    /** The coding of these texts; empty when they are Unicode already, have no marked letter, or nobody can tell. */
    public static Optional<OldCoding> of(List<String> texts) {
        String all = String.join(" ", texts);
        if (MODERN.matcher(all).find()) {
            return Optional.empty();
        }
        double asIs = share(all, null);
        OldCoding best = null;
        double most = Math.max(asIs, ENOUGH - 1e-9);
        for (OldCoding coding : values()) {
            double share = share(all, coding);
            if (share > most) {
                best = coding;
                most = share;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Of the words that have a marked letter, those that are Vietnamese syllables when read so. */
    private static double share(String text, @org.jspecify.annotations.Nullable OldCoding coding) {
        int[] count = new int[2];
        MARKED_WORD.matcher(text).results().forEach(word -> {
            count[0]++;
            String read = (coding == null ? word.group() : coding.read(word.group())).toLowerCase(Locale.ROOT);
            if (syllable(read)) {
                count[1]++;
            }
        });
        return count[0] == 0 ? 0 : (double) count[1] / count[0];
    }

    private static boolean syllable(String word) {
        String parted = Normalizer.normalize(word, Normalizer.Form.NFD);
        long tones = parted.chars().filter(letter -> "\u0300\u0301\u0303\u0309\u0323".indexOf(letter) >= 0).count();
        String toneless = Normalizer.normalize(parted.replaceAll("[\u0300\u0301\u0303\u0309\u0323]", ""), Normalizer.Form.NFC);
        return tones <= 1 && SYLLABLE.matcher(toneless).matches();
    }

    /** The text in Unicode. */
    public String read(String text) {
        var read = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            Character pair = i + 1 < text.length() ? letters.get(text.substring(i, i + 2)) : null;
            Character one = letters.get(text.substring(i, i + 1));
            if (pair != null) {
                read.append(pair.charValue());
                i++;
            } else {
                read.append(one == null ? text.charAt(i) : one);
            }
        }
        return read.toString();
    }

    private void fill() {
        if (name().equals("TCVN3")) {
            put("¨ăµà¶ả·ã¸á¹ạ»ằ¼ẳ½ẵ¾ắÆặ©âÇầÈẩÉẫÊấËậ®đÌèÎẻÏẽÐéÑẹªêÒềÓểÔễÕếÖệ×ìØỉÜĩÝíÞịßòáỏâõãóäọ«ôåồæổçỗèốéộ¬ơêờëởìỡíớîợïùñủòũóúôụ\u00ADưõừöử÷ữøứùựúỳûỷüỹýýþỵ¡Ă¢Â£Ê¤Ô¥Ơ¦Ư§Đ");
            return;
        }
        put("ñđÑĐôơÔƠöưÖƯæỉÆỈóĩÓĨòịÒỊîỵÎỴ");
        marks("a", "aùáaøàaûảaõãaïạaââaáấaàầaåẩaãẫaäậaêăaéắaèằaúẳaüẵaëặ");
        marks("e", "eùéeøèeûẻeõẽeïẹeâêeáếeàềeåểeãễeäệ");
        marks("o", "oùóoøòoûỏoõõoïọoâôoáốoàồoåổoãỗoäộ");
        marks("u", "uùúuøùuûủuõũuïụ");
        marks("y", "yùýyøỳyûỷyõỹ");
        marks("ô", "ôùớôøờôûởôõỡôïợ");
        marks("ö", "öùứöøừöûửöõữöïự");
    }

    /** Old sign, new letter, and so on. */
    private void put(String pairs) {
        for (int i = 0; i < pairs.length(); i += 2) {
            letters.put(pairs.substring(i, i + 1), pairs.charAt(i + 1));
        }
    }

    /** Plain letter and sign, new letter, and so on; and the same in capitals. */
    private void marks(String plain, String triples) {
        for (int i = 0; i < triples.length(); i += 3) {
            if (!triples.startsWith(plain, i)) {
                throw new IllegalStateException(triples.substring(i));
            }
            char letter = triples.charAt(i + 2);
            String old = triples.substring(i, i + 2);
            letters.put(old, letter);
            letters.put(old.toUpperCase(Locale.ROOT), Character.toUpperCase(letter));
            letters.put(old.substring(0, 1).toUpperCase(Locale.ROOT) + old.charAt(1), Character.toUpperCase(letter));
        }
    }
}
