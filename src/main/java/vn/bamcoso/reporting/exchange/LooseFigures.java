package vn.bamcoso.reporting.exchange;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.figures.Figures;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Lot;
import vn.bamcoso.figures.NewFigure;
import vn.bamcoso.figures.Origin;
import vn.bamcoso.identity.Grants;
import vn.bamcoso.reporting.Remarks;
import vn.bamcoso.reporting.Revision;
import vn.bamcoso.reporting.Submission;
import vn.bamcoso.reporting.Submissions;
import vn.bamcoso.reporting.submission.Desk;
import vn.bamcoso.territory.Place;

/**
 * Figures that come without a form, from a role that may approve. Those of one place and period make one report of kind import;
 * what comes again later is its next revision, and what comes again unchanged changes nothing.
 */
@Component
class LooseFigures {
    private static final short GENERAL = 8;

    private final JdbcClient jdbc;
    private final Submissions submissions;
    private final Figures figures;
    private final Grants grants;
    private final Trail trail;
    private final Clock clock;

    LooseFigures(JdbcClient jdbc, Submissions submissions, Figures figures, Grants grants, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.submissions = submissions;
        this.figures = figures;
        this.grants = grants;
        this.trail = trail;
        this.clock = clock;
    }

    /** @param where how the sender knows the row */
    record Row(String where, Indicator indicator, Period period, Place place, BigDecimal value, @Nullable String remark) {}

    record Made(long id, String place, String period, int revision) {}

    record Done(@Nullable Long importId, int total, int recorded, int unchanged, List<Made> submissions) {}

    private record Spot(int place, String period, short field) {}

    /** Where a role that may approve sits, so that the report belongs to an office. */
    private int office(CurrentUser user) {
        return grants.of(user).stream()
                .filter(grant -> Desk.PROVINCE.contains(grant.role()) || Desk.MINISTRY.contains(grant.role()))
                .findFirst()
                .orElseThrow(() -> Problem.forbidden("reporting.problem.not-your-act"))
                .officeId();
    }

    /** @throws Problem with a fault for each row that the figures refuse: then nothing is recorded */
    @Transactional
    Done record(List<Row> rows, @Nullable String reason) {
        CurrentUser user = CurrentUser.require();
        int office = office(user);
        Map<Spot, List<Row>> bySpot = new LinkedHashMap<>();
        Map<String, Short> fieldOf = new LinkedHashMap<>();
        rows.forEach(row -> fieldOf.merge(row.place().id() + " " + row.period().code(), row.indicator().field(), (a, b) -> a.equals(b) ? a : GENERAL));
        rows.forEach(row -> bySpot.computeIfAbsent(new Spot(row.place().id(), row.period().code(), fieldOf.get(row.place().id() + " " + row.period().code())), spot -> new ArrayList<>()).add(row));
        Long importId = null;
        int unchanged = 0;
        List<Made> made = new ArrayList<>();
        List<Lot> lots = new ArrayList<>();
        List<String> where = new ArrayList<>();
        for (var spot : bySpot.entrySet()) {
            Row first = spot.getValue().getFirst();
            Optional<Submission> there = there(spot.getKey());
            Optional<Revision> last = there.map(submission -> submissions.revisions(submission).getLast());
            Map<String, BigDecimal> cells = new LinkedHashMap<>(last.map(Revision::cells).orElse(Map.of()));
            Map<String, String> remarks = new LinkedHashMap<>(last.map(Revision::remarks).orElse(Map.of()));
            int same = 0;
            for (Row row : spot.getValue()) {
                BigDecimal before = cells.put(row.indicator().code(), row.value());
                same += before != null && before.compareTo(row.value()) == 0 ? 1 : 0;
                if (row.remark() != null) {
                    remarks.put(row.indicator().code(), row.remark());
                }
            }
            unchanged += same;
            long id;
            int number = last.map(revision -> revision.number() + 1).orElse(1);
            if (there.isPresent() && same == spot.getValue().size()) {
                id = there.get().id();
                number--;
            } else {
                importId = importId == null ? importRow(rows.size(), first) : importId;
                id = there.isPresent() ? next(there.get(), number) : insert(first, spot.getKey().field(), office);
                freeze(id, number, first.place(), spot.getKey().field(), cells, remarks, reason, importId);
            }
            made.add(new Made(id, first.place().key(), first.period().code(), number));
            lots.add(new Lot(new Origin("submission", id, first.remark()), spot.getValue().stream().map(row -> new NewFigure(row.indicator().code(), row.place().id(), row.period(), row.value())).toList(), null));
            spot.getValue().forEach(row -> where.add(row.where()));
        }
        record(lots, n -> n <= where.size() ? where.get(n - 1) : String.valueOf(n));
        if (importId != null) {
            trail.write("reporting.import.recorded", "import:" + importId, null, Map.of("figures", rows.size(), "reports", made.size(), "unchanged", unchanged));
        }
        return new Done(importId, rows.size(), rows.size() - unchanged, unchanged, made);
    }

