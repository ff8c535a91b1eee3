package vn.bamcoso.documents.edge;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of people, and what beside a name makes it a person's record: birth, address, telephone, ID number. */
final class Persons {

    private static final String FAMILY = "(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đào|Đoàn|Đinh|Trịnh|Mai|Tô|Trương|Lâm|Phùng|Hà|Cao|Tạ|Thái"
            + "|Lương|Châu|Tống|La|Lò|Lường|Quàng|Cà|Tòng|Vàng|Giàng|Sùng|Thào|Mùa|Lầu|Hờ|Vừ|Cư|Ly|Ma|Má|Hầu|Thò|Chá|Cứ|Hạng|Phàn|Triệu|Bàn|Chu|Nông|Hứa|Vi|Bế|Mã|Sầm|Lục|Lô|Kim|Thạch"
            + "|Danh|Chau|Ksor|Rơ|Siu|Kpă|Nay|Rah|Lang|Cầm|Bạc|Điêu|Tẩn|Chảo|Lồ|Thèn|Quách|Vương|Từ|Tăng|Lưu|Đàm|Doãn|Khổng|Nghiêm|Tưởng|Ông|Thân|Viên|Y|A)";
    private static final String WORD = "(?:\\p{Lu}\\p{Ll}+|\\p{Lu}\\p{Lu}+|\\p{Lu})(?![\\p{L}])";
    private static final String NAME = FAMILY + "(?:[ \\u00a0]" + WORD + "){1,4}";
    private static final Pattern WHOLE = Pattern.compile("(?:(?:\\d+[.)]\\s*)?(?:Ông|Bà|Anh|Chị|Đ/c|Đồng chí|Em|Cháu)[:.]?\\s+)?(" + NAME + ")");
    /** "…, sinh năm 1985", "… (1985)", "…, 12/3/1985"; a life span in brackets (1890–1969) is not a birth year. */
    private static final Pattern BORN = Pattern.compile("(?<!\\p{L})" + NAME + "(?:"
            + "[\\s,;:(–-]{0,4}(?:(?:giới tính[: ]*)?(?:nam|nữ|Nam|Nữ)[,; ]+)?(?:dân tộc [^,;]{1,20}[,;]\\s*)?(?:sinh(?: ngày| năm)?|SN|S\\.N\\.?|năm sinh|ngày sinh)[^\\d\\p{L}]{0,4}(?:\\d{1,2}[/.-]\\d{1,2}[/.-])?(?:19|20)\\d{2}"
            + "|\\s*\\((?:19\\d{2}|200\\d)\\)"
            + "\\s*|[\\s,;:–-]{1,3}\\d{1,2}[/.-]\\d{1,2}[/.-](?:19\\d{2}|200\\d))(?!\\d)");
    private static final Pattern LIVES = Pattern.compile("(?<!\\p{L})" + NAME
            + "[^.\\n]{0,60}?(?:trú tại|trú quán|cư trú|HKTT|hộ khẩu|thường trú|tạm trú|ngụ tại|ngụ ở|địa chỉ)");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}");
    private static final Pattern HOME_WORD = Pattern.compile("trú|HKTT|hộ khẩu|ngụ|địa chỉ");
    private static final Pattern ADDRESS = Pattern.compile("(?:^|[\\s,;])(?:thôn|xóm|bản|ấp|buôn|làng|khóm|khối|tổ dân phố|tổ|khu phố|khu|số nhà|ngõ|ngách|hẻm|đường|phố)\\s+(?:\\p{Lu}|\\d)",
            Pattern.UNICODE_CASE);
    private static final Pattern ADDRESS_START = Pattern.compile("^(?:Thôn|Xóm|Bản|Ấp|Buôn|Làng|Khóm|Khối|Tổ|Tổ dân phố|Khu phố|Số nhà|Số|Ngõ|Hẻm)\\s+(?:\\p{Lu}|\\d)");
    private static final Pattern BIRTHDAY = Pattern.compile("\\d{1,2}[/.-]\\d{1,2}[/.-](\\d{4})|(\\d{4})-\\d{2}-\\d{2}");
    private static final Pattern PHONE = Pattern.compile("(?:\\+?84|0)[35789]\\d{8}|0[35789]\\d{2}[ .]\\d{3}[ .]\\d{3}");

    static final Pattern NAME_TITLE = Pattern.compile("^(?:ho va ten|ho ten|ho, ten|ten cong dan|nguoi |ten doi tuong|ho ten |ho va ten )|ho va ten|ho ten");
    static final Pattern BIRTH_TITLE = Pattern.compile("(?:nam|ngay) ?(?:thang nam )?sinh|^sinh|^sn$");
    /** A column so titled holds names of places or units, which are often those of people. */
    static final Pattern PLACE_TITLE = Pattern.compile("(?:^|\\s)(?:xa|phuong|thi tran|huyen|tinh|dia ban|don vi|dia danh|truong|duong|cong an|noi|to chuc|co quan)(?:\\s|$)");

    private final int thisYear;

    Persons(int thisYear) {
        this.thisYear = thisYear;
    }

    /** Whether the whole cell is a name; how many words it has, or 0. */
    static int wordsOfName(String cell) {
        if (cell.length() < 4 || cell.length() > 60 || cell.indexOf(' ') < 0 && cell.indexOf('\u00a0') < 0) return 0;
        Matcher m = WHOLE.matcher(titleCase(cell.strip()));
        return m.matches() ? m.group(1).split("[ \\u00a0]").length : 0;
    }

    /** How many people with birth or address a running text names. */
    static int recordsIn(String text) {
        if (text.length() < 12) return 0;
        int born = YEAR.matcher(text).find() ? count(BORN, text) : 0;
        return Math.max(born, HOME_WORD.matcher(text).find() ? count(LIVES, text) : 0);
    }

    boolean birthday(String cell) {
        Matcher m = BIRTHDAY.matcher(cell);
        return m.matches() && plausible(m.group(1) != null ? m.group(1) : m.group(2));
    }

    boolean birthYear(String cell) {
        return cell.matches("(?:19|20)\\d{2}") && plausible(cell);
    }

    private boolean plausible(String year) {
        int y = Integer.parseInt(year);
        return y >= 1915 && y <= thisYear - 5;
    }

    static boolean address(String cell) {
        return ADDRESS.matcher(cell).find() || ADDRESS_START.matcher(cell).find();
    }

    static boolean phone(String cell) {
        return PHONE.matcher(cell).matches();
    }

    private static int count(Pattern pattern, String text) {
        int count = 0;
        Matcher m = pattern.matcher(text);
        while (m.find()) count++;
        return count;
    }

    /** NGUYỄN VĂN AN → Nguyễn Văn An; mixed case stays. */
    private static String titleCase(String name) {
        if (!name.equals(name.toUpperCase(Locale.ROOT))) return name;
        StringBuilder out = new StringBuilder(name.length());
        boolean first = true;
        for (char c : name.toCharArray()) {
            out.append(first ? c : Character.toLowerCase(c));
            first = !Character.isLetter(c);
        }
        return out.toString();
    }
}
