package vn.bamcoso.notices;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who was reminded of one thing by the nightly run, and who was told above him; for the page of that thing. */
@Component
public class ToldStages {
    /**
     * @param stage before7, day, after, up1 …
     * @param roleVi words of the post's role; null for the whole office
     * @param vacant told in the place of a post without a holder
     */
    public record Told(LocalDate lastDay, String stage, String office, @Nullable String roleVi, @Nullable String roleEn, boolean vacant, Instant at) {
        public boolean up() {
            return stage.startsWith("up");
        }

        /** Key of the words of the stage, and its number. */
        public String phase() {
            return stage.replaceAll("\\d+$", "");
        }

        public String number() {
            return stage.replaceAll("^\\D+", "");
        }
    }

    private final JdbcClient jdbc;

    ToldStages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest first, as far as the asker sees the thing's place. */
    @Transactional(readOnly = true)
    public List<Told> of(String code, String ref) {
        return jdbc.sql("""
                        select t.last_day, t.stage, (select name from territory.pub_office o where o.office_id = t.office_id order by o.valid_to desc limit 1) as office,
                               r.name_vi as role_vi, r.name_en as role_en, t.vacant, t.told_at as at
                        from notices.told t left join identity.pub_role r on r.role = t.role
                        where t.code = :code and t.ref = :ref order by t.told_at desc, t.stage desc limit 50""")
                .param("code", code).param("ref", ref).query(Told.class).list();
    }
}
