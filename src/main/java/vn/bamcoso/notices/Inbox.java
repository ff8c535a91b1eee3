package vn.bamcoso.notices;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.access.OnePlan;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Sql;

/** What was told to me and to the posts that I hold today. */
@Component
public class Inbox {
    static final int SIZE = 30;
    private static final int COUNTED = 99;

    private final JdbcClient jdbc;
    private final Trail trail;
    private final Clock clock;
    private final String list = Sql.beside(Inbox.class, "inbox.sql");

    Inbox(JdbcClient jdbc, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * @param office to whose whole staff or post it went; null when to me alone
     * @param past told before I came to this post: neither new to me nor mine to confirm
     * @param confirmedBy who confirmed first; null when nobody has
     */
    public record Line(
            long id, String kind, String wordsVi, String wordsEn, String link, boolean asks, Instant toldAt, String toldBy, @Nullable String office,
            boolean past, boolean read, @Nullable String confirmedBy, @Nullable Instant confirmedAt, int total) {
        public Notice.Kind is() {
            return Notice.Kind.valueOf(kind.toUpperCase(java.util.Locale.ROOT));
        }

        public boolean fresh() {
            return !past && !read;
        }

        public boolean waits() {
            return asks && !past && confirmedBy == null;
        }
    }

    /** @param onlyOpen those not read, and those that wait to be confirmed */
    @Transactional(readOnly = true)
    public List<Line> lines(boolean onlyOpen, int most, int offset) {
        return OnePlan.of(jdbc, () -> jdbc.sql(list).param("open", onlyOpen).param("most", most).param("offset", offset)
                .query((row, n) -> {
                    Timestamp confirmed = row.getTimestamp("confirmed_at");
                    return new Line(
                            row.getLong("id"), row.getString("kind"), row.getString("words_vi"), row.getString("words_en"), row.getString("link"), row.getBoolean("asks"),
                            row.getTimestamp("told_at").toInstant(), row.getString("told_by"), row.getString("office"), row.getBoolean("past"), row.getBoolean("read"),
                            row.getString("confirmed_by"), confirmed == null ? null : confirmed.toInstant(), row.getInt("total"));
                })
                .list());
    }

    /** What is not read, what was escalated first, then what reminds. */
    @Transactional(readOnly = true)
    public List<Line> pressing(int most) {
        return lines(true, COUNTED, 0).stream().filter(Line::fresh).sorted(java.util.Comparator.comparing((Line line) -> -line.is().ordinal())).limit(most).toList();
    }

    /** Not read and not from before my time, of the last year; 99 is counted no further. */
    @Transactional(readOnly = true)
    public int unread() {
        return jdbc.sql("""
                        select count(*) from (
                            select 1 from notices.notice n left join notices.held() h on h.post = n.post
                            where (n.user_id = access.user_id() or n.post = any ((select notices.held_posts())::text[]) and n.told_at >= h.since)
                              and n.told_at > :after and not exists (select from notices.reading r where r.notice_id = n.id and r.user_id = access.user_id())
                            limit :most) counted""")
                .param("after", Timestamp.from(clock.instant().minus(java.time.Duration.ofDays(365))))
                .param("most", COUNTED)
                .query(Integer.class)
                .single();
    }

    /** @return the page it is about @throws Problem not found when it was not told to me */
    @Transactional
    public String open(long id) {
        String link = jdbc.sql("select link from notices.notice where id = :id").param("id", id).query(String.class).optional().orElseThrow(Problem::notFound);
        read(id);
        return link;
    }

    @Transactional
    public void readAll() {
        jdbc.sql("""
                        insert into notices.reading (notice_id, user_id, at)
                        select n.id, access.user_id(), :at from notices.notice n
                        where n.user_id = access.user_id() or n.post = any ((select notices.held_posts())::text[]) on conflict do nothing""")
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    /** Confirms to have taken note; once. @throws Problem not found when it was not told to me, or nothing is asked of me */
    @Transactional
    public void acknowledge(long id) {
        boolean asked = jdbc.sql("""
                        select exists (select from notices.notice n left join notices.held() h on h.post = n.post
                        where n.id = :id and n.asks and (n.user_id = access.user_id() or n.told_at >= h.since))""")
                .param("id", id)
                .query(Boolean.class)
                .single();
        if (!asked) {
            throw Problem.notFound();
        }
        read(id);
        int added = add("insert into notices.acknowledgement (notice_id, user_id, at) values (:id, :user, :at) on conflict do nothing", id);
        if (added == 1) {
            trail.write("notices.notice.acknowledged", "notice:" + id, null, Map.of("notice", id));
        }
    }

    private void read(long id) {
        add("insert into notices.reading (notice_id, user_id, at) values (:id, :user, :at) on conflict do nothing", id);
    }

    private int add(String statement, long id) {
        return jdbc.sql(statement).param("id", id).param("user", CurrentUser.require().id()).param("at", Timestamp.from(clock.instant())).update();
    }
}
