package vn.bamcoso.tasks.overview;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Sql;
import vn.bamcoso.tasks.Share;

/** Lateness is the post's; a person answers for the days on which he held it. Everyone sees the own book, and on a share who held its post while it was late. */
@Component
public class OwnBook {
    /** @param answersFor shares with late days while the person held their post; {@code days} all of these days */
    public record Counted(int openLate, int open, int doneLate, int done, int answersFor, int days) {
        public int total() {
            return openLate + open + doneLate + done;
        }
    }

    /** Late days of a share from one day to another. */
    public record Held(@Nullable String name, LocalDate from, LocalDate until, int days) {}

    private final JdbcClient jdbc;

    OwnBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Counted of(CurrentUser user, LocalDate today) {
        return jdbc.sql(Sql.beside(OwnBook.class, "own-book.sql")).param("user", user.id()).param("today", today).query(Counted.class).single();
    }

    /** Who held the post on the late days, in the order of days; empty when it is not late. Nobody is named for days on which the post was vacant. */
    @Transactional(readOnly = true)
    public List<Held> of(Share share, LocalDate today) {
        LocalDate until = share.proposedOn() == null ? today : share.proposedOn();
        return !until.isAfter(share.lastDay()) ? List.of() : jdbc.sql("""
                        select name, first as from, last as until, last - first + 1 as days from (
                            select h.name, greatest(h.valid_from, :late) as first, least(h.valid_to - 1, :until) as last from identity.pub_holder h
                            where h.office_id = :office and h.role = :role and (h.field is null or h.field = :field) and h.valid_from <= :until and h.valid_to > :late) held
                        order by first, name""")
                .params(Map.of("late", share.lastDay().plusDays(1), "until", until, "office", share.officeId(), "role", share.role(), "field", share.field())).query(Held.class).list();
    }
}
