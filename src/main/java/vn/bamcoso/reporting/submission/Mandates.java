package vn.bamcoso.reporting.submission;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;

/** The mandates (giấy ủy quyền) within scope: who signs and decides reports for whom, on which days. */
@Component
public class Mandates {
    private final JdbcClient jdbc;

    Mandates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param paper number and day of the paper
     * @param ended before its last day
     */
    public record Mandate(long id, int officeId, int giverId, String giver, int receiverId, String receiver, String paper, LocalDate firstDay, LocalDate lastDay, boolean ended) {
        public boolean holds(LocalDate day) {
            return !ended && !day.isBefore(firstDay) && !day.isAfter(lastDay);
        }
    }

    /** Those of some offices, latest first. */
    @Transactional(readOnly = true)
    public List<Mandate> of(List<Integer> offices) {
        return jdbc.sql(SELECT + "where m.office_id = any (:offices) order by m.first_day desc, m.id desc limit 100").param("offices", offices.toArray(Integer[]::new)).query(Mandate.class).list();
    }

    /** Those under which this user may act on that day. */
    @Transactional(readOnly = true)
    public List<Mandate> heldBy(CurrentUser user, LocalDate day) {
        return jdbc.sql(SELECT + "where m.receiver_id = :user and m.ended_at is null and m.first_day <= :day and :day <= m.last_day order by m.id")
                .param("user", user.id())
                .param("day", day)
                .query(Mandate.class)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Mandate> find(@Nullable Long id) {
        return id == null ? Optional.empty() : jdbc.sql(SELECT + "where m.id = :id").param("id", id).query(Mandate.class).optional();
    }

    private static final String SELECT = """
            select m.id, m.office_id, m.giver_id, coalesce(g.name, '') as giver, m.receiver_id, coalesce(r.name, '') as receiver, m.paper, m.first_day, m.last_day, m.ended_at is not null as ended
            from reporting.mandate m left join identity.pub_user g on g.user_id = m.giver_id left join identity.pub_user r on r.user_id = m.receiver_id
            """;
}
