package vn.bamcoso.staffing.wave;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Waves: mass acts made of one file. A draft is seen by its drafter alone. */
@Component
public class Waves {
    public record Wave(
            int id, String title, int officeId, LocalDate effective, String status, @Nullable String decision, @Nullable LocalDate decidedOn, int people, int draftedBy, Timestamp draftedAt,
            @Nullable Integer paperId) {
        public boolean draft() {
            return status.equals("draft");
        }
    }

    /** One officer of the wave, as a list reads. @param from the office left; null for who has none */
    public record Line(int row, int officerId, String number, String name, int birthYear, String rank, @Nullable String from, @Nullable Integer fromOffice, int office, String to, short titleId) {}

    /** Holders of one commune before and after. @param allotted posts on the first day */
    public record Balance(int office, String name, int allotted, int before, int leaving, int coming) {
        public int after() {
            return before - leaving + coming;
        }
    }

    private static final String READ = """
            select id, title, office_id, effective,
                   case when status = 'decided' and exists (select from papers.pub_paper p where p.id = paper_id and p.step = 'ISSUED') then 'issued' else status end as status,
                   decision, decided_on, people, drafted_by, drafted_at, paper_id from staffing.wave""";

    private final JdbcClient jdbc;

    Waves(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public List<Wave> list() {
        return jdbc.sql(READ + " order by id desc limit 200").query(Wave.class).list();
    }

    @Transactional(readOnly = true)
    public Optional<Wave> byId(int id) {
        return jdbc.sql(READ + " where id = :id").param("id", id).query(Wave.class).optional();
    }

    /** In the order of the file; the office left is that of the day before the wave. */
    @Transactional(readOnly = true)
    public List<Line> lines(Wave wave) {
        return jdbc.sql("""
                        -- Who goes from where to where?
                        select l.row, l.officer_id, o.number, o.name, o.birth_year, o.rank, a.name as "from", p.office_id as from_office, l.office_id as office, b.name as "to", l.title_id
                        from staffing.wave_line l
                        join staffing.officer o on o.id = l.officer_id
                        left join staffing.posting p on p.officer_id = l.officer_id and p.kind = 'full' and p.valid_from < :day and p.valid_to >= :day
                        left join territory.pub_office a on a.office_id = p.office_id and a.valid_from < :day and a.valid_to >= :day
                        left join territory.pub_office b on b.office_id = l.office_id and b.valid_from <= :day and b.valid_to > :day
                        where l.wave_id = :wave order by l.row""")
                .param("wave", wave.id()).param("day", wave.effective()).query(Line.class).list();
    }

    /** Every commune that the wave touches, before and after, those with the largest change first. */
    @Transactional(readOnly = true)
    public List<Balance> balance(List<Line> lines, LocalDate day) {
        var offices = new ArrayList<Integer>();
        lines.forEach(line -> {
            offices.add(line.office());
            if (line.fromOffice() != null) {
                offices.add(line.fromOffice());
            }
        });
        record Row(int office, String name, int allotted, int before) {}
        return jdbc.sql("""
                        -- How many officers and posts has each of these offices the day before?
                        select o.office_id as office, o.name,
                               (select coalesce(sum(s.number), 0)::int from staffing.post s where s.office_id = o.office_id and s.valid_from <= :day and s.valid_to > :day) as allotted,
                               (select count(*)::int from staffing.posting p where p.office_id = o.office_id and p.kind = 'full' and p.valid_from < :day and p.valid_to >= :day) as before
                        from territory.pub_office o where o.office_id = any (:offices) and o.valid_from <= :day and o.valid_to > :day""")
                .param("day", day).param("offices", offices.toArray(Integer[]::new)).query(Row.class).stream()
                .map(row -> new Balance(row.office(), row.name(), row.allotted(), row.before(),
                        (int) lines.stream().filter(line -> line.fromOffice() != null && line.fromOffice() == row.office()).count(), (int) lines.stream().filter(line -> line.office() == row.office()).count()))
                .sorted(java.util.Comparator.comparingInt((Balance one) -> Math.abs(one.coming() - one.leaving())).reversed().thenComparing(Balance::name)).toList();
    }

    static Timestamp at(Instant now) {
        return Timestamp.from(now.truncatedTo(java.time.temporal.ChronoUnit.MICROS));
    }
}
