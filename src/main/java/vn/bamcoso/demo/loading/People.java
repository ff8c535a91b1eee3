package vn.bamcoso.demo.loading;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;

/**
 * The people of the demonstration ({@code demo/users.csv}), all of them invented; who stands there twice has two roles.
 *
 * @param role   of identity; null for those who only stand in old reports and cannot sign in
 * @param office sign of a ministry unit, or the key of the place that the office serves
 * @param fields codes of access.field; empty for all
 */
record People(String login, String name, @Nullable String role, @Nullable String office, List<String> fields) {
    static List<People> read() {
        var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setNullString("").get();
        var file = Objects.requireNonNull(People.class.getResourceAsStream("/demo/users.csv"));
        try (var lines = format.parse(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.stream()
                    .map(line -> new People(
                            line.get("login"), line.get("name"), line.get("role"), line.get("office"),
                            line.get("fields") == null ? List.of() : List.of(line.get("fields").split(" "))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
