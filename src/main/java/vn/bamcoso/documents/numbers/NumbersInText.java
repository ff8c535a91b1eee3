package vn.bamcoso.documents.numbers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.bamcoso.basics.Problem;

/**
 * Finds what a text measures. First everything that looks like a number and measures nothing is blanked out (days, years,
 * document numbers, articles of law, headings, clock times, codes such as V05); what then remains is read. A word and its
 * number may have lost the space between them ("có108 lượt").
 */
final class NumbersInText {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final String YEAR = "(?:19|20|21)\\d{2}";
    private static final String DAY_MONTH = "(?:0?[1-9]|[12]\\d|3[01])[/.](?:0?[1-9]|1[0-2])";

    private static final List<Pattern> NOT_MEASURES = List.of(
            // headings: "1. ", "2.1. ", "3) " at the beginning of a line
            Pattern.compile("(?m)^[ \\t]*\\d{1,2}(?:\\.\\d{1,2})*[.)](?=\\s)"),
            // document numbers: 223/KH-BCA-V05, 42/2021/NĐ-CP, Nghị quyết số 12
            Pattern.compile("\\d+(?:/\\d{4})?/\\p{Lu}[\\p{L}\\d]*(?:-[\\p{L}\\d]+)*"),
            Pattern.compile("(?:nghị quyết|chỉ thị|quyết định|kế hoạch|thông tư|nghị định|luật|công văn|hướng dẫn|báo cáo|thông báo|đề án|công điện|tờ trình|kết luận|resolution|decree|circular|plan)(?: số| no\\.?)? \\d+(?![.,]\\d)(?!\\s*(?:%|\\p{L}))", FLAGS),
            Pattern.compile("(?:nghị quyết|chỉ thị|quyết định|kế hoạch|thông tư|nghị định|công văn|hướng dẫn|thông báo|công điện|tờ trình|kết luận) số \\d+", FLAGS),
            Pattern.compile("(?<!\\p{L})(?:điều|khoản|điểm|mục|chương|phần|phụ lục|biểu|bảng|mẫu|article|annex|table)(?: số)? \\d+", FLAGS),
            // days and periods
            Pattern.compile(YEAR + "-\\d{2}(?:-\\d{2})?(?!\\d)"),
            Pattern.compile("(?<!\\d)" + DAY_MONTH + "[/.]" + YEAR + "(?!\\d)"),
            Pattern.compile("(?<!\\p{L})ngày \\d{1,2}(?:[/.]\\d{1,2}| tháng \\d{1,2})?(?: năm " + YEAR + ")?(?![\\d/])", FLAGS),
            Pattern.compile("(?<!\\p{L})(?:sáng|trưa|chiều|tối|đêm|từ|đến|trước|sau|hết|và)\\s+" + DAY_MONTH + "(?![\\d/.]\\d|\\d|\\s*(?:%|xã|thị trấn|phường|huyện|tỉnh|đơn vị|vụ|tin))", FLAGS),
            Pattern.compile("(?<!\\p{L})tháng \\d{1,2}(?:[/.]" + YEAR + "| năm " + YEAR + ")?(?!\\d)", FLAGS),
            Pattern.compile("(?<!\\d)(?:0?[1-9]|1[0-2])/" + YEAR + "(?!\\d)"),
            Pattern.compile("(?<!\\p{L})(?:quý|tuần) (?:[IVX]+|\\d{1,2})(?:[/ ](?:năm )?" + YEAR + ")?(?![\\p{L}\\d])", FLAGS),
            Pattern.compile("(?<!\\d)\\d{1,2} tháng (?:đầu|cuối)(?: năm)?", FLAGS),
            Pattern.compile("(?<!\\d)\\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)(?: " + YEAR + ")?"),
            Pattern.compile("(?<![\\d.,])" + YEAR + "\\s*[–—-]\\s*" + YEAR + "(?!\\d)"),
            Pattern.compile("(?<![\\d.,/])" + YEAR + "(?![\\d/]|[.,]\\d|\\s*%)"),
            // the clock
            Pattern.compile("(?<!\\d)24/(?:24|7)(?!\\d)(?: giờ)?", FLAGS),
            Pattern.compile("(?<!\\d)\\d{1,2}(?:h|g| giờ)(?: ?\\d{1,2})?(?: ?phút)?(?!\\p{L})", FLAGS),
            Pattern.compile("(?<!\\d)\\d{1,2}:\\d{2}(?!\\d)"),
            // names and codes
            Pattern.compile("covid[ -]?19", FLAGS),
            Pattern.compile("\\p{Lu}[\\p{Lu}-]{0,12}\\d+"),
            Pattern.compile("(?<!\\p{L})(?:tại|ở)(?: số)? \\d+ (?=\\p{Lu}\\p{Ll}+ \\p{Lu})"),
            Pattern.compile("(?<!\\d)0\\d{8,10}(?!\\d)"));

    /** Longer than any number that a report speaks; blanked out first, since patterns stumble over it. */
    private static final Pattern ENDLESS = Pattern.compile("[\\d.,]{31,}+");
    private static final String NUMBER = "\\d{1,15}+(?:[.,]\\d{1,15}+){0,8}";
    private static final String SCALED = NUMBER + "(?:\\s+(?:" + Numerals.SCALE_WORDS + ")(?!\\p{L}))?(?:\\s*(?:%|phần trăm(?!\\p{L})|đồng(?!\\p{L}|\\s+(?:chí|bào|đội|nghiệp|thời))|percent|per cent))?";
    private static final Pattern SPOKEN = Pattern.compile(
            "(?:(?<!\\p{L})(?:đạt\\s+)?(?:(?:" + String.join("|", Qualifier.allWords()) + ")\\s+)?)?[-−]?(?<!\\d)" + SCALED
                    + "(?:/" + NUMBER + "|\\s?[–—]\\s?" + SCALED + "|-" + SCALED + "|\\s+đến\\s+" + SCALED + ")?(?:\\s+trở (?:lên|xuống))?",
            FLAGS);

    private NumbersInText() {}

    static List<SpeakingNumber.Found> find(String text, Locale locale) {
        if (text.chars().noneMatch(Character::isDigit)) {
            return List.of();
        }
        String left = ENDLESS.matcher(text).replaceAll(m -> "\u0001".repeat(m.group().length()));
        for (Pattern pattern : NOT_MEASURES) {
            left = pattern.matcher(left).replaceAll(m -> "\u0001".repeat(m.group().length()));
        }
        List<SpeakingNumber.Found> found = new ArrayList<>();
        Matcher m = SPOKEN.matcher(left);
        while (m.find()) {
            try {
                found.add(new SpeakingNumber.Found(SpeakingNumber.parse(m.group(), locale), m.start(), m.end()));
            } catch (Problem notRead) {
                // "1.23.4" is a number in no form; it is left to the reader's eye.
                continue;
            }
        }
        return List.copyOf(found);
    }
}
