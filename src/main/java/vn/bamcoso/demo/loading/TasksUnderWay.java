package vn.bamcoso.demo.loading;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.bamcoso.basics.Sql;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.calendar.WorkingDays;
import vn.bamcoso.figures.MeasuredFrom;

/**
 * Directives and tasks of the demonstration: the 28 key tasks of 2024, of which the article names three, and some of 2025 and
 * 2026 given to every province, one to every commune, in all states. One file for what is asked; how far each office is falls
 * by a die that always falls the same.
 */
@Component
@ConditionalOnProperty(name = "bamcoso.demo", havingValue = "true")
class TasksUnderWay implements Part {
    private final JdbcClient jdbc;
    private final Stages stages;
    private final Clock clock;
    private final MeasuredFrom measured;
    private final Short[] homes;
    private final TransactionTemplate transaction;

    TasksUnderWay(JdbcClient jdbc, TransactionTemplate transaction, Clock clock, MeasuredFrom measured, @Value("${bamcoso.demo.homes:}") Short[] homes) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.stages = new Stages(jdbc, transaction);
        this.clock = clock;
        this.measured = measured;
        this.homes = homes;
    }

    @Override
    public String name() {
        return "tasks";
    }

    /** What provinces and the ministry entered counts key tasks too, until they are counted from here. */
    @Override
    public Set<String> needs() {
        return Set.of("entered");
    }

    @Override
    public String line() {
        return "Nhiệm vụ minh họa / tasks of the demonstration";
    }

    @Override
    public void load() {
        stages.once("tasks", this::issue);
        transaction.executeWithoutResult(running -> jdbc.sql("select territory.take_stock()::text").query(String.class).optional());
    }

    private long issue() {
        int ministry = jdbc.sql("select office_id from territory.pub_office where kind = 'ministry'").query(Integer.class).single();
        int nation = jdbc.sql("select place_id from territory.pub_place where level = 'nation'").query(Integer.class).single();
        Map<String, Integer> directives = new HashMap<>();
        Map<String, LocalDate> issued = new HashMap<>();
        for (CSVRecord row : read("/demo/directives.csv")) {
            LocalDate day = LocalDate.parse(row.get("day"));
            issued.put(row.get("code"), day.plusDays(1));
            directives.put(row.get("code"), jdbc.sql("""
                            insert into tasks.directive (kind, number, day, signer, issuer, outside, title, text, demo, office_id, field, home, place_id, entered_by, entered_at)
                            values (:kind, :number, :day, :signer, :issuer, :outside, :title, :text, :demo, :office, :field, 0, :place, 0, :at) returning id""")
                    .param("kind", row.get("kind")).param("number", row.get("number")).param("day", day).param("signer", row.get("signer")).param("issuer", row.get("issuer"))
                    .param("outside", Boolean.valueOf(row.get("outside"))).param("title", row.get("title")).param("text", row.get("text")).param("demo", Boolean.valueOf(row.get("demo"))).param("office", ministry)
                    .param("field", Short.valueOf(row.get("field"))).param("place", nation).param("at", at(day)).query(Integer.class).single());
        }
        List<CSVRecord> tasks = read("/demo/tasks.csv");
        Integer[] made = tasks.stream().map(row -> task(row, directives.get(row.get("directive")), issued.get(row.get("directive")), ministry, nation)).toArray(Integer[]::new);
        int office = person("vanphong");
        jdbc.sql(Sql.beside(TasksUnderWay.class, "demo-books.sql")).param("tasks", made).param("issuer", office).param("lead", person("minhhoa.thammuu")).update();
        jdbc.sql(Sql.beside(TasksUnderWay.class, "demo-talk.sql")).param("issuer", office).param("lead", person("minhhoa.thammuu")).param("today", VietnamTime.today(clock)).param("all", homes.length == 0).param("homes", homes).update();
        measured.set("key_tasks", LocalDate.of(2023, 12, 15), LocalDate.of(2024, 1, 2).atStartOfDay(VietnamTime.ZONE).toInstant());
        return jdbc.sql("select count(*) from tasks.share where task_id = any (:tasks)").param("tasks", made).query(Long.class).single();
    }

    private Integer task(CSVRecord row, int directive, LocalDate issued, int ministry, int nation) {
        LocalDate stated = LocalDate.parse(row.get("due"));
        LocalDate due = row.get("rule").equals("before_law") ? stated.minusDays(1) : stated;
        Integer[] leads = offices(row.get("leads"));
        int id = jdbc.sql("""
                        insert into tasks.task (directive_id, kind, number, title, deliverable, authority, audience, office_ids, post, due_rule, due, due_note, indicator, target, comparison, status, issued_on, issued_at, demo,
                               office_id, field, home, place_id, entered_by, entered_at)
                        values (:directive, :kind, :number, :title, :deliverable, :authority, :audience, :leads, 'head', :rule, :due, :note, :indicator, :target, case when :target::numeric is not null then 'at_least' end,
                               'issued', :issued, :at, :demo, :office, :field, 0, :place, 0, :at) returning id""")
                .param("directive", directive).param("kind", row.get("kind")).param("number", Short.valueOf(row.get("number"))).param("title", row.get("title")).param("deliverable", row.get("deliverable"))
                .param("authority", row.get("authority")).param("audience", row.get("audience")).param("leads", leads).param("rule", row.get("rule")).param("due", stated).param("note", row.get("note"))
                .param("indicator", empty(row.get("indicator")), Types.VARCHAR).param("target", row.get("target").isEmpty() ? null : new BigDecimal(row.get("target")), Types.NUMERIC).param("issued", issued).param("at", at(issued))
                .param("demo", !row.get("named").equals("true")).param("office", ministry).param("field", Short.valueOf(row.get("field"))).param("place", nation).query(Integer.class).single();
        jdbc.sql("insert into tasks.part (task_id, office_id, part, field, home, place_id) select :task, unnest(:offices::int[]), 'cooperates', :field, 0, :place")
                .param("task", id).param("offices", offices(row.get("cooperating"))).param("field", Short.valueOf(row.get("field"))).param("place", nation).update();
        jdbc.sql(Sql.beside(TasksUnderWay.class, "demo-shares.sql")).param("task", id).param("today", VietnamTime.today(clock)).param("audience", row.get("audience")).param("lead", row.get("leads"))
                .param("all", homes.length == 0).param("homes", homes).param("proposed", day(row.get("proposed")), Types.DATE).param("done", day(row.get("done")), Types.DATE).param("blocked", empty(row.get("blocked")), Types.VARCHAR)
                .param("due", due).param("last", WorkingDays.vietnam().after(due, 0)).param("issued", issued).param("field", Short.valueOf(row.get("field"))).update();
        return id;
    }

    private Integer[] offices(String codes) {
        return codes.isEmpty() ? new Integer[0] : Arrays.stream(codes.split(" "))
                .map(code -> jdbc.sql("select office_id from territory.pub_office where kind = 'department' and code = :code").param("code", code).query(Integer.class).single()).toArray(Integer[]::new);
    }

    private int person(String login) {
        return jdbc.sql("select user_id from identity.pub_user where login = :login").param("login", login).query(Integer.class).single();
    }

    private static Timestamp at(LocalDate day) {
        return Timestamp.from(day.atTime(9, 0).atZone(VietnamTime.ZONE).toInstant());
    }

    private static @Nullable String empty(String text) {
        return text.isEmpty() ? null : text;
    }

    private static @Nullable LocalDate day(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    private static List<CSVRecord> read(String resource) {
        var file = Objects.requireNonNull(TasksUnderWay.class.getResourceAsStream(resource));
        try (var lines = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get().parse(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
