package vn.bamcoso.tasks.proposal;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.papers.Voices;

/** Difficulties and proposals of the register, for the periodic report: the open ones lead, whenever they were made; those alike are heard once, with how many said it. */
@Component
class ProposalVoices implements Voices {
    private static final int MOST = 40;

    private final JdbcClient jdbc;

    ProposalVoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public List<Voice> of(Kind kind, int withinPlace, Period period) {
        LocalDate start = period.start() == null ? period.end().minusYears(1) : period.start();
        return jdbc.sql("""
                        -- What did offices within this place propose, or find difficult, in this time, or before it and still wait for an answer at its end?
                        select p.task_id, case when :difficulty then p.difficulty || case when p.cause = '' then '' else ' (' || p.cause || ')' end else p.proposal end as text,
                               (select o.name from territory.pub_office o where o.office_id = p.office_id order by o.valid_from desc limit 1) as office, (select count(*) from tasks.proposal g where g.group_id = p.id and g.made_at < :until) as alike
                        from tasks.proposal p
                        where p.group_id is null and p.made_at < :until and (p.made_at >= :since or p.replied_at is null or p.replied_at >= :until) and (not :difficulty or p.difficulty <> '')
                          and exists (select from territory.pub_reach r where r.vintage_id = (select territory.vintage_of(:end)) and r.place_id = p.place_id and r.ancestor_id = :within)
                        order by (p.replied_at is null or p.replied_at >= :until) desc, p.made_at desc, p.id
                        limit :most""")
                .param("difficulty", kind == Kind.DIFFICULTY).param("since", Timestamp.from(VietnamTime.startOf(start))).param("until", Timestamp.from(VietnamTime.endOf(period.end()))).param("end", period.end())
                .param("within", withinPlace).param("most", MOST)
                .query((row, n) -> new Voice(row.getInt("alike") == 0 ? row.getString("office") : Texts.vi().get("tasks.proposals.voice", row.getString("office"), row.getInt("alike")), row.getString("text"), row.getObject("task_id") == null ? "/proposals" : "/proposals?task=" + row.getInt("task_id")))
                .list();
    }
}
