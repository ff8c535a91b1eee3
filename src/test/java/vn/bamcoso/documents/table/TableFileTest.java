package vn.bamcoso.documents.table;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;

class TableFileTest {

    private static List<TableRow> read(byte[] content) {
        List<TableRow> rows = new ArrayList<>();
        TableFile.open(content).rows(rows::add);
        return rows;
    }

    private static List<String> texts(TableRow row) {
        return row.cells().stream().map(Cell::text).toList();
    }

    private static void assertRefused(String code, byte[] content, TableLimits limits) {
        assertThatThrownBy(() -> TableFile.open(content, limits).everyRow(row -> { })).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo("documents.problem." + code);
            assertThat(Texts.vi().get(problem)).endsWith(".").doesNotContain("{");
            assertThat(Texts.en().get(problem)).endsWith(".").doesNotContain("{");
        });
    }

    private static byte[] excel(Workbook book) throws IOException {
        try (book; var out = new ByteArrayOutputStream()) {
            book.write(out);
            return out.toByteArray();
        }
    }

    @ParameterizedTest(name = "a CSV parted by “{0}”")
    @ValueSource(strings = {";", ",", "\t"})
    void csvTellsItsMarkByItself(String mark) {
        String csv = "\uFEFFXã;Số tin;Ghi chú\r\nĐồng Văn;12;\"có; dấu, trong ngoặc\"\r\n\r\nLũng Cú;05;\r\n".replace(";", mark);
        List<TableRow> rows = read(csv.getBytes(UTF_8));
        assertThat(texts(rows.getFirst())).containsExactly("Xã", "Số tin", "Ghi chú");
        assertThat(texts(rows.get(1))).hasSize(3).startsWith("Đồng Văn", "12");
        assertThat(rows.get(2).blank()).isTrue();
        assertThat(rows.get(3).number()).isEqualTo(4);
        assertThat(rows.get(3).at(2).where(Texts.VIETNAMESE)).isEqualTo("dòng 4, cột B");
        assertThat(rows.get(3).at(2).where(Texts.ENGLISH)).isEqualTo("row 4, column B");
    }

    @Test
    void decimalCommasDoNotMisleadAndExcelsOwnHabitsAreKnown() {
        assertThat(texts(read("Xã;Tỷ lệ\nA;1,5\nB;2,5\n".getBytes(UTF_8)).get(1))).containsExactly("A", "1,5");
        assertThat(texts(read("sep=,\nA,B\n".getBytes(UTF_8)).getFirst())).containsExactly("A", "B");
        assertThat(texts(read("Mã;Tên\n=\"00123\";x\n".getBytes(UTF_8)).get(1))).containsExactly("00123", "x");
        assertThat(texts(read("\uFEFFXã\tSố\nĐồng Văn\t1\n".getBytes(UTF_16LE)).get(1))).containsExactly("Đồng Văn", "1");
    }

    @Test
    void cellsOfXlsxAndXlsHaveTheirTypes() throws IOException {
        for (Workbook book : List.of(new XSSFWorkbook(), new HSSFWorkbook())) {
            var sheet = book.createSheet("Số liệu");
            var row = sheet.createRow(2);
            row.createCell(0).setCellValue("Đồng Văn");
            row.createCell(1).setCellValue(0.1 + 0.2);
            row.createCell(2).setCellValue("1.234");
            var day = book.createCellStyle();
            day.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy"));
            row.createCell(3).setCellValue(LocalDate.of(2021, 4, 23));
            row.getCell(3).setCellStyle(day);
            var percent = book.createCellStyle();
            percent.setDataFormat(book.createDataFormat().getFormat("0.0%"));
            row.createCell(4).setCellValue(0.968);
            row.getCell(4).setCellStyle(percent);
            row.createCell(5).setCellValue(true);
            row.createCell(6).setCellFormula("1/0");
            row.createCell(8).setCellFormula("B3*10");
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();

            TableRow read = read(excel(book)).getLast();
            assertThat(read.number()).isEqualTo(3);
            assertThat(read.cells()).containsExactly(new Cell.Words("Đồng Văn"), new Cell.Number(new BigDecimal("0.3"), false), new Cell.Words("1.234"),
                    new Cell.Day(LocalDate.of(2021, 4, 23)), new Cell.Number(new BigDecimal("96.8"), true), new Cell.Truth(true), new Cell.Broken("#DIV/0!"),
                    Cell.BLANK, new Cell.Number(new BigDecimal("3"), false));
        }
    }

    @Test
    void theFirstVisibleSheetIsRead() throws IOException {
        try (var book = new XSSFWorkbook()) {
            book.createSheet("Ẩn").createRow(0).createCell(0).setCellValue("không đọc");
            book.createSheet("Thấy").createRow(0).createCell(0).setCellValue("đọc");
            book.setActiveSheet(1);
            book.setSheetHidden(0, true);
            byte[] content = excel(book);
            assertThat(texts(read(content).getFirst())).containsExactly("đọc");
            List<TableRow> all = new ArrayList<>();
            TableFile.open(content).everyRow(all::add);
            assertThat(all).hasSize(2);
            assertThat(all.getFirst().at(1).where(Texts.VIETNAMESE)).isEqualTo("trang “Ẩn”, dòng 1, cột A");
        }
    }

    @Test
    void mergedHeadsAreUnderstood() throws IOException {
        for (Workbook book : List.of(new XSSFWorkbook(), new HSSFWorkbook())) {
            var sheet = book.createSheet();
            sheet.createRow(0).createCell(0).setCellValue("BÁO CÁO THU NHẬN HỒ SƠ");
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 3));
            var top = sheet.createRow(2);
            top.createCell(0).setCellValue("TT");
            top.createCell(1).setCellValue("Đơn vị");
            top.createCell(2).setCellValue("Hồ sơ CCCD");
            var low = sheet.createRow(3);
            low.createCell(2).setCellValue("Chỉ tiêu");
            low.createCell(3).setCellValue("Thực hiện");
            sheet.addMergedRegion(new CellRangeAddress(2, 3, 0, 0));
            sheet.addMergedRegion(new CellRangeAddress(2, 3, 1, 1));
            sheet.addMergedRegion(new CellRangeAddress(2, 2, 2, 3));
            sheet.createRow(4).createCell(1).setCellValue("Đồng Văn");

            TableHead head = TableHead.find(TableFile.open(excel(book)), List.of("đơn vị", "Hồ sơ CCCD / Thực hiện", "chi tieu"));
            assertThat(head.lastRow()).isEqualTo(4);
            assertThat(head.titles()).extracting(TableHead.Title::whole).containsExactly("TT", "Đơn vị", "Hồ sơ CCCD / Chỉ tiêu", "Hồ sơ CCCD / Thực hiện");
            assertThat(head.column("Thực hiện")).contains(4);
            assertThat(head.column("Ghi chú")).isEmpty();
        }
    }

    @Test
    void aTitleOverTwoColumnsWithoutTitlesOfTheirOwnIsRefused() throws IOException {
        var book = new XSSFWorkbook();
        var sheet = book.createSheet();
        var row = sheet.createRow(0);
        row.createCell(0).setCellValue("Đơn vị");
        row.createCell(1).setCellValue("Số tin");
        sheet.addMergedRegion(new CellRangeAddress(0, 0, 1, 2));
        byte[] content = excel(book);
        assertThatThrownBy(() -> TableHead.find(TableFile.open(content), List.of("Đơn vị", "Số tin"))).isInstanceOfSatisfying(Problem.class, problem ->
                assertThat(Texts.vi().get(problem)).startsWith("Tiêu đề “Số tin” đứng ở nhiều cột (B, C)"));
    }

    @Test
    void mergedCellsAmongTheDataAndAMissingHeadAreRefused() throws IOException {
        var book = new XSSFWorkbook();
        var sheet = book.createSheet();
        var row = sheet.createRow(0);
        row.createCell(0).setCellValue("Đơn vị");
        row.createCell(1).setCellValue("Số tin");
        sheet.createRow(1).createCell(0).setCellValue("Đồng Văn");
        sheet.addMergedRegion(new CellRangeAddress(1, 2, 1, 1));
        byte[] content = excel(book);
        assertThatThrownBy(() -> TableHead.find(TableFile.open(content), List.of("Đơn vị", "Số tin"))).isInstanceOfSatisfying(Problem.class, problem ->
                assertThat(Texts.vi().get(problem)).startsWith("Các ô B2:B3"));
        assertThatThrownBy(() -> TableHead.find(TableFile.open("a;b\n1;2\n".getBytes(UTF_8)), List.of("Đơn vị", "Số tin"))).isInstanceOf(Problem.class);
    }

    @Test
    void whatCannotBeReadIsRefusedWithASentence() throws IOException {
        assertRefused("file.empty", new byte[0], TableLimits.USUAL);
        assertRefused("file.not-utf8", new byte[] {'X', (byte) 0xE3, ';', '1', '\n'}, TableLimits.USUAL);
        assertRefused("file.no-table", "%PDF-1.4 …".getBytes(UTF_8), TableLimits.USUAL);
        assertRefused("file.damaged", new byte[] {'P', 'K', 3, 4, 9, 9, 9}, TableLimits.USUAL);
        assertRefused("file.old-container", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}, TableLimits.USUAL);
        assertRefused("file.broken-quotes", "a;b\n\"x\"y;2\n".getBytes(UTF_8), TableLimits.USUAL);
        assertRefused("file.too-large", "a;b\n1;2\n".getBytes(UTF_8), new TableLimits(10, 10, 4, 1000));
        assertRefused("file.too-many-rows", "a;b\n1;2\n3;4\n".getBytes(UTF_8), new TableLimits(2, 10, 1000, 1000));
        assertRefused("file.too-many-columns", "a;b;c\n".getBytes(UTF_8), new TableLimits(2, 2, 1000, 1000));

        var bomb = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write(new byte[50_000_000]);
        }
        assertThat(bomb.size()).isLessThan(100_000);
        assertRefused("file.unpacks-too-large", bomb.toByteArray(), new TableLimits(10, 10, 1_000_000, 20_000_000));
    }

    @Test
    void aCellFarOutAsksForNoMemory() throws IOException {
        for (String reference : List.of("ZZZZZZ1", "XFD1")) {
            var out = new ByteArrayOutputStream();
            try (var zip = new ZipOutputStream(out)) {
                put(zip, "xl/workbook.xml", "<workbook xmlns:r='r'><sheets><sheet name='A' sheetId='1' r:id='rId1'/></sheets></workbook>");
                put(zip, "xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id='rId1' Target='worksheets/sheet1.xml'/></Relationships>");
                put(zip, "xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r='1'><c r='" + reference + "'><v>1</v></c></row></sheetData></worksheet>");
            }
            assertRefused("file.too-many-columns", out.toByteArray(), TableLimits.USUAL);
        }
    }

    private static void put(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(xml.getBytes(UTF_8));
    }
}
