package vn.bamcoso.papers.comments;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.identity.Grants;
import vn.bamcoso.notices.Deadlines;

/** Comments on drafts that are asked of an office by a day, and have not been given. */
@Component
class CommentDeadlines implements Deadlines {
    private final JdbcClient jdbc;
    private final Grants grants;

    CommentDeadlines(JdbcClient jdbc, Grants grants) {
        this.jdbc = jdbc;
        this.grants = grants;
    }

    @Override
    public String code() {
        return "papers.comment";
    }

    @Override
    public String list() {
        return "/comments";
    }

    @Override
    public void offer(Set<LocalDate> lastDays) {
        jdbc.sql("""
                        -- Which offices are asked for comment by one of these days and have said nothing?
                        insert into falling_due (code, ref, topic, office_id, role, issuer_id, last_day, since, name_vi, name_en, link, topic_link, field, home, place_id)
                        select :code, b.id::text, c.id::text, b.office_id, null, c.office_id, c.due_on, (b.asked_at at time zone 'Asia/Ho_Chi_Minh')::date, 'góp ý dự thảo “' || c.title || '”', 'comments on the draft “' || c.title || '”',
                               '/comments/' || c.id, '/comments/' || c.id, b.field, b.home, b.place_id
                        from papers.consultation c join papers.consultation_body b on b.consultation_id = c.id
                        where c.closed_on is null and c.due_on in (:days) and b.office_id is not null and not exists (select from papers.consultation_comment s where s.body_id = b.id)""")
                .param("code", code()).param("days", lastDays).update();
    }

    @Override
    public List<Mine> mine(LocalDate first, LocalDate last) {
        Integer[] offices = grants.of(CurrentUser.require()).stream().map(Grants.Grant::officeId).distinct().toArray(Integer[]::new);
        return jdbc.sql("""
                        -- Which drafts are these offices asked to comment by these days, without having said anything?
                        select b.id, c.due_on, c.title, c.id from papers.consultation c join papers.consultation_body b on b.consultation_id = c.id
                        where c.closed_on is null and c.due_on between :first and :last and b.office_id = any (:offices) and not exists (select from papers.consultation_comment s where s.body_id = b.id)
                        order by c.due_on, b.id limit 500""")
                .param("offices", offices).param("first", first).param("last", last)
                .query((row, n) -> {
                    String title = row.getString(3);
                    return new Mine(row.getString(1), row.getObject(2, LocalDate.class), texts -> texts.get("papers.comments.falls-due", title), "/comments/" + row.getInt(4));
                })
                .list();
    }
}
