package vn.bamcoso.staffing.paper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.papers.Content;
import vn.bamcoso.papers.Content.Piece;
import vn.bamcoso.staffing.Titles;
import vn.bamcoso.staffing.wave.Waves;

/** Danh sách trích ngang: who goes from where to where, with what the register says of each; the annex of a proposal and of a decision. */
final class ListOfOfficers {
    private ListOfOfficers() {}

    static Content.Annex annex(String title, List<Waves.Line> lines, Map<Short, Titles.Title> titles) {
        boolean remarks = lines.stream().anyMatch(line -> line.replaces() != null || line.exception() != null);
        List<String> columns = new ArrayList<>(List.of("TT", "Họ và tên", "Năm sinh", "Dân tộc", "Số hiệu", "Cấp bậc hàm", "Trình độ", "Ngày vào Đảng", "Chức danh, đơn vị hiện tại", "Đơn vị đến", "Chức danh"));
        if (remarks) {
            columns.add("Ghi chú");
        }
        List<List<Piece>> rows = new ArrayList<>();
        for (Waves.Line line : lines) {
            List<Piece> row = new ArrayList<>(Deciding.row(
                    String.valueOf(rows.size() + 1), line.name(), String.valueOf(line.birthYear()), line.ethnicGroup(), line.number(), Deciding.rank(line.rank()),
                    Texts.vi().get("staffing.education." + line.education().replace('_', '-')), day(line.partySince()), now(line, titles), line.to(), titles.get(line.titleId()).nameVi()));
            if (remarks) {
                row.add(Piece.words(remark(line)));
            }
            rows.add(row);
        }
        return new Content.Annex(title, true, List.of(new Content.Grid(null, columns, columns.stream().map(column -> false).toList(), rows, null, null)));
    }

    private static String now(Waves.Line line, Map<Short, Titles.Title> titles) {
        if (line.from() == null) {
            return "Chưa bố trí";
        }
        return line.fromTitle() == null || !titles.containsKey(line.fromTitle()) ? line.from() : titles.get(line.fromTitle()).nameVi() + ", " + line.from();
    }

    static String remark(Waves.Line line) {
        String replaces = line.replaces() == null ? "" : "Thay " + line.replaces() + ". ";
        return (replaces + (line.exception() == null ? "" : "Ngoại lệ: " + line.exception())).strip();
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : Texts.vi().write(day);
    }
}
