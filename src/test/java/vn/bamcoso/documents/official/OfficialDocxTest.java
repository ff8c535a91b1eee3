package vn.bamcoso.documents.official;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import vn.bamcoso.documents.edge.EdgeCheck;
import vn.bamcoso.documents.spelling.Spelling;

class OfficialDocxTest {

    private static XWPFDocument open(OfficialDocument document) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(OfficialDocx.write(document)));
    }

    private static OfficialDocument small(OfficialDocument.Title title, List<Block> body, OfficialDocument.Signature signature) {
        return new OfficialDocument(
                new OfficialDocument.Heads("Công an tỉnh Tuyên Quang", "Công an xã Đồng Văn", new OfficialDocument.Number(5, "BC-CAX"), "Đồng Văn", LocalDate.of(2026, 2, 5)),
                title, List.of("Công an tỉnh Tuyên Quang (qua PV01)"), body, signature, List.of("Như trên", "Lưu: CAX"), List.of(), OfficialDocument.Frame.NONE);
    }

    private static List<String> lines(XWPFTableCell cell) {
        return cell.getParagraphs().stream().map(XWPFParagraph::getText).filter(t -> !t.isEmpty()).toList();
    }

    private static List<String> body(XWPFDocument word) {
        return word.getParagraphs().stream().map(XWPFParagraph::getText).filter(t -> !t.isEmpty()).toList();
    }

    @Test
    void equalDocumentsGiveEqualBytesOnEveryMachine() throws Exception {
        String first = sha256(OfficialDocx.write(SampleReport.make()));
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/Lima"));
            Locale.setDefault(Locale.of("tr", "TR"));
            assertThat(sha256(OfficialDocx.write(SampleReport.make()))).isEqualTo(first);
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
        // When this changes, issued documents are no longer rebuilt byte for byte: raise OfficialDocx.LAYOUT with it.
        assertThat(OfficialDocx.LAYOUT).isEqualTo(1);
        assertThat(first).isEqualTo("aa104a6575160e6156b03acee6a129fb80310f847245f9781ae473b1c79c900e");
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @Test
    void oneChangedDigitChangesBytesAndContent() {
        OfficialDocument one = small(new OfficialDocument.Title("Báo cáo", "Kết quả"), List.of(Block.Paragraph.of("Tiếp nhận 12 tin.")), OfficialDocument.Signature.ofHead("Trưởng Công an xã", null, null));
        OfficialDocument other = small(new OfficialDocument.Title("Báo cáo", "Kết quả"), List.of(Block.Paragraph.of("Tiếp nhận 13 tin.")), OfficialDocument.Signature.ofHead("Trưởng Công an xã", null, null));
        assertThat(Arrays.equals(OfficialDocx.write(one), OfficialDocx.write(other))).isFalse();
        assertThat(one.contentSha256()).isNotEqualTo(other.contentSha256()).hasSize(64);
    }

    @Test
    void theHeadsStandInTheirBoxes() throws IOException {
        try (var word = open(small(new OfficialDocument.Title("Báo cáo", "Kết quả công tác quý I năm 2026"), List.of(Block.Paragraph.of("Nội dung.")),
                OfficialDocument.Signature.ofHead("Trưởng Công an xã", "Thiếu tá", "Vàng Minh Họa")))) {
            var heads = word.getTables().getFirst();
            assertThat(lines(heads.getRow(0).getCell(0))).containsExactly("CÔNG AN TỈNH TUYÊN QUANG", "CÔNG AN XÃ ĐỒNG VĂN");
            assertThat(lines(heads.getRow(0).getCell(1))).containsExactly("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc");
            assertThat(lines(heads.getRow(1).getCell(0))).containsExactly("Số: 05/BC-CAX");
            assertThat(lines(heads.getRow(1).getCell(1))).containsExactly("Đồng Văn, ngày 05 tháng 02 năm 2026");
            assertThat(heads.getRow(1).getCell(1).getParagraphs().getFirst().getRuns().getFirst().isItalic()).isTrue();
            assertThat(heads.getRow(0).getCell(0).getParagraphs().getFirst().getRuns().getFirst().isBold()).isFalse();
            assertThat(heads.getRow(0).getCell(0).getParagraphs().get(1).getRuns().getFirst().isBold()).isTrue();
            assertThat(body(word)).containsExactly("BÁO CÁO", "Kết quả công tác quý I năm 2026", "Kính gửi: Công an tỉnh Tuyên Quang (qua PV01)", "Nội dung./.");
            var closing = word.getTables().getLast();
            assertThat(lines(closing.getRow(0).getCell(0))).containsExactly("Nơi nhận:", "- Như trên;", "- Lưu: CAX.");
            assertThat(lines(closing.getRow(0).getCell(1))).containsExactly("TRƯỞNG CÔNG AN XÃ", "Thiếu tá Vàng Minh Họa");
        }
    }

    @Test
    void aDraftHasBlanksAndALetterItsSubjectUnderTheNumber() throws IOException {
        var heads = new OfficialDocument.Heads(null, "Bộ Công an", new OfficialDocument.Number(null, "BCA-V05"), "Hà Nội", null);
        var signature = new OfficialDocument.Signature(OfficialDocument.Authority.TL, "Bộ trưởng", "Cục trưởng", null, null);
        var letter = new OfficialDocument(heads, new OfficialDocument.Title(null, "V/v báo cáo kết quả bố trí Công an xã"), List.of("Công an các tỉnh", "Cục X01"),
                List.of(Block.Paragraph.of("Nội dung.")), signature, List.of(), List.of(), OfficialDocument.Frame.NONE);
        try (var word = open(letter)) {
            var box = word.getTables().getFirst();
            assertThat(lines(box.getRow(1).getCell(0))).containsExactly("Số:       /BCA-V05", "V/v báo cáo kết quả bố trí Công an xã");
            assertThat(lines(box.getRow(1).getCell(1)).getFirst()).startsWith("Hà Nội, ngày  ").contains("tháng").contains("năm");
            assertThat(body(word)).containsExactly("Kính gửi:", "- Công an các tỉnh;", "- Cục X01.", "Nội dung./.");
            assertThat(lines(word.getTables().getLast().getRow(0).getCell(1))).containsExactly("TL. BỘ TRƯỞNG", "CỤC TRƯỞNG");
        }
    }

    @Test
    void numbersFollowTheVietnameseAlphabetAndStartAgain() throws IOException {
        List<Block> body = new ArrayList<>(List.of(new Block.Section("Kết quả"), new Block.Clause("Lực lượng")));
        for (int i = 0; i < 9; i++) body.add(new Block.Point(Text.of("điểm;")));
        body.add(new Block.Clause("Kinh phí"));
        body.add(new Block.Point(Text.of("điểm;")));
        body.add(new Block.Section("Phương hướng"));
        body.add(new Block.Item(Text.of("Nhiệm vụ.")));
        body.add(new Block.Grounds(List.of("Căn cứ một", "Căn cứ hai")));
        try (var word = open(small(new OfficialDocument.Title("Báo cáo", "X"), body, OfficialDocument.Signature.ofHead("Trưởng Công an xã", null, null)))) {
            assertThat(body(word).subList(3, body(word).size())).containsExactly("I. KẾT QUẢ", "1. Lực lượng", "a) điểm;", "b) điểm;", "c) điểm;", "d) điểm;", "đ) điểm;", "e) điểm;",
                    "g) điểm;", "h) điểm;", "i) điểm;", "2. Kinh phí", "a) điểm;", "II. PHƯƠNG HƯỚNG", "1. Nhiệm vụ.", "Căn cứ một;", "Căn cứ hai.", "./.");
        }
    }

    @Test
    void thePageIsTheDecrees() throws IOException {
        try (var word = open(SampleReport.make())) {
            List<CTSectPr> sections = new ArrayList<>();
            for (XWPFParagraph p : word.getParagraphs()) {
                if (p.getCTP().getPPr() != null && p.getCTP().getPPr().isSetSectPr()) sections.add(p.getCTP().getPPr().getSectPr());
            }
            sections.add(word.getDocument().getBody().getSectPr());
            assertThat(sections).hasSize(3);
            // 210 x 297 mm; 20, 15, 20, 30 mm in twips (1440/25.4 to the millimetre)
            CTSectPr text = sections.getFirst();
            assertThat(List.of(text.getPgSz().getW(), text.getPgSz().getH())).hasToString("[11906, 16838]");
            assertThat(List.of(text.getPgMar().getTop(), text.getPgMar().getRight(), text.getPgMar().getBottom(), text.getPgMar().getLeft())).hasToString("[1134, 850, 1134, 1701]");
            assertThat(sections.getLast().getPgSz().getOrient()).isEqualTo(STPageOrientation.LANDSCAPE);
            for (CTSectPr section : sections) {
                assertThat(section.isSetTitlePg()).isTrue();
                assertThat(section.getPgNumType().getStart()).hasToString("1");
                assertThat(section.sizeOfHeaderReferenceArray()).isEqualTo(2);
            }
            assertThat(word.getHeaderList()).hasSize(2).allSatisfy(head -> assertThat(head.getText()).contains("Dữ liệu minh họa"));
            assertThat(word.getHeaderList().stream().filter(head -> head._getHdrFtr().xmlText().contains("PAGE")).count()).isEqualTo(1);
            assertThat(word.getFooterList()).allSatisfy(foot -> assertThat(foot.getText()).contains("9f2c41d07ab3"));
            for (XWPFParagraph p : word.getParagraphs()) {
                for (XWPFRun run : p.getRuns()) assertThat(run.getFontFamily()).isEqualTo("Times New Roman");
            }
        }
    }

    @Test
    void tablesRepeatTheirHeadsAndAnnexesSayWhatTheyBelongTo() throws IOException {
        try (var word = open(SampleReport.make())) {
            var table = word.getTables().get(1);
            assertThat(table.getRow(0).isRepeatHeader()).isTrue();
            assertThat(table.getRow(0).getTableCells()).hasSize(5);
            assertThat(table.getRow(1).getTableCells()).hasSize(6);
            assertThat(table.getRow(table.getNumberOfRows() - 1).getCell(4).getText()).isEqualTo("44.694");
            assertThat(body(word)).contains("Phụ lục I", "Phụ lục II", "KẾT QUẢ BỐ TRÍ LỰC LƯỢNG THEO TỈNH, THÀNH PHỐ",
                    "(Kèm theo Báo cáo số 05/BC-V05 ngày 31 tháng 5 năm 2021 của Cục Xây dựng phong trào bảo vệ an ninh Tổ quốc)");
        }
    }

    @Test
    void noWordOfATableIsBrokenWhereThereIsRoomForAllColumns() throws IOException {
        var columns = List.of(new Block.Column("TT", null, 1, Block.Align.CENTER), new Block.Column("Năm sinh", null, 1, Block.Align.CENTER), new Block.Column("Đơn vị", null, 60, Block.Align.LEFT));
        var table = new Block.Table(null, null, columns, List.of(new Block.Row(List.of("120", "1976", "Công an xã Đồng Văn"), false)), null);
        try (var word = open(small(SampleReport.make().title(), List.of(table), SampleReport.make().signature()))) {
            var grid = word.getTables().stream().filter(one -> one.getText().contains("1976")).findFirst().orElseThrow().getCTTbl().getTblGrid();
            // "120" is three digits of half the size: 18 points, "1976" 24; a point is 20 twips, both margins take 140
            assertThat(((java.math.BigInteger) grid.getGridColArray(0).getW()).intValue()).isBetween(500, 540);
            assertThat(((java.math.BigInteger) grid.getGridColArray(1).getW()).intValue()).isBetween(620, 700);
        }
    }

    @Test
    void headingsBreakInEqualLines() {
        assertThat(Balanced.lines("CỤC XÂY DỰNG PHONG TRÀO BẢO VỆ AN NINH TỔ QUỐC", LetterWidths.BOLD, 12, 190)).containsExactly("CỤC XÂY DỰNG PHONG TRÀO", "BẢO VỆ AN NINH TỔ QUỐC");
        assertThat(Balanced.lines("BỘ CÔNG AN", LetterWidths.BOLD, 12, 190)).containsExactly("BỘ CÔNG AN");
        // Times: N 722, A 722, M 944 thousandths of the size in bold
        assertThat(LetterWidths.BOLD.of("NAM", 10)).isBetween(23.8, 23.95);
    }

    @Test
    void whatWeWritePassesOurOwnChecks() {
        assertThat(new EdgeCheck(LocalDate.of(2026, 11, 21)).file("bao-cao.docx", OfficialDocx.write(SampleReport.make()))).isEmpty();
        assertThat(Spelling.check(SampleReport.make().toString())).isEmpty();
    }

    @Test
    void pdfComesWithVietnameseLettersWhereLibreOfficeIs() {
        var pdf = Pdf.from(OfficialDocx.write(SampleReport.make()));
        assertThat(pdf.isPresent()).isEqualTo(Pdf.available());
        pdf.ifPresent(bytes -> {
            String raw = new String(bytes, StandardCharsets.ISO_8859_1);
            assertThat(raw).startsWith("%PDF-").contains("+Tinos-Bold").doesNotContain("LiberationSerif");
            assertThat(raw.split("/Type/Page[^s]").length - 1).isEqualTo(6);
        });
    }
}
