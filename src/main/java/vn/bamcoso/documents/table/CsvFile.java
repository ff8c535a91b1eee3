package vn.bamcoso.documents.table;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import vn.bamcoso.basics.Problem;

/** Text with a mark between the cells; which mark, the first lines tell. */
final class CsvFile implements TableFile {

    private static final char[] MARKS = {';', '\t', ','};
    private static final int LINES_TO_LOOK_AT = 20;

    private final String text;
    private final char mark;
    private final TableLimits limits;

    private CsvFile(String text, char mark, TableLimits limits) {
        this.text = text;
        this.mark = mark;
        this.limits = limits;
    }

    static CsvFile of(byte[] content, TableLimits limits) {
        String text = decode(content);
        if (text.indexOf('\0') >= 0) throw Problem.refused("documents.problem.file.no-table");
        if (text.regionMatches(true, 0, "sep=", 0, 4) && text.length() > 5) {
            int end = text.indexOf('\n');
            return new CsvFile(end < 0 ? "" : text.substring(end + 1), text.charAt(4), limits);
        }
        return new CsvFile(text, mark(text), limits);
    }

    private static String decode(byte[] content) {
        Charset charset = StandardCharsets.UTF_8;
        int skip = 0;
        if (has(content, 0xEF, 0xBB, 0xBF)) skip = 3;
        else if (has(content, 0xFF, 0xFE)) charset = StandardCharsets.UTF_16LE;
        else if (has(content, 0xFE, 0xFF)) charset = StandardCharsets.UTF_16BE;
        if (charset != StandardCharsets.UTF_8) skip = 2;
        try {
            return charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content, skip, content.length - skip)).toString();
        } catch (CharacterCodingException otherCoding) {
            String old = new String(content, StandardCharsets.ISO_8859_1);
            if (charset == StandardCharsets.UTF_8 && OldCoding.of(List.of(old)).isPresent()) return old;
            throw Problem.refused("documents.problem.file.not-utf8");
        }
    }

    private static boolean has(byte[] content, int... magic) {
        if (content.length < magic.length) return false;
        for (int i = 0; i < magic.length; i++) {
            if ((content[i] & 0xFF) != magic[i]) return false;
        }
        return true;
    }

    /** The mark that stands in every one of the first lines; of several the one that stands oftenest, and a comma last, since it is in numbers too. */
    private static char mark(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).limit(LINES_TO_LOOK_AT).toList();
        char best = ';';
        long most = 0;
        for (char mark : MARKS) {
            long least = lines.stream().mapToLong(line -> outsideQuotes(line, mark)).min().orElse(0);
            if (least > most) {
                best = mark;
                most = least;
            }
        }
        if (most > 0) return best;
        for (char mark : MARKS) {
            long all = lines.stream().mapToLong(line -> outsideQuotes(line, mark)).sum();
            if (all > most) {
                best = mark;
                most = all;
            }
        }
        return best;
    }

    private static long outsideQuotes(String line, char mark) {
        long count = 0;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '"') quoted = !quoted;
            else if (!quoted && line.charAt(i) == mark) count++;
        }
        return count;
    }

    @Override
    public Optional<String> hiddenKey() {
        int end = text.indexOf('\n');
        String first = (end < 0 ? text : text.substring(0, end)).strip();
        String prefix = "#" + KEY + mark;
        return first.startsWith(prefix) ? Optional.of(first.substring(prefix.length()).split(String.valueOf(mark), 2)[0].strip()) : Optional.empty();
    }

    @Override
    public List<Merge> merges() {
        return List.of();
    }

    @Override
    public void everyRow(Consumer<TableRow> each) {
        rows(each);
    }

    @Override
    public void rows(Consumer<TableRow> each) {
        CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(mark).setIgnoreEmptyLines(false).setTrim(false).get();
        int row = 0;
        try (CSVParser parser = CSVParser.builder().setReader(new StringReader(text)).setFormat(format).get()) {
            for (CSVRecord record : parser) {
                row++;
                if (row > limits.rows()) throw Problem.refused("documents.problem.file.too-many-rows", limits.rows());
                if (record.size() > limits.columns()) throw Problem.refused("documents.problem.file.too-many-columns", limits.columns());
                List<Cell> cells = new ArrayList<>(record.size());
                for (String value : record) cells.add(Cell.words(unwrapped(value)));
                boolean key = row == 1 && cells.getFirst().text().equals("#" + KEY);
                each.accept(new TableRow("", row, key ? List.of() : cells));
            }
        } catch (IOException | UncheckedIOException | IllegalStateException brokenQuotes) {
            throw Problem.refused("documents.problem.file.broken-quotes", String.valueOf(row + 1));
        }
    }

    /** Excel's way to keep leading zeros in CSV: ="00123". */
    private static String unwrapped(String value) {
        return value.length() > 3 && value.startsWith("=\"") && value.endsWith("\"") ? value.substring(2, value.length() - 1) : value;
    }
}
