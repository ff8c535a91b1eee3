package vn.bamcoso.staffing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The register of officers: employees only. Opens to the field personnel over the area of their office, and to each of them the own record. */
@Component
public class Officers {
    /**
     * @param left first day after service; null while serving
     * @param partySince null for who is no member of the Party
     */
    public record Officer(
            int id, String number, String name, int birthYear, String sex, String ethnicGroup, String rank, String education, @Nullable LocalDate partySince,
            @Nullable String homeCommune, LocalDate enteredOn, @Nullable LocalDate left, @Nullable String leftReason, @Nullable Integer userId, int placeId) {}

    /** @param expires null when it does not */
    public record Skill(String kind, String name, @Nullable String level, @Nullable LocalDate expires, LocalDate notedOn) {}

    public record Count(String value, int n) {}

    private static final String READ = """
            select o.id, o.number, o.name, o.birth_year, o.sex, o.ethnic_group, o.rank, o.education, o.party_since, o.entered_on, o.left_reason, o.user_id, o.place_id,
                   case when o.left_on < 'infinity' then o.left_on end as "left",
                   (select p.full_name from territory.pub_place p where p.place_id = o.home_commune order by p.valid_from desc limit 1) as home_commune
            from staffing.officer o where""";

    private final JdbcClient jdbc;

    Officers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty also when the record is not open to who asks. */
    @Transactional(readOnly = true)
    public Optional<Officer> byId(int id) {
        return jdbc.sql(READ + " o.id = :id").param("id", id).query(Officer.class).optional();
    }

    @Transactional(readOnly = true)
    public Optional<Officer> byNumber(String number) {
        return jdbc.sql(READ + " o.number = :number").param("number", number.strip()).query(Officer.class).optional();
    }

    /** Those of these ids whose record is open to who asks. */
    @Transactional(readOnly = true)
    public List<Officer> byIds(List<Integer> ids) {
        return jdbc.sql(READ + " o.id = any (:ids)").param("ids", ids.toArray(Integer[]::new)).query(Officer.class).list();
    }

    /** The record of the officer who has this account. */
    @Transactional(readOnly = true)
    public Optional<Officer> own(int userId) {
        return jdbc.sql(READ + " o.user_id = :user").param("user", userId).query(Officer.class).optional();
    }

    @Transactional(readOnly = true)
    public List<Skill> skills(int officer) {
        return jdbc.sql("select distinct on (kind, name) kind, name, level, expires, noted_on from staffing.skill where officer_id = :officer order by kind desc, name, noted_on desc")
                .param("officer", officer).query(Skill.class).list();
    }
}
