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

    /** Says that the sample is large enough; the rest of the file need not be read for it. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Enough() {
            super(null, null, false, false);
        }
    }

    /** The file itself when it is in Unicode; told by the first words that have letters beyond the plain ones. */
    static TableFile of(TableFile file) {
        List<String> sample = new ArrayList<>();
        int[] rows = {0};
        try {
            file.rows(row -> {
                row.cells().forEach(cell -> {
                    if (cell instanceof Cell.Words(String words) && words.chars().anyMatch(letter -> letter > 0xA0)) sample.add(words);
                });
                if (++rows[0] >= ROWS || sample.size() >= SAMPLE) throw new Enough();
            });
        } catch (Enough looked) {
            // The sample stands.
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
