package vn.bamcoso.bench;

import java.io.PrintStream;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The careers of 45,000 officers over eight years, 180,000 postings. Asked over HTTP for days chosen by a die: strength by title
 * of every commune, the board of the nation and of a province, a commune's posts; every tenth answer is recounted from the
 * postings themselves, past every row policy.
 */
final class Staffed {
    private static final String FILLED = "select count(*) from staffing.posting where kind = 'full' and title_id in (1, 2, 3) and valid_from <= '%1$s' and valid_to > '%1$s'";

    private final Owner owner;
    private final PrintStream out;
    private final JsonMapper json = JsonMapper.builder().build();
    private final Rounds rounds;

    Staffed(Owner owner, PrintStream out) {
        this.owner = owner;
        this.out = out;
        this.rounds = new Rounds(out, new Random(20210423), LocalDate.of(2018, 10, 1), LocalDate.of(2025, 6, 30), 20, 60);
    }

    void load() throws SQLException {
        long started = System.nanoTime();
        Rounds.load(owner, "staff-load.sql");
        for (String table : new String[] {"officer", "posting", "post", "strength", "strength_sum", "person_sum"}) {
            owner.sql().sql("vacuum (analyze) staffing." + table).update();
        }
        out.printf(Locale.ROOT, "  staffing: %,d officers, %,d postings, %,d spans of strength in %.1f s%n", owner.count("select count(*) from staffing.officer"), owner.count("select count(*) from staffing.posting"),
                owner.count("select count(*) from staffing.strength"), (System.nanoTime() - started) / 1e9);
    }

    void ask(Browser ministry, Browser clerk) {
        if (owner.count("select count(*) from staffing.posting") == 0) {
            out.println("  staffing not measured: nobody is posted");
            return;
        }
        rounds.ask("strength by title, every commune (API)", ministry, day -> "/api/staffing/strength?level=commune&on=" + day, this::lines, day -> owner.count(FILLED.formatted(day)));
        rounds.ask("strength by title, every province (API)", ministry, day -> "/api/staffing/strength?level=province&on=" + day, this::lines, day -> owner.count(FILLED.formatted(day)));
        rounds.ask("officers posted, by province, as a figure", ministry, day -> "/api/figures?indicator=officers_commune_level&period=@%1$s&level=province&map=%1$s".formatted(day), this::total, day -> owner.count(FILLED.formatted(day)));
        rounds.ask("the staffing board of the nation (page)", ministry, day -> "/staffing?on=" + day);
        rounds.ask("the staffing board of a province (page)", ministry, day -> "/staffing?within=P38@2021-07-01&on=" + day);
        rounds.ask("a commune's staffing page", clerk, day -> "/staffing/posts?place=C00721@2025-07-01&on=2026-01-" + (10 + day.getDayOfMonth() % 10));
    }

    /** Every line's holders, title by title. */
    private long lines(String body) {
        long sum = 0;
        for (JsonNode row : json.readTree(body).get("rows")) {
            for (JsonNode title : row.get("by")) {
                sum += title.get("filled").asLong();
            }
        }
        return sum;
    }

    private long total(String body) {
        for (JsonNode figure : json.readTree(body).get("figures")) {
            if (figure.get("kind").asString().equals("total")) {
                return figure.get("value").asLong();
            }
        }
        return -1;
    }
}
