package vn.bamcoso.staffing.wave;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
            @Nullable Integer paperId, @Nullable Integer proposalPaperId, String purpose, @Nullable Integer changesId, @Nullable String why, boolean undoesFromTheFirstDay) {
        public boolean draft() {
            return status.equals("draft");
        }

        /** As it was when it was proposed. */
        public Wave asDraft() {
            return new Wave(id, title, officeId, effective, "draft", decision, decidedOn, people, draftedBy, draftedAt, paperId, proposalPaperId, purpose, changesId, why, undoesFromTheFirstDay);
        }
    }

    /**
     * One officer of the wave, as a list reads.
     *
     * @param from the office left, with {@code fromTitle}; null for who has none
     * @param replaces number and name of the officer whose place is taken
     * @param broken kinds of the rules of selection that are not kept, with {@code exception} the reason
     */
    public record Line(
            int row, int officerId, String number, String name, int birthYear, String ethnicGroup, String rank, String education, @Nullable LocalDate partySince, @Nullable String from, @Nullable Integer fromOffice,
            @Nullable Short fromTitle, int office, String to, short titleId, @Nullable String replaces, String broken, @Nullable String exception) {}

    /** Holders of one commune before and after. @param allotted posts on the first day */
    public record Balance(int office, String name, int allotted, int before, int leaving, int coming) {
        public int after() {
            return before - leaving + coming;
        }
    }

    private static final String READ = """
            select w.id, w.title, w.office_id, w.effective,
                   case when w.status <> 'decided' then w.status
                        when exists (select from staffing.wave r where r.changes_id = w.id and r.purpose = 'revoke' and r.status in ('decided', 'issued')) then 'revoked'
                        when exists (select from papers.pub_paper p where p.id = w.paper_id and p.step = 'ISSUED') then 'issued' else w.status end as status,
                   w.decision, w.decided_on, w.people, w.drafted_by, w.drafted_at, w.paper_id, w.proposal_paper_id, w.purpose, w.changes_id, w.why,
                   w.purpose = 'revoke' and w.effective = (select c.effective from staffing.wave c where c.id = w.changes_id) as undoes_from_the_first_day
            from staffing.wave w""";

    private final JdbcClient jdbc;

    Waves(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public List<Wave> list() {
        return jdbc.sql(READ + " order by w.id desc limit 200").query(Wave.class).list();
    }

    @Transactional(readOnly = true)
    public Optional<Wave> byId(int id) {
        return jdbc.sql(READ + " where w.id = :id").param("id", id).query(Wave.class).optional();
    }

    /** Those that amend or revoke it, oldest first. */
    @Transactional(readOnly = true)
    public List<Wave> changing(int id) {
        return jdbc.sql(READ + " where w.changes_id = :id and w.status <> 'undone' order by w.id").param("id", id).query(Wave.class).list();
    }

    /** As it is known now. */
    @Transactional(readOnly = true)
    public List<Line> lines(Wave wave) {
        return lines(wave, null);
    }

    /** In the order of the file; the office left is that of the day before the wave. @param known names and ranks as known then; null: now */
    @Transactional(readOnly = true)
    public List<Line> lines(Wave wave, @Nullable Instant known) {
        return jdbc.sql("""
                        -- Who goes from where to where, as the list said when it was drafted?
                        select l.row, l.officer_id, o.number, k.name, o.birth_year, o.ethnic_group, k.rank, k.education, k.party_since, a.name as "from", l.left_office_id as from_office, l.left_title_id as from_title,
                               l.office_id as office, b.name as "to", l.title_id, r.number || ' ' || (select v.name from staffing.officer_known(r.id, :known) v) as replaces, array_to_string(l.broken, ',') as broken, l.exception
                        from staffing.wave_line l
                        join staffing.officer o on o.id = l.officer_id
                        cross join lateral staffing.officer_known(o.id, :known) k
                        left join lateral (select n.name from territory.pub_office n where n.office_id = l.left_office_id and n.valid_from <= :day order by n.valid_from desc limit 1) a on true
                        left join territory.pub_office b on b.office_id = l.office_id and b.valid_from <= :day and b.valid_to > :day
                        left join staffing.officer r on r.id = l.replaces_id
                        where l.wave_id = :wave order by l.row""")
                .param("wave", wave.id()).param("day", wave.effective()).param("known", known == null ? null : Timestamp.from(known), java.sql.Types.TIMESTAMP).query(Line.class).list();
    }

    /** As it is known now. */
    @Transactional(readOnly = true)
    public List<Balance> balance(Wave wave, List<Line> lines) {
        return balance(wave, lines, null);
    }

    /** Every office that the wave touches, before and after, those with the largest change first. @param known posts and postings as known then; null: now */
    @Transactional(readOnly = true)
    public List<Balance> balance(Wave wave, List<Line> lines, @Nullable Instant known) {
        LocalDate day = wave.effective();
        var offices = new ArrayList<Integer>();
        lines.forEach(line -> {
            offices.add(line.office());
            if (line.fromOffice() != null) {
                offices.add(line.fromOffice());
            }
        });
        Map<Integer, Integer> leaving = new HashMap<>();
        Map<Integer, Integer> coming = new HashMap<>();
        for (Line line : lines) {
            coming.merge(line.office(), 1, Integer::sum);
            if (line.fromOffice() != null) {
                leaving.merge(line.fromOffice(), 1, Integer::sum);
            }
        }
        record Row(int office, String name, int allotted, int before, int onTheDay) {}
        return jdbc.sql("""
                        -- How many officers and posts has each of these offices the day before?
                        with held as materialized (
                            select office_id, valid_from, valid_to from staffing.posting where office_id = any (:offices) and kind = 'full' and (cast(:known as timestamptz) is null or known_from <= :known)
                            union all
                            select office_id, valid_from, valid_to from staffing.posting_past where office_id = any (:offices) and kind = 'full' and known_from <= :known and :known < known_to
                        ), posts as materialized (
                            select office_id, number from staffing.post where office_id = any (:offices) and valid_from <= :day and valid_to > :day and (cast(:known as timestamptz) is null or known_from <= :known)
                            union all
                            select office_id, number from staffing.post_past where office_id = any (:offices) and valid_from <= :day and valid_to > :day and known_from <= :known and :known < known_to
                        )
                        select o.office_id as office, o.name,
                               (select coalesce(sum(s.number), 0)::int from posts s where s.office_id = o.office_id) as allotted,
                               (select count(*)::int from held p where p.office_id = o.office_id and p.valid_from < :day and p.valid_to >= :day) as before,
                               (select count(*)::int from held p where p.office_id = o.office_id and p.valid_from <= :day and p.valid_to > :day) as on_the_day
                        from territory.pub_office o where o.office_id = any (:offices) and o.valid_from <= :day and o.valid_to > :day""")
                .param("day", day).param("offices", offices.stream().distinct().toArray(Integer[]::new)).param("known", known == null ? null : Timestamp.from(known), java.sql.Types.TIMESTAMP).query(Row.class).stream()
                .map(row -> {
                    int away = leaving.getOrDefault(row.office(), 0);
                    int here = coming.getOrDefault(row.office(), 0);
                    // what changes an issued wave is held against that wave, on its own first day
                    int before = wave.changesId() == null ? row.before() : wave.draft() ? row.onTheDay() : row.onTheDay() + away - here;
                    return new Balance(row.office(), row.name(), row.allotted(), before, away, here);
                })
                .sorted(java.util.Comparator.comparingInt((Balance one) -> Math.abs(one.coming() - one.leaving())).reversed().thenComparing(Balance::name)).toList();
    }

    static Timestamp at(Instant now) {
        return Timestamp.from(now.truncatedTo(java.time.temporal.ChronoUnit.MICROS));
    }
}
