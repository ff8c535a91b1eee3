package vn.bamcoso.reporting.exchange;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.documents.numbers.NumberForm;
import vn.bamcoso.documents.table.TableFile;
import vn.bamcoso.reporting.completeness.Area;
import vn.bamcoso.territory.Place;

/** The imports as they are kept: what came, how far it is, what was wrong. The file itself only between check and recording. */
@Component
class ImportStore {
    private static final int FAULTS_KEPT = 20_000;
    private static final long STALE = 60;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Area areas;
    private final Trail trail;
    private final Clock clock;

    ImportStore(JdbcClient jdbc, JsonMapper json, Area areas, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.areas = areas;
        this.trail = trail;
        this.clock = clock;
    }

    /** A file and what was said about it. */
    record Work(long id, TableFile file, FileReading.Said said) {}

    @Transactional
    long add(String name, byte[] content, FileReading.Said said, @Nullable String override) {
        CurrentUser user = CurrentUser.require();
        short field = 0;
        Place area = null;
        for (short one : new short[] {8, 1, 2, 3, 4, 5, 6, 7}) {
            Optional<Place> found = areas.of(user, one);
            if (area == null && found.isPresent()) {
                field = one;
                area = found.get();
            }
        }
        if (area == null) {
            throw Problem.forbidden("reporting.problem.not-your-act");
        }
        jdbc.sql("delete from reporting.import_file f using reporting.import i where i.id = f.import_id and i.brought_by = :user and i.moved_at < :old")
                .param("user", user.id()).param("old", at(-7 * 86_400)).update();
        long id = jdbc.sql("""
                        insert into reporting.import (kind, name, sha256, status, numbers, form_id, period, field, home, place_id, brought_by, brought_at, moved_at, override)
                        values ('file', :name, :sha, 'checking', :numbers, (select id from reporting.form where code = :form), nullif(:period, ''), :field, :home, :place, :user, :now, :now, :override) returning id""")
                .param("name", name).param("sha", sha(content)).param("numbers", said.numbers() == null ? null : said.numbers().name(), Types.VARCHAR)
                .param("form", said.form(), Types.VARCHAR).param("period", said.period(), Types.VARCHAR)
                .param("field", field).param("home", area.home()).param("place", area.id()).param("user", user.id()).param("now", at(0)).param("override", override, Types.VARCHAR)
                .query(Long.class).single();
        jdbc.sql("insert into reporting.import_file (import_id, content, field, home, place_id) values (:id, :content, :field, :home, :place)")
                .param("id", id).param("content", content).param("field", field).param("home", area.home()).param("place", area.id()).update();
        trail.write(override == null ? "reporting.import.brought" : "reporting.import.overridden", "import:" + id, null,
                override == null ? Map.of("name", name) : Map.of("name", name, "reason", override));
        return id;
    }

    /** What came over HTTP and is recorded in the same act. @return its number */
    @Transactional(propagation = Propagation.MANDATORY)
    long api(String name, Brought brought) {
        Place area = areas.of(CurrentUser.require(), brought.form().field()).orElseThrow(() -> Problem.forbidden("reporting.problem.not-your-act"));
        return jdbc.sql("""
                        insert into reporting.import (kind, name, status, form_id, period, field, home, place_id, brought_by, brought_at, decided_at, moved_at, done, total)
                        values ('api', :name, 'recorded', :form, :period, :field, :home, :place, :user, :now, :now, :now, :rows, :rows) returning id""")
                .param("name", name).param("form", brought.form().id()).param("period", brought.period().code()).param("field", brought.form().field()).param("home", area.home())
                .param("place", area.id()).param("user", CurrentUser.require().id()).param("now", at(0)).param("rows", brought.rows().size())
                .query(Long.class).single();
    }

    /** The user's own imports, latest first. */
    @Transactional(readOnly = true)
    List<Imports.Import> mine(int limit) {
        return list(0, limit);
    }

    @Transactional(readOnly = true)
    Optional<Imports.Import> find(long id) {
        return list(id, 1).stream().findFirst();
    }

