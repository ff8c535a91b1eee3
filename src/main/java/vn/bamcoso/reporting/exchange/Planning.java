package vn.bamcoso.reporting.exchange;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.reporting.Status;
import vn.bamcoso.reporting.completeness.Area;
import vn.bamcoso.reporting.submission.Desk;
import vn.bamcoso.territory.Place;

/** Works out what a file would change: who brings it decides whether it becomes drafts or approved reports. */
@Component
class Planning {
    private final JdbcClient jdbc;
    private final Area areas;
    private final Desk desk;

    Planning(JdbcClient jdbc, Area areas, Desk desk) {
        this.jdbc = jdbc;
        this.areas = areas;
        this.desk = desk;
    }

    /** A report as it stands; cells of what is approved, or was sent and waits to be. */
    private record There(long id, Status status, int lock, int revision, @Nullable Map<String, BigDecimal> cells, long drafted) {}

    /** An approver brings approved reports for the area; a commune brings drafts of its own. */
    static Plan.Target target(CurrentUser user) {
        boolean approves = user.has("provincial_staff", "provincial_director", "ministry_office", "department");
        if (!approves && !user.has("commune_clerk", "commune_chief", "commune_deputy")) {
            throw Problem.forbidden("reporting.problem.not-your-act");
        }
        return approves ? Plan.Target.APPROVED : Plan.Target.DRAFT;
    }

    /** @param faults takes what speaks against it, row by row */
    @Transactional(propagation = Propagation.MANDATORY)
    Plan plan(Brought brought, CurrentUser user, List<Brought.Fault> faults) {
        Plan.Target target = target(user);
        if (target == Plan.Target.APPROVED && brought.period().end().isAfter(desk.today())) {
            throw Problem.refused("reporting.problem.not-over", brought.period().end());
        }
        return plan(brought, target, area(brought, user), faults);
    }

    /** The area outside which this user brings nothing. */
    @Transactional(readOnly = true)
    Place area(Brought brought, CurrentUser user) {
        return areas.of(user, brought.form().field()).orElseThrow(() -> Problem.forbidden("reporting.problem.not-your-act"));
    }

    /** @param area outside which no row may lie */
    @Transactional(propagation = Propagation.MANDATORY)
    Plan plan(Brought brought, Plan.Target target, Place area, List<Brought.Fault> faults) {
        Map<Integer, Integer> offices = offices(brought, area);
        Map<Integer, There> there = there(brought);
        List<Plan.Step> steps = new ArrayList<>();
        Map<Long, String> seen = new TreeMap<>();
        int unchanged = 0;
        for (Brought.Row row : brought.rows()) {
            Integer office = offices.get(row.place().id());
            if (office == null) {
                faults.add(Brought.Fault.of(row.number(), 0, "reporting.fault.place-outside", row.place().fullName()));
                continue;
            }
            There report = there.get(row.place().id());
            if (report != null && report.status() == Status.SUBMITTED && same(row, report.cells())) {
                unchanged++; // a table taken out of here shows what was sent; what stays as it is asks nothing
                continue;
            }
            if (report != null && !fits(report, target)) {
                faults.add(Brought.Fault.of(row.number(), 0, "reporting.fault.in-progress." + report.status().code(), row.place().fullName()));
                continue;
            }
            if (report != null) {
                seen.put(report.id(), report.lock() + ":" + report.drafted());
            }
            Plan.Step step = step(row, office, report, target);
            if (step == null) {
                unchanged++;
            } else {
                steps.add(step);
            }
        }
        return new Plan(brought, target, steps, unchanged, digest(seen));
    }

    private static boolean fits(There report, Plan.Target target) {
        if (target == Plan.Target.DRAFT) {
            return report.status().open();
        }
        return report.status() == Status.APPROVED || report.status() == Status.DRAFT && report.drafted() == 0;
    }

    private static Plan.@Nullable Step step(Brought.Row row, int office, @Nullable There report, Plan.Target target) {
        Map<String, BigDecimal> before = report == null || report.cells() == null ? Map.of() : report.cells();
        boolean correction = target == Plan.Target.APPROVED && report != null && report.status() == Status.APPROVED;
        if (correction && same(row, before)) {
            return null;
        }
        return new Plan.Step(row, office, report == null ? null : report.id(), report == null ? 0 : report.lock(), report == null ? 0 : report.revision(), before, before.isEmpty() ? row.values() : merged(before, row.values()), correction);
    }

    private static boolean same(Brought.Row row, @Nullable Map<String, BigDecimal> there) {
        return there != null && row.values().entrySet().stream().noneMatch(cell -> Plan.differs(there.get(cell.getKey()), cell.getValue()));
    }

    private static Map<String, BigDecimal> merged(Map<String, BigDecimal> before, Map<String, BigDecimal> now) {
        Map<String, BigDecimal> cells = new LinkedHashMap<>(before);
        cells.putAll(now);
        return cells;
    }

    /** The office of each commune of the area that was there on the last day of the period. */
    private Map<Integer, Integer> offices(Brought brought, Place area) {
        Map<Integer, Integer> offices = new HashMap<>();
        jdbc.sql("""
                        -- Which office served each place of this area on the last day of the period? Whether a place lies in the area is looked
                        -- up for each: a join would be planned for a handful of places and take seconds for all communes.
                        select o.place_id, o.office_id
                        from territory.pub_office o
                        where o.place_id = any (:places) and o.kind = case :level when 'commune' then 'commune' when 'province' then 'provincial' else 'department' end and o.valid_from <= :end and :end < o.valid_to
                          and (select exists (select from territory.pub_reach r where r.vintage_id = (select territory.vintage_of(:today)) and r.place_id = o.place_id and r.ancestor_id = :area))""")
                .param("today", desk.today())
                .param("area", area.id())
                .param("level", brought.form().level())
                .param("end", brought.period().end())
                .param("places", places(brought))
                .query((row, n) -> offices.put(row.getInt("place_id"), row.getInt("office_id")))
                .list();
        return offices;
    }

    private Map<Integer, There> there(Brought brought) {
        Map<Integer, There> there = new HashMap<>();
        if (brought.version() == null) {
            return there;
        }
        List<Form.Line> asked = brought.version().asked();
        jdbc.sql("""
                        -- How does each report of this form and period stand, and what is approved in it, or waits to be?
                        select s.place_id, s.id, s.status, s.version, s.revision, r.cells,
                               (select coalesce(sum(c.version), 0) from reporting.draft_cell c where c.submission_id = s.id) as drafted
                        from reporting.submission s
                        left join reporting.revision r on r.submission_id = s.id and r.number = case when s.status = 'submitted' then s.revision else s.approved_revision end
                        where s.form_id = :form and s.period = :period and s.place_id = any (:places)""")
                .param("form", brought.form().id())
                .param("period", brought.period().code())
                .param("places", places(brought))
                .query((row, n) -> there.put(row.getInt("place_id"), new There(
                        row.getLong("id"), Status.of(row.getString("status")), row.getInt("version"), row.getInt("revision"),
                        row.getArray("cells") == null ? null : cells(asked, (BigDecimal[]) row.getArray("cells").getArray()), row.getLong("drafted"))))
                .list();
        return there;
    }

    private static Integer[] places(Brought brought) {
        return brought.rows().stream().map(row -> row.place().id()).toArray(Integer[]::new);
    }

    private static Map<String, BigDecimal> cells(List<Form.Line> asked, BigDecimal[] values) {
        Map<String, BigDecimal> cells = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                cells.put(asked.get(i).indicator(), values[i]);
            }
        }
        return cells;
    }

    private static String digest(Map<Long, String> seen) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(seen.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
