package vn.bamcoso.staffing.wave;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.staffing.Area;
import vn.bamcoso.staffing.EmptyFile;
import vn.bamcoso.staffing.Titles;

/** The file of a wave to fill in: the heads that are read, the titles to choose from, the offices that the user may post to. */
@Component
public class WaveTemplate {
    private record Destination(int office, String kind, String code, String name) {}

    private final JdbcClient jdbc;
    private final Titles titles;
    private final Area area;

    WaveTemplate(JdbcClient jdbc, Titles titles, Area area) {
        this.jdbc = jdbc;
        this.titles = titles;
        this.area = area;
    }

    /** @param day on which the offices stand */
    @Transactional(readOnly = true)
    public EmptyFile of(LocalDate day) {
        List<Destination> all = jdbc.sql("""
                        select o.office_id as office, case when o.kind = 'police_post' then 'commune' else o.kind end as kind, case when o.kind in ('commune', 'police_post') then p.code else p.key end as code, o.name
                        from territory.pub_office o join territory.pub_place p on p.place_id = o.place_id and p.valid_from <= :day and :day < p.valid_to
                        where o.kind in ('commune', 'police_post', 'district', 'provincial') and o.valid_from <= :day and :day < o.valid_to order by o.kind = 'provincial' desc, p.code, o.name""")
                .param("day", day).query(Destination.class).list();
        Set<Integer> mine = area.mayMoveAmong(CurrentUser.require(), all.stream().map(Destination::office).toList());
        List<Destination> open = all.stream().filter(one -> mine.contains(one.office())).toList();
        List<List<String>> codes = open.stream().map(one -> List.of(one.code(), one.name())).toList();
        List<String> names = titles.on(day).values().stream()
                .filter(title -> title.part().equals("post") && open.stream().anyMatch(one -> one.kind().equals(title.office()))).map(Titles.Title::nameVi).toList();
        return new EmptyFile("dot-dieu-dong", "Danh sách cán bộ của đợt điều động", List.of(
                        "Mỗi cán bộ một dòng. “" + WaveFile.REPLACES + "” ghi số hiệu người được thay, nếu có; “" + WaveFile.EXCEPTION + "” chỉ ghi khi chưa đạt điều kiện lựa chọn.",
                        "“" + WaveFile.PLACE + "” chọn trong bảng “Danh mục”."),
                List.of(WaveFile.NUMBER, WaveFile.PLACE, WaveFile.TITLE, WaveFile.REPLACES, WaveFile.EXCEPTION),
                List.of("008-00012", codes.isEmpty() ? "00721" : codes.getLast().getFirst(), "Công an viên", "", ""), Map.of(2, names), codes, List.of("Mã đơn vị", "Đơn vị"));
    }
}
