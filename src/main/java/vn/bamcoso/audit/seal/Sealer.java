package vn.bamcoso.audit.seal;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.bamcoso.audit.Head;

/**
 * Links the committed lines of the trail, in their order, every second and once more at the end of the program. A row that
 * it sees is committed, a late one comes in the next round; so the order of sealing is the order that counts. With several
 * nodes one seals at a time, and each notes the heads it sees in its own file.
 */
@Component
public class Sealer implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);
    private static final int AT_ONCE = 2000;
    private static final long LOCK = 0x62616d636f736f31L;


    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Marks marks;
    private final HeadsFile heads;
    private ScheduledExecutorService clockwork;

    Sealer(JdbcClient jdbc, TransactionTemplate transaction, Marks marks, HeadsFile heads) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.marks = marks;
        this.heads = heads;
    }

    /** Seals all that waits now, unless another node is at it. @return how many lines */
    public synchronized int round() {
        int sealed = 0;
        int some;
        do {
            some = transaction.execute(running -> batch());
            sealed += some;
        } while (some == AT_ONCE);
        jdbc.sql("select number, link from audit.head() where number is not null").query(HeadsFile::row).optional().ifPresent(heads::note);
        return sealed;
    }

    private int batch() {
        boolean mine = jdbc.sql("select pg_try_advisory_xact_lock(:lock)").param("lock", LOCK).query(Boolean.class).single();
        List<Line> waiting = mine ? jdbc.sql("select * from audit.pending(:most)").param("most", AT_ONCE).query(Line::read).list() : List.of();
        if (waiting.isEmpty()) {
            return 0;
        }
        Head last = jdbc.sql("select number, link from audit.head() where number is not null").query(HeadsFile::row).optional().orElse(null);
        long first = last == null ? 1 : last.number() + 1;
        byte[] before = last == null ? marks.beginning(heads.chain()) : java.util.HexFormat.of().parseHex(last.link());
        Long[] entries = new Long[waiting.size()];
        byte[][] links = new byte[waiting.size()][];
        for (int i = 0; i < links.length; i++) {
            Line line = waiting.get(i);
            entries[i] = line.id();
            links[i] = marks.link(before, line.id(), line.mac(), line.written(marks));
            before = links[i];
        }
        jdbc.sql("select audit.seal(:first, :entries, :links)")
                .param("first", first)
                .param("entries", entries)
                .param("links", links)
                .query((row, n) -> n)
                .list();
        return links.length;
    }

    private void quietly() {
        try {
            round();
        } catch (ConcurrencyFailureException another) {
            LOG.debug("another node sealed first");
        } catch (RuntimeException e) {
            LOG.warn("the trail could not be sealed, it is tried again in a second: {}", e.getMessage());
        }
    }

    @Override
    public void start() {
        clockwork = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("sealer").daemon().factory());
        clockwork.scheduleWithFixedDelay(this::quietly, 1, 1, TimeUnit.SECONDS);
    }

    /** A last round; a database that is gone already is not waited for. */
    @Override
    public void stop() {
        clockwork.execute(this::quietly);
        clockwork.shutdown();
        try {
            if (!clockwork.awaitTermination(5, TimeUnit.SECONDS)) {
                clockwork.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        clockwork = null;
    }

    @Override
    public boolean isRunning() {
        return clockwork != null;
    }

    /** Starts before the rooms prepare their data and stops after the web server has. */
    @Override
    public int getPhase() {
        return -100;
    }
}
