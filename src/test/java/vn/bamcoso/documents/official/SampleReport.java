package vn.bamcoso.documents.official;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.bamcoso.documents.official.Block.Align;
import vn.bamcoso.documents.official.Block.Column;
import vn.bamcoso.documents.official.Block.Row;

/** A report of three pages with two annexes, of which one is wide; its main writes the Word and PDF files into the folder given. */
final class SampleReport {

    private SampleReport() {}

    static OfficialDocument make() {
        List<Block> body = new ArrayList<>();
        body.add(new Block.Grounds(List.of(
                "Căn cứ Nghị định số 09/2019/NĐ-CP ngày 24 tháng 01 năm 2019 của Chính phủ quy định về chế độ báo cáo của cơ quan hành chính nhà nước",
                "Căn cứ Kế hoạch số 223/KH-BCA-V05 ngày 12 tháng 10 năm 2018 của Bộ Công an về xây dựng Công an xã, thị trấn chính quy")));
        body.add(Block.Paragraph.of("Cục Xây dựng phong trào bảo vệ an ninh Tổ quốc báo cáo sơ kết kết quả triển khai thực hiện chủ trương xây dựng Công an xã, thị trấn chính quy trên toàn quốc (số liệu tính đến ngày 23/4/2021) như sau:"));
        body.add(new Block.Section("Đặc điểm tình hình"));
        body.add(new Block.Clause("Thuận lợi"));
        body.add(Block.Paragraph.of("Chủ trương bố trí Công an chính quy đảm nhiệm các chức danh Công an xã được cấp ủy, chính quyền các cấp và Nhân dân đồng tình, ủng hộ; Công an các đơn vị, địa phương quán triệt nghiêm túc, triển khai đồng bộ, quyết liệt."));
        body.add(new Block.Clause("Khó khăn"));
        body.add(Block.Paragraph.of("Một số địa bàn miền núi, biên giới, hải đảo có diện tích rộng, giao thông đi lại khó khăn; nơi làm việc, phương tiện của Công an xã ở nhiều nơi còn thiếu."));
        body.add(new Block.Section("Kết quả thực hiện"));
        body.add(new Block.Clause("Về tổ chức bộ máy, bố trí lực lượng"));
        body.add(Block.Paragraph.of("Tính đến ngày 23/4/2021, Công an 63 tỉnh, thành phố trực thuộc Trung ương đã bố trí gần 45.000 cán bộ Công an chính quy đảm nhiệm các chức danh Công an xã tại 8.595 xã, thị trấn; trung bình mỗi xã, thị trấn có 5,2 cán bộ; thành lập 7.936 chi bộ Công an xã."));
        body.add(new Block.Point(Text.of("Các địa phương bố trí đủ Công an chính quy tại tất cả các xã, thị trấn: 63/63 tỉnh, thành phố;")));
        body.add(new Block.Point(Text.of("Số xã, thị trấn có từ 05 cán bộ trở lên: 7.214 xã, thị trấn;")));
        body.add(new Block.Point(Text.of("Số xã, thị trấn có chi bộ riêng: 7.936 xã, thị trấn.")));
        body.add(new Block.Table("Bảng 1. Kết quả bố trí lực lượng theo vùng", "Đơn vị tính: người, xã, thị trấn",
                List.of(new Column("TT", null, 6, Align.CENTER), new Column("Vùng", null, 30, Align.LEFT), new Column("Tổng số", "Xã, thị trấn", 14, Align.RIGHT),
                        new Column("Đã bố trí", "Xã, thị trấn", 14, Align.RIGHT), new Column("Cán bộ", null, 14, Align.RIGHT), new Column("Bình quân", null, 14, Align.RIGHT)),
                List.of(new Row(List.of("1", "Trung du và miền núi phía Bắc", "2.186", "2.186", "10.978", "5,0"), false),
                        new Row(List.of("2", "Đồng bằng sông Hồng", "1.942", "1.801", "9.745", "5,4"), false),
                        new Row(List.of("3", "Bắc Trung Bộ và Duyên hải miền Trung", "2.163", "2.098", "10.910", "5,2"), false),
                        new Row(List.of("4", "Tây Nguyên", "604", "588", "3.058", "5,2"), false),
                        new Row(List.of("5", "Đông Nam Bộ", "545", "519", "2.751", "5,3"), false),
                        new Row(List.of("6", "Đồng bằng sông Cửu Long", "1.436", "1.403", "7.252", "5,2"), false),
                        new Row(List.of("", "Cả nước", "8.876", "8.595", "44.694", "5,2"), true)),
                "Nguồn: Công an các tỉnh, thành phố; tổng số xã, thị trấn theo bản đồ ngày 01/7/2021."));
        body.add(new Block.Clause("Về công tác bảo đảm an ninh, trật tự"));
        for (String line : List.of("Công an xã, thị trấn chính quy đã tiếp nhận hơn 82.000 tin về an ninh, trật tự, trong đó có gần 12.000 tin báo, tố giác tội phạm; phối hợp làm rõ hơn 9.500 vụ việc.",
                "Tham mưu cấp ủy, chính quyền cấp xã ban hành trên 40.000 văn bản chỉ đạo công tác bảo đảm an ninh, trật tự; tổ chức trên 5 nghìn hội nghị tuyên truyền với 575 nghìn lượt người tham gia.",
                "Thu nhận hồ sơ cấp thẻ căn cước công dân gắn chip: riêng Công an tỉnh Hải Dương thu nhận 991.830 hồ sơ, vượt chỉ tiêu 988.200 hồ sơ, hoàn thành sớm 47 ngày.")) {
            body.add(new Block.Dash(Text.of(line)));
        }
        body.add(new Block.Clause("Về kinh phí, cơ sở vật chất"));
        body.add(new Block.Paragraph(new Text(List.of(new Text.Span("Từ năm 2018 đến tháng 3/2021, Bộ Công an đã bố trí ", false, false), new Text.Span("hơn 3.100 tỷ đồng", true, false),
                new Text.Span(" đầu tư, trang bị cho Công an xã, thị trấn chính quy.", false, false)))));
        body.add(new Block.Section("Đánh giá chung"));
        body.add(new Block.Clause("Ưu điểm"));
        body.add(Block.Paragraph.of("Việc bố trí Công an chính quy đảm nhiệm các chức danh Công an xã được thực hiện đúng lộ trình, đạt và vượt mục tiêu đề ra; tình hình an ninh, trật tự ở cơ sở có chuyển biến rõ nét, được cấp ủy, chính quyền và Nhân dân ghi nhận, đánh giá cao."));
        body.add(new Block.Clause("Tồn tại, hạn chế"));
        body.add(new Block.Point(Text.of("Tỷ lệ bao phủ 96,8% tính trên 8.876 xã, thị trấn; một số địa phương báo cáo 100% nhưng không nêu mẫu số;")));
        body.add(new Block.Point(Text.of("Một số nơi chưa thành lập chi bộ Công an xã; nơi làm việc còn phải mượn tạm của chính quyền địa phương.")));
        body.add(new Block.Section("Phương hướng, nhiệm vụ thời gian tới"));
        for (String line : List.of("Tiếp tục kiện toàn tổ chức, bố trí đủ lực lượng Công an xã, thị trấn chính quy; ưu tiên các xã trọng điểm, phức tạp về an ninh, trật tự, xã biên giới.",
                "Nâng cao chất lượng công tác tiếp nhận, giải quyết tố giác, tin báo về tội phạm; rõ người, rõ việc, rõ trách nhiệm, rõ tiến độ hoàn thành.",
                "Rà soát, đầu tư trụ sở làm việc, phương tiện, công cụ hỗ trợ; tổ chức tập huấn nghiệp vụ, pháp luật, tiếng dân tộc cho Công an xã.")) {
            body.add(new Block.Item(Text.of(line)));
        }
        body.add(new Block.Section("Kiến nghị, đề xuất"));
        body.add(Block.Paragraph.of("Đề nghị lãnh đạo Bộ xem xét, phê duyệt Đề án đầu tư cơ sở làm việc của Công an xã giai đoạn 2021–2025; chỉ đạo Công an các đơn vị, địa phương tiếp tục thực hiện nghiêm túc các nhiệm vụ nêu trên."));

        List<Column> provinces = List.of(new Column("TT", null, 6, Align.CENTER), new Column("Tỉnh, thành phố", null, 34, Align.LEFT), new Column("Xã, thị trấn", null, 20, Align.RIGHT), new Column("Cán bộ", null, 20, Align.RIGHT), new Column("Ghi chú", null, 20, Align.LEFT));
        List<Row> rows = new ArrayList<>();
        for (int i = 1; i <= 40; i++) rows.add(new Row(List.of("%02d".formatted(i), i == 1 ? "Hà Giang" : i == 2 ? "Hải Dương" : "Tỉnh số " + i, "188", "940", ""), false));
        List<Column> months = new ArrayList<>(List.of(new Column("TT", null, 5, Align.CENTER), new Column("Nội dung", null, 30, Align.LEFT)));
        for (int i = 1; i <= 12; i++) months.add(new Column(String.valueOf(i), "Tháng", 6, Align.RIGHT));
        List<Row> plan = new ArrayList<>();
        for (String line : List.of("Tin về an ninh, trật tự", "Tin báo, tố giác tội phạm", "Vụ việc đã làm rõ")) {
            List<String> cells = new ArrayList<>(List.of(String.valueOf(plan.size() + 1), line));
            for (int i = 1; i <= 12; i++) cells.add(String.valueOf(6_800 / (plan.size() * 4 + 1) + i * 7));
            plan.add(new Row(cells, false));
        }
        return new OfficialDocument(
                new OfficialDocument.Heads("Bộ Công an", "Cục Xây dựng phong trào bảo vệ an ninh Tổ quốc", new OfficialDocument.Number(5, "BC-V05"), "Hà Nội", LocalDate.of(2021, 5, 31)),
                new OfficialDocument.Title("BÁO CÁO", "Sơ kết kết quả triển khai thực hiện chủ trương xây dựng Công an xã, thị trấn chính quy trên toàn quốc"),
                List.of("Lãnh đạo Bộ Công an"), body,
                new OfficialDocument.Signature(OfficialDocument.Authority.KT, "Cục trưởng", "Phó Cục trưởng", "Đại tá", "Nguyễn Văn Minh Họa"),
                List.of("Như trên", "Văn phòng Bộ (để theo dõi)", "Công an các tỉnh, thành phố trực thuộc Trung ương", "Lưu: VT, V05 (P2)"),
                List.of(new OfficialDocument.Annex("Kết quả bố trí lực lượng theo tỉnh, thành phố", List.of(new Block.Table(null, null, provinces, rows, null)), false),
                        new OfficialDocument.Annex("Số tin tiếp nhận theo tháng", List.of(new Block.Table(null, "Đơn vị tính: tin, vụ", months, plan, null)), true)),
                new OfficialDocument.Frame("Dữ liệu minh họa", "Niêm phong nhật ký: 9f2c41d07ab3 (dòng 1.204.557, ngày 31/5/2021)"));
    }

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        byte[] docx = OfficialDocx.write(make());
        Files.write(folder.resolve("sample.docx"), docx);
        Files.write(folder.resolve("sample.pdf"), Pdf.from(docx).orElseThrow());
    }
}
