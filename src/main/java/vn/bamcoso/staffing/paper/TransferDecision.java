package vn.bamcoso.staffing.paper;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.papers.Content;
import vn.bamcoso.papers.Content.Paragraph;
import vn.bamcoso.papers.Content.Piece;
import vn.bamcoso.papers.Section;
import vn.bamcoso.staffing.Titles;
import vn.bamcoso.staffing.wave.Waves;

/** Quyết định điều động: for a list (the wave's number) with its danh sách trích ngang, or for one officer (the act's number, negative). */
@Component
class TransferDecision implements Section {
    static final String NAME = "staffing";

    private final JdbcClient jdbc;
    private final Waves waves;
    private final Titles titles;

    TransferDecision(JdbcClient jdbc, Waves waves, Titles titles) {
        this.jdbc = jdbc;
        this.waves = waves;
        this.titles = titles;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String link(long ref) {
        return ref > 0 ? "/staffing/waves/" + ref : "/staffing/moves/" + -ref;
    }

    @Override
    public Optional<BigDecimal> present(String mark) {
        return Optional.empty();
    }

    @Override
    public Content compose(long ref, @Nullable Instant known) {
        return ref > 0 ? list((int) ref) : one(-ref);
    }

    private Content list(int id) {
        Waves.Wave wave = waves.byId(id).orElseThrow(Problem::notFound);
        List<Waves.Line> lines = waves.lines(wave);
        Map<Short, Titles.Title> names = titles.on(wave.effective());
        String day = day(wave.effective());
        long offices = lines.stream().map(Waves.Line::office).distinct().count();
        List<Content.Block> body = new ArrayList<>(grounds());
        body.add(say("Điều 1. Điều động %s đồng chí có tên trong danh sách kèm theo đến nhận công tác tại %s Công an cấp xã, kể từ ngày %s.".formatted(number(lines.size()), number(offices), day)));
        body.add(say("Điều 2. Các đồng chí có tên bàn giao công việc, tài liệu, phương tiện tại đơn vị cũ trước ngày " + day + " và nhận nhiệm vụ do Trưởng Công an cấp xã nơi đến phân công."));
        body.add(say("Điều 3. Thủ trưởng các đơn vị có liên quan và các đồng chí có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này."));
        List<List<Piece>> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Waves.Line line = lines.get(i);
            rows.add(row(String.valueOf(i + 1), line.name(), String.valueOf(line.birthYear()), line.number(), Texts.vi().get("staffing.rank." + line.rank().replace('_', '-')), line.from() == null ? "" : line.from(),
                    line.to(), names.get(line.titleId()).nameVi()));
        }
        var annex = new Content.Annex("DANH SÁCH TRÍCH NGANG CÁN BỘ ĐƯỢC ĐIỀU ĐỘNG", true, List.of(new Content.Grid(
                null, List.of("TT", "Họ và tên", "Năm sinh", "Số hiệu", "Cấp bậc hàm", "Đơn vị hiện tại", "Đơn vị đến", "Chức danh"),
                List.of(true, false, false, false, false, false, false, false), rows, null, null)));
        return new Content(body, List.of(annex), List.of(), List.of());
    }

    private record Move(String what, String number, String name, int birthYear, String rank, @Nullable String old, String office, short titleId, LocalDate effective) {}

    private Content one(long id) {
        Move move = jdbc.sql("""
                        -- Who is moved from where to where by one act?
                        select m.what, o.number, o.name, o.birth_year, o.rank, p.title_id, m.effective,
                               (select n.name from territory.pub_office n where n.office_id = f.office_id and n.valid_from < m.effective order by n.valid_from desc limit 1) as old,
                               (select n.name from territory.pub_office n where n.office_id = p.office_id and n.valid_from <= m.effective order by n.valid_from desc limit 1) as office
                        from staffing.move m join staffing.officer o on o.id = m.officer_id join staffing.posting p on p.id = m.posting_id
                        left join staffing.posting f on f.id = m.from_posting_id where m.id = :id""").param("id", id).query(Move.class).optional().orElseThrow(Problem::notFound);
        String day = day(move.effective());
        String who = Texts.vi().get("staffing.rank." + move.rank().replace('_', '-')) + " " + move.name() + ", sinh năm " + move.birthYear() + ", số hiệu " + move.number();
        String title = titles.on(move.effective()).get(move.titleId()).nameVi();
        List<Content.Block> body = new ArrayList<>(grounds());
        body.add(say(switch (move.what()) {
            case "retirement" -> "Điều 1. Đồng chí %s, %s, %s, nghỉ công tác hưởng chế độ hưu trí kể từ ngày %s.".formatted(who, title, move.office(), day);
            case "end" -> "Điều 1. Đồng chí %s thôi giữ chức danh %s, %s, kể từ ngày %s.".formatted(who, title, move.office(), day);
            default -> "Điều 1. %s đồng chí %s%s, đến nhận công tác tại %s, giữ chức danh %s, kể từ ngày %s.".formatted(
                    move.what().equals("appointment") ? "Điều động, bổ nhiệm" : "Điều động", who, move.old() == null ? "" : ", hiện công tác tại " + move.old(), move.office(), title, day);
        }));
        body.add(say("Điều 2. Đồng chí " + move.name() + " bàn giao công việc, tài liệu, phương tiện tại đơn vị cũ trước ngày " + day + "."));
        body.add(say("Điều 3. Thủ trưởng các đơn vị có liên quan và đồng chí " + move.name() + " chịu trách nhiệm thi hành Quyết định này."));
        return new Content(body, List.of(), List.of(), List.of());
    }

    private static List<Content.Block> grounds() {
        return List.of(
                say("Căn cứ Luật Công an nhân dân năm 2018 (sửa đổi, bổ sung năm 2023, năm 2025);"),
                say("Căn cứ Nghị định số 42/2021/NĐ-CP ngày 31 tháng 3 năm 2021 của Chính phủ quy định việc xây dựng Công an xã, thị trấn chính quy;"),
                say("Xét nhu cầu công tác và năng lực cán bộ,"),
                say("QUYẾT ĐỊNH:"));
    }

    private static Paragraph say(String text) {
        return new Paragraph(List.of(Piece.words(text)));
    }

    private static List<Piece> row(String... cells) {
        return java.util.Arrays.stream(cells).map(Piece::words).toList();
    }

    private static String day(LocalDate day) {
        return "%02d tháng %s năm %d".formatted(day.getDayOfMonth(), day.getMonthValue() < 3 ? "0" + day.getMonthValue() : String.valueOf(day.getMonthValue()), day.getYear());
    }

    private static String number(long n) {
        return n < 10 ? "0" + n : Texts.vi().write(n);
    }
}
