package vn.bamcoso.basics;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Days are Viet Nam's days, wherever the server stands. */
public final class VietnamTime {
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private VietnamTime() {}

    public static LocalDate today(Clock clock) {
        return LocalDate.now(clock.withZone(ZONE));
    }

    public static LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, ZONE);
    }

    public static LocalDateTime at(Instant at) {
        return LocalDateTime.ofInstant(at, ZONE);
    }

    /** The first moment of the day. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    /** The first moment that no longer belongs to the day: "by the 25th" means before this. */
    public static Instant endOf(LocalDate day) {
        return startOf(day.plusDays(1));
    }
}
