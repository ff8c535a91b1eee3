package vn.bamcoso.staffing.intake;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Problem.Fault;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.DateWords;
import vn.bamcoso.documents.edge.EdgeCheck;
import vn.bamcoso.documents.edge.Finding;
import vn.bamcoso.documents.spelling.Folding;
import vn.bamcoso.documents.table.Cell;
import vn.bamcoso.documents.table.TableFile;
import vn.bamcoso.documents.table.TableHead;
import vn.bamcoso.documents.table.TableRow;
import vn.bamcoso.staffing.Area;
import vn.bamcoso.staffing.EmptyFile;
import vn.bamcoso.staffing.officer.RecordActs;

/** Reads the file of a batch of graduates and checks it as a whole: every fault with row and column. */
@Component
public class IntakeFile {
    static final List<String> HEAD = List.of("Số hiệu", "Họ và tên", "Năm sinh", "Giới tính", "Dân tộc", "Cấp bậc hàm", "Trình độ", "Ngày vào ngành");

    record Graduate(String number, String name, short birthYear, String sex, String ethnicGroup, String rank, String education, LocalDate enteredOn) {}

    record Read(List<Graduate> graduates, List<Fault> faults) {}

    private final JdbcClient jdbc;
    private final Area area;

    IntakeFile(JdbcClient jdbc, Area area) {
        this.jdbc = jdbc;
        this.area = area;
    }

    /** The same file to fill in. */
    public static EmptyFile empty() {
        return new EmptyFile("hoc-vien-tot-nghiep", "Danh sách học viên tốt nghiệp về nhận công tác", List.of("Mỗi học viên một dòng; ngày ghi như 1/9/2026."), HEAD,
                List.of("HV0001", "Nguyễn Văn An", "2003", "Nam", "Kinh", "Thiếu úy", "Đại học", "1/9/2026"),
                Map.of(3, said("staffing.sex.", List.of("m", "f")), 5, said("staffing.rank.", RecordActs.RANKS), 6, said("staffing.education.", RecordActs.EDUCATION)), List.of(), List.of());
    }

    private static List<String> said(String prefix, List<String> codes) {
        return codes.stream().map(code -> Texts.vi().get(prefix + code.replace('_', '-'))).toList();
    }

    @Transactional(readOnly = true)
    public Read read(String name, byte[] content, Locale locale) {
        // a list of officers is a list of persons; citizen numbers and secrecy marks stay outside all the same
        EdgeCheck.refuse(new EdgeCheck(area.today()).file(name, content).stream().filter(finding -> finding.kind() != Finding.Kind.PERSON_LIST).toList(), locale);
        TableFile file = TableFile.open(content);
        TableHead head = TableHead.find(file, HEAD);
        int[] at = HEAD.stream().mapToInt(title -> head.column(title).orElseThrow(() -> Problem.refused("documents.problem.head.missing", title))).toArray();
        List<TableRow> rows = new ArrayList<>();
        file.rows(row -> {
            if (row.number() > head.lastRow() && !row.blank()) {
                rows.add(row);
            }
        });
        Set<String> taken = new HashSet<>(jdbc.sql("select number from staffing.officer where number = any (:numbers)").param("numbers", rows.stream().map(row -> text(row, at[0])).toArray(String[]::new)).query(String.class).list());
        Map<String, String> ranks = words("staffing.rank.", RecordActs.RANKS);
        Map<String, String> schools = words("staffing.education.", RecordActs.EDUCATION);
        Map<String, String> sexes = words("staffing.sex.", List.of("m", "f"));
        List<Fault> faults = new ArrayList<>();
        List<Graduate> graduates = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (TableRow row : rows) {
            int before = faults.size();
            String number = text(row, at[0]);
            if (number.isBlank() || taken.contains(number) || !seen.add(number)) {
                faults.add(new Fault(where(row, at[0], locale), "staffing.fault.number-taken", number));
            }
            if (text(row, at[1]).isBlank()) {
                faults.add(new Fault(where(row, at[1], locale), "staffing.fault.no-name"));
            }
            String year = text(row, at[2]);
            int birth = year.matches("\\d{4}") ? Integer.parseInt(year) : 0;
            if (birth < 1960 || birth > area.today().getYear() - 17) {
                faults.add(new Fault(where(row, at[2], locale), "staffing.fault.birth-year", year));
            }
            String sex = word(sexes, row, at[3], faults, locale);
            if (text(row, at[4]).isBlank()) {
                faults.add(new Fault(where(row, at[4], locale), "staffing.fault.no-ethnic"));
            }
            String rank = word(ranks, row, at[5], faults, locale);
            String education = word(schools, row, at[6], faults, locale);
            LocalDate entered = day(row, at[7]);
            if (entered == null || entered.isAfter(area.today())) {
                faults.add(new Fault(where(row, at[7], locale), "staffing.fault.day", text(row, at[7])));
            }
            if (faults.size() == before && sex != null && rank != null && education != null && entered != null) {
                graduates.add(new Graduate(number, text(row, at[1]), (short) birth, sex, text(row, at[4]), rank, education, entered));
            }
        }
        if (rows.isEmpty()) {
            faults.add(new Fault(name, "staffing.fault.empty"));
        }
        return new Read(graduates, faults);
    }

    private static @Nullable String word(Map<String, String> words, TableRow row, int column, List<Fault> faults, Locale locale) {
        String code = words.get(Folding.fold(text(row, column)));
        if (code == null) {
            faults.add(new Fault(where(row, column, locale), "staffing.fault.word", text(row, column)));
        }
        return code;
    }

    private static Map<String, String> words(String prefix, List<String> codes) {
        Map<String, String> words = new HashMap<>();
        codes.forEach(code -> {
            words.put(Folding.fold(Texts.vi().get(prefix + code.replace('_', '-'))), code);
            words.put(Folding.fold(code), code);
        });
        return words;
    }

    private static @Nullable LocalDate day(TableRow row, int column) {
        if (row.cell(column) instanceof Cell.Day(LocalDate day)) {
            return day;
        }
        try {
            return DateWords.parse(text(row, column));
        } catch (DateTimeParseException | Problem noDay) {
            return null;
        }
    }

    private static String text(TableRow row, int column) {
        return row.cell(column).text().strip();
    }

    private static String where(TableRow row, int column, Locale locale) {
        return row.at(column).where(locale);
    }
}
