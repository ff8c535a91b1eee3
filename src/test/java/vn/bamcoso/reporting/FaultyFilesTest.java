package vn.bamcoso.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.documents.table.ExcelColumn;
import vn.bamcoso.documents.table.ExcelSheet;
import vn.bamcoso.identity.Browser;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/**
 * A hundred faulty files, made by rule: every kind of fault at different rows and columns, as CSV and as Excel, some with a second
 * fault elsewhere. Each is answered with row, column and reason of each fault, and none of them leaves anything behind.
 */
@InTheHouse
class FaultyFilesTest {
    private static final List<String> CODES = List.of("security_reports", "crime_tips", "cases_resolved", "cases_cleared", "subjects_cleared", "administrative_penalties",
            "communication_conferences", "communication_attendances", "models_community", "models_agency", "collective_commendations", "individual_commendations");
    private static final int ROWS = 12;

    @Autowired DongVan dongVan;
    @Autowired TestUsers users;
    @Autowired Places places;

    /** A wrong cell, and words of the sentence that says why. */
    private record Wrong(Object cell, String reason) {}

    private static final List<Wrong> CELLS = List.of(
            new Wrong("mười", "không đọc được thành số"), new Wrong("-5", "số âm"), new Wrong("12,5", "không phải số nguyên"), new Wrong("5%", "tỷ lệ phần trăm"), new Wrong("-", "Ghi 0 nếu không có"),
            new Wrong("x", "Ghi 0 nếu không có"), new Wrong("0012", "giống một mã"), new Wrong("1234567890123456", "dài quá 15 chữ số"), new Wrong("12 vụ việc", "không đọc được thành số"),
            new Wrong("1.23.4", "không đọc được thành số"), new Wrong("1 2", "không đọc được thành số"), new Wrong("…", "Ghi 0 nếu không có"), new Wrong("n/a", "Ghi 0 nếu không có"),
            new Wrong("2026-09-14", "không đọc được thành số"), new Wrong("+7-", "không đọc được thành số"), new Wrong("#REF!", "không đọc được thành số"), new Wrong("năm", "không đọc được thành số"));

    private record Expected(int row, String column, String reason) {}

    @Test
    void aHundredFaultyFilesAreAnsweredCellByCellAndLeaveNothing() throws Exception {
        DongVan.Team team = dongVan.team();
        Browser staff = users.signIn(team.staff());
        List<Place> communes = places.children(team.province().id(), DongVan.TODAY_MAP).stream().skip(60).limit(ROWS).toList();
        Place elsewhere = places.children(places.byKey("P01@2026-11-21").orElseThrow().id(), DongVan.TODAY_MAP).getFirst();
        int made = 0;
        List<String> amiss = new ArrayList<>();
        for (int n = 0; n < 100; n++) {
            Object[][] table = whole(communes);
            List<Expected> expected = new ArrayList<>();
            int row = n * 7 % ROWS;
            int column = n * 5 % CODES.size();
            spoil(n, table, row, column, elsewhere, expected);
            if (n % 3 == 0) {
                int otherRow = (row + 5) % ROWS;
                Wrong second = CELLS.get((n * 3 + 1) % CELLS.size());
                table[otherRow][2 + (column + 6) % CODES.size()] = second.cell();
                expected.add(new Expected(2 + otherRow, letter(2 + (column + 6) % CODES.size()), second.reason()));
            }
            boolean excel = n % 2 == 1;
            byte[] file = excel ? excel(table) : csv(table);
            String here = Upload.send(staff, "hong-" + n + (excel ? ".xlsx" : ".csv"), file, Map.of("form", "ket-qua-cong-tac", "period", "2026-Q3"));
            List<String> told = staff.get(here + "/faults.csv").body().lines().skip(1).toList();
            for (Expected one : expected) {
                if (told.stream().noneMatch(line -> line.startsWith(one.row() + ";" + one.column() + ";") && line.contains(one.reason()))) {
                    amiss.add("file " + n + ": " + one + " not in " + told);
                }
            }
            if (told.size() != expected.size()) {
                amiss.add("file " + n + ": " + expected.size() + " faults expected, told " + told);
            }
            made++;
        }
        assertThat(amiss).isEmpty();
        assertThat(made).isEqualTo(100);
        Integer[] ids = communes.stream().map(Place::id).toArray(Integer[]::new);
        int kept = users.asOwner(jdbc -> jdbc.sql("""
                        select (select count(*) from reporting.submission where place_id = any (:places))
                             + (select count(*) from figures.figure where place_id = any (:places))
                             + (select count(*) from reporting.import_file f join reporting.import i on i.id = f.import_id where i.name like 'hong-%')""")
                .param("places", ids).query(Integer.class).single());
        assertThat(kept).as("reports, figures and files of the hundred").isZero();
    }

