package vn.bamcoso.bench;

import java.io.PrintStream;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Three years of tasks: 84 of them, 199,956 shares, two million events. Asked over HTTP: a commune's own work, the matrix of
 * offices and tasks, the books of days chosen by a die; every tenth answer is recounted past every row policy.
 */
final class Tasked {
    private static final String COUNTED = """
            select count(*) filter (where done) * 1000000000 + count(*) filter (where not done and coalesce(stopped_on, date '%1$s') > last_day)
            from tasks.book where from_day <= date '%1$s' and date '%1$s' < to_day and known_to = 'infinity' and counts""";

    private final Owner owner;
    private final PrintStream out;
    private final JsonMapper json = JsonMapper.builder().build();
    private final Rounds rounds;

    Tasked(Owner owner, PrintStream out) {
        this.owner = owner;
        this.out = out;
        this.rounds = new Rounds(out, new Random(20240319), LocalDate.of(2024, 2, 1), LocalDate.of(2026, 11, 17), 30, 100);
    }

    void load() throws SQLException {
        long started = System.nanoTime();
        Rounds.load(owner, "tasks-load.sql");
        for (String table : new String[] {"share", "book", "task", "event"}) {
            owner.sql().sql("vacuum (analyze) tasks." + table).update();
        }
        out.printf(Locale.ROOT, "  tasks: %,d shares, %,d lines of the books, %,d events in %.1f s%n", owner.count("select count(*) from tasks.share"), owner.count("select count(*) from tasks.book"),
                owner.count("select count(*) from tasks.event"), (System.nanoTime() - started) / 1e9);
    }

    void ask(Browser ministry, Browser clerk, int clerksPlace) {
        if (owner.count("select count(*) from tasks.share") == 0) {
            out.println("  tasks not measured: none are loaded");
            return;
        }
        String mine = "select least(300, count(*)) from tasks.share where status not in ('done', 'withdrawn', 'merged') and office_id in (select office_id from territory.pub_office where kind = 'commune' and valid_to = 'infinity' and place_id = " + clerksPlace + ")";
        rounds.ask("my work, a commune of 60 shares", clerk, day -> "/tasks", page -> links(page, "<th scope=\"row\"><a href=\"/tasks/shares/"), day -> owner.count(mine));
        int directive = owner.sql().sql("select max(id) from tasks.directive").query(Integer.class).single();
        String cells = "select count(*) from (select distinct s.task_id, coalesce(case when o.kind = 'commune' then o.parent_id end, s.office_id) from tasks.share s join tasks.task t on t.id = s.task_id"
                + " join lateral (select kind, parent_id from territory.pub_office p where p.office_id = s.office_id order by p.valid_from desc limit 1) o on true where t.directive_id = " + directive + ") c";
        rounds.ask("the matrix, 34 provinces × 28 tasks", ministry, day -> "/tasks/matrix?directive=" + directive, page -> links(page, "<a class=\"b-"), day -> owner.count(cells));
        rounds.ask("books of a day, by task (API)", ministry, day -> "/api/tasks/books?by=task&on=" + day, this::told, day -> owner.count(COUNTED.formatted(day)));
        rounds.ask("books of a day, by office (API, 3,353 lines)", ministry, day -> "/api/tasks/books?by=office&on=" + day, this::told, day -> owner.count(COUNTED.formatted(day)));
        rounds.ask("books of a day, by office (page)", ministry, day -> "/tasks/books?by=office&on=" + "%d/%d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear()));
        rounds.ask("the board of what the ministry issued", ministry, day -> "/tasks/board?of=issued");
    }

    private long told(String body) {
        long sum = 0;
        for (JsonNode line : json.readTree(body).get("books")) {
            sum += (line.get("done").asLong() + line.get("doneLate").asLong()) * 1_000_000_000 + line.get("openLate").asLong();
        }
        return sum;
    }

    private static long links(String page, String mark) {
        return page.split(java.util.regex.Pattern.quote(mark), -1).length - 1;
    }
}
