package vn.bamcoso.reporting.voices;

import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.papers.Voices;

/** What provinces wrote into their consolidated reports, and what units answered to the word questions of their approved reports, for the narrative of the level above. */
@Component
class AnswersOfReports implements Voices {
    private static final int MOST = 40;
    private final JdbcClient jdbc;

    AnswersOfReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of periods that end within the asked one: a quarter hears its months too. */
    @Override
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public List<Voice> of(Kind kind, int withinPlace, Period period) {
        return jdbc.sql("""
                        -- What did provinces say in their consolidated reports, and units within this place in approved reports of this time? Above the provinces these come first.
                        select said.path, said.answer, coalesce(p.full_name, '') as place
                        from (
                            select 1 as rank, '/consolidations/' || c.id as path, case :question when 'difficulties' then c.difficulties else c.proposals end as answer, c.place_id, c.period_end, c.id
                            from reporting.consolidation c where c.status in ('sent', 'received') and c.period_end > :start and c.period_end <= :end and c.place_id <> :within
                            union all
                            select 2, '/submissions/' || a.submission_id, a.answer, a.place_id, a.period_end, a.submission_id
                            from reporting.pub_answer a where a.status = 'approved' and a.question = :question and a.period_end > :start and a.period_end <= :end
                        ) said
                        left join territory.pub_place p on p.place_id = said.place_id and p.valid_from <= said.period_end and said.period_end < p.valid_to
                        where said.answer <> ''
                          and exists (select from territory.pub_reach r where r.vintage_id = (select territory.vintage_of(:end)) and r.place_id = said.place_id and r.ancestor_id = :within)
                        order by said.rank, said.period_end desc, said.id
                        limit :most""")
                .param("question", kind.name().toLowerCase(Locale.ROOT).equals("difficulty") ? "difficulties" : "proposals")
                .param("start", period.start() == null ? period.end().minusYears(1) : period.start())
                .param("end", period.end())
                .param("within", withinPlace)
                .param("most", MOST)
                .query((row, n) -> new Voice(row.getString("place"), row.getString("answer"), row.getString("path")))
                .list();
    }
}
