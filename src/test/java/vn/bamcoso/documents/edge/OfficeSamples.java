package vn.bamcoso.documents.edge;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.model.XWPFHeaderFooterPolicy;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.wp.usermodel.HeaderFooterType;

/** Made the Excel and Word samples in src/test/resources/edge; run its main from the root of the project to make them again. All people in them are invented. */
final class OfficeSamples {

    private static final Path FOLDER = Path.of("src/test/resources/edge");

    private OfficeSamples() {}

    public static void main(String[] args) throws IOException {
        try (Workbook book = new XSSFWorkbook()) {
            Sheet sheet = book.createSheet("Cấp căn cước");
            fill(sheet, List.of(List.of("TT", "Nội dung", "Căn cước công dân"), List.of(1, "Cấp mới", 1085012345L), List.of(2, "Cấp đổi", 34190004567L)));
            save(book, "p12-cccd-kieu-so.xlsx");
        }
        try (Workbook book = new XSSFWorkbook()) {
            fill(book.createSheet("Tổng hợp"), List.of(List.of("Xã", "Số người"), List.of("Đồng Văn", 3)));
            fill(book.createSheet("DS"), List.of(List.of("Họ tên", "Ngày sinh", "Chỗ ở"), List.of("Vàng Mí Sử", "02/05/1984", "Thôn Ma Lé"),
                    List.of("Ly Thị Dính", "17/09/1993", "Thôn Bản Thùng"), List.of("Cứ Mí Chơ", "30/12/1969", "Thôn Tả Giao Khâu")));
            book.setSheetHidden(1, true);
            save(book, "p13-danh-sach-trang-an.xlsx");
        }
        try (Workbook book = new XSSFWorkbook()) {
            Sheet sheet = book.createSheet("Số liệu");
            fill(sheet, List.of(List.of("Xã", "Số tin"), List.of("Đồng Văn", 12)));
            sheet.getHeader().setRight("MẬT");
            save(book, "p14-dau-mat-dau-trang.xlsx");
        }
        try (Workbook book = new HSSFWorkbook()) {
            fill(book.createSheet("DS"), List.of(List.of("STT", "Họ và tên", "Năm sinh", "Địa chỉ"), List.of(1, "Nguyễn Thị Hạnh", 1981, "Tổ 5"),
                    List.of(2, "Đinh Văn Khoa", 1972, "Thôn Đắk Tiêng"), List.of(3, "A Thút", 1995, "Làng Kon Rẫy")));
            save(book, "p15-danh-sach.xls");
        }
        try (Workbook book = new XSSFWorkbook()) {
            Sheet sheet = book.createSheet("Quý IV");
            var head = sheet.createRow(0);
            head.createCell(0).setCellValue("Mã");
            head.createCell(1).setCellValue("Đơn vị");
            for (int i = 1; i <= 12; i++) head.createCell(i + 1).setCellValue("Chỉ tiêu " + i);
            for (int r = 1; r <= 40; r++) {
                var row = sheet.createRow(r);
                row.createCell(0).setCellValue("%05d".formatted(700 + r));
                row.createCell(1).setCellValue(r % 3 == 0 ? "Lê Lợi " + r : "Đồng Văn " + r);
                for (int i = 1; i <= 12; i++) row.createCell(i + 1).setCellValue(r * 1009L % (i * 50));
            }
            save(book, "n16-bieu-so-lieu.xlsx");
        }
        try (XWPFDocument word = new XWPFDocument()) {
            word.createParagraph().createRun().setText("BÁO CÁO");
            var paragraph = word.createParagraph();
            try {
                paragraph.getCTP().addNewR().set(org.apache.xmlbeans.XmlObject.Factory.parse("""
                        <xml-fragment xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape style="width:80pt;height:24pt"><v:textbox><w:txbxContent><w:p><w:r><w:t>TUYỆT MẬT</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></xml-fragment>"""));
            } catch (org.apache.xmlbeans.XmlException broken) {
                throw new IllegalStateException(broken);
            }
            save(word, "p16-dau-mat-khung-chu.docx");
        }
        try (XWPFDocument word = new XWPFDocument()) {
            word.createParagraph().createRun().setText("Danh sách kèm theo");
            XWPFTable table = word.createTable(4, 3);
            fill(table, List.of(List.of("Họ và tên", "Số định danh", "Nơi ở"), List.of("Ma Văn Tuấn", "002088001234", "Thôn Tha"),
                    List.of("Lục Thị Nga", "002190005678", "Thôn Vinh Quang"), List.of("Bế Văn Sơn", "004079009876", "Xóm Khuổi")));
            save(word, "p17-bang-danh-sach.docx");
        }
        try (XWPFDocument word = new XWPFDocument()) {
            word.createParagraph().createRun().setText("Biên bản bàn giao");
            new XWPFHeaderFooterPolicy(word);
            word.createFooter(HeaderFooterType.DEFAULT).createParagraph().createRun().setText("Người nhận: số căn cước 031 092 004455");
            save(word, "p18-cccd-chan-trang.docx");
        }
        try (XWPFDocument word = new XWPFDocument()) {
            for (String line : List.of("CÔNG AN TỈNH TUYÊN QUANG", "CÔNG AN XÃ ĐỒNG VĂN", "Số: 05/BC-CAX", "BÁO CÁO", "Kết quả công tác Công an xã quý IV năm 2026",
                    "1. Tiếp nhận 12 tin; làm rõ 05 vụ, 07 đối tượng. Mật độ dân cư thưa.", "Nơi nhận:", "Thượng tá Nguyễn Văn Bình")) {
                word.createParagraph().createRun().setText(line);
            }
            fill(word.createTable(3, 3), List.of(List.of("TT", "Xã", "Số tin"), List.of("1", "Đồng Văn", "12"), List.of("2", "Lê Lợi", "1985")));
            save(word, "n17-bao-cao.docx");
        }
    }

    private static void fill(Sheet sheet, List<List<?>> rows) {
        for (int r = 0; r < rows.size(); r++) {
            var row = sheet.createRow(r);
            for (int c = 0; c < rows.get(r).size(); c++) {
                if (rows.get(r).get(c) instanceof Number number) row.createCell(c).setCellValue(number.doubleValue());
                else row.createCell(c).setCellValue(rows.get(r).get(c).toString());
            }
        }
    }

    private static void fill(XWPFTable table, List<List<String>> rows) {
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < rows.get(r).size(); c++) table.getRow(r).getCell(c).setText(rows.get(r).get(c));
        }
    }

    private static void save(Workbook book, String name) throws IOException {
        try (OutputStream out = Files.newOutputStream(FOLDER.resolve(name))) {
            book.write(out);
        }
    }

    private static void save(XWPFDocument word, String name) throws IOException {
        try (OutputStream out = Files.newOutputStream(FOLDER.resolve(name))) {
            word.write(out);
        }
    }
}
