package vn.bamcoso.basics;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days are Viet Nam's days, wherever the server stands. */
public final class VietnamTime {
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private VietnamTime() {}

    public static LocalDate today(Clock clock) {
        return LocalDate.now(clock.withZone(ZONE));
    }
}
