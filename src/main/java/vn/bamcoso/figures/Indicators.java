package vn.bamcoso.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
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
import vn.bamcoso.access.Once;
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

    /** In the order of the catalogue; whole ones, without their parts. */
    public List<Indicator> all() {
        return catalogue().values().stream().filter(one -> one.part() == null).toList();
    }

    /** The parts by which an indicator is broken down, in order, dimension after dimension. */
    public List<Indicator> partsOf(String code) {
        return catalogue().values().stream().filter(one -> one.part() != null && one.part().base().equals(code)).toList();
    }

    public Optional<Indicator> byCode(String code) {
        return Optional.ofNullable(catalogue().get(code));
    }

    /** By what indicators can be broken down. */
    public List<Dimension> dimensions() {
        Map<String, List<Dimension.Part>> parts = new LinkedHashMap<>();
        return jdbc.sql("""
                        select d.code as dimension, d.name_vi as dimension_vi, d.name_en as dimension_en, p.code, p.name_vi, p.name_en, a.code as first, b.code as second
                        from figures.part p join figures.dimension d on d.id = p.dimension_id left join figures.part a on a.id = p.first_id left join figures.part b on b.id = p.second_id order by d.position, d.id, p.position, p.id""")
                .query((row, n) -> {
                    List<Dimension.Part> those = parts.computeIfAbsent(row.getString("dimension"), key -> new java.util.ArrayList<>());
                    those.add(new Dimension.Part(row.getString("code"), row.getString("name_vi"), row.getString("name_en"), row.getString("first"), row.getString("second")));
                    return new Dimension(row.getString("dimension"), row.getString("dimension_vi"), row.getString("dimension_en"), those);
                })
                .list().stream().distinct().toList();
    }

    /** All of them at once with their parts, for a question that needs several. */
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
        return Once.ask(Indicators.class, this::now);
    }

    private Map<String, Indicator> now() {
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
        jdbc.sql("""
                -- The parts of the indicators that are broken down, in order.
                select i.code as base, p.id, p.code, p.name_vi, p.name_en, d.code as dimension, d.name_vi as dimension_vi, d.name_en as dimension_en, a.code as first, b.code as second
                from figures.indicator_dimension u
                join figures.indicator i on i.id = u.indicator_id
                join figures.dimension d on d.id = u.dimension_id
                join figures.part p on p.dimension_id = d.id
                left join figures.part a on a.id = p.first_id
                left join figures.part b on b.id = p.second_id
                order by i.position, i.id, d.position, d.id, p.position, p.id
                """)
                .query(row -> {
                    Indicator whole = byCode.get(row.getString("base"));
                    var part = new Indicator.Part(row.getShort("id"), row.getString("code"), row.getString("name_vi"), row.getString("name_en"), row.getString("dimension"), whole.code(), row.getString("first"), row.getString("second"));
                    Indicator one = whole.of(part, row.getString("dimension_vi"), row.getString("dimension_en"));
                    byCode.put(one.code(), one);
                });
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
                row.getString("remark_vi"), row.getString("remark_en"), row.getInt("position"), row.getInt("version"),
                new Indicator.Life(
                        row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class), row.getString("replaced_by"), row.getObject("owner_id", Integer.class),
                        row.getBoolean("never_falls")),
                null, row.getObject("measured_from", LocalDate.class), Optional.ofNullable(row.getTimestamp("measured_since")).map(Timestamp::toInstant).orElse(null));
    }

    private static <E extends Enum<E>> E word(Class<E> type, @Nullable String word) {
        return Enum.valueOf(type, String.valueOf(word).toUpperCase(Locale.ROOT));
    }
}
