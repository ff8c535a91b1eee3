package vn.bamcoso.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.bamcoso.figures.Hands.each;
import static vn.bamcoso.figures.Hands.figure;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.Period;

/** Figures come in: what is kept, what is refused, and that history and roll-up move with them. */
@InTheHouse
@Import(Hands.class)
@TestPropertySource(properties = "bamcoso.test.own-database=figures")
class FiguresTest {
    private static final int BAC_KAN = 6;
    private static final Instant MONDAY = Instant.parse("2021-06-21T02:00:00Z");
    private static final Instant FRIDAY = Instant.parse("2021-06-25T02:00:00Z");

    @Autowired Hands hands;
    @Autowired Figures figures;

    @Test
    void aCorrectionKeepsWhatWasKnownBeforeAndMovesTheRollUpByTheDifference() {
        List<Integer> communes = hands.communes(BAC_KAN, "2021-06-14");
        hands.recordAt(MONDAY, figure("crime_tips", communes.get(0), "2021-Q2", 7), figure("crime_tips", communes.get(1), "2021-Q2", 5));
        assertThat(hands.roll("crime_tips", "2021-Q2", BAC_KAN)).isEqualTo("12 2");
        hands.recordAt(FRIDAY, figure("crime_tips", communes.get(0), "2021-Q2", 4));
        assertThat(hands.roll("crime_tips", "2021-Q2", BAC_KAN)).isEqualTo("9 2");
        assertThat(hands.owner.sql("""
                        select trim_scale(value) || ' ' || (known_from at time zone 'UTC')::date || ' ' || (known_to at time zone 'UTC')::date from figures.figure_past
                        where place_id = ?""").params(communes.get(0)).query(String.class).list())
                .containsExactly("7 2021-06-21 2021-06-25");
    }

    @Test
    void anUnchangedValueStaysWithItsFirstOriginAndLeavesNoHistory() {
        int place = hands.communes(BAC_KAN, "2021-06-14").get(5);
        int first = hands.record(figure("cases_resolved", place, "2021-Q2", 3));
        int second = hands.record(figure("cases_resolved", place, "2021-Q2", 3));
        assertThat(second).isNotEqualTo(first);
        assertThat(hands.owner.sql("select origin_id from figures.figure where place_id = ?").params(place).query(Integer.class).single()).isEqualTo(first);
        assertThat(hands.owner.sql("select count(*) from figures.figure_past where place_id = ?").params(place).query(Integer.class).single()).isZero();
    }

    @Test
    void zeroIsAValueAndAWithdrawnFigureIsMissing() {
        int place = hands.communes(BAC_KAN, "2021-06-14").get(7);
        hands.record(figure("administrative_penalties", place, "2021-Q2", 0));
        assertThat(hands.roll("administrative_penalties", "2021-Q2", BAC_KAN)).isEqualTo("0 1");
        hands.record(new NewFigure("administrative_penalties", place, Period.parse("2021-Q2"), (short) 0, null));
        assertThat(hands.roll("administrative_penalties", "2021-Q2", BAC_KAN)).isEqualTo("0 0");
        hands.record(figure("administrative_penalties", place, "2021-Q2", 6));
        assertThat(hands.roll("administrative_penalties", "2021-Q2", BAC_KAN)).isEqualTo("6 1");
    }

    @Test
    void oneByOneAndInBulkRefuseTheSameFiguresForTheSameReasons() {
        int dongVan = hands.place("C00721@2021-07-01");
        int ward = hands.communes(2, "2021-07-01", "phuong").getFirst();
        int province = hands.place("P02@2021-07-01");
        int today = hands.communes(2, "2025-07-01").stream().filter(id -> !hands.communes(2, "2025-06-30").contains(id)).findFirst().orElseThrow();
        List<NewFigure> bad = List.of(
                figure("security_reports", dongVan, "2021-Q2", 1),
                figure("no_such_thing", dongVan, "2021-Q2", 1),
                figure("communes", dongVan, "2021-Q2", 1),
                figure("coverage", dongVan, "2021-Q2", 1),
                figure("security_reports", 99_999_999, "2021-Q2", 1),
                figure("security_reports", province, "2021-Q2", 1),
                figure("security_reports", dongVan, "2025-Q3", 1),
                figure("security_reports", today, "2021-Q2", 1),
                figure("officers_posted", ward, "@2021-04-23", 9),
                figure("security_reports", dongVan, "2021-Q1", -1),
                figure("communes_staffed", dongVan, "@2021-04-23", 2),
                new NewFigure("security_reports", dongVan, Period.parse("2020-Q4"), new BigDecimal("1.5")),
                figure("crime_tips", dongVan, "2021-Q2", 1),
                figure("crime_tips", dongVan, "2021-Q2", 2));
        List<String> expected = List.of("2 unknown-indicator", "3 not-entered", "4 not-entered", "5 unknown-place", "6 wrong-level", "7 not-alive", "8 not-alive",
                "9 wrong-kind", "10 too-small", "11 too-great", "12 not-whole", "13 twice", "14 twice");
        assertThat(faults(() -> hands.record(bad.toArray(NewFigure[]::new)))).isEqualTo(expected);
        assertThat(faults(() -> hands.recordMany(bad))).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(hands.owner.sql("select count(*) from figures.figure where place_id = ?").params(dongVan).query(Integer.class).single()).isZero();
    }

