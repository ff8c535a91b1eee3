package vn.bamcoso.figures.page;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.documents.table.CsvWriter;
import vn.bamcoso.documents.table.CsvWriter.Code;
import vn.bamcoso.figures.Answer;
import vn.bamcoso.figures.Level;
import vn.bamcoso.figures.Pivot;
import vn.bamcoso.figures.Question;

/** Figures for programs: indicators × periods × places, on the map of any day, as known at any moment. */
@RestController
@Tag(name = "figures", description = "What was counted, on the map of any day, as known at any moment")
class FiguresApi {
    private static final int MOST_INDICATORS = 50;
    private static final int MOST_PERIODS = 60;
    private final Pivot pivot;
    private final Clock clock;

    FiguresApi(Pivot pivot, Clock clock) {
        this.pivot = pivot;
        this.clock = clock;
    }

    /**
     * @param kind place, total, merged (a place younger than the map) or unknown (without a known successor)
     * @param mark how surely the figure belongs to the place: exact, assumed, partial, merged, unknown
     * @param hidden a small count that is not shown to the asker
     */
    record FigureJson(
            String id, String indicator, String period, String place, String placeName, String kind, @Nullable BigDecimal value, @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator, int reported, int expected, String mark, boolean hidden, @Nullable LocalDate from, @Nullable LocalDate to) {}

    /** What {@link AnswerJson} writes; it stands here for the description of the API. */
    record FigureList(int total, LocalDate map, List<FigureJson> figures) {}

    @GetMapping(path = "/api/figures", produces = MediaType.APPLICATION_JSON_VALUE, params = "!format")
    @Operation(
            summary = "Figures",
            description = "A line for each place and one (kind total) for the area. A rate carries its numerator and denominator. Periods are codes: 2026-Q3, @2021-04-23, ..2021-05-31.",
            responses = @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/json", schema = @Schema(implementation = FigureList.class))))
    void figures(
            @Parameter(description = "Codes of indicators, separated by commas") @RequestParam String indicator,
            @Parameter(description = "Codes of periods, separated by commas") @RequestParam String period,
            @Parameter(description = "nation, province, district or commune") @RequestParam(defaultValue = "province") String level,
            @Parameter(description = "Key of a place; without it all that you may see") @RequestParam(required = false) @Nullable String within,
            @Parameter(description = "Day of the map; today when left out") @RequestParam(required = false) @Nullable String map,
            @Parameter(description = "As known at this moment; now when left out") @RequestParam(required = false) @Nullable String known,
            HttpServletResponse response)
            throws IOException {
        Answer answer = pivot.ask(question(indicator, period, level, within, map, known));
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        AnswerJson.write(answer, response.getOutputStream());
    }

    @GetMapping(path = "/api/figures", produces = "text/csv", params = "format=csv")
    @Operation(summary = "Figures as CSV", description = "With format=csv: the same rows; POST /api/figures takes them back")
    void csv(
            @RequestParam String indicator, @RequestParam String period, @RequestParam(defaultValue = "province") String level, @RequestParam(required = false) @Nullable String within,
            @RequestParam(required = false) @Nullable String map, @RequestParam(required = false) @Nullable String known, HttpServletResponse response)
            throws IOException {
        Answer answer = pivot.ask(question(indicator, period, level, within, map, known));
        response.setContentType("text/csv;charset=UTF-8");
        var csv = new CsvWriter(response.getWriter(), Texts.ENGLISH);
        csv.row(List.of("indicator", "period", "place", "name", "kind", "value", "numerator", "denominator", "reported", "expected", "mark"));
        for (int i = 0; i < answer.indicators().size(); i++) {
            for (int p = 0; p < answer.periods().size(); p++) {
                if (answer.total() != null) {
                    csv.row(row(answer, answer.total(), i, p));
                }
                for (Answer.Line line : answer.lines()) {
                    csv.row(row(answer, line, i, p));
                }
            }
        }
        response.getWriter().flush();
    }

    private Question question(String indicator, String period, String level, @Nullable String within, @Nullable String map, @Nullable String known) {
        List<String> codes = Arrays.stream(indicator.split(",")).map(String::strip).filter(code -> !code.isEmpty()).distinct().toList();
        List<Period> periods = Arrays.stream(period.split(",")).filter(code -> !code.isBlank()).map(Asked::period).distinct().toList();
        if (codes.isEmpty() || periods.isEmpty() || codes.size() > MOST_INDICATORS || periods.size() > MOST_PERIODS) {
            throw Problem.refused("figures.page.problem.ask", MOST_INDICATORS, MOST_PERIODS);
        }
        Level at = Level.of(level).orElseThrow(() -> Problem.refused("figures.page.problem.level", level));
        LocalDate day = map == null ? VietnamTime.today(clock) : Asked.day(map, "figures.page.problem.map");
        return new Question(codes, periods, at, within, day, known == null ? null : Asked.moment(known), false);
    }

    private static List<@Nullable Object> row(Answer answer, Answer.Line line, int i, int p) {
        Answer.Cell cell = answer.cell(line, i, p);
        return Arrays.asList(
                new Code(answer.indicators().get(i).code()), new Code(answer.periods().get(p).code()), new Code(line.spot().key()), line.spot().fullName(),
                new Code(AnswerJson.word(line.kind())),
                cell.value(), cell.numerator(), cell.denominator(), cell.reported(), cell.expected(), AnswerJson.word(cell.mark()));
    }
}
