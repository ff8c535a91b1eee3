package vn.bamcoso.staffing.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.papers.Content;
import vn.bamcoso.papers.Section;
import vn.bamcoso.staffing.Titles;
import vn.bamcoso.staffing.wave.Waves;

/**
 * Quyết định về cán bộ: điều động for a list (the wave's number) with its danh sách trích ngang, sửa đổi and bãi bỏ of an issued
 * one, or any act of one officer (the act's number, negative).
 */
@Component
class TransferDecision implements Section {
    static final String NAME = "staffing";

    private final JdbcClient jdbc;
    private final Waves waves;
    private final Titles titles;
    private final Deciding deciding;

    TransferDecision(JdbcClient jdbc, Waves waves, Titles titles, Deciding deciding) {
        this.jdbc = jdbc;
        this.waves = waves;
        this.titles = titles;
        this.deciding = deciding;
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
    public Content compose(long ref, @Nullable Instant known) {
        return ref > 0 ? list((int) ref, known) : one(-ref, known);
    }

    private Content list(int id, @Nullable Instant known) {
        Waves.Wave wave = waves.byId(id).orElseThrow(Problem::notFound);
        Waves.Wave changed = wave.changesId() == null ? null : waves.byId(wave.changesId()).orElse(null);
        List<Waves.Line> lines = waves.lines(wave, known);
        String day = Deciding.day(wave.effective());
        long offices = lines.stream().map(Waves.Line::office).distinct().count();
        String people = Deciding.number(lines.size());
        String earlier = changed == null || changed.decision() == null || changed.decidedOn() == null ? "" : "Quyết định số " + changed.decision() + " ngày " + Deciding.day(changed.decidedOn());
        List<Content.Block> body = begin(NAME, id, wave.officeId(), wave.decision(), wave.decidedOn());
        body.add(Deciding.article(1, switch (wave.purpose()) {
            case "amend" -> "Sửa đổi %s: điều động lại %s đồng chí có tên trong danh sách kèm theo đến nhận công tác tại %s đơn vị, kể từ ngày %s. Lý do: %s.".formatted(earlier, people, Deciding.number(offices), day, plain(wave.why()));
            case "revoke" -> wave.undoesFromTheFirstDay()
                    ? "Bãi bỏ %s. %s đồng chí có tên trong danh sách kèm theo tiếp tục công tác tại đơn vị cũ. Lý do: %s.".formatted(earlier, people, plain(wave.why()))
                    : "Bãi bỏ %s kể từ ngày %s. %s đồng chí có tên trong danh sách kèm theo trở về công tác tại đơn vị cũ từ ngày ấy. Lý do: %s.".formatted(earlier, day, people, plain(wave.why()));
            default -> "Điều động %s đồng chí có tên trong danh sách kèm theo đến nhận công tác tại %s đơn vị, kể từ ngày %s.".formatted(people, Deciding.number(offices), day);
        }));
        body.add(Deciding.article(2, "Các đồng chí có tên bàn giao công việc, tài liệu, phương tiện tại đơn vị cũ trước ngày " + day + " và nhận nhiệm vụ do thủ trưởng đơn vị nơi đến phân công."));
        body.add(Deciding.article(3, "Thủ trưởng các đơn vị có liên quan và các đồng chí có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này."));
        return new Content(body, List.of(ListOfOfficers.annex("DANH SÁCH TRÍCH NGANG CÁN BỘ ĐƯỢC ĐIỀU ĐỘNG", lines, titles.on(wave.effective()))), List.of(), List.of());
    }

    private record Move(
            String what, String number, String name, int birthYear, String rank, @Nullable String old, String office, int officeId, short titleId, LocalDate effective, String decision, LocalDate decidedOn) {}

    private Content one(long id, @Nullable Instant known) {
        Move move = jdbc.sql("""
                        -- Who is moved from where to where by one act?
                        select m.what, o.number, k.name, o.birth_year, k.rank, p.title_id, m.effective, m.decision, m.decided_on, p.office_id,
                               (select n.name from territory.pub_office n where n.office_id = f.office_id and n.valid_from < m.effective order by n.valid_from desc limit 1) as old,
                               (select n.name from territory.pub_office n where n.office_id = p.office_id and n.valid_from <= m.effective order by n.valid_from desc limit 1) as office
                        from staffing.move m join staffing.officer o on o.id = m.officer_id join staffing.posting p on p.id = m.posting_id
                        cross join lateral staffing.officer_known(o.id, :known) k
                        left join staffing.posting f on f.id = m.from_posting_id where m.id = :id""").param("id", id).param("known", known == null ? null : java.sql.Timestamp.from(known), java.sql.Types.TIMESTAMP).query(Move.class).optional().orElseThrow(Problem::notFound);
        String day = Deciding.day(move.effective());
        String who = Deciding.rank(move.rank()) + " " + move.name() + ", sinh năm " + move.birthYear() + ", số hiệu " + move.number();
        String title = titles.on(move.effective()).get(move.titleId()).nameVi();
        String now = move.old() == null ? "" : ", hiện công tác tại " + move.old();
        boolean stays = List.of("retirement", "end", "acting", "concurrent").contains(move.what());
        List<Content.Block> body = begin(NAME, -id, move.officeId(), move.decision(), move.decidedOn());
        body.add(Deciding.article(1, switch (move.what()) {
            case "retirement" -> "Đồng chí %s, %s, %s, nghỉ công tác hưởng chế độ hưu trí kể từ ngày %s.".formatted(who, title, move.office(), day);
            case "end" -> "Đồng chí %s thôi giữ chức danh %s, %s, kể từ ngày %s.".formatted(who, title, move.office(), day);
            case "secondment" -> "Biệt phái đồng chí %s%s, đến công tác tại %s, giữ chức danh %s, kể từ ngày %s.".formatted(who, now, move.office(), title, day);
            case "reinforcement" -> "Cử đồng chí %s%s, tăng cường cho %s, làm nhiệm vụ của chức danh %s, kể từ ngày %s.".formatted(who, now, move.office(), title, day);
            case "acting" -> "Giao đồng chí %s%s, phụ trách chức danh %s, %s, kể từ ngày %s cho đến khi có quyết định khác.".formatted(who, now, title, move.office(), day);
            case "concurrent" -> "Giao đồng chí %s%s, kiêm nhiệm %s tại địa bàn của %s, kể từ ngày %s.".formatted(who, now, title.toLowerCase(Locale.of("vi")), move.office(), day);
            default -> "%s đồng chí %s%s, đến nhận công tác tại %s, giữ chức danh %s, kể từ ngày %s.".formatted(move.what().equals("appointment") ? "Điều động, bổ nhiệm" : "Điều động", who, now, move.office(), title, day);
        }));
        body.add(Deciding.article(2, stays && !move.what().equals("retirement") && !move.what().equals("end")
                ? "Đồng chí " + move.name() + " thực hiện nhiệm vụ, quyền hạn theo quy định đối với chức danh được giao."
                : "Đồng chí " + move.name() + " bàn giao công việc, tài liệu, phương tiện tại đơn vị cũ trước ngày " + day + "."));
        body.add(Deciding.article(3, "Thủ trưởng các đơn vị có liên quan và đồng chí " + move.name() + " chịu trách nhiệm thi hành Quyết định này."));
        return new Content(body, List.of(), List.of(), List.of());
    }

    private List<Content.Block> begin(String section, long ref, int office, @Nullable String decision, @Nullable LocalDate decidedOn) {
        Deciding.Head head = deciding.head(section, ref, office);
        List<String> grounds = new ArrayList<>(List.of(
                "Căn cứ Luật Công an nhân dân năm 2018 (sửa đổi, bổ sung năm 2023, năm 2025)",
                "Căn cứ Nghị định số 42/2021/NĐ-CP ngày 31 tháng 3 năm 2021 của Chính phủ quy định việc xây dựng Công an xã, thị trấn chính quy"));
        if (decision != null && decidedOn != null) {
            grounds.add("Căn cứ quyết định của tập thể lãnh đạo số " + decision + " ngày " + Deciding.day(decidedOn));
        }
        grounds.add("Theo đề nghị của bộ phận tổ chức cán bộ");
        List<Content.Block> body = new ArrayList<>();
        body.add(new Content.Enacting(head.whole()));
        body.add(new Content.Grounds(grounds));
        body.add(new Content.Enacting("QUYẾT ĐỊNH:"));
        return body;
    }

    private static String plain(@Nullable String why) {
        return why == null ? "" : why.replaceFirst("[.;]\\s*$", "");
    }
}