    /** By rule: every fifth file has a wrong place, every fourth of the rest a broken check, the others a wrong cell. */
    private static void spoil(int n, Object[][] table, int row, int column, Place elsewhere, List<Expected> expected) {
        if (n % 5 == 4) {
            switch (n / 5 % 4) {
                case 0 -> wrongKey(table, row, "C99999@2026-01-01", "Không có địa bàn mã", expected);
                case 1 -> wrongKey(table, row, "", "Thiếu mã địa bàn", expected);
                case 2 -> {
                    table[row][1] = "Xã Tên Khác";
                    expected.add(new Expected(2 + row, "B", "nhưng tệp ghi"));
                }
                default -> {
                    int first = Math.min(row, (row + 1) % ROWS);
                    int second = Math.max(row, (row + 1) % ROWS);
                    table[second][0] = table[first][0];
                    table[second][1] = table[first][1];
                    expected.add(new Expected(2 + second, "A", "đã có ở dòng " + (2 + first)));
                }
            }
        } else if (n % 5 == 3) {
            table[row][3] = 99; // crime tips among 20 + row reports
            expected.add(new Expected(2 + row, "D", "không được lớn hơn"));
        } else {
            Wrong wrong = CELLS.get(n % CELLS.size());
            table[row][2 + column] = wrong.cell();
            expected.add(new Expected(2 + row, letter(2 + column), wrong.reason()));
        }
    }

    private static void wrongKey(Object[][] table, int row, String key, String reason, List<Expected> expected) {
        table[row][0] = key;
        expected.add(new Expected(2 + row, "A", reason));
    }

    private static Object[][] whole(List<Place> communes) {
        Object[][] table = new Object[ROWS][2 + CODES.size()];
        for (int r = 0; r < ROWS; r++) {
            table[r][0] = communes.get(r).key();
            table[r][1] = communes.get(r).fullName();
            for (int c = 0; c < CODES.size(); c++) {
                table[r][2 + c] = c == 0 ? 20 + r : 1;
            }
        }
        return table;
    }

    private static String letter(int column) {
        return String.valueOf((char) ('A' + column));
    }

    private static byte[] csv(Object[][] table) {
        var text = new StringBuilder("key;Tên địa bàn;" + String.join(";", CODES) + "\n");
        for (Object[] row : table) {
            text.append(String.join(";", java.util.Arrays.stream(row).map(String::valueOf).toList())).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] excel(Object[][] table) {
        var out = new ByteArrayOutputStream();
        List<ExcelColumn> columns = new ArrayList<>(List.of(ExcelColumn.text("key", 22), ExcelColumn.text("Tên địa bàn", 30)));
        CODES.forEach(code -> columns.add(ExcelColumn.whole(code, 10)));
        try (var sheet = new ExcelSheet(out, "So lieu", columns)) {
            sheet.head();
            for (Object[] row : table) {
                sheet.row(java.util.Arrays.stream(row).map(cell -> cell instanceof Integer number ? BigDecimal.valueOf(number) : cell).toList());
            }
        }
        return out.toByteArray();
    }
}
