package vn.bamcoso.figures.catalogue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.bamcoso.basics.Preparation;
import vn.bamcoso.basics.Texts;

/**
 * The indicators that the product brings along, {@code indicators.csv} and those of further forms in {@code indicators-forms.csv}, and those counted from tasks in {@code indicators-tasks.csv}. A code that the catalogue lacks is added at the next
 * start; one that is there is left as it is, because by then it belongs to the ministry office.
 */
@Component
class IndicatorsFile implements Preparation {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    IndicatorsFile(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public int order() {
        return 400;
    }

    @Override
    public void prepare(Consumer<String> progress) {
        transaction.executeWithoutResult(status -> dimensions());
        List<CSVRecord> rows = new ArrayList<>(read("indicators.csv"));
        rows.addAll(read("indicators-forms.csv"));
        rows.addAll(read("indicators-tasks.csv"));
        List<String> known = jdbc.sql("select code from figures.indicator").query(String.class).list();
        List<CSVRecord> missing = rows.stream().filter(row -> !known.contains(row.get("code"))).toList();
        if (missing.isEmpty()) {
            return;
        }
        progress.accept(Texts.vi().get("figures.preparing.indicators", missing.size()));
        transaction.executeWithoutResult(status -> missing.forEach(this::add));
    }

    /** The dimensions that the product brings along; a part that is there is left as it is. */
    private void dimensions() {
        List<String> known = jdbc.sql("select code from figures.part").query(String.class).list();
        for (CSVRecord row : read("breakdowns.csv")) {
            if (row.get("code").isEmpty()) {
                jdbc.sql("""
                                insert into figures.dimension (code, name_vi, name_en, position) values (:dimension, :name_vi, :name_en, (select coalesce(max(position), 0) + 1 from figures.dimension))
                                on conflict (code) do nothing""").params(values(row)).update();
            } else if (!known.contains(row.get("code"))) {
                jdbc.sql("""
                                insert into figures.part (dimension_id, code, name_vi, name_en, position)
                                select d.id, :code, :name_vi, :name_en, (select coalesce(max(p.position), 0) + 1 from figures.part p where p.dimension_id = d.id) from figures.dimension d where d.code = :dimension""")
                        .params(values(row)).update();
            }
        }
    }

    private void add(CSVRecord row) {
        jdbc.sql("""
                insert into figures.indicator (code, name_vi, name_en, definition_vi, definition_en, unit_vi, unit_en, origin, over_time, over_places,
                    collected_at, kinds, field, formula, decimals, least, most, checks, small_counts, may_be_held, held_decided_by, remark_vi, remark_en, position, never_falls)
                select :code, :name_vi, :name_en, :definition_vi, :definition_en, :unit_vi, :unit_en, :origin, :over_time, :over_places,
                    :collected_at, string_to_array(:kinds, ' '), f.id, :formula, :decimals, :least, :most, coalesce(:checks, '[]')::jsonb, :small_counts,
                    :may_be_held, :held_decided_by, :remark_vi, :remark_en, coalesce((select max(position) from figures.indicator), 0) + 10, :never_falls
                from access.field f where f.code = :field
                on conflict (code) do nothing
                """)
                .params(values(row))
                .param("never_falls", row.isMapped("never_falls") && row.get("never_falls").equals("true"))
                .update();
        if (row.isMapped("dimensions") && !row.get("dimensions").isEmpty()) {
            jdbc.sql("insert into figures.indicator_dimension select i.id, d.id from figures.indicator i join figures.dimension d on d.code = any (string_to_array(:dimensions, ' ')) where i.code = :code on conflict do nothing")
                    .param("dimensions", row.get("dimensions"))
                    .param("code", row.get("code"))
                    .update();
        }
    }

    private static Map<String, @Nullable Object> values(CSVRecord row) {
        var values = new HashMap<String, @Nullable Object>();
        row.toMap().keySet().forEach(column -> values.put(column, value(row, column)));
        return values;
    }

    private static @Nullable Object value(CSVRecord row, String column) {
        String text = row.get(column);
        return switch (column) {
            case "decimals" -> Integer.valueOf(text);
            case "least", "most" -> text.isEmpty() ? null : new BigDecimal(text);
            case "small_counts" -> text.equals("true");
            default -> text.isEmpty() ? null : text;
        };
    }

    private static List<CSVRecord> read(String file) {
        try (var in = new InputStreamReader(IndicatorsFile.class.getResourceAsStream("/vn/bamcoso/figures/" + file), StandardCharsets.UTF_8);
                var parser = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(in)) {
            return new ArrayList<>(parser.getRecords());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
