package vn.bamcoso.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import vn.bamcoso.calendar.Period;

/**
 * How much is loaded: full size is 300 indicators over the eight official quarters up to the second of 2025, for all
 * communes of each quarter's last day; quick is a tenth of the indicators. -Dbamcoso.bench.indicators=N makes it any other number.
 */
record Size(int indicators) {
    static Size of(boolean quick) {
        return new Size(Integer.getInteger("bamcoso.bench.indicators", quick ? 30 : 300));
    }

    List<String> codes() {
        return IntStream.rangeClosed(1, indicators).mapToObj("bench_%03d"::formatted).toList();
    }

    /** From the first to the last. */
    List<Period> quarters() {
        var quarters = new ArrayList<Period>();
        for (Period q = Period.parse("2023-Q3"); quarters.size() < 8; q = q.next().orElseThrow()) {
            quarters.add(q);
        }
        return quarters;
    }
}
