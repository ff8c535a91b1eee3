package vn.bamcoso.figures.page;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.figures.Answer;
import vn.bamcoso.figures.Mark;

/**
 * An answer as JSON, written as it is read. One question can fetch eighty thousand numbers, and their lines differ only in the
 * number: so what repeats (indicator and period, the place, the tail) is made into bytes once and then only copied.
 */
final class AnswerJson {
    private static final int CHUNK = 1 << 16;
    private static final byte[] VALUE = ascii(",\"value\":");
    private static final byte[] REPORTED = ascii(",\"reported\":");
    private static final byte[] EXPECTED = ascii(",\"expected\":");
    private static final byte[] COMMA = {','};
    private static final byte[] MINUS = {'-'};
    private static final byte[] NUMERATOR = ascii(",\"numerator\":");
    private static final byte[] DENOMINATOR = ascii(",\"denominator\":");

    private final OutputStream out;
    private final byte[] buffer = new byte[CHUNK];
    private final byte[] digits = new byte[20];
    private int size;
    private Answer.@Nullable Cell alike;
    private byte[] tail = {};
    private final Map<End, byte[]> ends = new HashMap<>();

    private AnswerJson(OutputStream out) {
        this.out = out;
    }

    /** What of a line stands in each of its numbers: the part of the id, then place, name and kind. */
    private record Place(byte[] id, byte[] words) {}

    /** {@code {"total": …, "map": …, "figures": […]}}, in order of indicators, periods, the area as a whole, places. */
    static void write(Answer answer, OutputStream out) throws IOException {
        var json = new AnswerJson(out);
        json.all(answer);
        json.flush();
    }

    private void all(Answer answer) throws IOException {
        List<Answer.Line> lines = new ArrayList<>(answer.lines().size() + 1);
        if (answer.total() != null) {
            lines.add(answer.total());
        }
        lines.addAll(answer.lines());
        List<Place> places = lines.stream().map(AnswerJson::place).toList();
        int periods = answer.periods().size();
        int total = lines.size() * periods * answer.indicators().size();
        put(ascii("{\"total\":" + total + ",\"map\":\"" + answer.question().map() + "\",\"figures\":["));
        byte[] map = ascii(FigureId.end(answer.question().map(), answer.question().known()));
        byte[] separator = {};
        for (int i = 0; i < answer.indicators().size(); i++) {
            String code = answer.indicators().get(i).code();
            for (int p = 0; p < periods; p++) {
                Period period = answer.periods().get(p);
                byte[] begin = ascii("{\"id\":\"" + FigureId.begin(code, period));
                byte[] words = ascii("\",\"indicator\":\"" + code + "\",\"period\":\"" + period.code() + "\"");
                for (int n = 0; n < places.size(); n++) {
                    Place place = places.get(n);
                    put(separator);
                    put(begin);
                    put(place.id);
                    put(map);
                    put(words);
                    put(place.words);
                    cell(answer.cell(lines.get(n), i, p));
                    separator = COMMA;
                }
            }
        }
        put(ascii("]}"));
    }

    private static Place place(Answer.Line line) {
        var spot = line.spot();
        var quoted = JsonStringEncoder.getInstance();
        return new Place(
                ascii(FigureId.middle(spot.level(), spot.key())),
                (",\"place\":\"" + new String(quoted.quoteAsCharArray(spot.key())) + "\",\"placeName\":\"" + new String(quoted.quoteAsCharArray(spot.fullName()))
                        + "\",\"kind\":\"" + word(line.kind()) + "\"").getBytes(StandardCharsets.UTF_8));
    }

    private void cell(Answer.Cell cell) throws IOException {
        number(VALUE, cell.value());
        number(NUMERATOR, cell.numerator());
        number(DENOMINATOR, cell.denominator());
        if (alike == null || !sameTail(alike, cell)) {
            tail = ends.computeIfAbsent(new End(cell.mark(), cell.hidden(), cell.from(), cell.to()), AnswerJson::end);
            alike = cell;
        }
        put(REPORTED);
        whole(cell.reported());
        put(EXPECTED);
        whole(cell.expected());
        put(tail);
    }

    private static boolean sameTail(Answer.Cell one, Answer.Cell other) {
        return one.mark() == other.mark() && one.hidden() == other.hidden()
                && java.util.Objects.equals(one.from(), other.from()) && java.util.Objects.equals(one.to(), other.to());
    }

    /** How a number's words end; a handful of these stand under thousands of numbers. */
    private record End(Mark mark, boolean hidden, @Nullable LocalDate from, @Nullable LocalDate to) {}

    private static byte[] end(End end) {
        return ascii(",\"mark\":\"" + word(end.mark) + "\",\"hidden\":" + end.hidden + (end.from == null ? "" : ",\"from\":\"" + end.from + "\"")
                + (end.to == null ? "" : ",\"to\":\"" + end.to + "\"") + "}");
    }

    private void number(byte[] name, @Nullable BigDecimal number) throws IOException {
        if (number == null) {
            return;
        }
        put(name);
        if (number.scale() != 0 || number.precision() > 18) {
            put(ascii(number.toPlainString()));
            return;
        }
        whole(number.longValue());
    }

    private void whole(long number) throws IOException {
        long left = number;
        if (left < 0) {
            put(MINUS);
            left = -left;
        }
        int from = digits.length;
        do {
            digits[--from] = (byte) ('0' + left % 10);
            left /= 10;
        } while (left > 0);
        put(digits, from, digits.length - from);
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private void put(byte[] bytes) throws IOException {
        put(bytes, 0, bytes.length);
    }

    private void put(byte[] bytes, int from, int length) throws IOException {
        if (length > CHUNK - size) {
            flush();
            if (length > CHUNK) {
                out.write(bytes, from, length);
                return;
            }
        }
        System.arraycopy(bytes, from, buffer, size, length);
        size += length;
    }

    private void flush() throws IOException {
        out.write(buffer, 0, size);
        size = 0;
    }
}
