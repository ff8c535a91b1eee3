package vn.bamcoso.staffing.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.demo.TinyNation;
import vn.bamcoso.figures.Measure;

/** Party cells of Hà Giang and old Tuyên Quang: records against reports, and a decision in one commune. */
@TinyNation
class PartyCellsTest {
    private static final LocalDate REVIEW = LocalDate.of(2021, 4, 23);
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired PartyCells cells;
    @Autowired CellMeasure measure;
    @Autowired Deciding deciding;

    @Test
    void recordsAgreeWithWhatEachCommuneReportedOnTheDayOfTheReview() {
        Map<Integer, BigDecimal> reported = asProgram(() -> jdbc.sql("""
                        select f.place_id, f.value from figures.figure f join figures.indicator i on i.id = f.indicator_id and i.code = 'party_cells'
                        join figures.period p on p.id = f.period_id and p.code = '@2021-04-23' where f.home in (2, 8)""")
                .query((row, n) -> Map.entry(row.getInt(1), row.getBigDecimal(2))).list()).stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        Map<Integer, BigDecimal> measured = asProgram(() -> measure.of(CellMeasure.CODE, Period.asOf(REVIEW), null)).stream().collect(Collectors.toMap(Measure.Measured::placeId, Measure.Measured::value));
        assertThat(reported).hasSizeGreaterThan(250);
        assertThat(reported).allSatisfy((place, value) -> assertThat(measured.getOrDefault(place, BigDecimal.ZERO)).as("%s", place).isEqualByComparingTo(value));
        long own = asProgram(() -> cells.on(REVIEW, 0)).stream().filter(PartyCells.Line::own).count();
        assertThat(own).isEqualTo(reported.values().stream().mapToLong(BigDecimal::longValue).sum());
    }

    @Test
    void afterTheMergerEveryStandingCommuneHasOneCell() {
        List<PartyCells.Line> lines = asProgram(() -> cells.on(LocalDate.of(2025, 7, 1), 0));
        assertThat(lines).hasSize(124).allMatch(PartyCells.Line::own);
        assertThat(asProgram(() -> cells.on(LocalDate.of(2025, 6, 30), 0)).size()).isGreaterThan(300);
    }

    @Test
    void aDecisionClosesWhatWasBeforeAndNothingIsEnteredBehindIt() {
        CurrentUser staff = user("thammuu.tuyenquang", "provincial_staff");
        PartyCells.Line line = as(staff, () -> cells.on(LocalDate.of(2026, 1, 1), 0)).stream().filter(one -> one.home() == 8).findFirst().orElseThrow();
        var joint = new Deciding.Decided("joint", LocalDate.of(2026, 2, 1), 2, 1, 3, "Chi bộ Quân sự xã", "15-QĐ/ĐU", LocalDate.of(2026, 1, 28));
        decide(staff, line.placeId(), joint);
        assertThat(as(staff, () -> cells.of(line.placeId()))).satisfies(states -> {
            assertThat(states.get(0).kind()).isEqualTo("joint");
            assertThat(states.get(0).reason()).isEqualTo("joined");
            assertThat(states.get(1).to()).isEqualTo(LocalDate.of(2026, 2, 1));
        });
        assertThat(asProgram(() -> measure.of(CellMeasure.CODE, Period.asOf(LocalDate.of(2026, 3, 1)), null)).stream().filter(one -> one.placeId() == line.placeId()).findFirst().orElseThrow().value()).isEqualByComparingTo("0");
        assertThat(asProgram(() -> measure.of(CellMeasure.CODE, Period.asOf(LocalDate.of(2026, 3, 1)), Instant.parse("2026-02-15T00:00:00Z"))).stream().filter(one -> one.placeId() == line.placeId()).findFirst().orElseThrow().value())
                .as("as known before it was entered").isEqualByComparingTo("1");
        assertThatThrownBy(() -> decide(staff, line.placeId(), new Deciding.Decided("own", LocalDate.of(2026, 1, 1), 3, 0, 0, "", "16-QĐ/ĐU", null))).hasMessage("cell.problem.before");
        assertThatThrownBy(() -> decide(staff, line.placeId(), new Deciding.Decided("own", LocalDate.of(2026, 3, 1), 3, 0, 0, "", "", null))).hasMessage("cell.problem.decision");
        assertThatThrownBy(() -> decide(staff, line.placeId(), new Deciding.Decided("attached", LocalDate.of(2026, 3, 1), 2, 0, 1, "Chi bộ thôn", "", null))).hasMessage("cell.problem.counts");
        assertThatThrownBy(() -> decide(user("thammuu.quangngai", "provincial_staff"), line.placeId(), joint)).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.FORBIDDEN));
    }

    @Test
    void withoutTheFieldOfThePartyNothingIsSeen() {
        assertThat(as(user("c06", "department"), () -> cells.on(REVIEW, 0))).isEmpty();
        assertThat(as(user("h01", "department"), () -> measure.of(CellMeasure.CODE, Period.asOf(REVIEW), null))).isEmpty();
    }

    private void decide(CurrentUser by, int place, Deciding.Decided decided) {
        as(by, () -> {
            deciding.decide(place, decided, Instant.parse("2026-11-20T03:00:00Z"));
            return 0;
        });
    }

    private CurrentUser user(String login, String role) {
        int id = asProgram(() -> jdbc.sql("select user_id from identity.pub_user where login = :login").param("login", login).query(Integer.class).single());
        return new CurrentUser(id, login, 0, "test", Set.of(role));
    }

    private <T> T as(CurrentUser user, Supplier<T> work) {
        return user.call(() -> transaction.execute(running -> work.get()));
    }

    private <T> T asProgram(Supplier<T> work) {
        return as(CurrentUser.SYSTEM, work);
    }
}