    @Test
    void aRefusalNamesThePlaceAndTheDay() {
        int gone = hands.place("C00721@2021-07-01");
        Problem problem = org.assertj.core.api.Assertions.catchThrowableOfType(Problem.class, () -> hands.record(figure("security_reports", gone, "2025-Q3", 1)));
        Problem.Fault fault = problem.faults().getFirst();
        assertThat(Texts.vi().get(fault.code(), fault.args().toArray()))
                .contains("không tồn tại vào ngày 14/9/2025");
    }

    @Test
    void theRollUpOfABulkLoadEqualsARecount() {
        var many = new ArrayList<NewFigure>();
        for (int home : new int[] {4, 8, 10}) {
            List<Integer> places = hands.communes(home, "2022-03-14");
            for (int i = 0; i < places.size(); i++) {
                many.add(figure("models_agency", places.get(i), "2022-Q1", i % 9));
                many.add(figure("models_community", places.get(i), "2022-Q1", i % 5));
            }
        }
        hands.recordMany(many);
        many.replaceAll(f -> f.value().intValue() == 3 ? new NewFigure(f.indicator(), f.placeId(), f.period(), BigDecimal.valueOf(30)) : f);
        hands.recordMany(many);
        assertThat(rollsThatDifferFromARecount()).isZero();
        assertThat(hands.owner.sql("select count(*) from figures.figure_past p join figures.indicator i on i.id = p.indicator_id and i.code = 'models_community'").query(Integer.class).single())
                .isEqualTo((int) many.stream().filter(f -> f.indicator().equals("models_community") && f.value().intValue() == 30).count());
    }

    @Test
    void theProgramCanWriteNeitherHistoryNorRollUpBesideAFigure() {
        for (String write : List.of(
                "update figures.roll set sum = 1", "insert into figures.roll (sum, known_first, known_last, period_id, n, indicator_id, breakdown, home, field) values (1, now(), now(), 1, 1, 1, 0, 1, 1)",
                "delete from figures.figure_past", "update figures.figure_past set value = 0", "delete from figures.figure", "update figures.figure set home = 1")) {
            assertThatThrownBy(() -> hands.asProgramSql(write)).as(write).hasStackTraceContaining("permission denied");
        }
        int place = hands.communes(BAC_KAN, "2021-06-14").get(9);
        assertThatThrownBy(() -> hands.asProgramSql("""
                insert into figures.figure (known_from, period_id, place_id, origin_id, indicator_id, home, field, value)
                select now(), (select id from figures.period limit 1), %d, 1, id, 7, field, 1 from figures.indicator where code = 'crime_tips'""".formatted(place)))
                .hasStackTraceContaining("another home");
    }

    @Test
    void aSpanHasOneNumberHoweverOftenItIsUsed() {
        int dienBien = 11;
        List<Integer> places = hands.communes(dienBien, "2021-03-31");
        hands.recordMany(each("communication_conferences", places, "2018..2021-03", 2));
        hands.record(figure("communication_conferences", places.getFirst(), "2018..2021-03", 3), figure("communication_conferences", places.getFirst(), "2019..2021-03", 1));
        assertThat(hands.roll("communication_conferences", "2018..2021-03", dienBien)).isEqualTo(2 * places.size() + 1 + " " + places.size());
        assertThat(hands.owner.sql("select count(*) from figures.period where code like '20%..2021-03'").query(Integer.class).single()).isEqualTo(2);
    }

    private int rollsThatDifferFromARecount() {
        return hands.owner.sql("""
                select count(*) from (
                    select indicator_id, period_id, home, breakdown, sum(value) as sum, count(value) as n
                    from figures.figure f join figures.indicator i on i.id = f.indicator_id and i.collected_at = 'commune' group by 1, 2, 3, 4
                ) f full join figures.roll r using (indicator_id, period_id, home, breakdown)
                where coalesce(f.sum, 0) is distinct from r.sum or f.n is distinct from r.n""").query(Integer.class).single();
    }

    private static List<String> faults(Runnable record) {
        Problem problem = org.assertj.core.api.Assertions.catchThrowableOfType(Problem.class, record::run);
        problem.faults().forEach(fault -> Texts.vi().get(fault.code(), fault.args().toArray()));
        return problem.faults().stream().map(fault -> fault.where() + " " + fault.code().substring("figures.problem.".length())).toList();
    }
}
