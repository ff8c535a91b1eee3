package vn.bamcoso.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.bamcoso.figures.Hands.figure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.figures.Answer.Kind;
import vn.bamcoso.figures.Answer.Line;
import vn.bamcoso.identity.TestUsers;

/** The same total on every map and at every level; what each asker may see of it; writes at the same time. */
@InTheHouse
@Import(Hands.class)
class EveryMapTest {
    private static final List<LocalDate> MAPS =
            List.of(LocalDate.of(2019, 1, 1), LocalDate.of(2021, 7, 1), LocalDate.of(2022, 10, 1), LocalDate.of(2025, 1, 1), LocalDate.of(2025, 7, 1), LocalDate.of(2026, 5, 1));

    @Autowired Hands hands;
    @Autowired Pivot pivot;
    @Autowired TestUsers users;

    @Test
    void theTotalOfRandomFiguresIsTheSameOnEveryMapAndAtEveryLevel() {
        var random = new Random(20211231);
        for (String code : List.of("2021-Q2", "2022-Q1", "2024-Q3", "2025-Q2", "2025-Q3", "2026-Q1")) {
            Period period = Period.parse(code);
            long sum = 0;
            var figures = new ArrayList<NewFigure>();
            for (int home = 1; home <= 96; home++) {
                for (int place : hands.communes(home, period.end().toString())) {
                    if (random.nextInt(10) > 0) {
                        int value = random.nextInt(100);
                        sum += value;
                        figures.add(figure("security_reports", place, code, value));
                    }
                }
            }
            hands.recordMany(figures);
            for (LocalDate map : MAPS) {
                for (Level level : List.of(Level.NATION, Level.PROVINCE, Level.DISTRICT, Level.COMMUNE)) {
                    if (level == Level.DISTRICT && !map.isBefore(LocalDate.of(2025, 7, 1))) {
                        continue;
                    }
                    Answer answer = asTheProgram(new Question(List.of("security_reports"), List.of(period), level, null, map));
                    BigDecimal lines = answer.lines().stream().map(line -> line.cells().getFirst().value()).filter(java.util.Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
                    assertThat(answer.total(0, 0).value()).as(code + " " + level + " " + map).isEqualByComparingTo(BigDecimal.valueOf(sum));
                    assertThat(lines).as("lines of " + code + " " + level + " " + map).isEqualByComparingTo(BigDecimal.valueOf(sum));
                    assertThat(answer.total(0, 0).reported()).isEqualTo(figures.size());
                }
            }
        }
    }

    @Test
    void haiGiangAndTuyenQuangOf2021AreTuyenQuangOfToday() {
        for (int home : new int[] {2, 8}) {
            hands.recordMany(Hands.each("communication_conferences", hands.communes(home, "2021-06-14"), "2021-Q2", home));
        }
        Question old = new Question(List.of("communication_conferences"), List.of(Period.parse("2021-Q2")), Level.PROVINCE, null, LocalDate.of(2021, 7, 1));
        int haGiang = hands.communes(2, "2021-06-14").size();
        int tuyenQuang = hands.communes(8, "2021-06-14").size();
        assertThat(asTheProgram(old).line("P02@2021-07-01").orElseThrow().cells().getFirst().value()).isEqualByComparingTo(String.valueOf(2 * haGiang));
        Line today = asTheProgram(new Question(old.indicators(), old.periods(), Level.PROVINCE, null, LocalDate.of(2025, 7, 1))).line("P08@2025-07-01").orElseThrow();
        assertThat(today.cells().getFirst().value()).isEqualByComparingTo(String.valueOf(2 * haGiang + 8 * tuyenQuang));
        assertThat(today.cells().getFirst().mark()).isEqualTo(Mark.EXACT);
        assertThat(today.cells().getFirst().expected()).isEqualTo(haGiang + tuyenQuang);
    }

    @Test
    void eachSeesTheSumsOfTheOwnAreaAndNoOthers() {
        List<Integer> mine = hands.communes(4, "2021-06-14");
        List<Integer> others = hands.communes(6, "2021-06-14");
        hands.recordMany(Hands.each("administrative_penalties", mine, "2021-Q2", 3));
        hands.recordMany(Hands.each("administrative_penalties", others, "2021-Q2", 5));
        var province = users.person("tinh.caobang", "provincial_staff", office("P04@2021-07-01", "provincial"));
        int today = hands.owner.sql("select place_id from territory.pub_place where level = 'commune' and home = 4 and valid_to = 'infinity' order by code limit 1").query(Integer.class).single();
        var commune = users.person("xa.caobang", "commune_clerk", hands.owner.sql("select office_id from territory.pub_office where place_id = ? and kind = 'commune'").params(today).query(Integer.class).single());
        LocalDate map = LocalDate.of(2021, 7, 1);
        Question question = new Question(List.of("administrative_penalties"), List.of(Period.parse("2021-Q2")), Level.PROVINCE, null, map);

        Answer own = users.as(province, () -> pivot.ask(question));
        assertThat(own.lines()).singleElement().satisfies(line -> assertThat(line.spot().key()).isEqualTo("P04@2021-07-01"));
        assertThat(own.total(0, 0).value()).isEqualByComparingTo(String.valueOf(3 * mine.size()));
        for (Question outside : List.of(
                question.at(Level.NATION), new Question(question.indicators(), question.periods(), Level.PROVINCE, "P06@2021-07-01", map),
                new Question(question.indicators(), question.periods(), Level.COMMUNE, "P06@2021-07-01", map))) {
            assertThat(catchThrowableOfType(Problem.class, () -> users.as(province, () -> pivot.ask(outside))).kind()).isEqualTo(Problem.Kind.NOT_FOUND);
        }
        assertThat(catchThrowableOfType(Problem.class, () -> users.as(commune, () -> pivot.ask(question))).kind()).isEqualTo(Problem.Kind.NOT_FOUND);
        Answer below = users.as(commune, () -> pivot.ask(new Question(question.indicators(), question.periods(), Level.COMMUNE, null, LocalDate.of(2026, 1, 1))));
        assertThat(below.lines().stream().filter(line -> line.kind() == Kind.PLACE)).singleElement().satisfies(line -> assertThat(line.spot().id()).isEqualTo(today));
        assertThat(below.total(0, 0).value().intValue()).isPositive().isLessThan(3 * mine.size()).matches(value -> value % 3 == 0);
    }

    @Test
    void manyAtOnceOnTheSameCellsLeaveARollUpThatEqualsARecountAndAHistoryWithoutGaps() throws Exception {
        List<Integer> places = hands.communes(14, "2021-06-14").subList(0, 12);
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (int t = 0; t < 6; t++) {
                var random = new Random(t);
                threads.submit(() -> {
                    for (int i = 0; i < 15; i++) {
                        var shuffled = new ArrayList<NewFigure>();
                        places.forEach(place -> shuffled.add(figure("collective_commendations", place, "2021-Q2", random.nextInt(50))));
                        java.util.Collections.shuffle(shuffled, random);
                        hands.record(shuffled.toArray(NewFigure[]::new));
                    }
                    return null;
                });
            }
        }
        long sum = hands.owner.sql("select sum(value)::int from figures.figure f join figures.indicator i on i.id = f.indicator_id and i.code = 'collective_commendations'").query(Integer.class).single();
        assertThat(hands.roll("collective_commendations", "2021-Q2", 14)).isEqualTo(sum + " 12");
        assertThat(hands.owner.sql("""
                with line as (
                    select place_id, known_from, known_to from figures.figure_past p join figures.indicator i on i.id = p.indicator_id and i.code = 'collective_commendations'
                    union all select place_id, known_from, 'infinity' from figures.figure f join figures.indicator i on i.id = f.indicator_id and i.code = 'collective_commendations'
                ) select count(*) from (select known_to, lead(known_from) over (partition by place_id order by known_from) as next from line) x where known_to <> 'infinity' and known_to <> next""")
                .query(Integer.class).single()).isZero();
    }

    private Answer asTheProgram(Question question) {
        return hands.asTheProgram(() -> pivot.ask(question));
    }

    private int office(String placeKey, String kind) {
        return hands.owner.sql("select office_id from territory.pub_office where place_id = ? and kind = ? order by valid_from desc limit 1").params(hands.place(placeKey), kind).query(Integer.class).single();
    }
}
