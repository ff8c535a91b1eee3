package vn.bamcoso.tasks.reminding;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.notices.Deadlines;
import vn.bamcoso.tasks.Desk;

/** Difficulties and proposals that wait for a reply by a day: the office that was asked owes it. */
@Component
class ReplyDeadlines implements Deadlines {
    private final JdbcClient jdbc;
    private final Desk desk;

    ReplyDeadlines(JdbcClient jdbc, Desk desk) {
        this.jdbc = jdbc;
        this.desk = desk;
    }

    @Override
    public String code() {
        return "tasks.proposal";
    }

    @Override
    public String list() {
        return "/proposals";
    }

    @Override
    public void offer(Set<LocalDate> lastDays) {
        jdbc.sql("""
                        -- Which proposals without a reply are to be answered by one of these days?
                        insert into falling_due (code, ref, topic, office_id, role, issuer_id, last_day, since, name_vi, name_en, link, topic_link, field, home, place_id)
                        select :code, p.id::text, p.to_office::text, p.to_office, null, null, p.wanted_by, (p.made_at at time zone 'Asia/Ho_Chi_Minh')::date,
                               'trả lời kiến nghị “' || left(p.proposal, 200) || '”', 'the reply to the proposal “' || left(p.proposal, 200) || '”', '/proposals', '/proposals', p.field, p.home, p.place_id
                        from tasks.proposal p where p.replied is null and p.wanted_by in (:days)""")
                .param("code", code()).param("days", lastDays).update();
    }

    @Override
    public List<Mine> mine(LocalDate first, LocalDate last) {
        return jdbc.sql("select id, wanted_by, proposal from tasks.proposal where replied is null and to_office = any (:offices) and wanted_by between :first and :last order by wanted_by, id limit 500")
                .param("offices", desk.offices(CurrentUser.require()).toArray(Integer[]::new)).param("first", first).param("last", last)
                .query((row, n) -> {
                    String proposal = row.getString(3);
                    return new Mine(row.getString(1), row.getObject(2, LocalDate.class), texts -> texts.get("tasks.reminding.reply", proposal), "/proposals");
                })
                .list();
    }
}
