package vn.bamcoso.staffing;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.basics.Texts;

/** Position titles with the names that they have on a day. */
@Component
public class Titles {
    /** @param part post or concurrent; {@code office} the kind of office that has it */
    public record Title(short id, String code, String part, String office, boolean leads, String nameVi, String nameEn) {
        public String name(Texts texts) {
            return texts == Texts.vi() ? nameVi : nameEn;
        }
    }

    private final JdbcClient jdbc;

    Titles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By id, in order; a title without a name on the day keeps its last one. */
    @Transactional(readOnly = true)
    public Map<Short, Title> on(LocalDate day) {
        Map<Short, Title> titles = new LinkedHashMap<>();
        jdbc.sql("""
                        select distinct on (t.id) t.id, t.code, t.part, t.office_kind as office, t.leads, s.name_vi, s.name_en
                        from staffing.title t join staffing.title_state s on s.title_id = t.id
                        order by t.id, s.valid_from <= :day and :day < s.valid_to desc, s.valid_from desc""")
                .param("day", day)
                .query(Title.class)
                .list()
                .forEach(title -> titles.put(title.id(), title));
        return titles;
    }
}
