package vn.bamcoso.figures.statement;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.bamcoso.basics.Preparation;
import vn.bamcoso.basics.Texts;

/** What the press printed at the beginning, {@code statements.csv}: added once, when their codes are not there. */
@Component
class StatementsFile implements Preparation {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Entering entering;

    StatementsFile(JdbcClient jdbc, TransactionTemplate transaction, Entering entering) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.entering = entering;
    }

    @Override
    public int order() {
        return 410;
    }

    @Override
    public void prepare(Consumer<String> progress) {
        transaction.executeWithoutResult(running -> {
            List<String> known = jdbc.sql("select code from figures.statement where code is not null").query(String.class).list();
            List<CSVRecord> missing = read().stream().filter(row -> !known.contains(row.get("code"))).toList();
            if (!missing.isEmpty()) {
                progress.accept(Texts.vi().get("figures.preparing.statements", missing.size()));
                missing.forEach(row -> entering.enter(statement(row), row.get("code")));
            }
        });
    }

    private static NewStatement statement(CSVRecord row) {
        return new NewStatement(
                row.get("indicator"), row.get("place"), row.get("period"), day(row, "map_day"), row.get("printed"), row.get("unit"), row.get("article"), row.get("publisher"),
                day(row, "published"), row.get("event_vi"), row.get("event_en"), row.get("note_vi"), row.get("note_en"), null);
    }

    private static @org.jspecify.annotations.Nullable LocalDate day(CSVRecord row, String column) {
        return row.get(column).isEmpty() ? null : LocalDate.parse(row.get(column));
    }

    private static List<CSVRecord> read() {
        try (var in = new InputStreamReader(StatementsFile.class.getResourceAsStream("/vn/bamcoso/figures/statements.csv"), StandardCharsets.UTF_8);
                var parser = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(in)) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
