package vn.bamcoso.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.bamcoso.figures.Hands.figure;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.figures.Answer.Cell;
import vn.bamcoso.figures.Answer.Kind;
import vn.bamcoso.figures.Answer.Line;
import vn.bamcoso.identity.TestUsers;

/** What a reader outside the chain is not told of small counts, and cannot reckon from all answers together. */
@InTheHouse
@Import(Hands.class)
class SmallCountsTest {
    private static final LocalDate OLD = LocalDate.of(2022, 12, 31);
    private static final LocalDate NEW = LocalDate.of(2025, 7, 1);
    private static final List<String> QUARTERS = List.of("2022-Q1", "2022-Q2", "2022-Q3", "2022-Q4");

    @Autowired Hands hands;
    @Autowired Pivot pivot;
    @Autowired Provenance provenance;
    @Autowired Indicators indicators;
    @Autowired TestUsers users;

    @Test
    void aSmallCountIsHiddenWithACompanionFromThoseOutsideTheChainAndFromWhatLeavesTheHouse() {
        List<Integer> places = hands.communes(12, "2021-06-14");
        hands.record(figure("subjects_cleared", places.get(0), "2021-Q2", 2), figure("subjects_cleared", places.get(1), "2021-Q2", 9),
                figure("subjects_cleared", places.get(2), "2021-Q2", 7), figure("subjects_cleared", places.get(3), "2021-Q2", 0));
        Question question = new Question(List.of("subjects_cleared"), List.of(Period.parse("2021-Q2")), Level.COMMUNE, "P12@2021-07-01", LocalDate.of(2021, 7, 1));
        var leader = users.person("lanhdao.thu", "leader", office("NVN@2021-07-01", "ministry"));
        var province = users.person("tinh.laichau", "provincial_staff", office("P12@2021-07-01", "provincial"));
        assertThat(values(users.as(province, () -> pivot.ask(question)), places)).containsExactly("2", "9", "7", "0");
        assertThat(values(users.as(leader, () -> pivot.ask(question)), places)).containsExactly("hidden", "9", "hidden", "0");
        assertThat(values(users.as(province, () -> pivot.ask(question.forOutside())), places)).containsExactly("hidden", "9", "hidden", "0");
        assertThat(users.as(leader, () -> pivot.ask(question)).total(0, 0).value()).isEqualByComparingTo("18");
    }

