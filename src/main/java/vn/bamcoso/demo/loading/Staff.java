package vn.bamcoso.demo.loading;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.bamcoso.basics.Sql;
import vn.bamcoso.demo.nation.Career;
import vn.bamcoso.demo.nation.Careers;
import vn.bamcoso.demo.nation.Commune;
import vn.bamcoso.demo.nation.Country;
import vn.bamcoso.demo.nation.Targets;
import vn.bamcoso.store.Copying;

/** Brings the invented officers with their careers and the posts of every commune into the staffing room, set by set. */
final class Staff {
    private final JdbcTemplate jdbc;
    private final LocalDate today;

    Staff(JdbcTemplate jdbc, LocalDate today) {
        this.jdbc = jdbc;
        this.today = today;
    }

    /** Joins the caller's transaction. @return how many postings */
    long load(Country country, Targets targets) {
        var careers = new Careers(country, targets, heirs(), offices(), today);
        jdbc.execute("set local work_mem = '128MB'");
        Arrays.stream(Sql.beside(Staff.class, "staff-tables.sql").split(";")).forEach(jdbc::execute);
        var officers = new Copying(jdbc, "staff_officer");
        var steps = new Copying(jdbc, "staff_step");
        int no = 0;
        // A province at a time, several beside each other: they have no officer in common.
        for (List<Career> province : careers.homes().parallelStream().map(careers::of).toList()) {
            for (Career career : province) {
                officer(officers, ++no, career);
                Career.Step before = null;
                for (Career.Step step : career.steps()) {
                    steps.row(no, step.site().kind(), step.site().place(), step.title(), step.from(), step.to() == null ? "infinity" : step.to(), step.reason(),
                            before == null ? null : before.site().kind(), before == null ? null : before.site().place());
                    before = step;
                }
            }
        }
        officers.send();
        steps.send();
        important(careers, country);
        for (String statement : Sql.beside(Staff.class, "staff-load.sql").split(";\n")) {
            jdbc.execute(statement);
        }
        long postings = JdbcClient.create(jdbc).sql("select count(*) from staff_full").query(Long.class).single();
        long expected = JdbcClient.create(jdbc).sql("select count(*) from staff_step").query(Long.class).single();
        if (postings != expected) {
            throw new IllegalStateException("%d steps of careers, %d postings".formatted(expected, postings));
        }
        jdbc.execute("drop table staff_officer, staff_officer_before, staff_person, staff_step, staff_key, staff_site, staff_known, staff_full, staff_home, staff_posting, staff_post, staff_graduate, staff_pair");
        return postings;
    }

    private static void officer(Copying officers, int no, Career career) {
        var person = career.person();
        officers.row(no, "%03d-%05d".formatted(career.home(), career.number()), person.name(), person.birthYear(), person.sex(), person.ethnic(), person.rank(), person.education(),
                person.partySince(), person.homeCommune(), career.entered(), career.left() == null ? "infinity" : career.left(), career.left() == null ? null : "Nghỉ hưu", person.language(), person.level());
    }

    private void important(Careers careers, Country country) {
        var keys = new Copying(jdbc, "staff_key");
        Set<Integer> seen = new HashSet<>();
        for (LocalDate day : new LocalDate[] {LocalDate.of(2018, 12, 31), LocalDate.of(2021, 4, 23), LocalDate.of(2024, 12, 31)}) {
            for (Commune commune : country.on(day)) {
                if (commune.kind().inProgramme() && careers.key(commune) && seen.add(commune.placeId())) {
                    keys.row(commune.placeId());
                }
            }
        }
        keys.send();
    }

    private Map<Integer, Integer> heirs() {
        Map<Integer, Integer> heirs = new HashMap<>();
        jdbc.query("""
                -- Which commune did most of an ended commune go to?
                select distinct on (e.place_id) e.place_id, r.ancestor_id
                from (select place_id, max(valid_to) as ended from territory.pub_place where level = 'commune' group by place_id having max(valid_to) < 'infinity') e
                join territory.pub_reach r on r.vintage_id = territory.vintage_of(e.ended) and r.place_id = e.place_id and r.level = 'commune' and r.quality <> 'unknown'
                order by e.place_id, r.share desc""", row -> {
            heirs.put(row.getInt(1), row.getInt(2));
        });
        return heirs;
    }

    private Set<Integer> offices() {
        return new HashSet<>(jdbc.queryForList("select distinct place_id from territory.pub_office where kind in ('commune', 'police_post') and place_id is not null", Integer.class));
    }
}
