package vn.bamcoso.staffing.measure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.figures.Answer;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Indicators;
import vn.bamcoso.figures.Level;
import vn.bamcoso.figures.Measure;
import vn.bamcoso.figures.MeasuredFrom;
import vn.bamcoso.figures.Pivot;
import vn.bamcoso.figures.Question;
import vn.bamcoso.shell.Html;
import vn.bamcoso.staffing.Area;
import vn.bamcoso.territory.Place;

/** What the records say beside what was reported, indicator by indicator; and from which day on the records are taken. */
@Controller
public class MeasuresController {
    /** @param reported null when nobody has reported; {@code of} the day that it is of, the last one on or before */
    public record Line(Indicator indicator, @Nullable BigDecimal counted, @Nullable BigDecimal reported, @Nullable LocalDate of, int reports, int expected) {
        /** Only where everybody has reported: otherwise it says who is missing, not what is wrong. */
        public @Nullable BigDecimal difference() {
            return counted == null || reported == null || reports < expected ? null : counted.subtract(reported);
        }
    }

    /** @param always indicators that are counted on every day */
    public record Shown(Place place, LocalDate day, List<Line> lines, List<Indicator> always, boolean may, String period) {}

    private final Area area;
    private final Pivot pivot;
    private final Indicators indicators;
    private final MeasuredFrom from;
    private final Set<String> codes = new HashSet<>();

    MeasuresController(Area area, Pivot pivot, Indicators indicators, MeasuredFrom from, List<Measure> measures) {
        this.area = area;
        this.pivot = pivot;
        this.indicators = indicators;
        this.from = from;
        measures.stream().filter(measure -> measure.getClass().getName().contains(".staffing.")).forEach(measure -> codes.addAll(measure.codes()));
    }

    @GetMapping("/staffing/measures")
    View show(@RequestParam(required = false) @Nullable String within, @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on) {
        CurrentUser user = CurrentUser.require();
        LocalDate day = on == null ? area.today() : on;
        Place place = area.onMap(area.chosen(user, within), day);
        LocalDate map = area.standsOn(place, day) ? day : area.today();
        Period period = Period.asOf(day);
        List<Indicator> known = indicators.all().stream().filter(one -> codes.contains(one.code())).toList();
        List<Line> lines = new ArrayList<>();
        for (Indicator one : known.stream().filter(each -> each.origin() == Indicator.How.ENTERED).toList()) {
            var question = new Question(List.of(one.code()), List.of(period), Level.of(place.level()).orElseThrow(), place.key(), map);
            try {
                Answer.Cell counted = cell(pivot.counted(question));
                Answer.Cell reported = cell(pivot.reported(question));
                lines.add(new Line(one, counted.value(), reported.value(), reported.to(), reported.reported(), reported.expected()));
            } catch (Problem closed) {
                // a field of work that is not the asker's: the line is left out
            }
        }
        return Html.of("staffing/measure/measures", "shown",
                new Shown(place, day, lines, known.stream().filter(one -> one.origin() == Indicator.How.MEASURED).toList(), from.may(user), period.code()));
    }

    @PostMapping("/staffing/measures")
    View set(@RequestParam String code, @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from) {
        if (!codes.contains(code)) {
            throw Problem.notFound();
        }
        this.from.set(code, from);
        return new RedirectView("/staffing/measures");
    }

    private static Answer.Cell cell(Answer answer) {
        return answer.total() != null ? answer.total(0, 0) : answer.lines().isEmpty() ? Answer.Cell.NONE : answer.cell(answer.lines().getFirst(), 0, 0);
    }
}