    /**
     * Two provinces that became one, each with few, one with nearly nothing; four quarters; corrections in both directions. The attacker asks for
     * every level of four maps, every quarter and the year, as known before and after, and solves the equations.
     */
    @Test
    void fromAllAnswersTogetherNoSmallCountCanBeReckoned() {
        var random = new Random(42);
        Instant first = Instant.now().minus(3, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        Map<String, Long> before = new TreeMap<>();
        Map<String, Long> after = new TreeMap<>();
        for (String quarter : QUARTERS) {
            for (int home : new int[] {2, 8}) {
                boolean nearlyNothing = home == 8 && quarter.equals("2022-Q3");
                for (int place : hands.communes(home, Period.parse(quarter).end().toString()).subList(0, 60)) {
                    int die = random.nextInt(20);
                    long value = nearlyNothing ? 0 : die < 9 ? 0 : die < 15 ? 1 + random.nextInt(4) : 5 + random.nextInt(30);
                    before.put(quarter + " " + place, value);
                    after.put(quarter + " " + place, die % 5 == 1 ? (value == 0 ? 3 : value < 5 ? 11 : 2) : value);
                }
            }
        }
        String lonely = before.keySet().stream().filter(cell -> cell.startsWith("2022-Q3") && before.get(cell) == 0).reduce((one, other) -> other).orElseThrow();
        before.put(lonely, 3L);
        after.put(lonely, 3L);
        record(before, before, first);
        record(after, before, first.plus(1, ChronoUnit.DAYS));
        var leader = users.person("lanhdao.soi", "leader", office("NVN@2021-07-01", "ministry"));

        var attack = new Attack();
        int shown = 0;
        for (LocalDate map : List.of(LocalDate.of(2021, 7, 1), OLD, LocalDate.of(2025, 6, 30), NEW)) {
            for (Level level : List.of(Level.NATION, Level.PROVINCE, Level.DISTRICT, Level.COMMUNE)) {
                if (level == Level.DISTRICT && map.equals(NEW)) {
                    continue;
                }
                Map<Integer, Map<Integer, BigDecimal>> shares = shares(map, level);
                for (Instant known : new Instant[] {null, first.plus(12, ChronoUnit.HOURS)}) {
                    var periods = new ArrayList<>(QUARTERS.stream().map(Period::parse).toList());
                    periods.add(Period.parse("2022"));
                    Answer answer = users.as(leader, () -> pivot.ask(new Question(List.of("penalty_persons"), periods, level, "NVN@2021-07-01", map).knownAt(known)));
                    for (int p = 0; p < periods.size(); p++) {
                        List<String> quarters = p < 4 ? List.of(QUARTERS.get(p)) : QUARTERS;
                        var lines = new ArrayList<>(answer.lines());
                        lines.add(answer.total());
                        for (Line line : lines) {
                            Cell cell = answer.cell(line, 0, p);
                            if (cell.value() == null || line.kind() == Kind.MERGED || line.kind() == Kind.UNKNOWN) {
                                continue;
                            }
                            Map<String, BigDecimal> row = row(line, quarters, known == null, before, after, shares);
                            BigDecimal sum = row.entrySet().stream().map(each -> each.getValue().multiply(BigDecimal.valueOf(truth(each.getKey(), before, after)))).reduce(BigDecimal.ZERO, BigDecimal::add);
                            assertThat(cell.value().subtract(sum).abs()).as(line + " " + map + " " + known).isLessThan(new BigDecimal("0.001"));
                            attack.learn(row, cell.value());
                            shown++;
                        }
                    }
                    assertThat(answer.total(0, 0).hidden()).as("the country's total of a quarter is worth showing").isFalse();
                }
            }
        }
        assertThat(shown).isGreaterThan(1500);
        Set<String> small = new HashSet<>();
        before.keySet().forEach(cell -> List.of("before ", "now ").forEach(when -> {
            String name = name(cell, when.equals("now "), before, after);
            long value = truth(name, before, after);
            if (value >= 1 && value <= 4) {
                small.add(name);
            }
        }));
        assertThat(small).hasSizeGreaterThan(100);
        assertThat(attack.solved()).as("large ones are told").hasSizeGreaterThan(150).doesNotContainAnyElementsOf(small);
        assertThat(attack.telling()).as("sums that are all ones, all fours, or small themselves").isEmpty();
    }

    @Test
    void theProvenanceOfAHiddenNumberTellsNoRecordings() {
        List<Integer> places = hands.communes(14, "2023-06-14");
        hands.record(figure("case_files_made", places.get(0), "2023-Q2", 3), figure("case_files_made", places.get(1), "2023-Q2", 40));
        Question question = new Question(List.of("case_files_made"), List.of(Period.parse("2023-Q2")), Level.COMMUNE, "P14@2021-07-01", LocalDate.of(2023, 6, 14));
        var leader = users.person("lanhdao.nguon", "leader", office("NVN@2021-07-01", "ministry"));
        Indicator indicator = indicators.byCode("case_files_made").orElseThrow();
        Cell hidden = users.as(leader, () -> pivot.ask(question)).lines().stream().filter(line -> line.spot().id() == places.get(0)).findFirst().orElseThrow().cells().getFirst();
        assertThat(hidden.hidden()).isTrue();
        assertThat(users.as(leader, () -> provenance.facts(indicator, Period.parse("2023-Q2"), places.get(0), LocalDate.of(2023, 6, 14), hidden, Locale.ENGLISH))).isEmpty();
    }

    private void record(Map<String, Long> values, Map<String, Long> before, Instant known) {
        List<NewFigure> figures = values.entrySet().stream().filter(cell -> values == before || !before.get(cell.getKey()).equals(cell.getValue()))
                .map(cell -> figure("penalty_persons", Integer.parseInt(cell.getKey().split(" ")[1]), cell.getKey().split(" ")[0], cell.getValue())).toList();
        hands.recordAt(known, figures.toArray(NewFigure[]::new));
    }

    /** An unknown of the attacker: a figure of a place and quarter, twice when it was corrected. */
    private static String name(String cell, boolean now, Map<String, Long> before, Map<String, Long> after) {
        return before.get(cell).equals(after.get(cell)) ? cell : cell + (now ? " now" : " before");
    }

    private static long truth(String name, Map<String, Long> before, Map<String, Long> after) {
        String[] part = name.split(" ");
        return (name.endsWith("before") ? before : after).get(part[0] + " " + part[1]);
    }

    private static Map<String, BigDecimal> row(Line line, List<String> quarters, boolean now, Map<String, Long> before, Map<String, Long> after, Map<Integer, Map<Integer, BigDecimal>> shares) {
        Map<String, BigDecimal> row = new HashMap<>();
        before.keySet().stream().filter(cell -> quarters.contains(cell.split(" ")[0])).forEach(cell -> {
            int place = Integer.parseInt(cell.split(" ")[1]);
            boolean nation = line.kind() == Kind.TOTAL || line.spot().level() == Level.NATION;
            BigDecimal share = nation ? BigDecimal.ONE : shares.getOrDefault(line.spot().id(), Map.of()).get(place);
            if (share != null) {
                row.put(name(cell, now, before, after), share);
            }
        });
        return row;
    }

    /** By place of the map: how much of each place of any day lies in it. */
    private Map<Integer, Map<Integer, BigDecimal>> shares(LocalDate map, Level level) {
        Map<Integer, Map<Integer, BigDecimal>> shares = new HashMap<>();
        hands.owner.sql("select place_id, ancestor_id, share from territory.pub_reach where vintage_id = territory.vintage_of(?) and level = ?").params(map, level.code())
                .query(row -> {
                    shares.computeIfAbsent(row.getInt(2), unseen -> new HashMap<>()).put(row.getInt(1), row.getBigDecimal(3));
                });
        return shares;
    }

    private static List<String> values(Answer answer, List<Integer> places) {
        return places.subList(0, 4).stream().map(place -> {
            Cell cell = answer.lines().stream().filter(line -> line.spot().id() == place).findFirst().orElseThrow().cells().getFirst();
            return cell.hidden() ? "hidden" : cell.value().toPlainString();
        }).toList();
    }

    private int office(String placeKey, String kind) {
        return hands.owner.sql("select office_id from territory.pub_office where place_id = ? and kind = ? order by valid_from desc limit 1").params(hands.place(placeKey), kind).query(Integer.class).single();
    }
}
