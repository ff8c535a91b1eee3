package vn.bamcoso.reporting.exchange;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.reporting.entry.CellSaving;
import vn.bamcoso.reporting.entry.Opening;
import vn.bamcoso.documents.numbers.Numerals;

/** Does what a {@link Plan} says, all of it or nothing. */
@Component
class Recording {
    private final JdbcClient jdbc;
    private final Delivering delivering;
    private final Opening opening;
    private final CellSaving saving;
    private final Clock clock;

    Recording(JdbcClient jdbc, Delivering delivering, Opening opening, CellSaving saving, Clock clock) {
        this.jdbc = jdbc;
        this.delivering = delivering;
        this.opening = opening;
        this.saving = saving;
        this.clock = clock;
    }

    /**
     * @param reason why approved values change; needed only when some do
     * @param percent told how much is done, now and then
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void record(long importId, Plan plan, @Nullable String reason, IntConsumer percent) {
        if (plan.target() == Plan.Target.DRAFT) {
            drafts(plan);
        } else {
            if (reason == null && plan.steps().stream().anyMatch(Plan.Step::correction)) {
                throw Problem.refused("reporting.problem.reason-needed");
            }
            approved(importId, plan, reason, percent);
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

    private void approved(long importId, Plan plan, @Nullable String reason, IntConsumer percent) {
        Instant now = Instant.now(clock);
        int user = CurrentUser.require().id();
        List<Delivery.Report> reports = plan.steps().stream()
                .map(step -> new Delivery.Report(step.row().number(), step.row().place(), step.officeId(), step.submission(), step.lock(), null, false, true, user, user, null, List.of(
                        new Delivery.Sending(step.revision() + 1, step.cells(), step.row().values(), step.correction() ? reason : null, now, now, "approved", now, user, null, null))))
                .toList();
        Brought brought = plan.brought();
        if (!reports.isEmpty()) {
            delivering.deliver(List.of(new Delivery(importId, brought.form(), brought.version(), brought.period(), "import", null, reports)), percent);
        }
    }
}
