package vn.bamcoso.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.documents.table.ExcelColumn;
import vn.bamcoso.documents.table.ExcelSheet;
import vn.bamcoso.identity.Browser;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/**
 * Communes and forty indicators in one Excel file: brought by the ministry, once whole and once full of faults. A thousand
 * communes in every run; {@code -Dbamcoso.big=10000} for the whole country of that day.
 */
@InTheHouse
@TestPropertySource(properties = "bamcoso.test.own-database=big-file")
class BigFileTest {
    private static final int COMMUNES = Integer.getInteger("bamcoso.big", 1_000);
    private static final int INDICATORS = 40;
    private static final LocalDate LAST_DAY = LocalDate.of(2021, 6, 14);

    @Autowired DongVan dongVan;
    @Autowired TestUsers users;
    @Autowired Places places;

    private void aFormOfFortyIndicators() {
        users.asOwner(jdbc -> {
            jdbc.sql("""
                    insert into figures.indicator (code, name_vi, name_en, definition_vi, definition_en, unit_vi, unit_en, origin, over_time, over_places, collected_at, field, least, may_be_held, held_decided_by, position)
                    select 'big_' || n, 'Chỉ tiêu lớn ' || n, 'Big ' || n, 'Để thử', 'For a test', 'vụ', 'cases', 'entered', 'sum', 'sum', 'commune', 8, 0, 'yes', 'test', 900 + n
                    from generate_series(1, 40) n on conflict do nothing""").update();
            jdbc.sql("insert into reporting.form (code, name_vi, name_en, about_vi, about_en, field, level, position) values ('bieu-lon', 'Biểu lớn', 'Big form', 'Để thử', 'For a test', 8, 'commune', 90) on conflict do nothing").update();
            jdbc.sql("""
                    insert into reporting.form_version (form_id, number, first_end, last_end, period_rule, period_kinds, fingerprint)
                    select id, 1, date '2018-01-01', date '2100-01-01', 'official', '{quarter}', 'test' from reporting.form where code = 'bieu-lon' on conflict do nothing""").update();
            jdbc.sql("""
                    insert into reporting.form_line (form_version_id, position, indicator, asked, group_vi, group_en)
                    select v.id, n, 'big_' || n, true, 'Nhóm', 'Group' from reporting.form_version v join reporting.form f on f.id = v.form_id and f.code = 'bieu-lon', generate_series(1, 40) n on conflict do nothing""").update();
            return jdbc.sql("""
                    insert into reporting.form_step (form_version_id, position, office_kind, act, deadline, valid_from, valid_to)
                    select v.id, s.position, s.office_kind, s.act, s.deadline, s.valid_from, s.valid_to
                    from reporting.form_version v join reporting.form f on f.id = v.form_id and f.code = 'bieu-lon'
                    join reporting.form_step s on s.form_version_id = (select min(o.id) from reporting.form_version o join reporting.form k on k.id = o.form_id and k.code = 'ket-qua-cong-tac')
                    on conflict do nothing""").update();
        });
    }

    private interface Cells {
        Object of(int row, int column);
    }

    private byte[] file(List<Place> communes, Cells cells) {
        var out = new ByteArrayOutputStream();
        List<ExcelColumn> columns = new ArrayList<>(List.of(ExcelColumn.text("Mã địa bàn", 22), ExcelColumn.text("Tên địa bàn", 30)));
        for (int i = 1; i <= INDICATORS; i++) {
            columns.add(ExcelColumn.whole("big_" + i, 10));
        }
        try (var sheet = new ExcelSheet(out, "Số liệu", columns)) {
            sheet.head();
            for (int r = 0; r < communes.size(); r++) {
                List<Object> row = new ArrayList<>(List.of(communes.get(r).key(), communes.get(r).name()));
                for (int i = 1; i <= INDICATORS; i++) {
                    row.add(cells.of(r, i));
                }
                sheet.row(row);
            }
        }
        return out.toByteArray();
    }

    private long count(String table) {
        return users.asOwner(jdbc -> jdbc.sql("select count(*) from " + table).query(Long.class).single());
    }

