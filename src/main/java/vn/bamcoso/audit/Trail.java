package vn.bamcoso.audit;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.seal.Marks;

/**
 * The audit trail. A line is written in the transaction of the act it tells of: no act without its line, no line without
 * its act. The line keeps a salted digest of what stood before and after; the contents themselves lie beside it and can
 * be erased by order without breaking the seal. Within a second the sealer links the line to all before it.
 */
@Component
public class Trail {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Marks marks;
    private final Clock clock;

    public Trail(JdbcClient jdbc, JsonMapper json, Marks marks, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.marks = marks;
        this.clock = clock;
    }

    /**
     * A line to be written.
     *
     * @param act {@code <room>.<thing>.<past tense>}, its text in the language files under {@code audit.act.<act>}
     * @param subject {@code <thing>:<id>}
     * @param before what stood there, as a record or map that Jackson can write; null when nothing stood there
     * @param after what stands there now; null when nothing does
     */
    public record Line(CurrentUser by, String act, String subject, @Nullable Object before, @Nullable Object after) {}

    /**
     * Writes one line for who acts now; its parts as in {@link Line}.
     *
     * @throws IllegalStateException outside a transaction, or when nobody acts
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(String act, String subject, @Nullable Object before, @Nullable Object after) {
        write(List.of(new Line(CurrentUser.require(), act, subject, before, after)));
    }

    /** Writes a line for each of several acts of one transaction, in their order. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(List<Line> lines) {
        int n = lines.size();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var salts = new byte[n][16];
        var digests = new byte[n][];
        var macs = new byte[n][];
        var before = new String[n];
        var after = new String[n];
        for (int i = 0; i < n; i++) {
            Line line = lines.get(i);
            RANDOM.nextBytes(salts[i]);
            before[i] = line.before == null ? null : json.writeValueAsString(line.before);
            after[i] = line.after == null ? null : json.writeValueAsString(line.after);
            digests[i] = Marks.digest(salts[i], before[i], after[i]);
            macs[i] = marks.mac(now, line.by.id(), line.by.address(), line.act, line.subject, digests[i]);
        }
        jdbc.sql("""
                        with lines as (
                            select * from unnest(:users, :addresses, :acts, :subjects, :digests, :macs, :salts, :before, :after)
                                with ordinality as l (user_id, address, act, subject, digest, mac, salt, before, after, nth)),
                        written as (
                            merge into audit.entry e using (select * from lines order by nth) l on false
                            when not matched then insert (at, user_id, address, act, subject, digest, mac) values (:at, l.user_id, l.address, l.act, l.subject, l.digest, l.mac)
                            returning l.nth, e.id),
                        content as (
                            insert into audit.content (entry_id, salt, before, after) select w.id, l.salt, l.before, l.after from written w join lines l on l.nth = w.nth)
                        insert into audit.waiting (entry_id) select id from written""")
                .param("at", Timestamp.from(now))
                .param("users", lines.stream().map(line -> line.by.id()).toArray(Integer[]::new))
                .param("addresses", lines.stream().map(line -> line.by.address()).toArray(String[]::new))
                .param("acts", lines.stream().map(Line::act).toArray(String[]::new))
                .param("subjects", lines.stream().map(Line::subject).toArray(String[]::new))
                .param("digests", digests)
                .param("macs", macs)
                .param("salts", salts)
                .param("before", before)
                .param("after", after)
                .update();
    }

    /** The end of the sealed chain, for the foot of issued documents; empty before the first seal. */
    public Optional<Head> head() {
        return jdbc.sql("select number, link from audit.head() where number is not null")
                .query((row, n) -> new Head(row.getLong(1), java.util.HexFormat.of().formatHex(row.getBytes(2))))
                .optional();
    }
}
