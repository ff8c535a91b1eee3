package vn.bamcoso.notices.mail;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Sql;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.calendar.WorkingDays;
import vn.bamcoso.notices.Notice;
import vn.bamcoso.notices.Notices;

/**
 * The digest by e-mail, one for a person and a day: only the sentences of notices that the receiver sees in the program, no
 * figure and no file. What the mail server does not take is tried again for a day, then given up; the administrator is told.
 */
@Component
public class Digests {
    private static final int AT_ONCE = 50;
    private static final int LINES = 30;
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration BELIEVED_LOST = Duration.ofMinutes(15);
    private static final List<Duration> AGAIN_AFTER = List.of(Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofHours(2), Duration.ofHours(6), Duration.ofHours(12));

    /** How many digests were made, sent, and not taken by the server. */
    public record Done(int made, int sent, int refused) {}

    private record Waiting(long id, int userId, LocalDate day, int tries, String email, String language) {}

    private record Line(String kind, String words, String link) {}

    private final MailServer server;
    private final Notices notices;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Digests(MailServer server, Notices notices, JdbcClient jdbc, TransactionTemplate transaction) {
        this.server = server;
        this.notices = notices;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Makes the digests that are wished for by this hour and sends all that wait; may be repeated, on any node. */
    public Done run(Instant at) {
        if (!server.there()) {
            return new Done(0, 0, 0);
        }
        return CurrentUser.SYSTEM.call(() -> {
            int made = transaction.execute(running -> make(at));
            int sent = 0;
            int refused = 0;
            List<Waiting> some;
            do {
                some = transaction.execute(running -> take(at));
                for (Waiting one : some) {
                    if (send(one, at)) {
                        sent++;
                    } else {
                        refused++;
                    }
                }
            } while (some.size() == AT_ONCE);
            return new Done(made, sent, refused);
        });
    }

    private int make(Instant at) {
        LocalDateTime now = VietnamTime.at(at);
        return jdbc.sql(Sql.beside(Digests.class, "compose.sql")).param("day", now.toLocalDate()).param("hour", now.getHour()).param("open", WorkingDays.vietnam().isOpen(now.toLocalDate()))
                .param("at", Timestamp.from(at)).param("since", Timestamp.from(at.minus(WEEK))).update();
    }

    /** Takes some that are due, so that no other node does; one that was taken and never told is believed lost after a while. */
    private List<Waiting> take(Instant at) {
        return jdbc.sql("""
                        update notices.mail m set status = 'sending', tries = m.tries + 1, next_try = :lost
                        from (select w.id, p.email, p.language from notices.mail w
                              join notices.preference p on p.user_id = w.user_id and p.confirmed_at is not null and p.by_mail
                              where w.status in ('waiting', 'sending') and w.next_try <= :at order by w.next_try, w.id limit :most for update of w skip locked) due
                        where due.id = m.id
                        returning m.id, m.user_id, m.day, m.tries, due.email, due.language""")
                .param("lost", Timestamp.from(at.plus(BELIEVED_LOST))).param("at", Timestamp.from(at)).param("most", AT_ONCE).query(Waiting.class).list();
    }

    private boolean send(Waiting one, Instant at) {
        Texts texts = one.language().equals("en") ? Texts.en() : Texts.vi();
        List<Line> lines = transaction.execute(running -> jdbc.sql("""
                        select n.kind, case :language when 'en' then n.words_en else n.words_vi end as words, n.link
                        from notices.mail m join notices.notice n on n.id = any (m.notices) where m.id = :id
                        order by array_position(array['escalation', 'reminder', 'news'], n.kind), n.told_at desc, n.id desc""")
                .param("language", one.language()).param("id", one.id()).query(Line.class).list());
        try {
            server.send(one.email(), "digest-" + one.userId() + "-" + one.day(), texts.get("notices.mail.subject", one.day()), text(lines, one.day(), texts));
            transaction.executeWithoutResult(running -> jdbc.sql("update notices.mail set status = 'sent', sent_at = :at, problem = null where id = :id").param("at", Timestamp.from(at)).param("id", one.id()).update());
            return true;
        } catch (MailException refused) {
            transaction.executeWithoutResult(running -> refused(one, said(refused), at));
            return false;
        }
    }

    private void refused(Waiting one, String said, Instant at) {
        boolean forGood = one.tries() > AGAIN_AFTER.size();
        jdbc.sql("update notices.mail set status = :status, problem = :said, next_try = :next where id = :id")
                .param("status", forGood ? "failed" : "waiting").param("said", said)
                .param("next", Timestamp.from(forGood ? at : at.plus(AGAIN_AFTER.get(one.tries() - 1)))).param("id", one.id()).update();
        String about = forGood ? "notices.mail.given-up" : "notices.mail.refused";
        notices.tell(jdbc.sql("select distinct office_id from identity.pub_holder where role = 'administrator' and valid_from <= :day and :day < valid_to").param("day", VietnamTime.dayOf(at)).query(Integer.class).list().stream()
                .map(office -> new Notice(Notice.Recipient.post(office, "administrator"), Notice.Kind.REMINDER, about, List.of(one.day(), said), "/notices/mail", false, about + ":" + one.day() + ":" + office))
                .toList(), at);
    }

    private String text(List<Line> lines, LocalDate day, Texts texts) {
        String body = lines.stream().limit(LINES).map(line -> "- " + texts.get("notices.kind." + line.kind()) + ": " + line.words() + (server.link().isEmpty() || line.link().isEmpty() ? "" : "\n  " + server.link() + line.link()))
                .collect(Collectors.joining("\n"));
        String more = lines.size() > LINES ? "\n" + texts.get("notices.mail.more", lines.size() - LINES) : "";
        return texts.get("notices.mail.head", day) + "\n\n" + body + more + "\n\n" + texts.get("notices.mail.foot") + (server.link().isEmpty() ? "" : "\n" + server.link() + "/notices/settings") + "\n";
    }

    /** What the server said, in one line. */
    static String said(@Nullable Throwable e) {
        Throwable last = e;
        while (last != null && last.getCause() != null && last.getCause() != last) {
            last = last.getCause();
        }
        String words = last == null || last.getMessage() == null ? String.valueOf(last) : last.getMessage();
        return words.lines().findFirst().orElse("").strip().transform(line -> line.length() > 200 ? line.substring(0, 200) : line);
    }
}
