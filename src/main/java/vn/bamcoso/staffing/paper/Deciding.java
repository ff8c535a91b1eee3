package vn.bamcoso.staffing.paper;

import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.papers.Content;
import vn.bamcoso.papers.Content.Piece;

/** The words that every paper about officers shares: who decides, on what grounds, days and numbers as documents write them. */
@Component
class Deciding {
    private static final Locale VI = Texts.VIETNAMESE;

    private final JdbcClient jdbc;

    Deciding(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In whose name an office decides. @param title GIÁM ĐỐC, with {@code whole} GIÁM ĐỐC CÔNG AN TỈNH … */
    record Head(String title, String office) {
        String whole() {
            return (title + " " + office).toUpperCase(VI);
        }

        String titleAndOffice() {
            return title + " " + office;
        }
    }

    /** The head of the office that issues the document of this section, or of the given office while there is none. */
    Head head(String section, long ref, int otherwise) {
        int office = jdbc.sql("select office_id from papers.pub_paper where section = :section and section_ref = :ref order by id desc limit 1").param("section", section).param("ref", ref).query(Integer.class).optional().orElse(otherwise);
        record Named(String kind, String name) {}
        Named named = jdbc.sql("select kind, name from territory.pub_office where office_id = :office order by valid_to desc limit 1").param("office", office).query(Named.class).single();
        return switch (named.kind()) {
            case "ministry" -> new Head("Bộ trưởng", "Bộ Công an");
            case "department" -> new Head("Cục trưởng", named.name());
            default -> new Head("Giám đốc", named.name());
        };
    }

    static Content.Paragraph say(String text) {
        return new Content.Paragraph(java.util.List.of(Piece.words(text)));
    }

    static Content.Article article(int number, String text) {
        return new Content.Article(number, java.util.List.of(Piece.words(text)));
    }

    static java.util.List<Piece> row(String... cells) {
        return java.util.Arrays.stream(cells).map(Piece::words).toList();
    }

    /** "01 tháng 12 năm 2026". */
    static String day(java.time.LocalDate day) {
        return "%02d tháng %s năm %d".formatted(day.getDayOfMonth(), day.getMonthValue() < 3 ? "0" + day.getMonthValue() : String.valueOf(day.getMonthValue()), day.getYear());
    }

    static String number(long n) {
        return n < 10 ? "0" + n : Texts.vi().write(n);
    }

    static String rank(String code) {
        return Texts.vi().get("staffing.rank." + code.replace('_', '-'));
    }
}