    /** One report goes in by one call; many share one bulk load. */
    private void record(List<Lot> lots, IntFunction<String> where) {
        if (lots.size() == 1 && lots.getFirst().figures() instanceof List<NewFigure> few) {
            figures.record(lots.getFirst().origin(), few, null, where);
        } else {
            figures.recordLots(lots, where);
        }
    }

    private Optional<Submission> there(Spot spot) {
        return jdbc.sql("select id from reporting.submission where form_id is null and place_id = :place and period = :period and field = :field order by id limit 1 for update")
                .param("place", spot.place()).param("period", spot.period()).param("field", spot.field())
                .query(Long.class).optional().flatMap(submissions::find);
    }

    private long insert(Row row, short field, int office) {
        return jdbc.sql("""
                        insert into reporting.submission (period, period_start, period_end, office_id, place_id, home, field, kind, status, revision, approved_revision, one_person,
                            drafted_by, drafted_at, submitted_by, submitted_at, approved_by, approved_at)
                        values (:period, :start, :end, :office, :place, :home, :field, 'import', 'approved', 1, 1, true, :user, :now, :user, :now, :user, :now) returning id""")
                .param("period", row.period().code()).param("start", row.period().start(), Types.DATE).param("end", row.period().end())
                .param("office", office).param("place", row.place().id()).param("home", row.place().home()).param("field", field)
                .param("user", CurrentUser.require().id()).param("now", now())
                .query(Long.class).single();
    }

    private long next(Submission submission, int number) {
        jdbc.sql("""
                        update reporting.submission set revision = :number, approved_revision = :number, drafted_by = :user, drafted_at = :now, submitted_by = :user, submitted_at = :now,
                            approved_by = :user, approved_at = :now, version = version + 1 where id = :id""")
                .param("number", number).param("user", CurrentUser.require().id()).param("now", now()).param("id", submission.id()).update();
        return submission.id();
    }

    private void freeze(long id, int number, Place place, short field, Map<String, BigDecimal> cells, Map<String, String> remarks, @Nullable String reason, long importId) {
        jdbc.sql("""
                        insert into reporting.revision (submission_id, number, field, home, place_id, indicators, cells, remarks, reason, import_id, drafted_by, drafted_at, submitted_by, submitted_at,
                            decision, decided_by, decided_at)
                        values (:id, :number, :field, :home, :place, :indicators, :cells, :remarks::jsonb, :reason, :import, :user, :now, :user, :now, 'approved', :user, :now)""")
                .param("id", id).param("number", number).param("field", field).param("home", place.home()).param("place", place.id())
                .param("indicators", cells.keySet().toArray(String[]::new)).param("cells", cells.values().toArray(BigDecimal[]::new)).param("remarks", Remarks.write(remarks), Types.VARCHAR)
                .param("reason", reason, Types.VARCHAR).param("import", importId).param("user", CurrentUser.require().id()).param("now", now()).update();
    }

    private long importRow(int rows, Row first) {
        return jdbc.sql("""
                        insert into reporting.import (kind, name, status, field, home, place_id, brought_by, brought_at, decided_at, moved_at, done, total)
                        values ('api', 'POST /api/figures', 'recorded', :field, :home, :place, :user, :now, :now, :now, :rows, :rows) returning id""")
                .param("field", first.indicator().field()).param("home", first.place().home()).param("place", first.place().id())
                .param("user", CurrentUser.require().id()).param("now", now()).param("rows", rows)
                .query(Long.class).single();
    }

    private Timestamp now() {
        return Timestamp.from(Instant.now(clock));
    }
}
