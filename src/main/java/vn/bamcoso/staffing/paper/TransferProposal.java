package vn.bamcoso.staffing.paper;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.papers.Content;
import vn.bamcoso.papers.Section;
import vn.bamcoso.staffing.Titles;
import vn.bamcoso.staffing.selection.Selection;
import vn.bamcoso.staffing.wave.Waves;

/**
 * Tờ trình of a draft, for a list or for one officer: what is asked for, by which rules they were chosen, who is an exception and
 * why; annexes: danh sách trích ngang, and how many each office has before and after.
 */
@Component
class TransferProposal implements Section {
    static final String NAME = "staffing-proposal";

    private final Waves waves;
    private final Titles titles;
    private final Selection selection;
    private final Deciding deciding;

    TransferProposal(Waves waves, Titles titles, Selection selection, Deciding deciding) {
        this.waves = waves;
        this.titles = titles;
        this.selection = selection;
        this.deciding = deciding;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String link(long ref) {
        return "/staffing/waves/" + ref;
    }

    @Override
    public Content compose(long ref, @Nullable Instant known) {
        Waves.Wave wave = waves.byId((int) ref).orElseThrow(Problem::notFound).asDraft();
        List<Waves.Line> lines = waves.lines(wave, known);
        Map<Short, Titles.Title> names = titles.on(wave.effective());
        List<Content.Block> body = new ArrayList<>();
        body.add(new Content.Grounds(List.of(
                "Căn cứ Luật Công an nhân dân năm 2018 (sửa đổi, bổ sung năm 2023, năm 2025)",
                "Căn cứ Nghị định số 42/2021/NĐ-CP ngày 31 tháng 3 năm 2021 của Chính phủ quy định việc xây dựng Công an xã, thị trấn chính quy")));
        String head = deciding.head(NAME, ref, wave.officeId()).titleAndOffice();
        body.add(lines.size() == 1 ? Deciding.say(single(lines.getFirst(), wave, names, head)) : Deciding.say(many(lines, wave, head)));
        body.add(new Content.Heading(2, "1.", "Tiêu chuẩn lựa chọn"));
        rules(wave, lines, names).forEach(body::add);
        body.add(new Content.Heading(2, "2.", "Trường hợp ngoại lệ"));
        body.add(exceptions(lines));
        body.add(new Content.Heading(2, "3.", "Kiến nghị"));
        body.add(Deciding.say("Kính trình " + head + " xem xét, quyết định."));
        return new Content(body, List.of(ListOfOfficers.annex("DANH SÁCH TRÍCH NGANG CÁN BỘ ĐỀ NGHỊ ĐIỀU ĐỘNG", lines, names), balance(wave, lines, known)), List.of(), List.of());
    }

    private static String single(Waves.Line line, Waves.Wave wave, Map<Short, Titles.Title> names, String head) {
        return "Xét nhu cầu công tác, đề nghị %s quyết định điều động đồng chí %s %s, sinh năm %d, số hiệu %s%s đến nhận công tác tại %s, giữ chức danh %s, kể từ ngày %s.".formatted(
                head, Deciding.rank(line.rank()), line.name(), line.birthYear(), line.number(), line.from() == null ? "" : ", hiện công tác tại " + line.from() + ",", line.to(), names.get(line.titleId()).nameVi(),
                Deciding.day(wave.effective()));
    }

    private static String many(List<Waves.Line> lines, Waves.Wave wave, String head) {
        long from = lines.stream().map(Waves.Line::fromOffice).filter(java.util.Objects::nonNull).distinct().count();
        long to = lines.stream().map(Waves.Line::office).distinct().count();
        return "Xét nhu cầu công tác, đề nghị %s quyết định điều động %s đồng chí từ %s đơn vị đến nhận công tác tại %s đơn vị, kể từ ngày %s (danh sách trích ngang và số cán bộ từng đơn vị trước, sau điều động kèm theo).".formatted(
                head, Deciding.number(lines.size()), Deciding.number(from), Deciding.number(to), Deciding.day(wave.effective()));
    }

    /** The rules for the titles of the list, as the ministry set them. */
    private List<Content.Block> rules(Waves.Wave wave, List<Waves.Line> lines, Map<Short, Titles.Title> names) {
        Texts vi = Texts.vi();
        List<Content.Block> said = new ArrayList<>();
        var items = new ArrayList<Content.Paragraph>();
        Map<Short, List<Selection.Rule>> byTitle = selection.on(wave.effective()).stream().filter(rule -> rule.titleId() == null || lines.stream().anyMatch(line -> line.titleId() == rule.titleId()))
                .collect(Collectors.groupingBy(rule -> rule.titleId() == null ? (short) 0 : rule.titleId(), java.util.TreeMap::new, Collectors.toList()));
        byTitle.forEach((title, rules) -> items.add(Deciding.say((title == 0 ? "Mọi chức danh" : names.get(title).nameVi()) + ": "
                + rules.stream().map(rule -> vi.get(rule.key(), Selection.bound(rule, vi))).collect(Collectors.joining("; ")) + ".")));
        long exceptions = lines.stream().filter(line -> line.exception() != null).count();
        said.add(new Content.Listing(items));
        said.add(Deciding.say(exceptions == 0 ? "Tất cả các đồng chí được đề nghị đều đạt tiêu chuẩn." : "%s/%s đồng chí được đề nghị đạt tiêu chuẩn.".formatted(Deciding.number(lines.size() - exceptions), Deciding.number(lines.size()))));
        return said;
    }

    private static Content.Block exceptions(List<Waves.Line> lines) {
        List<Waves.Line> named = lines.stream().filter(line -> line.exception() != null).toList();
        if (named.isEmpty()) {
            return Deciding.say("Không có.");
        }
        return new Content.Listing(named.stream().map(line -> Deciding.say("Đồng chí %s, số hiệu %s: chưa đạt về %s. Lý do đề nghị: %s.".formatted(line.name(), line.number(),
                java.util.Arrays.stream(line.broken().split(",")).map(kind -> Texts.vi().get("staffing.rule.of." + kind.replace('_', '-'))).collect(Collectors.joining(", ")),
                line.exception() == null ? "" : line.exception().replaceFirst("[.;]\\s*$", "")))).toList());
    }

    private Content.Annex balance(Waves.Wave wave, List<Waves.Line> lines, @Nullable Instant known) {
        List<List<Content.Piece>> rows = new ArrayList<>();
        for (Waves.Balance one : waves.balance(wave, lines, known)) {
            rows.add(Deciding.row(String.valueOf(rows.size() + 1), one.name(), text(one.allotted()), text(one.before()), text(one.leaving()), text(one.coming()), text(one.after())));
        }
        return new Content.Annex("SỐ CÁN BỘ TỪNG ĐƠN VỊ TRƯỚC VÀ SAU ĐIỀU ĐỘNG", false, List.of(new Content.Grid(
                null, List.of("TT", "Đơn vị", "Biên chế", "Trước", "Đi", "Đến", "Sau"), List.of(false, false, true, true, true, true, true), rows, null, null)));
    }

    private static String text(int n) {
        return Texts.vi().write(n);
    }
}
