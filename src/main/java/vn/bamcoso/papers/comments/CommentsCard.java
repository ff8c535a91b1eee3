package vn.bamcoso.papers.comments;

import gg.jte.Content;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.shell.Card;
import vn.bamcoso.shell.Html;
import vn.bamcoso.shell.Page;

/** On the first page: drafts that wait for the comments of this person's office. */
@Component
public class CommentsCard implements Card {
    /** One draft that waits. */
    public record Waiting(int id, String title, LocalDate dueOn) {}

    private final JdbcClient jdbc;
    private final Commenting commenting;
    private final Clock clock;

    CommentsCard(JdbcClient jdbc, Commenting commenting, Clock clock) {
        this.jdbc = jdbc;
        this.commenting = commenting;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 35;
    }

    @Override
    public int width() {
        return 5;
    }

    @Override
    @Transactional(readOnly = true)
    public @Nullable Content show(CurrentUser user, Page page) {
        List<Waiting> waiting = jdbc.sql("select 1 from papers.consultation limit 1").query(Integer.class).optional().isEmpty() ? List.of() : waiting(user);
        return waiting.isEmpty() ? null : Html.content("papers/comments/card", "page", page, "waiting", waiting);
    }

    /** By deadline. */
    private List<Waiting> waiting(CurrentUser user) {
        LocalDate today = VietnamTime.today(clock);
        Set<Integer> offices = commenting.speaksFor(user);
        return offices.isEmpty() ? List.of() : jdbc.sql("""
                        -- Which drafts wait for a word of these offices?
                        select c.id, c.title, c.due_on from papers.consultation c
                        where c.closed_on is null and c.due_on >= :today and exists (select from papers.consultation_body b where b.consultation_id = c.id and b.office_id in (:offices)
                              and not exists (select from papers.consultation_comment s where s.body_id = b.id)) order by c.due_on, c.id""")
                .param("today", today).param("offices", offices).query(Waiting.class).list();
    }
}
