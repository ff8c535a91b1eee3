package vn.bamcoso.territory;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.LocalDate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import vn.bamcoso.territory.restructuring.ChangeRows;
import vn.bamcoso.territory.restructuring.Performing;

/** Restructurings that the carried lists do not know, performed the way that a person's are. */
final class ShippedActs {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final JdbcClient jdbc;

    ShippedActs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Offices and maps are drawn by the caller, once for all. */
    void perform() {
        try (var file = read("acts.csv"); var acts = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setNullString("").get().parse(file)) {
            for (CSVRecord act : acts) {
                perform(act);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void perform(CSVRecord act) throws IOException {
        String csv;
        try (var in = ShippedActs.class.getResourceAsStream("/territory/acts/" + act.get("changes"))) {
            csv = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        var changes = ChangeRows.fromCsv(csv);
        LocalDate effective = LocalDate.parse(act.get("effective"));
        LocalDate signed = day(act.get("signed_on"));
        int id = jdbc.sql("""
                        insert into territory.act (title, title_en, number, signed_on, body, effective, note, note_en, prepared_by, prepared_name, prepared_at, committed_by, committed_name, committed_at, changes)
                        values (:title, :title_en, :number, :signed, :body, :effective, :note, :note_en, 0, 'Bám Cơ Sở', now(), 0, 'Bám Cơ Sở', now(), cast(:changes as jsonb)) returning id""")
                .param("title", act.get("title"))
                .param("title_en", act.get("title_en"))
                .param("number", act.get("number"), Types.VARCHAR)
                .param("signed", signed, Types.DATE)
                .param("body", act.get("body"))
                .param("effective", effective)
                .param("note", act.get("note"), Types.VARCHAR)
                .param("note_en", act.get("note_en"), Types.VARCHAR)
                .param("changes", JSON.writeValueAsString(changes))
                .query(Integer.class)
                .single();
        new Performing(jdbc).perform(id, act.get("title"), act.get("number"), signed, effective, changes, false);
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static InputStreamReader read(String file) {
        return new InputStreamReader(ShippedActs.class.getResourceAsStream("/territory/" + file), StandardCharsets.UTF_8);
    }
}
