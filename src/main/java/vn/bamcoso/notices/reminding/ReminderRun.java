package vn.bamcoso.notices.reminding;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Sql;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.calendar.WorkingDays;
import vn.bamcoso.notices.Deadlines;
import vn.bamcoso.notices.Notices;

/**
 * The nightly run: collects what falls due from all rooms, finds for each the stage of today and the post to be told, and
 * tells what was not told before. What was told is remembered in the same transaction, so it may run twice, and on several nodes at
 * once: they wait for each other, and the second finds nothing left.
 */
@Component
public class ReminderRun {
    private static final long LOCK = 0x62616d636f736f32L;

    /** What the run found and did. */
    public record Done(int due, int told, int notices) {}

    private record Owing(int office, @Nullable String role, @Nullable Integer issuer) {}

    private final List<Deadlines> rooms;
    private final Rules rules;
    private final Notices notices;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ReminderRun(List<Deadlines> rooms, Rules rules, Notices notices, JdbcClient jdbc, TransactionTemplate transaction) {
        this.rooms = rooms;
        this.rules = rules;
        this.notices = notices;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Tells all that is to be told by this moment; may be repeated. */
    public Done run(Instant at) {
        LocalDate today = VietnamTime.dayOf(at);
        return CurrentUser.SYSTEM.call(() -> {
            rooms.forEach(room -> transaction.executeWithoutResult(running -> room.putRight(today)));
            return transaction.execute(running -> tell(today, at));
        });
    }

    private Done tell(LocalDate today, Instant at) {
        jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query().listOfRows();
        List<Stage> stages = Stage.on(today, rules.now(), WorkingDays.vietnam());
        int due = collect(stages);
        if (due == 0) {
            return new Done(0, 0, 0);
        }
        List<Told> told = remember(stages, today, at);
        List<Sentences.Heard> heard = Sentences.heard(told);
        int written = notices.tell(Sentences.of(heard, rooms, today), at);
        return new Done(due, heard.stream().mapToInt(Sentences.Heard::count).sum(), written);
    }

    private int collect(List<Stage> stages) {
        jdbc.sql("drop table if exists pg_temp.falling_due").update();
        jdbc.sql("""
                        create temporary table falling_due (
                            code text not null, ref text not null, topic text not null, office_id int not null, role text, issuer_id int, last_day date not null, since date not null,
                            name_vi text not null, name_en text not null, link text not null, topic_link text not null, field smallint not null, home smallint not null, place_id int not null
                        ) on commit drop""").update();
        Set<LocalDate> days = stages.stream().map(Stage::lastDay).collect(Collectors.toSet());
        if (days.isEmpty()) {
            return 0;
        }
        rooms.forEach(room -> room.offer(days));
        jdbc.sql("create index on falling_due (code, ref)").update();
        jdbc.sql("analyze falling_due").update();
        return jdbc.sql("select count(*) from falling_due").query(Integer.class).single();
    }

    /** One of the first things of what one post was told at once. @param things how many it was told of, {@code units} of how many units */
    record Told(
            String code, String ref, LocalDate lastDay, String stage, int officeId, @Nullable String role, boolean vacant, String topic, String nameVi, String nameEn, String link, String topicLink, String unit, int things, int units) {}

    private List<Told> remember(List<Stage> stages, LocalDate today, Instant at) {
        ChainOfCommand chain = ChainOfCommand.on(today, jdbc);
        List<Owing> owing = jdbc.sql("select distinct office_id as office, role, issuer_id as issuer from falling_due").query(Owing.class).list();
        int levels = stages.stream().mapToInt(Stage::level).max().orElse(0);
        List<Owing> from = new ArrayList<>();
        List<Integer> level = new ArrayList<>();
        List<ChainOfCommand.Told> to = new ArrayList<>();
        for (Owing one : owing) {
            for (int up = 0; up <= levels; up++) {
                ChainOfCommand.Told found = chain.at(new ChainOfCommand.Post(one.office(), one.role()), up, one.issuer());
                if (found != null) {
                    from.add(one);
                    level.add(up);
                    to.add(found);
                }
            }
        }
        return jdbc.sql(Sql.beside(ReminderRun.class, "tell.sql"))
                .param("days", stages.stream().map(stage -> stage.lastDay().toString()).toArray(String[]::new))
                .param("stages", stages.stream().map(Stage::code).toArray(String[]::new))
                .param("levels", stages.stream().map(Stage::level).toArray(Integer[]::new))
                .param("tells", stages.stream().map(stage -> stage.tellOn().toString()).toArray(String[]::new))
                .param("owing", from.stream().map(Owing::office).toArray(Integer[]::new))
                .param("owing_roles", from.stream().map(Owing::role).toArray(String[]::new))
                .param("issuers", from.stream().map(Owing::issuer).toArray(Integer[]::new))
                .param("way_levels", level.toArray(Integer[]::new))
                .param("offices", to.stream().map(one -> one.post().office()).toArray(Integer[]::new))
                .param("roles", to.stream().map(one -> one.post().role()).toArray(String[]::new))
                .param("vacants", to.stream().map(ChainOfCommand.Told::vacant).toArray(Boolean[]::new))
                .param("at", Timestamp.from(at))
                .param("named", Sentences.BY_THEMSELVES)
                .query(Told.class)
                .list();
    }
}
