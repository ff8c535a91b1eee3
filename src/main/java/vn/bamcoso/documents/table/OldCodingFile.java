package vn.bamcoso.documents.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vn.bamcoso.basics.Problem;

/** A file whose words are in an {@link OldCoding}: whoever reads it gets Unicode, the check at the edge too. */
final class OldCodingFile implements TableFile {
    private static final int SAMPLE = 500;
    private static final int ROWS = 200;

    private final TableFile file;
    private final OldCoding coding;
    private final String example;

    private OldCodingFile(TableFile file, OldCoding coding, String example) {
        this.file = file;
        this.coding = coding;
        this.example = example;
    }

    /** The file itself when it is in Unicode; told by the first words that have letters beyond the plain ones. */
    static TableFile of(TableFile file) {
        List<String> sample = new ArrayList<>();
        try {
            file.top(ROWS).stream().flatMap(row -> row.cells().stream())
                    .filter(cell -> cell instanceof Cell.Words(String words) && words.chars().anyMatch(letter -> letter > 0xA0))
                    .limit(SAMPLE).forEach(cell -> sample.add(cell.text()));
        } catch (Problem damaged) {
            return file;
        }
        return OldCoding.of(sample).<TableFile>map(coding -> new OldCodingFile(file, coding, sample.getFirst())).orElse(file);
    }

    @Override
    public Optional<OldCoding.Found> coding() {
        return Optional.of(new OldCoding.Found(coding, example, coding.read(example)));
    }

    @Override
    public Optional<String> hiddenKey() {
        return file.hiddenKey();
    }

    @Override
    public List<String> margins() {
        return file.margins();
    }

    @Override
    public List<Merge> merges() {
        return file.merges();
    }

    @Override
    public void rows(Consumer<TableRow> each) {
        file.rows(row -> each.accept(read(row)));
    }

    @Override
    public void everyRow(Consumer<TableRow> each) {
        file.everyRow(row -> each.accept(read(row)));
    }

    private TableRow read(TableRow row) {
        return new TableRow(row.sheet(), row.number(), row.cells().stream().map(cell -> cell instanceof Cell.Words(String words) ? Cell.words(coding.read(words)) : cell).toList());
    }
}
