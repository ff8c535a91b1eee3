package vn.bamcoso.staffing;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import vn.bamcoso.documents.table.ExcelColumn;
import vn.bamcoso.documents.table.ExcelSheet;

/**
 * An Excel file to fill in: what to do, one row as an example above the head, where it is not read, then the head and open rows with
 * lists to choose from. Its words are Vietnamese, as those of the file that comes back.
 *
 * @param example a row that is never read back
 * @param choices of some columns, by their number from 0; nothing else is taken there
 * @param codes what the second column may hold, on a sheet of its own; empty for none
 */
public record EmptyFile(String name, String title, List<String> notes, List<String> head, List<String> example, Map<Integer, List<String>> choices, List<List<String>> codes, List<String> codesHead) {
    private static final int ROWS = 300;
    private static final int WIDTH = 24;
    private static final String CODES = "Danh mục";

    public void send(HttpServletResponse response) throws IOException {
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + ".xlsx\"");
        try (var sheet = new ExcelSheet(response.getOutputStream(), "Danh sách", head.stream().map(title -> ExcelColumn.text(title, WIDTH).open()).toList())) {
            sheet.title(title);
            notes.forEach(sheet::note);
            sheet.note("Ví dụ một dòng (dòng này không được đọc):");
            sheet.row(example);
            sheet.blank();
            sheet.head();
            int first = sheet.next();
            int last = first + ROWS - 1;
            choices.forEach((column, list) -> sheet.offer(column, first, last, list, true, head.get(column), "Chọn một mục trong danh sách."));
            if (!codes.isEmpty()) {
                sheet.offerFrom(CODES, codes.size(), 1, first, last);
            }
            for (int row = 0; row < ROWS; row++) {
                sheet.row(Collections.nCopies(head.size(), ""));
            }
            if (!codes.isEmpty()) {
                sheet.beside(CODES, codesHead, codes);
            }
        }
    }
}
