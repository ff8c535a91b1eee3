package vn.bamcoso.staffing.board;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.staffing.Strength;

/** The lines of an answer as JSON, written by hand and as bytes while they are read: ten thousand communes are four megabytes, of which only names and numbers differ. */
final class LinesJson {
    private static final int TITLES = 3;
    private static final int CHUNK = 1 << 16;
    /** No name and no number is longer. */
    private static final int SPARE = 2_000;
    private static final byte[] PLACE = ascii("{\"place\":\"");
    private static final byte[] NAME = ascii("\",\"name\":\"");
    private static final byte[] ALLOTTED = ascii(",\"allotted\":");
    private static final byte[] FILLED = ascii(",\"filled\":");
    private static final byte[] VACANT = ascii(",\"vacant\":");
    private static final byte[] SURPLUS = ascii(",\"surplus\":");
    private static final byte[] COMMUNES = ascii(",\"communes\":");
    private static final byte[] COVERED = ascii(",\"covered\":");
    private static final byte[] TO_NORM = ascii(",\"filledToNorm\":");
    private static final byte[] HEADED = ascii(",\"headed\":");
    private static final byte[] BY = ascii(",\"by\":[");
    private static final byte[] COUNTS = ascii(",\"counts\":{");

    private final OutputStream out;
    private final byte[] buffer = new byte[CHUNK];
    private final byte[][] codes = new byte[TITLES + 1][];
    private int size;

    private LinesJson(OutputStream out, IntFunction<String> code) {
        this.out = out;
        for (int title = 1; title <= TITLES; title++) {
            codes[title] = ascii("{\"title\":\"" + code.apply(title) + "\"");
        }
    }

    /** @param code of a title; {@code counts} by another attribute, by the id of the place */
    static void write(List<Strength.Line> lines, IntFunction<String> code, @Nullable Map<Integer, Map<String, Integer>> counts, OutputStream out) throws IOException {
        var json = new LinesJson(out, code);
        json.put('[');
        for (int i = 0; i < lines.size(); i++) {
            Strength.Line line = lines.get(i);
            if (i > 0) {
                json.put(',');
            }
            json.line(line, counts == null ? null : counts.getOrDefault(line.placeId(), Map.of()));
        }
        json.put(']');
        json.flush();
    }

    private void line(Strength.Line line, @Nullable Map<String, Integer> counts) throws IOException {
        put(PLACE);
        text(line.key());
        put(NAME);
        text(line.name());
        put('"');
        cell(line.all());
        number(COMMUNES, line.communes());
        number(COVERED, line.covered());
        number(TO_NORM, line.full());
        number(HEADED, line.headed());
        put(BY);
        boolean first = true;
        for (int title = 1; title <= TITLES; title++) {
            Strength.Cell cell = line.titles().of(title);
            if (cell.allotted() + cell.filled() > 0) {
                if (!first) {
                    put(',');
                }
                put(codes[title]);
                cell(cell);
                put('}');
                first = false;
            }
        }
        put(']');
        if (counts != null) {
            counts(counts);
        }
        put('}');
    }

    private void counts(Map<String, Integer> counts) throws IOException {
        put(COUNTS);
        boolean first = true;
        for (var count : counts.entrySet()) {
            put(first ? ascii("\"") : ascii(",\""));
            text(count.getKey());
            number(ascii("\":"), count.getValue());
            first = false;
        }
        put('}');
    }

    private void cell(Strength.Cell cell) throws IOException {
        number(ALLOTTED, cell.allotted());
        number(FILLED, cell.filled());
        number(VACANT, cell.vacant());
        number(SURPLUS, cell.surplus());
    }

    private void number(byte[] before, int value) throws IOException {
        put(before);
        if (value < 0) {
            put('-');
            value = -value;
        }
        int tens = 1;
        while (value / 10 >= tens) {
            tens *= 10;
        }
        for (; tens > 0; tens /= 10) {
            buffer[size++] = (byte) ('0' + value / tens % 10);
        }
    }

    private void text(String text) throws IOException {
        boolean plain = true;
        for (int i = 0; i < text.length() && plain; i++) {
            char c = text.charAt(i);
            plain = c >= ' ' && c != '"' && c != '\\';
        }
        put((plain ? text : text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ")).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private void put(char c) throws IOException {
        room(1);
        buffer[size++] = (byte) c;
    }

    private void put(byte[] bytes) throws IOException {
        room(bytes.length);
        System.arraycopy(bytes, 0, buffer, size, bytes.length);
        size += bytes.length;
    }

    private void room(int length) throws IOException {
        if (length + SPARE > CHUNK - size) {
            flush();
        }
    }

    private void flush() throws IOException {
        out.write(buffer, 0, size);
        size = 0;
    }
}
