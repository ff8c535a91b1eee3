package vn.bamcoso.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.bamcoso.basics.Problem;

/** The catalogue of indicators. Kept in memory between two looks at whether another node, or this one, has changed it. */
@Component
public class Indicators {
    private final JdbcClient jdbc;
    private volatile Catalogue kept = new Catalogue("", Map.of());

    private record Catalogue(String stamp, Map<String, Indicator> byCode) {}

    Indicators(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of the catalogue. */
    public List<Indicator> all() {
        return List.copyOf(catalogue().values());
    }

    public Optional<Indicator> byCode(String code) {
        return Optional.ofNullable(catalogue().get(code));
    }

    /** All of them at once, for a question that needs several. */
    public Map<String, Indicator> byCode() {
        return catalogue();
    }

    /** @throws Problem that names the code, when there is none such */
    public Indicator require(String code) {
        return require(catalogue(), code);
    }

    public static Indicator require(Map<String, Indicator> some, String code) {
        Indicator found = some.get(code);
        if (found == null) {
            throw Problem.refused("figures.problem.no-indicator", code);
        }
        return found;
    }

    private Map<String, Indicator> catalogue() {
        return catalogue(jdbc.sql("select count(*) || ' ' || coalesce(sum(version), 0) || ' ' || coalesce(max(id), 0) from figures.indicator").query(String.class).single());
    }

    /** @param stamp of the catalogue as the database has it now, found by a question that asks for more than that in one go ({@code glance.sql}) */
    public Map<String, Indicator> catalogue(String stamp) {
        Catalogue now = kept;
        if (!now.stamp.equals(stamp)) {
            now = new Catalogue(stamp, read());
            kept = now;
        }
        return now.byCode;
    }

    private Map<String, Indicator> read() {
        var byCode = new LinkedHashMap<String, Indicator>();
        jdbc.sql("""
                -- All indicators, in the order of the catalogue.
                select i.*, f.code as field_code from figures.indicator i join access.field f on f.id = i.field order by i.position, i.id
                """)
                .query((row, n) -> row(row))
                .list()
                .forEach(indicator -> byCode.put(indicator.code(), indicator));
        return byCode;
    }

    private static Indicator row(ResultSet row) throws SQLException {
        var kinds = row.getArray("kinds");
        return new Indicator(
                row.getShort("id"), row.getString("code"), row.getString("name_vi"), row.getString("name_en"),
                row.getString("definition_vi"), row.getString("definition_en"), row.getString("unit_vi"), row.getString("unit_en"),
                word(Indicator.How.class, row.getString("origin")), word(Indicator.OverTime.class, row.getString("over_time")),
                word(Indicator.OverPlaces.class, row.getString("over_places")), word(Level.class, row.getString("collected_at")),
                kinds == null ? Set.of() : Set.copyOf(Arrays.asList((String[]) kinds.getArray())),
                row.getShort("field"), row.getString("field_code"), row.getString("formula"), row.getInt("decimals"),
                row.getBigDecimal("least"), row.getBigDecimal("most"), row.getString("checks"), row.getBoolean("small_counts"),
                word(Indicator.Held.class, row.getString("may_be_held")), row.getString("held_decided_by"),
                row.getString("remark_vi"), row.getString("remark_en"), row.getInt("position"), row.getInt("version"));
    }

    private static <E extends Enum<E>> E word(Class<E> type, @Nullable String word) {
        return Enum.valueOf(type, String.valueOf(word).toUpperCase(Locale.ROOT));
    }
}
