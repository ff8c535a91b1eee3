package vn.bamcoso.documents.edge;

import java.io.IOException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.documents.table.Cell;
import vn.bamcoso.documents.table.OfficeZip;
import vn.bamcoso.documents.table.TableFile;
import vn.bamcoso.documents.table.TableLimits;

/**
 * The check at the edge. Every text and file from outside passes it before anything is kept; whoever overrides it gives a reason,
 * which is audited. The product keeps no files on citizens and holds no State secrets; this is how it notices.
 */
public final class EdgeCheck {

    /** Where Excel puts fonts and places into a page head: &C&"Times New Roman,Bold"&14. */
    private static final Pattern HEAD_CODES = Pattern.compile("&(?:\"[^\"]*\"|\\d+|[A-Za-z])");

    private final CitizenIds ids;
    private final Persons persons;

    /** @param today birth years after it are none */
    public EdgeCheck(LocalDate today) {
        this.ids = new CitizenIds(today.getYear());
        this.persons = new Persons(today.getYear());
    }

    /** What stands in a text that a person typed or pasted; empty when it may come in. */
    public List<Finding> text(String text) {
        List<Finding> findings = new ArrayList<>();
        LineCheck check = new LineCheck(ids, findings::add);
        int number = 0;
        for (String line : composed(text).lines().toList()) check.line(new Place.Line(++number), line);
        check.end();
        return List.copyOf(findings);
    }

    /**
     * What stands in a file: CSV, .xlsx, .xls, .docx, told by its content; hidden sheets, comments, page heads and drawn boxes included.
     *
     * @param name the file's name, looked at for marks
     * @throws Problem when the file is none of these, too large, damaged or locked
     */
    public List<Finding> file(String name, byte[] content) {
        if (zipped(content)) {
            try (OfficeZip zip = OfficeZip.open(content, TableLimits.USUAL.unpacked())) {
                if (zip.has("word/document.xml")) {
                    List<Finding> findings = named(name);
                    word(zip, findings::add);
                    return List.copyOf(findings);
                }
            }
        }
        return table(name, content, TableFile.open(content));
    }

    /** The same for a file that was opened as a table already: a large one is not looked through twice. */
    public List<Finding> table(String name, byte[] content, TableFile file) {
        List<Finding> findings = named(name);
        if (zipped(content)) {
            try (OfficeZip zip = OfficeZip.open(content, TableLimits.USUAL.unpacked())) {
                drawn(zip, findings::add);
            }
        }
        table(file, findings::add);
        return List.copyOf(findings);
    }

    private static List<Finding> named(String name) {
        List<Finding> findings = new ArrayList<>();
        if (SecrecyMarks.inFileName(composed(name))) findings.add(new Finding(Finding.Kind.SECRECY_MARK, new Place.FileName(), 1));
        return findings;
    }

    /**
     * What stands in a file that is kept as it came and read by people: the kinds of {@link #file}, and PDF. Of a scan only the name is checked, for there is no text.
     *
     * @throws Problem as {@link #file}; of a PDF also when it carries scripts or files, or does more than be read
     */
    public List<Finding> document(String name, byte[] content) {
        if (!PdfText.is(content)) return file(name, content);
        List<Finding> findings = named(name);
        LineCheck lines = new LineCheck(ids, findings::add);
        PdfText.read(content, (place, line) -> lines.line(place, composed(line)));
        lines.end();
        return List.copyOf(findings);
    }

    /** By its first bytes, whatever it is called. */
    public static boolean isPdf(byte[] content) {
        return PdfText.is(content);
    }

    /** Refuses with every place named. */
    public static void refuse(List<Finding> findings, Locale locale) {
        if (findings.isEmpty()) return;
        List<Problem.Fault> faults = findings.stream().map(finding -> finding.fault(locale)).toList();
        throw Problem.refused("documents.problem.edge", faults, findings.size());
    }

    private void table(TableFile file, Consumer<Finding> found) {
        LineCheck margins = new LineCheck(ids, found);
        file.margins().forEach(text -> margins.line(new Place.Margin(), composed(HEAD_CODES.matcher(text).replaceAll(" "))));
        margins.end();
        Map<String, GridCheck> sheets = new LinkedHashMap<>();
        file.everyRow(row -> {
            GridCheck check = sheets.computeIfAbsent(row.sheet(), sheet -> new GridCheck(ids, persons, found));
            check.row(texts(row.cells()), column -> new Place.InSheet(row.at(column)));
        });
        sheets.values().forEach(GridCheck::end);
    }

    private static List<String> texts(List<Cell> cells) {
        List<String> texts = new ArrayList<>(cells.size());
        for (Cell cell : cells) texts.add(cell instanceof Cell.Words(String words) ? composed(words) : cell.text());
        return texts;
    }

    private void word(OfficeZip zip, Consumer<Finding> found) {
        for (String part : zip.parts().stream().sorted(Comparator.comparing((String p) -> !p.equals("word/document.xml"))).toList()) {
            if (part.equals("word/document.xml")) part(zip, part, true, found);
            else if (part.matches("word/(?:header|footer|footnotes|endnotes|comments)\\d*\\.xml")) part(zip, part, false, found);
            else if (part.startsWith("word/embeddings/") && part.endsWith(".xlsx")) embedded(zip, part, found);
        }
    }

    private void embedded(OfficeZip zip, String part, Consumer<Finding> found) {
        try (var in = zip.read(part)) {
            table(TableFile.open(in.readAllBytes()), found);
        } catch (IOException damaged) {
            throw Problem.refused("documents.problem.file.damaged");
        }
    }

    /** Text beside the cells of a workbook. */
    private void drawn(OfficeZip zip, Consumer<Finding> found) {
        for (String part : zip.parts()) {
            if (part.matches("xl/(?:drawings/[^/]+|comments\\d*|threadedComments/[^/]+)\\.xml")) part(zip, part, false, found);
        }
    }

    private void part(OfficeZip zip, String part, boolean body, Consumer<Finding> found) {
        LineCheck lines = new LineCheck(ids, found);
        Map<Integer, GridCheck> grids = new LinkedHashMap<>();
        int[] paragraphs = {0};
        WordText.Reader reader = new WordText.Reader() {
            @Override
            public void paragraph(String text) {
                lines.line(body ? new Place.Paragraph(++paragraphs[0]) : new Place.Margin(), composed(text));
            }

            @Override
            public void row(int table, int row, List<String> cells) {
                grids.computeIfAbsent(table, t -> new GridCheck(ids, persons, found))
                        .row(cells.stream().map(EdgeCheck::composed).toList(), column -> body ? new Place.InTable(table, row, column) : new Place.Margin());
            }

            @Override
            public void box(String text) {
                lines.line(new Place.Margin(), composed(text));
            }
        };
        try {
            WordText.read(zip.read(part), reader);
        } catch (IOException damaged) {
            throw Problem.refused("documents.problem.file.damaged");
        }
        lines.end();
        grids.values().forEach(GridCheck::end);
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static boolean zipped(byte[] content) {
        return content.length > 3 && content[0] == 'P' && content[1] == 'K' && content[2] == 3 && content[3] == 4;
    }
}
