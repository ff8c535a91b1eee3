package vn.bamcoso.staffing.wave;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Problem.Fault;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.documents.edge.EdgeCheck;
import vn.bamcoso.documents.edge.Finding;
import vn.bamcoso.documents.spelling.Folding;
import vn.bamcoso.documents.table.TableFile;
import vn.bamcoso.documents.table.TableHead;
import vn.bamcoso.documents.table.TableRow;
import vn.bamcoso.staffing.Area;
import vn.bamcoso.staffing.Titles;
import vn.bamcoso.staffing.selection.Selection;
import vn.bamcoso.staffing.wave.WaveRegister.Known;
import vn.bamcoso.staffing.wave.WaveRegister.Target;

/** Reads the file of a wave and checks it as a whole: every fault with row and column, not the first alone. */
@Component
class WaveFile {
    static final String NUMBER = "Số hiệu";
    static final String PLACE = "Mã đơn vị đến";
    static final String TITLE = "Chức danh";
    /** Not every file has these two. */
    static final String REPLACES = "Thay cho số hiệu";
    static final String EXCEPTION = "Lý do ngoại lệ";

    /**
     * @param office receives {@code officer} with {@code title}
     * @param replaces officer whose place is taken; null for none
     * @param broken kinds of the rules of selection that are not kept, with {@code exception} the reason
     */
    record Line(int row, int officer, @Nullable Integer fromOffice, @Nullable Short fromTitle, int office, short title, @Nullable Integer replaces, List<String> broken, @Nullable String exception) {}

    record Read(List<Line> lines, List<Fault> faults) {}

    private record Columns(int number, int place, int title, @Nullable Integer replaces, @Nullable Integer exception) {}

    private final WaveRegister register;
    private final Selection selection;
    private final Area area;

    WaveFile(WaveRegister register, Selection selection, Area area) {
        this.register = register;
        this.selection = selection;
        this.area = area;
    }

    /**
     * @param day first day of the new postings
     * @param changing staffing.wave.id of the issued wave that is being amended; 0 for none
     */
    @Transactional(readOnly = true)
    public Read read(String name, byte[] content, LocalDate day, int changing, Locale locale) {
        // a list of officers is a list of persons; citizen numbers and secrecy marks stay outside all the same
        EdgeCheck.refuse(new EdgeCheck(area.today()).file(name, content).stream().filter(finding -> finding.kind() != Finding.Kind.PERSON_LIST).toList(), locale);
        TableFile file = TableFile.open(content);
        TableHead head = TableHead.find(file, List.of(NUMBER, PLACE, TITLE));
        Columns columns = new Columns(need(head, NUMBER), need(head, PLACE), need(head, TITLE), head.column(REPLACES).orElse(null), head.column(EXCEPTION).orElse(null));
        List<TableRow> rows = new ArrayList<>();
        file.rows(row -> {
            if (row.number() > head.lastRow() && !row.blank()) {
                rows.add(row);
            }
        });
        return check(name, rows, columns, day, changing, locale);
    }

    /** The rules of selection that these officers would break with these titles, by their numbers; who keeps them all is missing. */
    @Transactional(readOnly = true)
    public Map<String, List<Selection.Rule>> breaking(Map<String, Short> titleOf, LocalDate day) {
        List<Selection.Rule> rules = selection.on(day);
        Map<String, List<Selection.Rule>> breaking = new HashMap<>();
        register.officers(titleOf.keySet(), day, 0).forEach((number, officer) -> {
            List<Selection.Rule> broken = Selection.broken(rules, officer.person(), titleOf.get(number), day);
            if (!broken.isEmpty()) {
                breaking.put(number, broken);
            }
        });
        return breaking;
    }