    @Test
    void aWholeTableComesInToTheUnitAndABadOneOfItsSizeNotAtAll() throws Exception {
        aFormOfFortyIndicators();
        List<Place> communes = places.on(LAST_DAY).stream().filter(place -> place.level().equals("commune")).limit(COMMUNES).toList();
        assertThat(communes).hasSize(COMMUNES);
        Browser ministry = users.signIn(dongVan.team().ministry());
        Map<String, String> said = Map.of("form", "bieu-lon", "period", "2021-Q2");

        // every 41st cell is a word, every 97th row's second column is below zero: worked out here by the same rule
        Cells bad = (r, i) -> (r * INDICATORS + i) % 41 == 0 ? "nhiều" : i == 2 && r % 97 == 0 ? BigDecimal.valueOf(-3) : r;
        int words = 0;
        int below = 0;
        for (int r = 0; r < COMMUNES; r++) {
            for (int i = 1; i <= INDICATORS; i++) {
                words += bad.of(r, i) instanceof String ? 1 : 0;
                below += BigDecimal.valueOf(-3).equals(bad.of(r, i)) ? 1 : 0;
            }
        }
        long submissions = count("reporting.submission");
        long figures = count("figures.figure");
        long start = System.nanoTime();
        String refused = Upload.send(ministry, "hong.xlsx", file(communes, bad), said);
        String list = ministry.get(refused + "/faults.csv").body();
        long checked = System.nanoTime();
        assertThat(ministry.get(refused).body()).contains("Chưa ghi nhận gì");
        assertThat(list.lines().filter(line -> line.contains("nhiều")).count()).isEqualTo(words);
        assertThat(list.lines().filter(line -> line.contains("số âm")).count()).isEqualTo(below);
        assertThat(list.lines().count()).as("a head, and a line for each fault").isEqualTo(1 + words + below);
        assertThat(list).as("row 2 holds the first commune, column C the first indicator; the 41st cell is the second row's first").contains("3;C;").contains("2;D;");
        assertThat(count("reporting.submission")).isEqualTo(submissions);
        assertThat(count("figures.figure")).isEqualTo(figures);

        byte[] whole = file(communes, (r, i) -> BigDecimal.valueOf(r % 10 + i));
        long sent = System.nanoTime();
        String here = Upload.send(ministry, "lon.xlsx", whole, said);
        assertThat(ministry.get(here).body()).contains("Tệp không có lỗi");
        long previewed = System.nanoTime();
        ministry.post(here + "/recording", Map.of());
        Upload.settled(ministry, here);
        long recorded = System.nanoTime();
        assertThat(ministry.get(here).body()).contains("Đã ghi nhận");
        Runtime memory = Runtime.getRuntime();
        System.out.printf(Locale.ROOT, "%,d x 40: %d kB, bad table refused in %d ms; checked in %d ms, recorded in %d ms; heap %d of %d MB%n",
                COMMUNES, whole.length / 1000, (checked - start) / 1_000_000, (previewed - sent) / 1_000_000, (recorded - previewed) / 1_000_000, (memory.totalMemory() - memory.freeMemory()) >> 20, memory.maxMemory() >> 20);
        // over ten rows r % 10 sums to 45, and column 7 adds seven a row: 115
        BigDecimal seventh = users.asOwner(jdbc -> jdbc.sql("""
                        select sum(r.sum) from figures.roll r join figures.indicator i on i.id = r.indicator_id and i.code = 'big_7' join figures.period p on p.id = r.period_id and p.code = '2021-Q2'""").query(BigDecimal.class).single());
        assertThat(seventh).isEqualByComparingTo(BigDecimal.valueOf(115L * COMMUNES / 10));
        assertThat(count("figures.figure") - figures).isEqualTo((long) COMMUNES * INDICATORS);
        assertThat(ministry.get(Upload.send(ministry, "lon-lan-nua.xlsx", whole, said)).body()).as("the same file again").contains(">" + (COMMUNES == 10_000 ? "10.000" : "1.000") + "</span>báo cáo giữ nguyên");
    }
}
