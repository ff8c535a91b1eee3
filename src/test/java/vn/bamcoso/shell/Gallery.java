package vn.bamcoso.shell;

import com.sun.net.httpserver.HttpServer;
import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.bamcoso.basics.Texts;

/** Every part of the look on one page, served without the rest of the program: for tests and for the picture in the docs. */
public final class Gallery implements AutoCloseable {
    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);
    private final HttpServer server;
    private final Page page;

    public Gallery(Texts texts, String theme) throws IOException {
        var rail = List.of(
                new NavItem.Shown("", "shell.first-page", "/", true, 0),
                new NavItem.Shown("shell.nav.reports", "shell.nav.reports", "/reports", false, 12),
                new NavItem.Shown("shell.nav.figures", "shell.nav.figures", "/figures", false, 0),
                new NavItem.Shown("shell.nav.territory", "shell.nav.territory", "/places", false, 0));
        page = new Page(texts, LocalDate.of(2026, 11, 21), "Cán bộ tham mưu", "Phòng Tham mưu · Công an tỉnh Tuyên Quang", () -> "token", "/", "/", theme, true, () -> rail);
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            Assets.Asset asset = Assets.at(exchange.getRequestURI().getPath());
            byte[] body = asset == null ? parts().getBytes(StandardCharsets.UTF_8) : asset.bytes();
            exchange.getResponseHeaders().set("Content-Type", asset == null ? "text/html;charset=UTF-8" : asset.type());
            exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'self'; style-src 'self'; script-src 'self'");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private String part(String name, Object... namesAndValues) {
        Map<String, Object> parameters = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        String template = "vn/bamcoso/shell/" + name + ".jte";
        if (ENGINE.getParamInfo(template).containsKey("page")) {
            parameters.put("page", page);
        }
        var out = new StringOutput();
        ENGINE.render(template, parameters, out);
        return out.toString();
    }

    private static Content html(String html) {
        return out -> out.writeContent(html);
    }

    private static String sheet(String width, String title, String beside, String content) {
        return "<section class=\"sheet " + width + "\"><h2>" + title + " <span class=\"meta\">" + beside + "</span></h2>" + content + "</section>";
    }

    private String parts() {
        String crumbs = part("crumbs", "way", List.of("Biểu mẫu đến hạn", "/", "Quý IV năm 2026"));
        var content = new StringBuilder(part("heading", "title", "Còn 4 ngày nữa đến hạn báo cáo quý IV; 18 xã, phường chưa gửi", "under", "Kỳ từ 15/9 đến 14/12/2026 · hạn của tỉnh gửi Bộ: 17 giờ thứ Tư, 25/11", "crumbs", html(crumbs)));
        content.append(part("timebar", "pills", html(part("pill", "label", page.t("shell.timebar.asof"), "value", "23/4/2021", "content", html(part("field", "name", "asof", "label", page.t("shell.timebar.asof"), "type", "date", "value", "2021-04-23")))
                + part("pill", "label", page.t("shell.timebar.map"), "value", "34 tỉnh (từ 1/7/2025)") + part("pill", "label", page.t("shell.timebar.known"), "value", "hôm nay") + part("pill", "label", page.t("shell.timebar.within"), "value", "toàn quốc, theo tỉnh"))));
        content.append("<div class=\"grid\">");
        content.append(sheet("c7", "Chờ tôi", "2 việc", "<ol class=\"list\"><li><a href=\"/\">Duyệt báo cáo quý IV: Xã Đồng Văn, Xã Lũng Cú và 17 xã khác</a><span class=\"meta\">gửi hôm nay</span></li><li><a href=\"/\">4 báo cáo đã trả lại, chưa gửi lại</a><span class=\"late\">quá hạn 2 ngày</span></li></ol>"));
        var states = Stream.of("ok", "sent", "back", "draft", "none", "late").toList();
        var dots = IntStream.range(0, 124).mapToObj(i -> new Dots.Dot("Xã " + (i + 1), states.get(i < 83 ? 0 : i < 102 ? 1 : i < 106 ? 2 : i < 112 ? 3 : i < 118 ? 4 : 5), "/xa/" + i)).toList();
        content.append(sheet("c5", "Quý IV, 124 xã, phường", "83 đã duyệt", part("dots", "label", "Tình hình nộp", "dots", Dots.of(dots, "ok", "đã duyệt", "sent", "chờ duyệt", "back", "trả lại", "draft", "đang soạn", "none", "chưa gửi", "late", "quá hạn"))));
        content.append(sheet("c12", "Bức tranh của tỉnh", "tính đến 14/11/2026", "<div class=\"stats\">" + part("stat", "value", "1.412", "say", "hơn 1.400", "text", "cán bộ chính quy ở cơ sở", "detail", "bình quân 11,4 mỗi đơn vị", "link", "/") + part("stat", "value", "96,8 %", "text", "đơn vị đủ khung (120/124)", "detail", "còn Xã Phú Linh, Xã Tùng Bá, Xã Ngọc Long, Xã Bạch Xa") + part("stat", "value", "24/28", "text", "nhiệm vụ trọng tâm đúng tiến độ") + "</div>"));
        List<String> quarters = List.of("I/2025", "II", "III", "IV", "I/2026", "II", "III", "IV");
        List<BigDecimal> values = Stream.of("2900", "3100", "5200", "9800", "18400", "27000", "39000", "44694").map(BigDecimal::new).toList();
        content.append(sheet("c6", "Cán bộ chính quy", "theo quý", part("linechart", "chart", Chart.of("Tăng từ 2.900 lên 44.694", quarters, "người", values))));
        content.append(sheet("c6", "Tin về an ninh, trật tự", "theo quý", part("columns", "chart", Chart.of("Tin theo quý", quarters, "tin", values))));
        String head = "<tr><th scope=\"col\">Tỉnh, thành phố</th><th scope=\"col\" class=\"num\">Cán bộ</th><th scope=\"col\"><span class=\"unseen\">so sánh</span></th></tr>";
        String rows = "<tr class=\"total\"><th scope=\"row\">Toàn quốc</th><td class=\"num\"><a href=\"/\">44.694</a></td><td></td></tr><tr><th scope=\"row\">Thanh Hóa</th><td class=\"num\"><a href=\"/\">2.790</a></td><td>" + part("bar", "part", .99) + "</td></tr><tr><th scope=\"row\">Tuyên Quang</th><td class=\"num est\">1.632</td><td>" + part("bar", "part", .58) + "</td></tr>";
        content.append(sheet("c7", "Theo tỉnh", part("badge", "text", "đã duyệt", "tone", "green") + part("badge", "text", "chờ duyệt", "tone", "amber") + part("badge", "text", "quá hạn", "tone", "red"), part("table", "caption", "Cán bộ theo tỉnh", "head", html(head), "body", html(rows)) + part("pager", "paging", new Paging(3321, 50, 4, "/"))));
        content.append("<div class=\"c5 stack\">" + sheet("", "Điền", "", part("field", "name", "login", "label", "Tên đăng nhập", "required", true, "hint", "như trên giấy giới thiệu") + part("field", "name", "reason", "label", "Lý do", "lines", 2, "error", "Xin ghi một câu lý do.") + part("field", "name", "level", "label", "Cấp", "options", List.of("p", "Tỉnh", "c", "Xã"), "value", "c") + "<div class=\"actions\"><button class=\"btn\">Trình Trưởng Công an xã</button><button class=\"btn quiet\">Lấy về Excel</button><button class=\"btn danger\">Trả lại</button></div>") + "</div>");
        content.append("<div class=\"c12\">" + part("notice", "tone", "bad", "text", "Có 2 dòng chưa đúng; chưa có gì được lưu.") + part("notice", "tone", "doubt", "text", "Gấp 10 lần quý trước. Đúng là 210 hay 21?") + part("notice", "tone", "good", "text", "Đã gửi lúc 14:32.") + part("empty", "text", "Chưa có báo cáo nào chờ duyệt.", "action", "Xem tình hình nộp", "link", "/") + "</div></div>");
        content.append("<div class=\"foot\"><span class=\"meta\">Đã lưu lúc 14:32 · 6/7 ô</span><a class=\"btn go\" href=\"/\">Trình ký</a></div>");
        return part("layout", "title", "Các thành phần", "content", html(content.toString()));
    }
}
