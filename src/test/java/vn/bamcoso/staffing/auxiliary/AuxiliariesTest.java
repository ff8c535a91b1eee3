package vn.bamcoso.staffing.auxiliary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.demo.TinyNation;

/** Auxiliaries of Hà Giang and old Tuyên Quang before and after 1 July 2024, and a count of one commune. */
@TinyNation
class AuxiliariesTest {
    private static final LocalDate LAST = LocalDate.of(2024, 6, 30);
    private static final Instant AT = Instant.parse("2026-11-20T03:00:00Z");
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired Auxiliaries auxiliaries;
    @Autowired AuxiliaryMeasure measure;
    @Autowired Counting counting;

    @Test
    void theOldCategoriesEndOnOneDayAndTheirPeopleAreCountedOnce() {
        assertThat(asProgram(() -> auxiliaries.on(LAST, List.of(), false, 0))).isNotEmpty().noneMatch(line -> line.kind().equals("security_team"));
        List<Auxiliaries.Part> after = asProgram(() -> auxiliaries.on(LAST.plusDays(1), List.of(), false, 0));
        assertThat(after).isNotEmpty().allMatch(line -> line.kind().equals("security_team"));
        int before = asProgram(() -> auxiliaries.on(LAST, List.of(), false, 0)).stream().mapToInt(line -> line.number().all()).sum();
        assertThat(after.stream().mapToInt(line -> line.number().takenOver()).sum()).isPositive().isLessThanOrEqualTo(before);
    }

    @Test
    void nobodyIsLostWhenCommunesBecomeOne() {
        assertThat(teams(LocalDate.of(2025, 6, 30))).isEqualTo(teams(LocalDate.of(2024, 7, 1)));
        assertThat(teams(LocalDate.of(2025, 7, 1))).isEqualTo(teams(LocalDate.of(2025, 6, 30))).isPositive();
        assertThat(asProgram(() -> auxiliaries.on(LocalDate.of(2025, 7, 1), List.of(), false, 0))).hasSize(124);
    }

    /** What is kept beside each count agrees with what follows from all counts, on any day, commune by commune. */
    @Test
    void whatHoldsOnADayIsKeptAsItFollowsFromTheCounts() {
        for (String day : List.of("2021-01-31", "2024-06-30", "2024-07-01", "2025-06-30", "2025-07-01", "2026-11-20")) {
            LocalDate on = LocalDate.parse(day);
            List<String> kept = asProgram(() -> auxiliaries.on(on, List.of(), false, 0)).stream().filter(part -> part.spot() != 0).map(part -> part.spot() + " " + part.kind() + " " + part.number()).sorted().toList();
            List<String> counted = asProgram(() -> auxiliaries.known(on, null)).stream().map(line -> line.placeId() + " " + line.kind() + " " + line.number()).sorted().toList();
            assertThat(kept).as(day).isEqualTo(counted);
            int byProvince = asProgram(() -> auxiliaries.on(on, List.of(), true, 0)).stream().mapToInt(part -> part.number().all()).sum();
            assertThat(byProvince).as(day).isEqualTo(asProgram(() -> auxiliaries.sums(on, List.of())).values().stream().mapToInt(Auxiliaries.Number::all).sum());
        }
    }

    private int teams(LocalDate day) {
        return asProgram(() -> auxiliaries.on(day, List.of(), false, 0)).stream().mapToInt(line -> line.number().teams()).sum();
    }

    @Test
    void aCountIsMendedByALaterEntryAndTheEarlierOneIsStillKnown() {
        CurrentUser staff = user("thammuu.tuyenquang", "provincial_staff");
        LocalDate day = LocalDate.of(2021, 1, 31);
        int place = asProgram(() -> jdbc.sql("""
                        select p.place_id from territory.pub_place p where p.home = 8 and p.kind = 'xa' and p.valid_from <= '2021-01-31' and '2021-01-31' < p.valid_to order by p.code limit 1""").query(Integer.class).single());
        int regular = asProgram(() -> auxiliaries.regulars(day)).getOrDefault(place, 0);
        count(staff, place, day, new Auxiliaries.Number(0, 1, 0, 2, 1, 9, 2, 0), AT);
        count(staff, place, day, new Auxiliaries.Number(0, 1, 0, 2, 1, 8, 2, 0), AT.plusSeconds(60));
        assertThat(as(staff, () -> auxiliaries.on(day, List.of(), false, 0)).stream().filter(line -> line.spot() == place).toList()).singleElement().satisfies(line -> {
            assertThat(line.number().all()).isEqualTo(11);
            assertThat(line.number().women()).isEqualTo(3);
        });
        assertThat(measured(place, day, null)).isEqualTo(regular + 11);
        assertThat(measured(place, day, AT.plusSeconds(30))).isEqualTo(regular + 12);
        assertThatThrownBy(() -> count(staff, place, day, new Auxiliaries.Number(0, 1, 2, 0, 0, 0, 0, 0), AT)).hasMessage("auxiliary.problem.numbers");
        assertThatThrownBy(() -> as(staff, () -> {
            counting.count(place, new Counting.Counted("security_team", day, Auxiliaries.Number.NONE, ""), AT);
            return 0;
        })).hasMessage("auxiliary.problem.not-then");
        assertThatThrownBy(() -> count(user("thammuu.haiphong", "provincial_staff"), place, day, Auxiliaries.Number.NONE, AT))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.FORBIDDEN));
        assertThat(as(user("thammuu.haiphong", "provincial_staff"), () -> auxiliaries.on(day, List.of(), false, 0))).isEmpty();
    }

    private int measured(int place, LocalDate day, @org.jspecify.annotations.Nullable Instant known) {
        return asProgram(() -> measure.of(AuxiliaryMeasure.CODE, Period.asOf(day), known)).stream().filter(one -> one.placeId() == place).findFirst().orElseThrow().value().intValueExact();
    }

    private void count(CurrentUser by, int place, LocalDate day, Auxiliaries.Number number, Instant at) {
        as(by, () -> {
            counting.count(place, new Counting.Counted("semi_professional", day, number, ""), at);
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