    private Read check(String name, List<TableRow> rows, Columns at, LocalDate day, int changing, Locale locale) {
        Set<String> numbers = rows.stream().flatMap(row -> Stream.of(text(row, at.number()), text(row, at.replaces()))).collect(Collectors.toSet());
        Map<String, Known> officers = register.officers(numbers, day, changing);
        Map<String, Target> offices = register.offices(day);
        Map<String, Titles.Title> titles = register.titles(day);
        List<Selection.Rule> rules = selection.on(day);
        Set<Integer> touched = new HashSet<>();
        officers.values().stream().filter(one -> one.office() != null).forEach(one -> touched.add(one.office()));
        rows.forEach(row -> {
            Target to = WaveRegister.find(offices, text(row, at.place()));
            if (to != null) {
                touched.add(to.office());
            }
        });
        Set<Integer> mine = area.mayMoveAmong(CurrentUser.require(), touched);
        Map<Integer, String> seen = new HashMap<>();
        Map<Integer, String> replaced = new HashMap<>();
        List<Fault> faults = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        for (TableRow row : rows) {
            int before = faults.size();
            String who = text(row, at.number());
            String to = text(row, at.place());
            Known officer = officers.get(who);
            Target office = WaveRegister.find(offices, to);
            Titles.Title what = titles.get(Folding.fold(text(row, at.title())));
            if (officer == null) {
                faults.add(new Fault(where(row, at.number(), locale), "staffing.problem.no-officer", who));
            } else if (seen.put(officer.id(), who) != null) {
                faults.add(new Fault(where(row, at.number(), locale), "staffing.fault.twice", who));
            } else if (officer.left()) {
                faults.add(new Fault(where(row, at.number(), locale), "staffing.fault.left", who));
            } else if (officer.later()) {
                faults.add(new Fault(where(row, at.number(), locale), "staffing.fault.later", who, day));
            } else if (changing > 0 && !officer.changed()) {
                faults.add(new Fault(where(row, at.number(), locale), "staffing.fault.not-of-the-wave", who));
            } else if (officer.office() != null && !mine.contains(officer.office())) {
                faults.add(new Fault(where(row, at.number(), locale), "staffing.fault.not-yours", who));
            }
            if (office == null) {
                faults.add(new Fault(where(row, at.place(), locale), "staffing.fault.no-office", to, day));
            } else if (!mine.contains(office.office())) {
                faults.add(new Fault(where(row, at.place(), locale), "staffing.fault.not-yours", to));
            }
            if (what == null) {
                faults.add(new Fault(where(row, at.title(), locale), "staffing.fault.title", text(row, at.title())));
            } else if (office != null && !WaveRegister.fits(office, what)) {
                faults.add(new Fault(where(row, at.title(), locale), "staffing.fault.title-elsewhere", text(row, at.title()), to));
            }
            if (officer != null && office != null && what != null && officer.office() != null && office.office() == officer.office() && officer.title() != null && what.id() == officer.title()) {
                faults.add(new Fault(where(row, at.place(), locale), "staffing.fault.same", who));
            }
            Integer replaces = replaced(row, at, officers, replaced, faults, locale);
            List<Selection.Rule> broken = officer == null || what == null || !what.office().equals("commune") ? List.of() : Selection.broken(rules, officer.person(), what.id(), day);
            String exception = text(row, at.exception());
            if (!broken.isEmpty() && exception.isBlank()) {
                Texts texts = Texts.of(locale);
                faults.add(new Fault(where(row, at.number(), locale), "staffing.fault.rule", who, broken.stream().map(rule -> texts.get(rule.key(), Selection.bound(rule, texts))).collect(Collectors.joining("; ")), EXCEPTION));
            }
            if (faults.size() == before && officer != null && office != null && what != null) {
                lines.add(new Line(row.number(), officer.id(), officer.office(), officer.title(), office.office(), what.id(), replaces, broken.stream().map(Selection.Rule::kind).toList(), broken.isEmpty() ? null : exception));
            }
        }
        if (rows.isEmpty()) {
            faults.add(new Fault(name, "staffing.fault.empty"));
        }
        return new Read(lines, faults);
    }

    private static @Nullable Integer replaced(TableRow row, Columns at, Map<String, Known> officers, Map<Integer, String> replaced, List<Fault> faults, Locale locale) {
        String number = text(row, at.replaces());
        if (number.isBlank() || at.replaces() == null) {
            return null;
        }
        Known other = officers.get(number);
        if (other == null) {
            faults.add(new Fault(where(row, at.replaces(), locale), "staffing.problem.no-officer", number));
            return null;
        }
        if (replaced.put(other.id(), number) != null || number.equals(text(row, at.number()))) {
            faults.add(new Fault(where(row, at.replaces(), locale), "staffing.fault.replaced-twice", number));
        }
        return other.id();
    }

    private static int need(TableHead head, String title) {
        return head.column(title).orElseThrow(() -> Problem.refused("documents.problem.head.missing", title));
    }

    private static String text(TableRow row, @Nullable Integer column) {
        return column == null ? "" : row.cell(column).text().strip();
    }

    private static String where(TableRow row, int column, Locale locale) {
        return row.at(column).where(locale);
    }
}
