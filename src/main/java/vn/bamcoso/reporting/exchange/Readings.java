package vn.bamcoso.reporting.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.reporting.Forms;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/**
 * What was understood of a file without faults, kept beside it from its check to its recording: what somebody has seen and agreed to is what is
 * recorded, and a large file is not read again for it.
 */
@Component
class Readings {
    /** Fewer places than these are asked for one by one, more are taken from the map of the day. */
    private static final int FEW = 20;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Forms forms;
    private final Places places;

    Readings(JdbcClient jdbc, JsonMapper json, Forms forms, Places places) {
        this.jdbc = jdbc;
        this.json = json;
        this.forms = forms;
        this.places = places;
    }

    private record Kept(String form, int version, String period, List<String> given, List<Row> rows) {}

    /** @param values in the order of what is given */
    private record Row(int number, int place, @Nullable BigDecimal[] values, Map<String, String> remarks) {}

    @Transactional(propagation = Propagation.MANDATORY)
    void keep(long importId, Brought brought) {
        List<Row> rows = brought.rows().stream()
                .map(row -> new Row(row.number(), row.place().id(), brought.given().stream().map(row.values()::get).toArray(BigDecimal[]::new), row.remarks()))
                .toList();
        var kept = new Kept(brought.form().code(), brought.version().id(), brought.period().code(), brought.given(), rows);
        jdbc.sql("update reporting.import_file set reading = :reading where import_id = :id").param("reading", json.writeValueAsBytes(kept)).param("id", importId).update();
    }

    /** @throws Problem conflict when the form takes the period with another version since, or a place is no longer what it was */
    @Transactional(propagation = Propagation.MANDATORY)
    Brought of(long importId) {
        Kept kept = jdbc.sql("select reading from reporting.import_file where import_id = :id").param("id", importId).query(byte[].class).optional()
                .map(reading -> json.readValue(reading, Kept.class)).orElseThrow(Readings::overtaken);
        Form form = forms.byCode(kept.form).orElseThrow(Readings::overtaken);
        Period period = Period.parse(kept.period);
        Form.Version version = forms.requireVersion(form, period);
        if (version.id() != kept.version) {
            throw overtaken();
        }
        var columns = new RowCells.Columns(kept.given);
        IntFunction<Optional<Place>> place = kept.rows.size() < FEW ? id -> places.byId(id, period.end()) : among(places.on(period.end()));
        List<Brought.Row> rows = new ArrayList<>(kept.rows.size());
        for (Row row : kept.rows) {
            rows.add(new Brought.Row(row.number, place.apply(row.place).orElseThrow(Readings::overtaken), new RowCells(columns, row.values), row.remarks, Map.of()));
        }
        return new Brought(form, version, period, kept.given, rows);
    }

    private static IntFunction<Optional<Place>> among(Collection<Place> alive) {
        Map<Integer, Place> byId = new HashMap<>();
        alive.forEach(place -> byId.put(place.id(), place));
        return id -> Optional.ofNullable(byId.get(id));
    }

    private static Problem overtaken() {
        return Problem.conflict("reporting.problem.import-overtaken");
    }
}
