package vn.bamcoso.notices;

import java.time.Duration;
import java.time.Instant;

/** Something that a room does by itself again and again: a bean for each. Of several nodes one runs it at a time; it must bear being run twice. */
public interface Job {
    /** Stable name under which its times are kept. */
    String name();

    /** How long to wait after it has run. */
    Duration every();

    void run(Instant at);
}
