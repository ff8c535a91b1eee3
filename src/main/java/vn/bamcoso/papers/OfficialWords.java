package vn.bamcoso.papers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.basics.Roman;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.DateWords;

/** The fixed words of an official document, the same on the screen and in Word, Vietnamese in every language of the pages. */
public final class OfficialWords {
    public static final String NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    public static final String MOTTO = "Độc lập - Tự do - Hạnh phúc";
    public static final String TO = "Kính gửi:";
    public static final String RECIPIENTS = "Nơi nhận:";
    public static final String NUMBER = "Số:";
    public static final String END = "./.";
    public static final String DEMO = "Dữ liệu minh họa";

    private static final Locale VI = Texts.VIETNAMESE;


    private OfficialWords() {}

    /** "Hà Nội, ngày 31 tháng 5 năm 2021"; with room for the day before it is known. */
    public static String placeAndDay(String place, @Nullable LocalDate day) {
        return place + ", " + (day == null ? "ngày      tháng      năm" : DateWords.words(day, VI));
    }

    /** The lines of "Nơi nhận" without dash and mark: "Như trên" first when somebody is addressed, the archive last. */
    public static List<String> recipients(Paper paper) {
        var lines = new ArrayList<String>();
        if (!paper.addressees().isEmpty()) {
            lines.add("Như trên");
        }
        lines.addAll(paper.recipients());
        lines.add("Lưu: VT, " + paper.draftingMark());
        return lines;
    }

    /** The closing mark takes the place of the last full stop. */
    public static List<Content.Piece> ended(List<Content.Piece> pieces) {
        if (pieces.isEmpty()) {
            return List.of(Content.Piece.words(END));
        }
        var ended = new ArrayList<>(pieces);
        Content.Piece last = ended.removeLast();
        ended.add(new Content.Piece(last.text().replaceFirst("[.;]\\s*$", "") + END, last.cited()));
        return ended;
    }

    /** "(Kèm theo Báo cáo số 05/BC-BCA-V05 ngày 31 tháng 5 năm 2021 của Bộ Công an)". */
    public static String attachedTo(Printed printed) {
        String number = printed.number() == null ? "…/" + printed.paper().symbol() : printed.numberAndSymbol();
        String day = printed.dated() == null ? "ngày … tháng … năm …" : DateWords.words(printed.dated(), VI);
        return "(Kèm theo " + Texts.vi().get(printed.paper().kind().label()) + " số " + number + " " + day + " của " + printed.paper().head().issuer() + ")";
    }

    public static String annexHeading(int n, int of) {
        return of == 1 ? "Phụ lục" : "Phụ lục " + Roman.of(n);
    }
}
