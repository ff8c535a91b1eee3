package vn.bamcoso.staffing.wave;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem.Fault;
import vn.bamcoso.documents.edge.EdgeCheck;
import vn.bamcoso.documents.edge.Finding;
import vn.bamcoso.documents.spelling.Folding;
import vn.bamcoso.documents.table.TableFile;
import vn.bamcoso.documents.table.TableHead;
import vn.bamcoso.documents.table.TableRow;
import vn.bamcoso.staffing.Area;
import vn.bamcoso.staffing.Titles;

/** Reads the file of a wave and checks it as a whole: every fault with row and column, not the first alone. */
@Component
class WaveFile {
    static final String NUMBER = "Số hiệu";
    static final String PLACE = "Mã đơn vị đến";
    static final String TITLE = "Chức danh";

    /** @param office receives {@code officer} with {@code title} */
    record Line(int row, int officer, int office, short title) {}

    record Read(List<Line> lines, List<Fault> faults) {}

    private record Known(int id, String number, boolean left, boolean later, boolean posted, Integer office, Short title) {}

    private final JdbcClient jdbc;
    private final Titles titles;
    private final Area area;

    WaveFile(JdbcClient jdbc, Titles titles, Area area) {
        this.jdbc = jdbc;
        this.titles = titles;
        this.area = area;
    }

    /** @param day first day of the new postings */
    @Transactional(readOnly = true)
    public Read read(String name, byte[] content, LocalDate day, Locale locale) {
        // a list of officers is a list of persons; citizen numbers and secrecy marks stay outside all the same
        EdgeCheck.refuse(new EdgeCheck(area.today()).file(name, content).stream().filter(finding -> finding.kind() != Finding.Kind.PERSON_LIST).toList(), locale);
        TableFile file = TableFile.open(content);
        TableHead head = TableHead.find(file, List.of(NUMBER, PLACE, TITLE));
        int number = head.column(NUMBER).orElseThrow(() -> missing(NUMBER));
        int place = head.column(PLACE).orElseThrow(() -> missing(PLACE));
        int title = head.column(TITLE).orElseThrow(() -> missing(TITLE));
        List<TableRow> rows = new ArrayList<>();
        file.rows(row -> {
            if (row.number() > head.lastRow() && !row.blank()) {
                rows.add(row);
            }
        });
        Map<String, Known> officers = officers(rows.stream().map(row -> row.cell(number).text().strip()).toList(), day);
        Map<String, Integer> offices = offices(day);
        Map<String, Short> names = titles(day);
        Map<Integer, Boolean> mine = new HashMap<>();
        Set<String> seen = new HashSet<>();
        List<Fault> faults = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        for (TableRow row : rows) {
            int before = faults.size();
            String who = row.cell(number).text().strip();
            String to = row.cell(place).text().strip();
            Known officer = officers.get(who);
            Integer office = offices.get(to.length() < 5 && to.matches("\\d+") ? "0".repeat(5 - to.length()) + to : to);
            Short what = names.get(Folding.fold(row.cell(title).text()));
            if (officer == null) {
                faults.add(new Fault(where(row, number, locale), "staffing.problem.no-officer", who));
            } else if (!seen.add(who)) {
                faults.add(new Fault(where(row, number, locale), "staffing.fault.twice", who));
            } else if (officer.left()) {
                faults.add(new Fault(where(row, number, locale), "staffing.fault.left", who));
            } else if (officer.later()) {
                faults.add(new Fault(where(row, number, locale), "staffing.fault.later", who, day));
            } else if (officer.posted() && officer.office() != null && !mine.computeIfAbsent(officer.office(), this::mayMove)) {
                faults.add(new Fault(where(row, number, locale), "staffing.fault.not-yours", who));
            }
            if (office == null) {
                faults.add(new Fault(where(row, place, locale), "staffing.fault.no-office", to, day));
            } else if (!mine.computeIfAbsent(office, this::mayMove)) {
                faults.add(new Fault(where(row, place, locale), "staffing.fault.not-yours", to));
            }
            if (what == null) {
                faults.add(new Fault(where(row, title, locale), "staffing.fault.title", row.cell(title).text()));
            }
            if (officer != null && office != null && what != null && office.equals(officer.office()) && what.equals(officer.title())) {
                faults.add(new Fault(where(row, place, locale), "staffing.fault.same", who));
            }
            if (faults.size() == before) {
                lines.add(new Line(row.number(), officer.id(), office, what));
            }
        }
        if (rows.isEmpty()) {
            faults.add(new Fault(name, "staffing.fault.empty"));
        }
        return new Read(lines, faults);
    }

    private static vn.bamcoso.basics.Problem missing(String title) {
        return vn.bamcoso.basics.Problem.refused("documents.problem.head.missing", title);
    }

    private static String where(TableRow row, int column, Locale locale) {
        return row.at(column).where(locale);
    }

    private boolean mayMove(int office) {
        return area.mayMove(CurrentUser.require(), office);
    }

    private Map<String, Known> officers(List<String> numbers, LocalDate day) {
        Map<String, Known> known = new HashMap<>();
        jdbc.sql("""
                        -- Which of these numbers are officers, do they still serve, and where are they the day before?
                        select o.id, o.number, o.left_on <= :day as "left",
                               exists (select from staffing.posting p where p.officer_id = o.id and p.kind = 'full' and p.valid_from >= :day and p.valid_from < p.valid_to) as later,
                               p.id is not null as posted, p.office_id as office, p.title_id as title
                        from staffing.officer o
                        left join staffing.posting p on p.officer_id = o.id and p.kind = 'full' and p.valid_from < :day and p.valid_to >= :day
                        where o.number = any (:numbers)""")
                .param("day", day).param("numbers", numbers.toArray(String[]::new)).query(Known.class).list().forEach(one -> known.put(one.number(), one));
        return known;
    }

    /** Commune offices of the day, by the official code of their place and by its key. */
    private Map<String, Integer> offices(LocalDate day) {
        Map<String, Integer> offices = new HashMap<>();
        jdbc.sql("""
                        select p.code, p.key, o.office_id from territory.pub_office o join territory.pub_place p on p.place_id = o.place_id and p.valid_from <= :day and :day < p.valid_to
                        where o.kind in ('commune', 'police_post') and o.valid_from <= :day and :day < o.valid_to""")
                .param("day", day).query(row -> {
                    offices.put(row.getString(1), row.getInt(3));
                    offices.put(row.getString(2), row.getInt(3));
                });
        return offices;
    }

    private Map<String, Short> titles(LocalDate day) {
        Map<String, Short> names = new HashMap<>();
        titles.on(day).values().stream().filter(title -> title.office().equals("commune") && title.part().equals("post")).forEach(title -> {
            names.put(Folding.fold(title.nameVi()), title.id());
            names.put(Folding.fold(title.nameVi().replace("cấp xã", "xã")), title.id());
            names.put(Folding.fold(title.code()), title.id());
        });
        return names;
    }
}
