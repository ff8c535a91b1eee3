package vn.bamcoso.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.identity.TestUsers;

/** The four books on days worked by hand: one share, due on the first day of Tết Giáp Thìn, Saturday 10 February 2024; offices open again on Thursday the 15th. */
@InTheHouse
class BooksTest {
    @Autowired Team team;
    @Autowired TestUsers users;
    @Autowired Books books;
    @Autowired JdbcClient jdbc;

    private int directive;
    private int task;
    private long share;

    private static LocalDate february(int day) {
        return LocalDate.of(2024, 2, day);
    }

    /** Half past midnight of 1 February in Viet Nam, though it is still 31 January in Greenwich. */
    private static final Instant ISSUED = Instant.parse("2024-01-31T17:30:00Z");

    @BeforeEach
    void aShareIssuedOnTheFirstOfFebruary() {
        var office = team.office();
        users.in(office, () -> {
            int place = jdbc.sql("select place_id from territory.pub_place where level = 'nation'").query(Integer.class).single();
            directive = jdbc.sql("""
                            insert into tasks.directive (kind, number, day, signer, issuer, outside, title, office_id, field, home, place_id, entered_by, entered_at)
                            values ('plan', 'thử-' || (select coalesce(max(id), 0) + 1 from tasks.directive), '2024-01-31', '', 'Bộ Công an', false, 'Kế hoạch thử sổ', :office, 7, 0, :place, 0, :at) returning id""")
                    .param("office", team.ministry).param("place", place).param("at", Timestamp.from(ISSUED)).query(Integer.class).single();
            task = jdbc.sql("""
                            insert into tasks.task (directive_id, kind, title, deliverable, authority, audience, office_ids, post, due, status, issued_on, issued_at, office_id, field, home, place_id, entered_by, entered_at)
                            values (:directive, 'key', 'Việc thử', 'Báo cáo', 'Lãnh đạo Bộ', 'offices', array[:lead], 'head', '2024-02-10', 'issued', '2024-02-01', :at, :office, 7, 0, :place, 0, :at) returning id""")
                    .param("directive", directive).param("lead", team.tuyenQuang).param("at", Timestamp.from(ISSUED)).param("office", team.ministry).param("place", place).query(Integer.class).single();
            share = jdbc.sql("""
                            insert into tasks.share (task_id, office_id, role, status, due, last_day, moved_at, field, home, place_id)
                            select :task, :lead, 'provincial_director', 'working', '2024-02-10', :last, :at, 7, p.home, p.place_id from territory.pub_office o
                            join territory.pub_place p on p.place_id = o.place_id and p.valid_to = 'infinity' where o.office_id = :lead and o.valid_to = 'infinity' returning id""")
                    .param("task", task).param("lead", team.tuyenQuang).param("last", DueRule.lastDay(february(10), true)).param("at", Timestamp.from(ISSUED)).query(Long.class).single();
            keep(february(1), ISSUED);
            return null;
        });
    }

    private void keep(LocalDate day, Instant at) {
        jdbc.sql("select tasks.keep_books(array[:share], :day, :at)::text").param("share", share).param("day", day).param("at", Timestamp.from(at)).query(String.class).optional();
    }

    /** Changes the share's row and keeps the books of it. */
    private void from(LocalDate day, Instant at, String status, LocalDate lastDay, @Nullable LocalDate proposed, @Nullable LocalDate done) {
        users.in(team.office(), () -> {
            jdbc.sql("update tasks.share set status = :status, last_day = :last, proposed_on = :proposed, done_on = :done where id = :id").param("status", status).param("last", lastDay)
                    .param("proposed", proposed, java.sql.Types.DATE).param("done", done, java.sql.Types.DATE).param("id", share).update();
            keep(day, at);
            return null;
        });
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(vn.bamcoso.basics.VietnamTime.ZONE).toInstant();
    }

    private String book(LocalDate on, @Nullable Instant known) {
        List<Books.Line> lines = users.as(team.office(), () -> books.ask(new Books.Question(on, known, "task", directive, null, null)));
        if (lines.isEmpty()) {
            return "none";
        }
        Books.Line line = lines.getFirst();
        assertThat(line.total()).isEqualTo(1);
        return line.done() == 1 ? "done" : line.doneLate() == 1 ? "done late " + line.latest() : line.open() == 1 ? "open" : "open late " + line.latest();
    }

