package vn.bamcoso.reporting.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.bamcoso.basics.Problem.Fault;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.documents.spelling.Folding;
import vn.bamcoso.figures.Dimension;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Indicators;
import vn.bamcoso.figures.Making;
import vn.bamcoso.figures.NewIndicator;

/**
 * The lines of a form as people have them in their own file: a row a line, columns parted by tabs or by |, in the order
 * group, indicator, unit, adding, broken down by, checks, definition, marks; or in any order under a head that names them. An
 * indicator that the catalogue has, by code or name, is taken from there; another one is made when the form is released.
 */
@Component
public class LineTable {
    private static final Map<String, String> ADDING = Map.ofEntries(
            Map.entry("", "sum"), Map.entry("cong", "sum"), Map.entry("cong don", "sum"), Map.entry("phat sinh", "sum"), Map.entry("sum", "sum"), Map.entry("cuoi ky", "last"), Map.entry("hien co", "last"),
            Map.entry("last", "last"), Map.entry("luy ke", "cumulative"), Map.entry("cumulative", "cumulative"), Map.entry("binh quan", "mean"), Map.entry("mean", "mean"));
    private static final Set<String> KNOWN = Set.of("da biet", "known");
    private static final Set<String> SMALL = Set.of("so nho", "small");

    private final Indicators indicators;
    private final Making making;

    LineTable(Indicators indicators, Making making) {
        this.indicators = indicators;
        this.making = making;
    }

    /**
     * A line as it is understood.
     *
     * @param number of the row, from 1: what checks call it
     * @param code of the indicator, also of one that is still to be made
     * @param known of the catalogue; null: to be made as {@code fresh} says
     * @param parts codes of the parts that are asked with it
     * @param asked false: the system knows it, it is only shown
     */
    public record Line(int number, String group, String name, String unit, String code, @Nullable Indicator known, @Nullable NewIndicator fresh, List<Part> parts, boolean asked, String checks) {}

    /** @param first of a crossed dimension: code of the line's part by its first dimension, {@code second} by its second */
    public record Part(String code, String nameVi, String nameEn, String dimension, @Nullable String first, @Nullable String second) {}

    /** @param faults where: number of the row; 0: the table as a whole */
    public record Read(List<Line> lines, List<Checks.Ready> checks, List<Fault> faults) {
        public long fresh() {
            return lines.stream().filter(line -> line.fresh() != null).count();
        }

        public int cells() {
            return lines.stream().filter(Line::asked).mapToInt(line -> 1 + line.parts().size()).sum();
        }
    }

    public Read read(Draft draft, List<Dimension> dimensions, Texts texts) {
        List<Fault> faults = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        String group = "";
        Map<String, Integer> taken = new HashMap<>();
        for (TableText.Row row : TableText.rows(draft.table())) {
            if (row.number() == 0) {
                continue;
            }
            Map<String, String> cell = row.byColumn();
            group = cell.getOrDefault("group", "").isEmpty() ? group : cell.get("group");
            Line line = line(row.number(), group, cell, draft, dimensions, taken, faults, texts);
            Integer before = taken.putIfAbsent(line.code(), line.number());
            if (before != null) {
                faults.add(new Fault(String.valueOf(line.number()), "reporting.draft.fault.twice", line.name(), before));
            }
            lines.add(line);
        }
        if (lines.stream().noneMatch(Line::asked)) {
            faults.add(new Fault("0", "reporting.draft.fault.no-line"));
        }
        return new Read(lines, Checks.of(lines, dimensions.stream().collect(Collectors.toMap(Dimension::code, Dimension::nameVi)), faults), faults);
    }

