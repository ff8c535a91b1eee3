package vn.bamcoso.reporting.draft;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.documents.numbers.Numerals;
import vn.bamcoso.figures.Answer;
import vn.bamcoso.figures.Level;
import vn.bamcoso.figures.Pivot;
import vn.bamcoso.figures.Question;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.territory.Place;

/** A draft laid over what was really reported: what each line would have shown, and which places its checks would have stopped. Nothing is kept. */
@Component
public class Trial {
    private static final int NAMED = 5;
    private final Pivot pivot;

    Trial(Pivot pivot) {
        this.pivot = pivot;
    }

    /** @param reported of how many places there is a figure; {@code expected} of how many there could be */
    public record Row(String group, String name, String unit, String value, String last, String lastYear, int reported, int expected, boolean fresh) {}

    /** @param broken in how many places; {@code sentences} of the first ones */
    public record Stopped(String check, boolean hard, int tried, int broken, List<String> sentences) {}

    public record Tried(String place, Period period, @Nullable Period last, @Nullable Period lastYear, List<Row> rows, List<Stopped> checks) {}

    @Transactional(readOnly = true)
    public Tried of(LineTable.Read read, Place within, Period period, Texts texts) {
        Set<String> codes = new LinkedHashSet<>();
        read.lines().stream().filter(line -> line.known() != null).forEach(line -> {
            codes.add(line.code());
            line.parts().forEach(part -> codes.add(part.code()));
        });
        Period last = period.previous().orElse(null);
        Period year = period.samePeriodLastYear().filter(one -> !one.equals(last)).orElse(null);
        List<Period> periods = new ArrayList<>(List.of(period));
        if (last != null) {
            periods.add(last);
        }
        if (year != null) {
            periods.add(year);
        }
        List<String> asked = List.copyOf(codes);
        Answer answer = asked.isEmpty() ? null : pivot.ask(new Question(asked, periods, Level.COMMUNE, within.key(), period.end()));
        List<Row> rows = new ArrayList<>();
        for (LineTable.Line line : read.lines()) {
            rows.add(row(line.group(), line.name(), line.unit(), line.code(), answer, asked, last, year, line.fresh() != null, texts));
            line.parts().forEach(part -> rows.add(row(line.group(), "– " + (texts == Texts.en() ? part.nameEn() : part.nameVi()), line.unit(), part.code(), answer, asked, last, year, line.fresh() != null, texts)));
        }
        List<Stopped> stopped = read.checks().stream().map(check -> stopped(check, read, answer, asked, texts)).toList();
        return new Tried(within.fullName(), period, last, year, rows, stopped);
    }

    private static Row row(String group, String name, String unit, String code, @Nullable Answer answer, List<String> asked, @Nullable Period last, @Nullable Period year, boolean fresh, Texts texts) {
        int at = asked.indexOf(code);
        if (answer == null || at < 0 || answer.total() == null) {
            return new Row(group, name, unit, "–", "–", "–", 0, 0, fresh);
        }
        Answer.Cell cell = answer.total(at, 0);
        return new Row(group, name, unit, write(cell.value(), texts), last == null ? "–" : write(answer.total(at, 1).value(), texts),
                year == null ? "–" : write(answer.total(at, last == null ? 1 : 2).value(), texts), cell.reported(), cell.expected(), fresh);
    }

    private static Stopped stopped(Checks.Ready ready, LineTable.Read read, @Nullable Answer answer, List<String> asked, Texts texts) {
        var check = new Form.Check((short) 0, ready.part(), ready.whole(), ready.sentenceVi(), ready.sentenceEn(), ready.relation(), ready.hard());
        String name = read.lines().stream().filter(line -> line.number() == ready.number()).map(LineTable.Line::name).findFirst().orElse("") + " " + (ready.relation().equals("=") ? "=" : "≤") + " …";
        int tried = 0;
        List<String> broken = new ArrayList<>();
        for (Answer.Line line : answer == null ? List.<Answer.Line>of() : answer.lines()) {
            Map<String, BigDecimal> values = new HashMap<>();
            check.codes().stream().filter(asked::contains).forEach(code -> {
                BigDecimal value = answer.cell(line, asked.indexOf(code), 0).value();
                if (value != null) {
                    values.put(code, value);
                }
            });
            if (values.size() > 1) {
                tried++;
                check.on(values::get).ifPresent(found -> broken.add(line.spot().fullName() + ": " + found.sentence(texts, value -> write(value, texts))));
            }
        }
        return new Stopped(name, ready.hard(), tried, broken.size(), broken.stream().limit(NAMED).toList());
    }

    private static String write(@Nullable BigDecimal value, Texts texts) {
        return value == null ? "–" : Numerals.write(value.stripTrailingZeros(), texts.locale());
    }
}
