package vn.bamcoso.staffing.board;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.figures.Answer;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Indicators;
import vn.bamcoso.figures.Level;
import vn.bamcoso.figures.Pivot;
import vn.bamcoso.figures.Question;
import vn.bamcoso.staffing.measure.StaffMeasures;
import vn.bamcoso.territory.Place;

/** What the records say beside what was reported for the same day, where both exist. */
@Component
public class Comparison {
    private static final List<String> CODES = List.of("officers_posted", "communes_staffed", "communes_filled");

    /** @param reported null when nobody has reported; {@code of} the day that it is of, the last one on or before */
    public record Line(Indicator indicator, BigDecimal counted, @Nullable BigDecimal reported, @Nullable LocalDate of) {
        public @Nullable BigDecimal difference() {
            return reported == null ? null : counted.subtract(reported);
        }
    }

    private final StaffMeasures measures;
    private final Pivot pivot;
    private final Indicators indicators;
    private final JdbcClient jdbc;

    Comparison(StaffMeasures measures, Pivot pivot, Indicators indicators, JdbcClient jdbc) {
        this.measures = measures;
        this.pivot = pivot;
        this.indicators = indicators;
        this.jdbc = jdbc;
    }

    /** Empty for a district: figures are added up to provinces. */
    List<Line> on(LocalDate day, LocalDate map, Place within) {
        Level level = Level.of(within.level()).orElseThrow();
        Period period = Period.asOf(day);
        Answer answer = pivot.ask(new Question(CODES, List.of(period), level, within.key(), map));
        Set<Integer> inside = new HashSet<>(jdbc.sql("select place_id from territory.pub_reach where vintage_id = (select territory.vintage_of(:map)) and ancestor_id = :within")
                .param("map", map).param("within", within.id()).query(Integer.class).list());
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < CODES.size(); i++) {
            Answer.Cell cell = answer.total() == null ? answer.cell(answer.lines().getFirst(), i, 0) : answer.total(i, 0);
            BigDecimal counted = measures.of(CODES.get(i), period, null).stream().filter(one -> inside.contains(one.placeId())).map(StaffMeasures.Measured::value).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (cell.value() != null) {
                lines.add(new Line(indicators.require(CODES.get(i)), counted, cell.value(), cell.to()));
            }
        }
        return lines;
    }
}
