package vn.bamcoso.documents.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import vn.bamcoso.basics.Texts;

class TableWritingTest {

    private static List<String> texts(TableRow row) {
        return row.cells().stream().map(Cell::text).toList();
    }

    @Test
    void aTemplateGoesOutAndIsKnownAgain() throws IOException {
        var out = new ByteArrayOutputStream();
        List<ExcelColumn> columns = List.of(ExcelColumn.text("Mã", 12), ExcelColumn.text("Đơn vị", 30),
                ExcelColumn.whole("Chỉ tiêu", 14).under("Hồ sơ CCCD"), ExcelColumn.whole("Thực hiện", 14).under("Hồ sơ CCCD").open());
        try (var sheet = new ExcelSheet(out, "Thu nhận hồ sơ CCCD", columns)) {
            sheet.title("Thu nhận hồ sơ CCCD");
            sheet.note("Chỉ ghi vào ô nền vàng.");
            sheet.blank();
            sheet.head();
            sheet.row(Arrays.asList("00715", "Đồng Văn", 1200, null));
            sheet.row(Arrays.asList("00721", "Lũng Cú", 800L, new BigDecimal("799")));
            sheet.lockWith("thu-nhan-cccd|@2021-05-14|C00715@2021-05-14");
        }
        TableFile file = TableFile.open(out.toByteArray());
        assertThat(file.hiddenKey()).contains("thu-nhan-cccd|@2021-05-14|C00715@2021-05-14");
        TableHead head = TableHead.find(file, List.of("Mã", "Đơn vị", "Hồ sơ CCCD / Chỉ tiêu", "Thực hiện"));
        assertThat(head.lastRow()).isEqualTo(5);
        List<TableRow> rows = new ArrayList<>();
        file.rows(rows::add);
        assertThat(rows.getLast().cell(head.column("Thực hiện").orElseThrow())).isEqualTo(new Cell.Number(new BigDecimal("799"), false));
        assertThat(rows.getLast().cell(1)).isEqualTo(new Cell.Words("00721"));

        try (var book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            var sheet = book.getSheetAt(0);
            assertThat(sheet.getProtect()).isTrue();
            assertThat(sheet.getRow(5).getCell(2).getCellStyle().getLocked()).isTrue();
            assertThat(sheet.getRow(5).getCell(3).getCellStyle().getLocked()).isFalse();
            assertThat(sheet.getColumnWidth(1) / 256).isBetween(29, 31);
            assertThat(book.isSheetVeryHidden(1)).isTrue();
            assertThat(book.getName("_bamcoso_key").getRefersToFormula()).contains("_bamcoso");
        }
    }

    @Test
    void csvGoesOutAsExcelOpensItAndWithoutFormulas() {
        StringBuilder csv = new StringBuilder();
        CsvWriter writer = new CsvWriter(csv, Texts.VIETNAMESE);
        writer.key("so-lieu-so-ket|@2021-04-23");
        writer.row(List.of("Xã", "Tỷ lệ"));
        writer.row(Arrays.asList("=HYPERLINK(\"x\")", new BigDecimal("96.8")));
        assertThat(csv.toString()).isEqualTo("\uFEFF#_bamcoso;so-lieu-so-ket|@2021-04-23\r\nXã;Tỷ lệ\r\n\"'=HYPERLINK(\"\"x\"\")\";96,8\r\n");
        TableFile file = TableFile.open(csv.toString().getBytes(UTF_8));
        assertThat(file.hiddenKey()).contains("so-lieu-so-ket|@2021-04-23");
        List<TableRow> rows = new ArrayList<>();
        file.rows(rows::add);
        assertThat(rows.getFirst().blank()).isTrue();
        assertThat(texts(rows.getLast())).containsExactly("'=HYPERLINK(\"x\")", "96,8");
        StringBuilder english = new StringBuilder();
        new CsvWriter(english, Texts.ENGLISH).row(List.of("a,b", 1.5f, new BigDecimal("96.8"), 3));
        assertThat(english.toString()).isEqualTo("\uFEFF\"a,b\",1.5,96.8,3\r\n");
        StringBuilder program = new StringBuilder();
        new CsvWriter(program, Texts.ENGLISH).row(List.of(new CsvWriter.Code("@2021-04-23"), "@2021-04-23", new BigDecimal("-5")));
        assertThat(program.toString()).as("a code as it is, a person's words with an apostrophe, a number as it is").isEqualTo("\uFEFF@2021-04-23,'@2021-04-23,-5\r\n");
    }

    @Test
    void tenThousandCommunesWithFortyIndicatorsAreQuick() {
        var out = new ByteArrayOutputStream();
        List<ExcelColumn> columns = new ArrayList<>(List.of(ExcelColumn.text("Mã", 12), ExcelColumn.text("Xã", 30)));
        for (int i = 1; i <= 40; i++) columns.add(ExcelColumn.whole("Chỉ tiêu " + i, 12).open());
        long start = System.nanoTime();
        try (var sheet = new ExcelSheet(out, "Số liệu", columns)) {
            sheet.head();
            for (int r = 0; r < 10_000; r++) {
                List<Object> row = new ArrayList<>(List.of("%05d".formatted(r), "Xã số " + r));
                for (int i = 1; i <= 40; i++) row.add(r * 40 + i);
                sheet.row(row);
            }
            sheet.lockWith("key");
        }
        long written = System.nanoTime();
        TableFile file = TableFile.open(out.toByteArray());
        long[] sum = {0, 0};
        file.rows(row -> {
            for (int c = 3; c <= row.cells().size(); c++) {
                if (row.cell(c) instanceof Cell.Number(BigDecimal value, boolean percent)) sum[0] += value.longValue();
            }
            sum[1]++;
        });
        long read = System.nanoTime();
        System.out.printf(Locale.ROOT, "10,000 x 42: written in %d ms (%d kB), read in %d ms%n", (written - start) / 1_000_000, out.size() / 1000, (read - written) / 1_000_000);
        // 1 + 2 + … + 400,000
        assertThat(sum[0]).isEqualTo(400_000L * 400_001 / 2);
        assertThat(sum[1]).isEqualTo(10_001);
        assertThat(Duration.ofNanos(read - start)).isLessThan(Duration.ofSeconds(60));
    }
}