    private List<Imports.Import> list(long id, int limit) {
        return jdbc.sql("""
                        select i.id, i.name, f.code, i.period, i.status, i.brought_at, coalesce(u.name, '') as by, i.done, i.total, i.summary, i.faults, i.fault_count, i.reason
                        from reporting.import i left join reporting.form f on f.id = i.form_id left join identity.pub_user u on u.user_id = i.brought_by
                        where i.brought_by = :user and i.kind = 'file' and (:id = 0 or i.id = :id) order by i.id desc limit :limit""")
                .param("user", CurrentUser.require().id())
                .param("id", id)
                .param("limit", limit)
                .query((row, n) -> {
                    String summary = row.getString("summary");
                    return new Imports.Import(
                            row.getLong("id"), row.getString("name"), row.getString("code"), row.getString("period"), row.getString("status"), row.getTimestamp("brought_at").toInstant(), row.getString("by"),
                            row.getInt("done"), row.getInt("total"), summary.equals("{}") ? null : json.readValue(summary, Plan.Summary.class),
                            List.of(json.readValue(row.getString("faults"), Brought.Fault[].class)), row.getInt("fault_count"), row.getString("reason"));
                })
                .list();
    }

    /**
     * Takes an import for its next stage.
     *
     * @param stale whether it must have been left alone for a minute, as when the program stopped in the middle
     * @throws Problem conflict when it is not in one of these states
     */
    @Transactional
    void take(long id, String to, @Nullable String reason, boolean stale, String... from) {
        find(id).orElseThrow(Problem::notFound);
        int taken = jdbc.sql("""
                        update reporting.import set status = :to, reason = coalesce(:reason, reason), done = 0, moved_at = :now
                        where id = :id and status = any (:from) and (not :stale or moved_at < :old) and exists (select from reporting.import_file where import_id = :id)""")
                .param("to", to).param("reason", reason, Types.VARCHAR).param("now", at(0)).param("id", id).param("from", from).param("stale", stale).param("old", at(-STALE)).update();
        if (taken != 1) {
            throw Problem.conflict("reporting.problem.import-state");
        }
    }

    @Transactional(readOnly = true)
    Work work(long id) {
        return jdbc.sql("select f.code, i.period, i.numbers, c.content from reporting.import i join reporting.import_file c on c.import_id = i.id left join reporting.form f on f.id = i.form_id where i.id = :id")
                .param("id", id)
                .query((row, n) -> new Work(id, TableFile.open(row.getBytes("content")), new FileReading.Said(
                        row.getString("code"), row.getString("period"), null, row.getString("numbers") == null ? null : NumberForm.valueOf(row.getString("numbers")))))
                .optional().orElseThrow(Problem::notFound);
    }

    @Transactional
    void discard(long id) {
        take(id, "discarded", null, false, "checked");
        jdbc.sql("update reporting.import set decided_at = :now where id = :id").param("now", at(0)).param("id", id).update();
        forget(id);
        trail.write("reporting.import.discarded", "import:" + id, null, Map.of());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void understood(long id, Brought brought) {
        jdbc.sql("update reporting.import set form_id = :form, period = :period, total = :rows, done = :rows, moved_at = :now where id = :id")
                .param("form", brought.form().id()).param("period", brought.period().code()).param("rows", brought.rows().size()).param("now", at(0)).param("id", id).update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void checked(long id, Plan.Summary summary) {
        jdbc.sql("update reporting.import set status = 'checked', summary = :summary::jsonb, moved_at = :now where id = :id")
                .param("summary", json.writeValueAsString(summary)).param("now", at(0)).param("id", id).update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void recorded(long id, Plan plan) {
        jdbc.sql("update reporting.import set status = 'recorded', decided_at = :now, moved_at = :now where id = :id").param("now", at(0)).param("id", id).update();
        forget(id);
        trail.write("reporting.import.recorded", "import:" + id, null,
                Map.of("form", plan.brought().form().code(), "period", plan.brought().period().code(), "reports", plan.steps().size(), "unchanged", plan.unchanged()));
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void refuse(long id, List<Brought.Fault> faults) {
        jdbc.sql("update reporting.import set status = 'refused', faults = :faults::jsonb, fault_count = :count, decided_at = :now, moved_at = :now where id = :id")
                .param("faults", json.writeValueAsString(faults.stream().limit(FAULTS_KEPT).toList())).param("count", faults.size()).param("now", at(0)).param("id", id).update();
        forget(id);
        trail.write("reporting.import.refused", "import:" + id, null, Map.of("faults", faults.size()));
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void progress(long id, int done) {
        jdbc.sql("update reporting.import set done = :done, moved_at = :now where id = :id").param("done", done).param("now", at(0)).param("id", id).update();
    }

    private void forget(long id) {
        jdbc.sql("delete from reporting.import_file where import_id = :id").param("id", id).update();
    }

    private Timestamp at(long seconds) {
        return Timestamp.from(Instant.now(clock).plusSeconds(seconds));
    }

    private static byte[] sha(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
