package vn.bamcoso.reporting.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.documents.table.Cell;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Indicators;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.reporting.Forms;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/**
 * The import path for files of the past: their rows are read, checked and recorded by the same code as those of a file that
 * somebody brings, but each report comes with the way it went and the minutes at which that happened. Looking back like this
 * is the demonstration's alone: in any other run the program does not have it.
 */
@Component
@ConditionalOnProperty(name = "bamcoso.demo", havingValue = "true")
public class PastReports {
    private final JdbcClient jdbc;
    private final Forms forms;
    private final Indicators indicators;
    private final Places places;
    private final Planning planning;
    private final Delivering delivering;

    PastReports(JdbcClient jdbc, Forms forms, Indicators indicators, Places places, Planning planning, Delivering delivering) {
        this.jdbc = jdbc;
        this.forms = forms;
        this.indicators = indicators;
        this.places = places;
        this.planning = planning;
        this.delivering = delivering;
    }

    /**
     * What the communes sent for one form and one period.
     *
     * @param name of the file that would have brought it
     * @param columns codes of the indicators, in the order of each sending's cells
     * @param note for the provenance
     */
    public record PastFile(String name, String form, Period period, List<String> columns, List<PastReport> reports, String note) {}

    /** @param place key of any day on which it was there; {@code sendings} first to last */
    public record PastReport(String place, int clerk, int chief, int staff, List<Sending> sendings) {}

    /**
     * One time that a report was sent, and what the province decided about it.
     *
     * @param cells by column, from 1
     * @param reason why approved values were changed
     * @param decision approved, returned, or null while it waits
     */
    public record Sending(IntFunction<Cell> cells, @Nullable String reason, Instant sent, @Nullable String decision, @Nullable Instant decided, @Nullable String remark) {}

    /**
     * Records the files as if all had been sent, decided and known then. Joins the caller's transaction.
     *
     * @return how many values stand in the reports
     * @throws IllegalStateException that names what is wrong, when a row would not pass the check of a file, or reports are there already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long load(List<PastFile> files) {
        Place nation = places.nation();
        Map<Integer, Map<String, Place>> maps = new HashMap<>();
        List<Delivery> deliveries = new ArrayList<>();
        for (PastFile file : files) {
            int map = jdbc.sql("select territory.vintage_of(:day)").param("day", file.period().end()).query(Integer.class).single();
            Form form = forms.require(file.form());
            deliveries.add(delivery(file, form, maps.computeIfAbsent(map, one -> Rows.byKey(places.on(file.period().end()), form.level())), nation));
        }
        delivering.deliver(deliveries, percent -> {});
        return deliveries.stream().flatMap(delivery -> delivery.reports().stream()).mapToLong(report -> report.last().news().size()).sum();
    }

    private Delivery delivery(PastFile file, Form form, Map<String, Place> byKey, Place nation) {
        Optional<Form.Version> version = forms.versionFor(form, file.period());
        List<Brought.Fault> faults = new ArrayList<>();
        List<Map<Integer, Brought.Row>> rounds = rounds(file, form, version, byKey, faults);
        Map<Integer, Brought.Row> last = new LinkedHashMap<>();
        rounds.forEach(last::putAll);
        Plan plan = planning.plan(new Brought(form, version.orElse(null), file.period(), file.columns(), List.copyOf(last.values())), Plan.Target.APPROVED, nation, faults);
        if (!faults.isEmpty() || plan.unchanged() > 0 || plan.steps().stream().anyMatch(Plan.Step::correction)) {
            throw new IllegalStateException(file.name() + ": " + (faults.isEmpty() ? "reports are there already" : faults.size() + " faults, first in row " + faults.getFirst().row() + ", column "
                    + faults.getFirst().column() + ": " + Texts.vi().get(faults.getFirst().code(), faults.getFirst().args().toArray())));
        }
        LocalDate due = version.flatMap(found -> found.due(file.period())).orElse(null);
        List<Delivery.Report> reports = plan.steps().stream().map(step -> report(file, version, due, step, rounds)).toList();
        return new Delivery(importRow(file, form, version, nation, reports), form, version.orElse(null), file.period(), version.isPresent() ? "form" : "import", file.note(), reports);
    }

    /** The first sendings of all, then the second ones of those that had any; by the number of the report. */
    private List<Map<Integer, Brought.Row>> rounds(PastFile file, Form form, Optional<Form.Version> version, Map<String, Place> byKey, List<Brought.Fault> faults) {
        Map<Integer, Indicator> columns = new LinkedHashMap<>();
        file.columns().forEach(code -> columns.put(columns.size() + 1, indicators.require(code)));
        List<Map<Integer, Brought.Row>> rounds = new ArrayList<>();
        int most = file.reports().stream().mapToInt(report -> report.sendings().size()).max().orElse(0);
        for (int round = 0; round < most; round++) {
            Rows rows = new Rows(form, version.map(Form.Version::checks).orElse(List.of()), file.period(), columns, byKey, places, faults);
            Map<Integer, Brought.Row> read = new LinkedHashMap<>();
            for (int n = 0; n < file.reports().size(); n++) {
                PastReport report = file.reports().get(n);
                Brought.Row row = round < report.sendings().size() ? rows.add(n, report.place(), "", report.sendings().get(round).cells(), null) : null;
                if (row != null) {
                    read.put(n, row);
                }
            }
            rounds.add(read);
        }
        return rounds;
    }

    private static Delivery.Report report(PastFile file, Optional<Form.Version> version, @Nullable LocalDate due, Plan.Step step, List<Map<Integer, Brought.Row>> rounds) {
        int n = step.row().number();
        PastReport past = file.reports().get(n);
        List<Delivery.Sending> sendings = new ArrayList<>();
        for (int round = 0; round < past.sendings().size(); round++) {
            Sending one = past.sendings().get(round);
            Brought.Row row = rounds.get(round).getOrDefault(n, step.row());
            sendings.add(new Delivery.Sending(round + 1, row.values(), row.values(), one.reason(), one.sent().minusSeconds(2_400), one.sent(), one.decision(), one.decided(),
                    one.decision() == null ? null : past.staff(), one.remark(), one.decided()));
        }
        LocalDate first = LocalDate.ofInstant(past.sendings().getFirst().sent(), VietnamTime.ZONE);
        String waits = version.flatMap(found -> found.chain().after(found.chain().first(), LocalDate.ofInstant(past.sendings().getLast().sent(), VietnamTime.ZONE))).map(station -> station.officeKind()).orElse("provincial");
        return new Delivery.Report(n, step.row().place(), step.officeId(), null, 0, due, due != null && first.isAfter(due), false, past.clerk(), past.chief(), waits, sendings);
    }

    private long importRow(PastFile file, Form form, Optional<Form.Version> version, Place nation, List<Delivery.Report> reports) {
        Instant moment = reports.stream().map(report -> report.last().sent()).max(Instant::compareTo).orElseThrow();
        return jdbc.sql("""
                        insert into reporting.import (kind, name, form_id, period, status, field, home, place_id, brought_by, brought_at, decided_at, moved_at, done, total)
                        values ('program', :name, :form, :period, 'recorded', :field, 0, :nation, 0, :moment, :moment, :moment, :reports, :reports) returning id""")
                .param("name", file.name()).param("form", version.isPresent() ? form.id() : null, java.sql.Types.SMALLINT).param("period", file.period().code()).param("field", form.field())
                .param("nation", nation.id()).param("moment", java.sql.Timestamp.from(moment)).param("reports", reports.size())
                .query(Long.class).single();
    }
}
