package vn.bamcoso.documents.edge;

import java.util.regex.Pattern;

/**
 * The marks TUYỆT MẬT, TỐI MẬT, MẬT where a mark stands: alone in a line, a cell or a box; beside the heads of a document, parted
 * by blanks; behind the label "Độ mật". Not the adjective (bí mật, bảo mật), the density (mật độ) or the honey (mật ong).
 */
final class SecrecyMarks {

    private static final String MARK = "(?:TUYỆT\\s{1,3}MẬT|TỐI\\s{1,3}MẬT|M\\s?Ậ\\s?T)";
    private static final String EDGE = "[\\s\\[\\](){}*•.:_\"“”|\\-–]*";
    private static final Pattern ALONE = Pattern.compile(EDGE + "(?:" + MARK + "|(?iu:tuyệt mật|tối mật))" + EDGE);
    private static final Pattern LABELLED = Pattern.compile("(?<!\\p{L})(?:độ mật|mức độ mật|cấp độ mật|mức độ bảo mật|chỉ mức độ mật)\\s*[:\\-–]?\\s*(?:là\\s+)?(?:tuyệt mật|tối mật|mật)(?!\\s*độ|\\p{L})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern WIDE_GAP = Pattern.compile("[ \\u00a0]{2,}+|[ \\u00a0]?\\t[ \\t\\u00a0]*+");
    private static final Pattern BESIDE = Pattern.compile("(?:^|[\\t|])\\s?" + MARK + "\\s?(?:$|[\\t|])");
    private static final Pattern TITLED = Pattern.compile("^" + EDGE + "(?:TÀI LIỆU|VĂN BẢN|HỒ SƠ|CÔNG VĂN|BÁO CÁO)\\s+\\(?" + MARK + "\\)?" + EDGE + "$");
    private static final Pattern VALUE = Pattern.compile("(?:tuyệt mật|tối mật|mật)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern FILE = Pattern.compile("(?<!\\p{L})(?:tuyệt|tối|tuyet|toi)[ _-]?(?:mật|mat)(?!\\p{L})|(?<!\\p{L})(?<!bí[ _-])(?<!bảo[ _-])(?<!cơ[ _-])mật(?![ _-]?(?:độ|khẩu|ong|mía))(?!\\p{L})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private SecrecyMarks() {}

    static boolean in(String line) {
        boolean worthALook = line.length() < 4000 && (line.indexOf('Ậ') >= 0 || line.indexOf('ậ') >= 0);
        if (!worthALook) return false;
        String narrow = WIDE_GAP.matcher(line).replaceAll("\t");
        return ALONE.matcher(narrow).matches() || LABELLED.matcher(narrow).find() || BESIDE.matcher(narrow).find() || TITLED.matcher(narrow).matches();
    }

    /** A cell under the title "Độ mật". */
    static boolean isValue(String cell) {
        return VALUE.matcher(cell.strip()).matches();
    }

    static boolean titles(String folded) {
        return folded.matches("(?:muc |cap )?do mat(?: .*)?") && !folded.startsWith("mat do");
    }

    static boolean inFileName(String name) {
        return FILE.matcher(name).find();
    }
}
