package vn.bamcoso.reporting.voices;

import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.papers.Voices;

/** What units wrote into the word questions of their approved reports, for the narrative of the level above. */
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
                        -- What did units within this place answer to this question, in approved reports of this time?
                        select a.submission_id, a.answer, coalesce(p.full_name, '') as place
                        from reporting.pub_answer a
                        left join territory.pub_place p on p.place_id = a.place_id and p.valid_from <= a.period_end and a.period_end < p.valid_to
                        where a.status = 'approved' and a.question = :question and a.period_end > :start and a.period_end <= :end and a.answer <> ''
                          and exists (select from territory.pub_reach r where r.vintage_id = (select territory.vintage_of(:end)) and r.place_id = a.place_id and r.ancestor_id = :within)
                        order by a.period_end desc, a.submission_id
                        limit :most""")
                .param("question", kind.name().toLowerCase(Locale.ROOT).equals("difficulty") ? "difficulties" : "proposals")
                .param("start", period.start() == null ? period.end().minusYears(1) : period.start())
                .param("end", period.end())
                .param("within", withinPlace)
                .param("most", MOST)
                .query((row, n) -> new Voice(row.getString("place"), row.getString("answer"), "/submissions/" + row.getLong("submission_id")))
                .list();
    }
}
