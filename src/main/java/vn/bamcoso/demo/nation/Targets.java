package vn.bamcoso.demo.nation;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import vn.bamcoso.calendar.Period;

/** The rows of {@code demo/targets.csv}: the only place from which the demonstration takes a total. */
public final class Targets {
    private static final String MADE_UP = "Dữ liệu minh họa: số của từng đơn vị do chương trình tạo ra";

    private final List<Target> rows;

    private Targets(List<Target> rows) {
        this.rows = rows;
    }

    public static Targets read() {
        var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        var file = Objects.requireNonNull(Targets.class.getResourceAsStream("/demo/targets.csv"));
        try (var lines = format.parse(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return new Targets(lines.stream()
                    .map(line -> new Target(
                            line.get("indicator"), line.get("area"), Period.parse(line.get("period")), new BigDecimal(line.get("value")),
                            line.get("basis").equals("printed"), line.get("article"), line.get("note")))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Target> all() {
        return rows;
    }

    /** @param home province of the 63; 0 for the nation */
    Optional<Target> find(String indicator, int home, String period) {
        return rows.stream()
                .filter(row -> row.indicator().equals(indicator) && row.home() == home && row.period().code().equals(period))
                .findFirst();
    }

    /** What the provenance of a batch says: that its values are for demonstration, and which printed or chosen totals they add up to. */
    String note(Period period, List<String> indicators) {
        String totals = rows.stream()
                .filter(row -> row.period().equals(period) && indicators.contains(row.indicator()))
                .map(row -> row.article())
                .distinct()
                .collect(java.util.stream.Collectors.joining(", "));
        return totals.isEmpty() ? MADE_UP : MADE_UP + "; cộng lại khớp với số liệu của bài báo " + totals;
    }

    /** @throws IllegalStateException when the file has no such row: the generator asks only for what it needs */
    int total(String indicator, int home, String period) {
        return find(indicator, home, period)
                .orElseThrow(() -> new IllegalStateException("demo/targets.csv has no " + indicator + " for " + home + " in " + period))
                .value()
                .intValueExact();
    }
}
