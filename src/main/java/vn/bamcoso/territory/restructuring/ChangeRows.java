package vn.bamcoso.territory.restructuring;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import vn.bamcoso.basics.Problem;

/** Reads the rows of a restructuring from a form or from CSV; tells every row that cannot be read, not the first. */
public final class ChangeRows {
    /** Columns of the form and of the file, in this order. */
    public static final List<String> COLUMNS = List.of("what", "place", "code", "kind", "name", "parent", "into", "share", "was");

    private static final int MOST = 20_000;

    private ChangeRows() {}

    /** @param csv with a heading line; columns may stand in any order, unknown ones are refused */
    public static List<Change> fromCsv(String csv) {
        List<Map<String, String>> rows = new ArrayList<>();
        try (var parser = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setIgnoreEmptyLines(true).setTrim(true).get()
                .parse(new StringReader(csv.startsWith("\uFEFF") ? csv.substring(1) : csv))) {
            List<String> strange = parser.getHeaderNames().stream().filter(name -> !COLUMNS.contains(name.toLowerCase(Locale.ROOT))).toList();
            if (!strange.isEmpty() || !parser.getHeaderNames().contains("what")) {
                throw Problem.refused("territory.problem.csv-columns", String.join(", ", COLUMNS), String.join(", ", strange));
            }
            for (CSVRecord record : parser) {
                rows.add(record.toMap());
            }
        } catch (IOException | IllegalArgumentException | UncheckedIOException unreadable) {
            throw Problem.refused("territory.problem.csv", String.join(", ", COLUMNS));
        }
        return from(rows);
    }

    /** Rows with nothing in them are left out. @throws Problem with a fault for each row that cannot be read */
    static List<Change> from(List<Map<String, String>> typed) {
        List<Change> changes = new ArrayList<>();
        List<Problem.Fault> faults = new ArrayList<>();
        for (Map<String, String> cells : typed) {
            Map<String, String> row = COLUMNS.stream().collect(Collectors.toMap(name -> name, name -> cells.getOrDefault(name, "").strip(), (a, b) -> b, LinkedHashMap::new));
            if (row.values().stream().allMatch(String::isEmpty)) {
                continue;
            }
            int number = changes.size() + faults.size() + 1;
            try {
                changes.add(change(number, row));
            } catch (Problem unreadable) {
                faults.add(new Problem.Fault(String.valueOf(number), unreadable.code(), unreadable.args()));
            }
        }
        if (!faults.isEmpty()) {
            throw Problem.refused("territory.problem.rows", faults, faults.size());
        }
        if (changes.isEmpty()) {
            throw Problem.refused("territory.problem.no-changes");
        }
        if (changes.size() > MOST) {
            throw Problem.refused("territory.problem.too-many", MOST);
        }
        return List.copyOf(changes);
    }

    private static Change change(int number, Map<String, String> row) {
        What what = What.of(row.get("what").toLowerCase(Locale.ROOT)).orElseThrow(() -> Problem.refused("territory.fault.what", row.get("what")));
        need(row, switch (what) {
            case FOUND, EARLIER -> List.of("code", "kind", "name", "parent");
            case RENAME -> List.of("place", "name");
            case CHANGE_KIND -> List.of("place", "kind");
            case CHANGE_PARENT -> List.of("place", "parent");
            case MERGE -> List.of("place", "into");
            case SPLIT -> List.of("place", "into", "share");
            case DISSOLVE, END_LEVEL -> List.of("place");
        });
        if (!row.get("kind").isEmpty() && UnitKind.of(row.get("kind")).isEmpty()) {
            throw Problem.refused("territory.fault.kind", row.get("kind"));
        }
        if (what == What.END_LEVEL && !row.get("place").equals("district")) {
            throw Problem.refused("territory.fault.level", row.get("place"));
        }
        if ((what == What.FOUND || what == What.EARLIER) && !codeFits(row.get("code"), UnitKind.of(row.get("kind")).orElseThrow())) {
            throw Problem.refused("territory.fault.code", row.get("code"));
        }
        return new Change(number, what, row.get("place"), row.get("code"), row.get("kind"), row.get("name"), row.get("parent"), row.get("into"), share(row.get("share")), row.get("was"));
    }

    private static void need(Map<String, String> row, List<String> columns) {
        List<String> missing = columns.stream().filter(column -> row.get(column).isEmpty()).toList();
        if (!missing.isEmpty()) {
            throw Problem.refused("territory.fault.missing", String.join(", ", missing));
        }
    }

    private static boolean codeFits(String code, UnitKind kind) {
        int digits = switch (kind.level()) {
            case "province" -> 2;
            case "district" -> 3;
            default -> 5;
        };
        return code.matches("[0-9]{" + digits + "}");
    }

    /** "0.6", "0,6" or "60 %". */
    private static BigDecimal share(String typed) {
        if (typed.isEmpty()) {
            return null;
        }
        try {
            String number = typed.replace("%", "").replace(',', '.').strip();
            BigDecimal share = typed.contains("%") ? new BigDecimal(number).movePointLeft(2) : new BigDecimal(number);
            if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) > 0) {
                throw Problem.refused("territory.fault.share", typed);
            }
            return share;
        } catch (NumberFormatException noNumber) {
            throw Problem.refused("territory.fault.share", typed);
        }
    }
}
