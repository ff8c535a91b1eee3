package vn.bamcoso.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFDataValidation;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.identity.Browser;
import vn.bamcoso.identity.TestUsers;

/** The form as an Excel file says what does not fit while somebody fills it in, and takes the answers in words along. */
@InTheHouse
class TemplateChecksTest {
    @Autowired DongVan dongVan;
    @Autowired TestUsers users;

    @Test
    void theSheetTakesOnlyWhatTheIndicatorMayBeOffersRemarksAndSaysABrokenCheckInItsSentence() throws Exception {
        DongVan.Team team = dongVan.team();
        Browser clerk = users.signIn(team.clerk());
        long id = Long.parseLong(clerk.post("/forms/ket-qua-cong-tac/submissions", Map.of("place", String.valueOf(team.commune().id()), "period", "2026-Q3")).location().split("/")[2]);
        byte[] template = HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create(clerk.base() + "/submissions/" + id + "/template.xlsx")).header("Cookie", Upload.session(clerk)).build(), HttpResponse.BodyHandlers.ofByteArray()).body();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(template))) {
            XSSFSheet sheet = book.getSheetAt(0);
            List<XSSFDataValidation> rules = sheet.getDataValidations();
            assertThat(rules).filteredOn(rule -> rule.getValidationConstraint().getValidationType() == DataValidationConstraint.ValidationType.FORMULA).as("one for each of twelve cells").hasSize(12)
                    .first().satisfies(rule -> assertThat(rule.getValidationConstraint().getFormula1()).contains("ISNUMBER(", "=INT(", ">=0"));
            assertThat(rules).filteredOn(rule -> rule.getValidationConstraint().getValidationType() == DataValidationConstraint.ValidationType.LIST).hasSize(1)
                    .first().satisfies(rule -> assertThat(rule.getValidationConstraint().getFormula1()).contains("Không phát sinh"));
            Row reports = line(sheet, "security_reports");
            Row tips = line(sheet, "crime_tips");
            int value = valueColumn(sheet);
            reports.getCell(value).setCellValue(5);
            assertThat(said(book, tips, value + 2)).as("half of a check says nothing").isEmpty();
            tips.getCell(value).setCellValue(9);
            assertThat(said(book, tips, value + 2)).contains("9").contains("5");
            tips.getCell(value).setCellValue(4);
            assertThat(said(book, tips, value + 2)).isEmpty();
            Row words = line(sheet, "words:difficulties");
            words.getCell(value + 1).setCellValue("Đường vào bản hay sạt lở.");
            var filled = new ByteArrayOutputStream();
            book.write(filled);
            String here = Upload.send(clerk, "da dien.xlsx", filled.toByteArray(), Map.of());
            assertThat(clerk.get(here).body()).contains("Tệp không có lỗi");
            clerk.post(here + "/recording", Map.of());
            Upload.settled(clerk, here);
        }
        assertThat(clerk.get("/submissions/" + id + "/entry").body()).contains("Đường vào bản hay sạt lở.", "value=\"4\"");
    }

    @Test
    void theTableOfManyCommunesCarriesTheChecksToo() throws Exception {
        DongVan.Team team = dongVan.team();
        Browser clerk = users.signIn(team.clerk());
        long waits = Long.parseLong(clerk.post("/forms/ket-qua-cong-tac/submissions", Map.of("place", String.valueOf(team.commune().id()), "period", "2026-Q3")).location().split("/")[2]);
        var fields = JourneyTest.values(12, 6, 21, 3, 4, 1277, 7, 610, 9, 2, 0, 1);
        fields.put("lock", "0");
        clerk.post("/submissions/" + waits + "/presentation", fields);
        Browser chief = users.signIn(team.chief());
        assertThat(chief.post("/submissions/" + waits + "/sending", Map.of("lock", String.valueOf(JourneyTest.lock(chief, waits)))).location()).as("stands in the table and waits for approval").contains("done=sent");
        Browser staff = users.signIn(team.staff());
        byte[] template = HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create(staff.base() + "/forms/ket-qua-cong-tac/template.xlsx?period=2026-Q3")).header("Cookie", Upload.session(staff)).build(), HttpResponse.BodyHandlers.ofByteArray()).body();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(template))) {
            XSSFSheet sheet = book.getSheetAt(0);
            List<String> reported = users.asOwner(owner -> owner.sql("select p.key from reporting.submission s join territory.pub_place p on p.place_id = s.place_id where s.period_end = date '2026-09-14'").query(String.class).list());
            Row last = null; // a commune of which no other test has a report
            for (Row row : sheet) {
                last = row.getCell(0) != null && row.getCell(0).toString().startsWith("C") && !reported.contains(row.getCell(0).toString()) ? row : last;
            }
            last.getCell(2).setCellValue(3);
            last.getCell(3).setCellValue(8);
            assertThat(said(book, last, 14)).contains("8").contains("3");
            last.getCell(3).setCellValue(2);
            var filled = new ByteArrayOutputStream();
            book.write(filled);
            assertThat(staff.get(Upload.send(staff, "nhieu xa.xlsx", filled.toByteArray(), Map.of())).body()).as("the column of checks is no indicator").contains("Tệp không có lỗi");
        }
    }

    private static Row line(XSSFSheet sheet, String code) {
        for (Row row : sheet) {
            if (row.getCell(0) != null && row.getCell(0).toString().equals(code)) {
                return row;
            }
        }
        throw new AssertionError(code);
    }

    private static int valueColumn(XSSFSheet sheet) {
        for (Row row : sheet) {
            for (var cell : row) {
                if (cell.toString().equals("Giá trị")) {
                    return cell.getColumnIndex();
                }
            }
        }
        throw new AssertionError("no column of values");
    }

    private static String said(XSSFWorkbook book, Row row, int column) {
        var evaluator = book.getCreationHelper().createFormulaEvaluator();
        evaluator.clearAllCachedResultValues();
        return row.getCell(column) == null ? "" : evaluator.evaluate(row.getCell(column)).getStringValue().strip();
    }
}
