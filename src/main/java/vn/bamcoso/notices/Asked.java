package vn.bamcoso.notices;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.shell.Html;

/** For who asked to be confirmed: what was told at one time in the same words is one line, which opens to who has confirmed and who has not. */
@Controller
public class Asked {
    private static final int MOST = 100;

    /** @param id of the first notice of the batch */
    public record Batch(long id, Instant toldAt, String wordsVi, String wordsEn, int asked, int confirmed) {}

    /** @param by null while nobody has */
    public record One(String to, @Nullable String roleVi, @Nullable String roleEn, @Nullable String by, @Nullable Instant at) {}

    private final JdbcClient jdbc;

    Asked(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping("/notices/asked")
    @Transactional(readOnly = true)
    View all() {
        return Html.of("notices/asked", "batches", batches(null), "open", null, "ones", List.of());
    }

    @GetMapping("/notices/asked/{id}")
    @Transactional(readOnly = true)
    View one(@PathVariable long id) {
        Batch open = batches(id).stream().findFirst().orElseThrow(Problem::notFound);
        List<One> ones = jdbc.sql("""
                        -- Who was asked with this one, and who has confirmed? Those who have not come first.
                        select coalesce(u.name, o.name) as "to", r.name_vi as role_vi, r.name_en as role_en, c.name as by, c.at
                        from notices.notice first join notices.notice n on n.told_by = first.told_by and n.told_at = first.told_at and n.words_vi = first.words_vi and n.asks
                        left join identity.pub_user u on u.user_id = n.user_id
                        left join identity.pub_role r on r.role = n.role
                        left join lateral (select name from territory.pub_office p where p.office_id = n.office_id order by p.valid_to desc limit 1) o on true
                        left join lateral (select w.name, a.at from notices.acknowledgement a join identity.pub_user w on w.user_id = a.user_id where a.notice_id = n.id order by a.at limit 1) c on true
                        where first.id = :id and first.told_by = access.user_id() order by c.at is not null, "to" collate "vi-x-icu\"""").param("id", id).query(One.class).list();
        return Html.of("notices/asked", "batches", List.of(), "open", open, "ones", ones);
    }

    private List<Batch> batches(@Nullable Long id) {
        return jdbc.sql("""
                        -- What did I ask to have confirmed, and how many have?
                        select min(n.id) as id, n.told_at, n.words_vi, min(n.words_en) as words_en, count(*) as asked, count(*) filter (where exists (select from notices.acknowledgement a where a.notice_id = n.id)) as confirmed
                        from notices.notice n where n.told_by = :me and n.asks
                        group by n.told_at, n.words_vi having :id::bigint is null or min(n.id) = :id order by n.told_at desc limit :most""")
                .param("me", CurrentUser.require().id()).param("id", id, java.sql.Types.BIGINT).param("most", MOST).query(Batch.class).list();
    }
}
