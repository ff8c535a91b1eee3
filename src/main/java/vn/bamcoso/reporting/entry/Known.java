package vn.bamcoso.reporting.entry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.figures.Answer;
import vn.bamcoso.figures.Level;
import vn.bamcoso.figures.Pivot;
import vn.bamcoso.figures.Question;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.reporting.Submission;
import vn.bamcoso.reporting.submission.Desk;
import vn.bamcoso.territory.Place;

/** What is known already about a place: values of earlier periods, on the map of the report's own day. */
@Component
public class Known {
    private final JdbcClient jdbc;
    private final Pivot pivot;
    private final Desk desk;

    Known(JdbcClient jdbc, Pivot pivot, Desk desk) {
        this.jdbc = jdbc;
        this.pivot = pivot;
        this.desk = desk;
    }

    LocalDate today() {
        return desk.today();
    }

    /** The period that the form was reported for before this one: the one before by its rule, or the last as-of day. */
    public Optional<Period> before(Submission submission) {
        return submission.period().kind().regular() ? submission.period().previous() : jdbc.sql("""
                        select period from reporting.submission
                        where form_id = :form and place_id = :place and period_end < :end and status = 'approved' order by period_end desc limit 1""")
                .param("form", submission.formId())
                .param("place", submission.placeId())
                .param("end", submission.period().end())
                .query(String.class)
                .optional()
                .map(Period::parse);
    }

    /** The same for many places at once: of a form without a rhythm, the last day before for which anybody reported. */
    public Optional<Period> before(Form form, Period period) {
        return period.kind().regular() ? period.previous() : jdbc.sql("""
                        select period from reporting.submission where form_id = :form and period_end < :end and status = 'approved' order by period_end desc limit 1""")
                .param("form", form.id())
                .param("end", period.end())
                .query(String.class)
                .optional()
                .map(Period::parse);
    }

    /** Values of a period by indicator; what is not known is not there. A merged place has what its predecessors had together. */
    public Map<String, BigDecimal> values(Collection<String> indicators, Period period, Submission submission, Place place) {
        return values(indicators, List.of(period), submission, place).getFirst();
    }

    /** The same for several periods, asked at once, in their order. */
    List<Map<String, BigDecimal>> values(Collection<String> indicators, List<Period> periods, Submission submission, Place place) {
        if (indicators.isEmpty() || periods.isEmpty()) {
            return periods.stream().map(period -> Map.<String, BigDecimal>of()).toList();
        }
        Answer answer = pivot.ask(new Question(List.copyOf(indicators), periods, Level.of(place.level()).orElse(Level.COMMUNE), place.key(), submission.period().end()));
        return IntStream.range(0, periods.size()).mapToObj(period -> {
            Map<String, BigDecimal> values = new HashMap<>();
            for (int i = 0; i < answer.indicators().size(); i++) {
                BigDecimal value = answer.total(i, period).value();
                if (value != null) {
                    values.put(answer.indicators().get(i).code(), value);
                }
            }
            return values;
        }).toList();
    }

    /** The last values known on the last day of the period, or today: of what the form shows and does not ask. */
    Map<String, BigDecimal> latest(Collection<String> indicators, Submission submission, Place place) {
        LocalDate day = submission.period().end().isBefore(desk.today()) ? submission.period().end() : desk.today();
        return values(indicators, Period.asOf(day), submission, place);
    }
}