    private Line line(int number, String group, Map<String, String> cell, Draft draft, List<Dimension> dimensions, Map<String, Integer> taken, List<Fault> faults, Texts texts) {
        String where = String.valueOf(number);
        String name = cell.getOrDefault("indicator", "");
        List<String> marks = List.of(cell.getOrDefault("marks", "").split("[,;]")).stream().map(Folding::fold).map(String::strip).toList();
        List<String> by = dimensions(cell.getOrDefault("parts", ""), dimensions, where, faults);
        Indicator known = find(name);
        String heading = group.isEmpty() ? texts.get("reporting.draft.one-group") : group;
        if (known != null) {
            boolean asked = known.origin() == Indicator.How.ENTERED && marks.stream().noneMatch(KNOWN::contains);
            if (asked && !known.collectedAt().code().equals(draft.level())) {
                faults.add(new Fault(where, "reporting.draft.fault.level", known.name(texts.locale())));
            }
            if (asked && draft.firstEnd() != null && !known.life().holds(draft.firstEnd())) {
                faults.add(new Fault(where, "reporting.draft.fault.not-in-force", known.name(texts.locale()), draft.firstEnd()));
            }
            List<Part> parts = indicators.partsOf(known.code()).stream().filter(part -> by.contains(part.part().dimension()))
                    .map(part -> new Part(part.code(), part.part().nameVi(), part.part().nameEn(), part.part().dimension(), of(known.code(), part.part().first()), of(known.code(), part.part().second()))).toList();
            by.stream().filter(one -> indicators.partsOf(known.code()).stream().noneMatch(part -> part.part().dimension().equals(one)))
                    .forEach(one -> faults.add(new Fault(where, "reporting.draft.fault.not-broken", known.name(texts.locale()), one)));
            return new Line(number, heading, known.name(texts.locale()), known.unit(texts.locale()), known.code(), known, null, parts, asked, cell.getOrDefault("checks", ""));
        }
        String adding = ADDING.get(Folding.fold(cell.getOrDefault("adding", "")));
        if (adding == null) {
            faults.add(new Fault(where, "reporting.draft.fault.adding", cell.get("adding")));
        }
        String code = name.isEmpty() ? "line_" + number : making.codeFor(name);
        boolean cumulative = "cumulative".equals(adding);
        NewIndicator fresh = NewIndicator.counted(code, name, cell.getOrDefault("definition", ""), cell.getOrDefault("unit", ""), cumulative ? "last" : adding == null ? "sum" : adding,
                draft.level(), draft.field(), marks.stream().anyMatch(SMALL::contains), cumulative, by);
        making.faults(fresh).forEach(fault -> faults.add(new Fault(where, fault.where().equals("unitVi") ? "reporting.draft.fault.unit" : fault.where().equals("nameVi") && name.isEmpty() ? "reporting.draft.fault.name" : fault.code(), fault.args().toArray())));
        List<Part> parts = new ArrayList<>();
        for (String dimension : by) {
            dimensions.stream().filter(one -> one.code().equals(dimension)).flatMap(one -> one.parts().stream())
                    .forEach(part -> parts.add(new Part(code + Indicator.OF_PART + part.code(), part.nameVi(), part.nameEn(), dimension, of(code, part.first()), of(code, part.second()))));
        }
        return new Line(number, heading, name, cell.getOrDefault("unit", ""), code, null, fresh, parts, true, cell.getOrDefault("checks", ""));
    }

    private static @Nullable String of(String code, @Nullable String part) {
        return part == null ? null : code + Indicator.OF_PART + part;
    }

    /** By its code, or by its name in either language, as far as it is in use and the ministry's or one's own. */
    private @Nullable Indicator find(String text) {
        Indicator byCode = indicators.byCode(text).orElse(null);
        if (byCode != null || text.isEmpty()) {
            return byCode;
        }
        String folded = Folding.fold(text);
        return indicators.all().stream().filter(one -> Folding.fold(one.nameVi()).equals(folded) || Folding.fold(one.nameEn()).equals(folded)).findFirst().orElse(null);
    }

    private static List<String> dimensions(String text, List<Dimension> known, String where, List<Fault> faults) {
        List<String> found = new ArrayList<>();
        for (String word : text.split("[,;]")) {
            if (!word.isBlank()) {
                String code = known.stream().filter(one -> names(one, word)).map(Dimension::code).findFirst().orElse(null);
                if (code == null) {
                    faults.add(new Fault(where, "figures.making.problem.dimension", word.strip()));
                } else {
                    found.add(code);
                }
            }
        }
        return found;
    }

    /** Whether this is how somebody writes that dimension: by its code or its name in either language, an x for the sign of crossing. */
    static boolean names(Dimension dimension, String word) {
        String folded = Folding.fold(word.strip().replaceAll("\\s+[xX*]\\s+", " × "));
        return dimension.code().equals(word.strip()) || Folding.fold(dimension.nameVi()).equals(folded) || Folding.fold(dimension.nameEn()).equals(folded);
    }
}
