package vn.bamcoso.figures.statement;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.bamcoso.basics.Problem;

/** Published statements for programs, each with what the figures say of it. */
@RestController
@RequestMapping("/api/statements")
@Tag(name = "statements", description = "What was published about indicators, as printed, and whether it holds against the figures")
class StatementApi {
    private final Statements statements;
    private final Entering entering;

    StatementApi(Statements statements, Entering entering) {
        this.statements = statements;
        this.entering = entering;
    }

    record SourceJson(String article, String publisher, @Nullable LocalDate published, String event) {}

    record ComputedJson(@Nullable BigDecimal value, @Nullable BigDecimal numerator, @Nullable BigDecimal denominator, int reported, int expected, boolean hidden, LocalDate map) {}

    /** @param holds yes, no or open; {@code sameNumber} the ids of other sources that print the same number */
    record StatementJson(
            int id, @Nullable String code, String indicator, String place, String placeName, @Nullable String period, String printed, @Nullable String unit, String qualifier,
            BigDecimal value, @Nullable BigDecimal upper, @Nullable BigDecimal denominator, SourceJson source, @Nullable String note,
            @Nullable ComputedJson computed, String holds, String sentence, List<Integer> sameNumber) {
        static StatementJson of(Checked checked, Locale locale) {
            Statement one = checked.statement();
            var cell = checked.computed();
            return new StatementJson(
                    one.id(), one.code(), one.indicator(), one.placeKey(), one.placeName(), one.period() == null ? null : one.period().code(), one.printed(), one.unit(),
                    one.qualifier().name().toLowerCase(Locale.ROOT), one.value(), one.upper(), one.denominator(),
                    new SourceJson(one.article(), one.publisher(), one.published(), one.event(locale)), one.note(locale),
                    cell == null ? null : new ComputedJson(cell.value(), cell.numerator(), cell.denominator(), cell.reported(), cell.expected(), cell.hidden(), one.mapDay()),
                    checked.holds().code(), checked.sentence(), checked.others().stream().map(Statement::id).toList());
        }
    }

    record StatementList(int total, List<StatementJson> statements) {}

    @GetMapping
    @Operation(summary = "Published statements", description = "Each beside the figure as it is known now. They are statements of their sources, never figures.")
    StatementList list(
            @Parameter(description = "Code of an indicator") @RequestParam(required = false) @Nullable String indicator,
            @Parameter(description = "Key of a place: about it and all that lies in it, e.g. P02@2021-07-01") @RequestParam(required = false) @Nullable String within,
            @Parameter(description = "yes, no or open (cannot be decided)") @RequestParam(required = false) @Nullable String holds,
            Locale locale) {
        Checked.Holds wanted = StatementsPage.wanted(holds);
        var found = statements.find(indicator, within, locale).stream().filter(one -> wanted == null || one.holds() == wanted).map(one -> StatementJson.of(one, locale)).toList();
        return new StatementList(found.size(), found);
    }

    @PostMapping
    @Operation(summary = "Enter a published statement", description = "By the Ministry Office, or a department for its field of work. With corrects it supersedes a wrong entry; both stay.")
    ResponseEntity<StatementJson> enter(@RequestBody NewStatement entered, Locale locale) {
        int id = entering.enter(entered, null);
        StatementJson made = statements.find(entered.indicator(), null, locale).stream().filter(one -> one.statement().id() == id).findFirst()
                .map(one -> StatementJson.of(one, locale)).orElseThrow(Problem::notFound);
        return ResponseEntity.created(URI.create("/api/statements?indicator=" + made.indicator())).body(made);
    }
}
