package vn.bamcoso.bench;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.bamcoso.calendar.Period;

/**
 * A kind of question, with random arguments each time.
 *
 * @param known as it was known then; null: now
 */
record Ask(String name, int indicators, String level, LocalDate map, @Nullable String known) {
    private static final LocalDate OLD_MAP = LocalDate.of(2025, 6, 30);
    private static final LocalDate NEW_MAP = LocalDate.of(2025, 7, 1);

    static List<Ask> all() {
        String yearAgo = java.time.Instant.now().minus(java.time.Duration.ofDays(365)).truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString();
        return List.of(
                new Ask("10 indicators × 8 quarters × nation", 10, "nation", OLD_MAP, null),
                new Ask("10 × 8 × 63 provinces", 10, "province", OLD_MAP, null),
                new Ask("10 × 8 × 34 provinces of the other map", 10, "province", NEW_MAP, null),
                new Ask("10 × 8 × nation as known a year ago", 10, "nation", OLD_MAP, yearAgo),
                new Ask("1 × 8 × 10,035 communes", 1, "commune", OLD_MAP, null));
    }

    List<String> pick(Size size, Random random) {
        return random.ints(0, size.indicators()).distinct().limit(indicators).mapToObj(n -> size.codes().get(n)).sorted().toList();
    }

    String path(List<String> codes, Size size) {
        String path = "/api/figures?indicator=%s&period=%s&level=%s&map=%s&within=NVN@2025-06-30".formatted(
                String.join(",", codes), String.join(",", size.quarters().stream().map(Period::code).toList()), level, map);
        return known == null ? path : path + "&known=" + known;
    }

    /** The numbers in an answer, by indicator, period and place. */
    Map<String, BigDecimal> read(JsonMapper json, String body) {
        var numbers = new TreeMap<String, BigDecimal>();
        walk(json.readTree(body), numbers);
        return numbers;
    }

    private void walk(JsonNode node, Map<String, BigDecimal> numbers) {
        if (node.isObject() && node.has("value") && node.has("indicator") && node.has("period")) {
            boolean total = node.path("kind").asString("").equals("total");
            if (node.path("value").isNumber() && total == level.equals("nation")) {
                String place = level.equals("nation") ? "" : node.path("place").isString() ? node.path("place").asString() : node.path("place").path("key").asString("");
                numbers.merge(code(node.path("indicator")) + " " + code(node.path("period")) + " " + (level.equals("commune") ? "" : place), node.path("value").decimalValue(), BigDecimal::add);
            }
        } else {
            node.forEach(below -> walk(below, numbers));
        }
    }

    private static String code(JsonNode node) {
        return node.isString() ? node.asString() : node.path("code").asString("");
    }

    /** The same numbers, counted from the facts alone: no roll-up, no map of the program's. */
    Map<String, BigDecimal> recount(JdbcClient sql, List<String> codes, Size size) {
        var numbers = new HashMap<String, BigDecimal>();
        sql.sql("""
                        with known as (
                            select indicator_id, period_id, place_id, value from figures.figure
                            where indicator_id in (select id from figures.indicator where code in (:codes)) and known_from <= coalesce(:known::timestamptz, 'infinity')
                            union all
                            select indicator_id, period_id, place_id, value from figures.figure_past
                            where indicator_id in (select id from figures.indicator where code in (:codes)) and known_from <= :known::timestamptz and :known::timestamptz < known_to
                        )
                        select i.code as indicator, t.code as period, case when :level = 'province' then p.key else '' end as place, sum(k.value) as sum
                        from known k
                        join figures.indicator i on i.id = k.indicator_id
                        join figures.period t on t.id = k.period_id and t.code in (:periods)
                        left join territory.reach r on :level = 'province' and r.vintage_id = territory.vintage_of(:map) and r.place_id = k.place_id and r.level = 'province'
                        left join territory.pub_place p on p.place_id = r.ancestor_id and p.valid_from <= :map and :map < p.valid_to
                        group by 1, 2, 3""")
                .param("codes", codes)
                .param("periods", size.quarters().stream().map(Period::code).toList())
                .param("known", known)
                .param("level", level)
                .param("map", map)
                .query(row -> {
                    numbers.put(row.getString(1) + " " + row.getString(2) + " " + row.getString(3), row.getBigDecimal(4));
                });
        return numbers;
    }
}
