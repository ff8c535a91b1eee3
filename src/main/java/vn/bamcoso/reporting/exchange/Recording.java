package vn.bamcoso.reporting.exchange;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.figures.Figures;
import vn.bamcoso.figures.Lot;
import vn.bamcoso.figures.NewFigure;
import vn.bamcoso.figures.Origin;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.reporting.Forms;
import vn.bamcoso.reporting.entry.CellSaving;
import vn.bamcoso.reporting.entry.Opening;
import vn.bamcoso.documents.numbers.Numerals;

/** Does what a {@link Plan} says, all of it or nothing. */
@Component
class Recording {
    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final Figures figures;
    private final Opening opening;
    private final CellSaving saving;
    private final Clock clock;

    Recording(JdbcTemplate template, JdbcClient jdbc, Figures figures, Opening opening, CellSaving saving, Clock clock) {
        this.template = template;
        this.jdbc = jdbc;
        this.figures = figures;
        this.opening = opening;
        this.saving = saving;
        this.clock = clock;
    }

    /** @param reason why approved values change; needed only when some do */
    @Transactional(propagation = Propagation.MANDATORY)
    void record(long importId, Plan plan, @Nullable String reason) {
        if (plan.target() == Plan.Target.DRAFT) {
            drafts(plan);
        } else {
            if (reason == null && plan.steps().stream().anyMatch(Plan.Step::correction)) {
                throw Problem.refused("reporting.problem.reason-needed");
            }
            approved(importId, plan, reason);
        }
    }

    private void drafts(Plan plan) {
        for (Plan.Step step : plan.steps()) {
            Brought brought = plan.brought();
            long id = opening.open(brought.form().code(), brought.period(), step.row().place().id());
            Map<String, Integer> versions = new HashMap<>();
            Map<String, String> remarks = new HashMap<>();
            jdbc.sql("select indicator, version, remark from reporting.draft_cell where submission_id = :id")
                    .param("id", id)
                    .query((row, n) -> {
                        remarks.put(row.getString("indicator"), row.getString("remark"));
                        return versions.put(row.getString("indicator"), row.getInt("version"));
                    })
                    .list();
            List<CellSaving.Written> cells = new ArrayList<>();
            step.row().values().forEach((indicator, value) -> cells.add(new CellSaving.Written(
                    indicator, Numerals.write(value.stripTrailingZeros(), Texts.VIETNAMESE), step.row().remarks().getOrDefault(indicator, remarks.get(indicator)), versions.getOrDefault(indicator, 0))));
            step.row().remarks().keySet().stream().filter(indicator -> !step.row().values().containsKey(indicator)).forEach(indicator ->
                    cells.add(new CellSaving.Written(indicator, null, step.row().remarks().get(indicator), versions.getOrDefault(indicator, 0))));
            saving.save(id, cells, Texts.vi());
        }
    }

    private void approved(long importId, Plan plan, @Nullable String reason) {
        Brought brought = plan.brought();
        Timestamp now = Timestamp.from(Instant.now(clock));
        copy(plan);
        int user = CurrentUser.require().id();
        Form form = brought.form();
        jdbc.sql("""
                        with made as (
                            insert into reporting.submission (form_id, form_version_id, period, period_start, period_end, office_id, place_id, home, field, kind, status, revision, approved_revision,
                                one_person, drafted_by, drafted_at, submitted_by, submitted_at, approved_by, approved_at)
                            select :form, :version, :period, :start, :end, b.office_id, b.place_id, b.home, :field, 'import', 'approved', 1, 1, true, :user, :now, :user, :now, :user, :now
                            from bringing b where b.submission_id is null order by b.place_id
                            returning id, place_id
                        )
                        update bringing b set submission_id = made.id from made where made.place_id = b.place_id""")
                .param("form", form.id())
                .param("version", brought.version().id())
                .param("period", brought.period().code())
                .param("start", brought.period().start(), java.sql.Types.DATE)
                .param("end", brought.period().end())
                .param("field", form.field())
                .param("user", user)
                .param("now", now)
                .update();
        int moved = jdbc.sql("""
                        update reporting.submission s
                        set status = 'approved', kind = 'import', revision = b.number, approved_revision = b.number, one_person = true, drafted_by = :user, drafted_at = :now,
                            submitted_by = :user, submitted_at = :now, approved_by = :user, approved_at = :now, doubts = 0, version = s.version + 1
                        from bringing b where b.known and s.id = b.submission_id and s.version = b.lock""")
                .param("user", user)
                .param("now", now)
                .update();
        if (moved != plan.steps().stream().filter(step -> step.submission() != null).count()) {
            throw Problem.conflict("reporting.problem.import-overtaken");
        }
        jdbc.sql("""
                        insert into reporting.revision (submission_id, number, field, home, place_id, cells, reason, import_id, drafted_by, drafted_at, submitted_by, submitted_at, decision, decided_by, decided_at)
                        select b.submission_id, b.number, :field, b.home, b.place_id, b.cells, case when b.known and b.number > 1 then :reason end, :import, :user, :now, :user, :now, 'approved', :user, :now
                        from bringing b order by b.submission_id""")
                .param("field", form.field())
                .param("reason", reason, java.sql.Types.VARCHAR)
                .param("import", importId)
                .param("user", user)
                .param("now", now)
                .update();
        Map<Integer, Long> ids = new HashMap<>();
        jdbc.sql("select place_id, submission_id from bringing").query((row, n) -> ids.put(row.getInt(1), row.getLong(2))).list();
        List<Lot> lots = plan.steps().stream()
                .map(step -> new Lot(new Origin("submission", ids.get(step.row().place().id()), null), news(brought, step), null))
                .toList();
        if (!lots.isEmpty()) {
            List<String> where = new ArrayList<>();
            plan.steps().forEach(step -> news(brought, step).forEach(news -> where.add(String.valueOf(step.row().number()))));
            figures.recordLots(lots, n -> n <= where.size() ? where.get(n - 1) : String.valueOf(n));
        }
        template.execute("drop table bringing");
    }

    private static List<NewFigure> news(Brought brought, Plan.Step step) {
        return step.row().values().entrySet().stream()
                .map(cell -> new NewFigure(cell.getKey(), step.row().place().id(), brought.period(), cell.getValue()))
                .toList();
    }

    private void copy(Plan plan) {
        template.execute("""
                create temporary table bringing (
                    place_id int not null, home smallint not null, office_id int not null, submission_id bigint, known boolean not null, lock int not null, number smallint not null, cells numeric[] not null
                ) on commit drop""");
        StringBuilder rows = new StringBuilder();
        for (Plan.Step step : plan.steps()) {
            rows.append(step.row().place().id()).append('\t').append(step.row().place().home()).append('\t').append(step.officeId()).append('\t')
                    .append(step.submission() == null ? "\\N" : step.submission()).append('\t').append(step.submission() != null).append('\t').append(step.lock()).append('\t')
                    .append(step.revision() + 1).append('\t').append('{');
            BigDecimal[] cells = Forms.inOrder(plan.brought().version(), step.cells());
            for (int i = 0; i < cells.length; i++) {
                rows.append(i == 0 ? "" : ",").append(cells[i] == null ? "NULL" : cells[i].toPlainString());
            }
            rows.append("}\n");
        }
        byte[] bytes = rows.toString().getBytes(StandardCharsets.US_ASCII);
        template.execute((ConnectionCallback<Void>) connection -> {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy pg_temp.bringing from stdin");
            try {
                copy.writeToCopy(bytes, 0, bytes.length);
                copy.endCopy();
            } catch (SQLException refused) {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
                throw refused;
            }
            return null;
        });
    }
}
