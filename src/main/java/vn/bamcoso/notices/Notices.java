package vn.bamcoso.notices;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Texts;

/** Tells people something, in the name of who acts; joins the transaction of what is told, so that neither is without the other. */
@Component
public class Notices {
    private static final int AT_ONCE = 5000;

    private final JdbcClient jdbc;

    Notices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether it was new */
    @Transactional
    public boolean tell(Notice notice, Instant at) {
        return tell(List.of(notice), at) == 1;
    }

    /** @return how many were new; the others had been told before */
    @Transactional
    public int tell(List<Notice> notices, Instant at) {
        int told = 0;
        for (int from = 0; from < notices.size(); from += AT_ONCE) {
            told += write(notices.subList(from, Math.min(notices.size(), from + AT_ONCE)), at);
        }
        return told;
    }

    private int write(List<Notice> some, Instant at) {
        return jdbc.sql("""
                        insert into notices.notice (office_id, role, user_id, kind, words_vi, words_en, link, asks, once_key, told_by, told_at)
                        select t.*, :by, :at from unnest(:offices, :roles, :users, :kinds, :vi, :en, :links, :asks, :onces) t
                        on conflict (once_key) do nothing""")
                .param("offices", some.stream().map(notice -> notice.to().office()).toArray(Integer[]::new))
                .param("roles", some.stream().map(notice -> notice.to().role()).toArray(String[]::new))
                .param("users", some.stream().map(notice -> notice.to().user()).toArray(Integer[]::new))
                .param("kinds", some.stream().map(notice -> notice.kind().code()).toArray(String[]::new))
                .param("vi", some.stream().map(notice -> words(notice, Texts.vi())).toArray(String[]::new))
                .param("en", some.stream().map(notice -> words(notice, Texts.en())).toArray(String[]::new))
                .param("links", some.stream().map(Notice::link).toArray(String[]::new))
                .param("asks", some.stream().map(Notice::asks).toArray(Boolean[]::new))
                .param("onces", some.stream().map(Notice::once).toArray(String[]::new))
                .param("by", CurrentUser.require().id())
                .param("at", Timestamp.from(at))
                .update();
    }

    private static String words(Notice notice, Texts texts) {
        return texts.get(notice.key(), notice.args().stream().map(arg -> arg instanceof Function<?, ?> of ? in(of, texts) : arg).toArray());
    }

    @SuppressWarnings("unchecked")
    private static Object in(Function<?, ?> of, Texts texts) {
        return ((Function<Texts, Object>) of).apply(texts);
    }
}
