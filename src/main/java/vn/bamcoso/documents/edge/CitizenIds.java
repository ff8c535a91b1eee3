package vn.bamcoso.documents.edge;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers that name a citizen. Twelve digits: the province where the birth was registered, a digit for century and sex, two of the
 * birth year, six at random (Circular 59/2021/TT-BCA). Nine digits (until 2024) look like any other number, so they count only
 * where the words before them, or the title of their column, say what they are.
 */
final class CitizenIds {

    private static final Set<String> PROVINCES = Set.of(
            "001", "002", "004", "006", "008", "010", "011", "012", "014", "015", "017", "019", "020", "022", "024", "025", "026", "027", "030", "031", "033",
            "034", "035", "036", "037", "038", "040", "042", "044", "045", "046", "048", "049", "051", "052", "054", "056", "058", "060", "062", "064", "066",
            "067", "068", "070", "072", "074", "075", "077", "079", "080", "082", "083", "084", "086", "087", "089", "091", "092", "093", "094", "095", "096");

    private static final String GAP = "[ .\\-\\u00a0]";
    private static final Pattern TWELVE = Pattern.compile(
            "(?<![\\d.,/+-])(?:0\\d{11}|0\\d{2}" + GAP + "\\d{3}" + GAP + "\\d{6}|0\\d{2}" + GAP + "\\d{3}" + GAP + "\\d{3}" + GAP + "\\d{3}|0\\d{3}" + GAP + "\\d{4}" + GAP + "\\d{4})(?![\\d/]|[.,]\\d)");
    private static final Pattern NINE = Pattern.compile(
            "(?:CMND|CMTND|CMT|chứng minh nhân dân|chứng minh thư|số chứng minh)[^\\d]{0,25}(?<!\\d)\\d{3}" + GAP + "?\\d{3}" + GAP + "?\\d{3}(?!\\d)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern TITLE = Pattern.compile("cccd|cmnd|cmtnd|can cuoc|dinh danh|chung minh (?:nhan dan|thu)|so giay to tuy than");

    private final int thisYear;

    CitizenIds(int thisYear) {
        this.thisYear = thisYear;
    }

    boolean in(String text) {
        if (!hasDigits(text, 12)) return false;
        Matcher m = TWELVE.matcher(text);
        while (m.find()) {
            if (valid(m.group().replaceAll("\\D", ""))) return true;
        }
        return false;
    }

    boolean oldIn(String text) {
        return hasDigits(text, 9) && NINE.matcher(text).find();
    }

    private static boolean hasDigits(String text, int least) {
        return text.length() >= least && text.chars().filter(c -> c >= '0' && c <= '9').limit(least).count() == least;
    }

    /** A spreadsheet drops leading zeros: 1085012345 was 001085012345. */
    boolean zerosDropped(String digits) {
        boolean shape = digits.matches("[1-9]\\d{9,10}") && !digits.endsWith("000");
        return shape && valid("0".repeat(12 - digits.length()) + digits);
    }

    /** Whether a column of that (folded) title holds ID numbers; then nine digits are one too. */
    static boolean titles(String folded) {
        return TITLE.matcher(folded).find();
    }

    private boolean valid(String twelve) {
        int century = twelve.charAt(3) - '0';
        int year = 1900 + century / 2 * 100 + Integer.parseInt(twelve.substring(4, 6));
        return PROVINCES.contains(twelve.substring(0, 3)) && century <= 3 && year <= thisYear && !twelve.endsWith("000000");
    }
}
