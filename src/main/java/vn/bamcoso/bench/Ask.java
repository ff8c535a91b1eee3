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

    private static final String KNOWN = """
            with asked as materialized (
                select i.id as indicator_id, i.code as indicator, t.id as period_id, t.code as period
                from figures.indicator i cross join figures.period t where i.code in (:codes) and t.code in (:periods)
            ), known as (
                select a.indicator, a.period, f.place_id, f.value
                from asked a cross join lateral (select * from figures.figure f where f.period_id = a.period_id and f.indicator_id = a.indicator_id offset 0) f
                where f.known_from <= coalesce(:known::timestamptz, 'infinity')
                union all
                select a.indicator, a.period, f.place_id, f.value
                from asked a cross join lateral (select * from figures.figure_past f where f.period_id = a.period_id and f.indicator_id = a.indicator_id offset 0) f
                where f.known_from <= :known::timestamptz and :known::timestamptz < f.known_to
            )
            """;
    private static final String OF_NATION = """
            %s select indicator, period, '' as place, sum(value) as sum from known where :level = 'nation' and :map::date is not null group by 1, 2
            """.formatted(KNOWN);
    private static final String OF_PLACES = """
            %s, lies as materialized (
                select r.place_id, r.share, p.key from territory.reach r
                join territory.pub_place p on p.place_id = r.ancestor_id and p.valid_from <= :map and :map < p.valid_to
                where :level <> 'nation' and r.vintage_id = (select territory.vintage_of(:map)) and r.level = :level
            )
            select k.indicator, k.period, l.key as place, sum(k.value * l.share) as sum
            from known k join lies l on l.place_id = k.place_id
            group by 1, 2, 3
            union all
            select k.indicator, k.period, '', sum(k.value * (1 - coalesce(w.placed, 0)))
            from known k left join (select place_id, sum(share) as placed from lies group by place_id) w on w.place_id = k.place_id
            where coalesce(w.placed, 0) <> 1
            group by 1, 2
            """.formatted(KNOWN);

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
        return random.ints(0, size.indicators()).distinct().limit(Math.min(indicators, size.indicators())).mapToObj(n -> size.codes().get(n)).sorted().toList();
    }

    String path(List<String> codes, Size size) {
        String path = "/api/figures?indicator=%s&period=%s&level=%s&map=%s".formatted(
                String.join(",", codes), String.join(",", size.quarters().stream().map(Period::code).toList()), level, map);
        return known == null ? path : path + "&known=" + known;
    }

    /** The numbers in an answer, by indicator, period and place; the nation, and what no place of the map can claim, without place. */
    Map<String, BigDecimal> read(JsonMapper json, String body) {
        var numbers = new TreeMap<String, BigDecimal>();
        walk(json.readTree(body), numbers);
        return numbers;
    }

    private void walk(JsonNode node, Map<String, BigDecimal> numbers) {
        if (node.isObject() && node.has("value") && node.has("indicator") && node.has("period")) {
            String kind = node.path("kind").asString();
            boolean nation = level.equals("nation");
            if (node.path("value").isNumber() && kind.equals("total") == nation) {
                String place = kind.equals("place") ? node.path("place").asString() : "";
                numbers.merge(node.path("indicator").asString() + " " + node.path("period").asString() + " " + place, node.path("value").decimalValue(), BigDecimal::add);
            }
        } else {
            node.forEach(below -> walk(below, numbers));
        }
    }

    /** The same numbers, counted from the facts alone: no roll-up, no map of the program's. */
    Map<String, BigDecimal> recount(JdbcClient sql, List<String> codes, Size size) {
        var numbers = new HashMap<String, BigDecimal>();
        sql.sql(level.equals("nation") ? OF_NATION : OF_PLACES)
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