    @Test
    void aDateOnTetCountsUntilOfficesOpenAgainAndTheDayAfterIsLate() {
        assertThat(book(LocalDate.of(2024, 1, 31), null)).as("before it was issued").isEqualTo("none");
        assertThat(book(february(1), null)).isEqualTo("open");
        assertThat(book(february(10), null)).as("the date").isEqualTo("open");
        assertThat(book(february(15), null)).as("the last day that counts").isEqualTo("open");
        assertThat(book(february(16), null)).isEqualTo("open late 1");
        assertThat(book(LocalDate.of(2024, 3, 1), null)).as("15 February to 1 March 2024, a leap year").isEqualTo("open late 15");
    }

    @Test
    void lateStaysLateAfterItIsDoneAndTheDaysBeforeStayAsTheyWere() {
        from(february(20), noon(february(20)), "proposed", february(15), february(20), null);
        from(february(28), noon(february(28)), "done", february(15), february(20), february(28));
        assertThat(book(february(16), null)).isEqualTo("open late 1");
        assertThat(book(february(19), null)).isEqualTo("open late 4");
        assertThat(book(february(25), null)).as("the clock stood still on the 20th").isEqualTo("open late 5");
        assertThat(book(february(28), null)).isEqualTo("done late 5");
        assertThat(book(LocalDate.of(2026, 1, 1), null)).as("for ever").isEqualTo("done late 5");
    }

    @Test
    void whatWasProposedInTimeIsInTimeHoweverLongTheIssuerTook() {
        from(february(15), noon(february(15)), "proposed", february(15), february(15), null);
        assertThat(book(LocalDate.of(2024, 3, 10), null)).isEqualTo("open");
        from(LocalDate.of(2024, 3, 20), noon(LocalDate.of(2024, 3, 20)), "done", february(15), february(15), LocalDate.of(2024, 3, 20));
        assertThat(book(LocalDate.of(2024, 3, 20), null)).isEqualTo("done");
        assertThat(book(LocalDate.of(2024, 3, 19), null)).isEqualTo("open");
    }

    @Test
    void anExtensionGrantedTooLateDoesNotUndoTheDaysThatWereLate() {
        from(february(20), noon(february(20)), "working", LocalDate.of(2024, 3, 29), null, null);
        assertThat(book(february(18), null)).isEqualTo("open late 3");
        assertThat(book(february(20), null)).isEqualTo("open");
        assertThat(book(LocalDate.of(2024, 3, 29), null)).isEqualTo("open");
        assertThat(book(LocalDate.of(2024, 4, 1), null)).isEqualTo("open late 3");
    }

    @Test
    void theBooksAreAskedAsTheyWereKnownThen() {
        from(february(14), noon(LocalDate.of(2024, 3, 5)), "proposed", february(15), february(14), null);
        assertThat(book(february(25), noon(february(25)))).as("on the 25th nobody knew that it was done on the 14th").isEqualTo("open late 10");
        assertThat(book(february(25), null)).as("now it is known").isEqualTo("open");
        assertThat(book(february(10), noon(february(10)))).isEqualTo("open");
        assertThat(book(february(10), Instant.parse("2024-01-31T17:29:00Z"))).as("a minute before it was entered").isEqualTo("none");
    }

    @Test
    void whatWasTakenBackIsOwedNoMoreFromThatDayOn() {
        from(february(20), noon(february(20)), "withdrawn", february(15), null, null);
        assertThat(book(february(19), null)).isEqualTo("open late 4");
        assertThat(book(february(20), null)).isEqualTo("none");
    }

    @Test
    void nobodyAsksTheBooksOfTomorrowAndOthersSeeTheirOwnOnly() {
        assertThatThrownBy(() -> book(VietnamTime.today(Clock.systemUTC()).plusDays(3), null)).hasMessage("tasks.problem.day-ahead");
        assertThat(users.as(team.otherProvince(), () -> books.ask(new Books.Question(february(5), null, "task", directive, null, null)))).isEmpty();
        assertThat(users.as(team.director(), () -> books.total(new Books.Question(february(5), null, "office", directive, null, null))).open()).isEqualTo(1);
        for (String by : Books.BY) {
            assertThat(users.as(team.office(), () -> books.total(new Books.Question(february(5), null, by, directive, null, null))).total()).as(by).isEqualTo(1);
        }
    }
}
