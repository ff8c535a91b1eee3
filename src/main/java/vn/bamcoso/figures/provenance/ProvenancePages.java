package vn.bamcoso.figures.provenance;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.View;
import vn.bamcoso.figures.Answer;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Indicators;
import vn.bamcoso.figures.Level;
import vn.bamcoso.figures.Measure;
import vn.bamcoso.figures.Pivot;
import vn.bamcoso.figures.Provenance;
import vn.bamcoso.figures.page.Asked;
import vn.bamcoso.figures.page.FigureId;
import vn.bamcoso.figures.page.Reading;
import vn.bamcoso.shell.Html;

/** The way down from a number: its places, and at the bottom who recorded it, when, and what it was before. */
@Controller
@Tag(name = "figures")
public class ProvenancePages {
    private final Reading reading;
    private final Pivot pivot;
    private final Provenance provenance;
    private final Indicators indicators;
    private final Records records;

    ProvenancePages(Reading reading, Pivot pivot, Provenance provenance, Indicators indicators, Records records) {
        this.reading = reading;
        this.pivot = pivot;
        this.provenance = provenance;
        this.indicators = indicators;
        this.records = records;
    }

    /** A place whose figure is in the number. */
    public record Part(String name, String key, Answer.Cell cell, String link) {}

    /**
     * @param parts of an area, the largest first; empty at the bottom
     * @param additions what provinces of the area added to their communes' figures, beside the parts
     * @param traces the records behind a counted number of one place; {@code facts} what was reported for it
     * @param components indicators that a computed one is made of
     */
    public record Shown(Asked asked, Indicator indicator, Answer.Spot place, Answer.Cell cell, List<Part> parts, List<Provenance.Fact> facts, List<Provenance.Fact> additions,
            List<Measure.Trace> traces, boolean counted, List<Indicator> components) {}

    @GetMapping("/figures/{code}/provenance")
    View page(
            @PathVariable String code, @RequestParam(required = false) @Nullable String period, @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable String within, @RequestParam(required = false) @Nullable String map,
            @RequestParam(required = false) @Nullable String known, Locale locale) {
        return Html.of("figures/provenance/provenance", "shown", of(reading.of(code, period, level, within, map, known), locale));
    }

    @GetMapping("/api/figures/{id}/provenance")
    @ResponseBody
    @Operation(summary = "Where a figure came from", description = "Places whose figures are in it, and what was recorded: submission, person, minute, revisions")
    ProvenanceJson json(@PathVariable String id, Locale locale) {
        Shown shown = of(FigureId.read(id), locale);
        Asked asked = shown.asked();
        return new ProvenanceJson(
                shown.indicator().code(), asked.period().code(), shown.place().key(), shown.place().fullName(), shown.cell().value(), shown.parts().size(),
                shown.parts().stream().map(part -> new PartJson(
                        FigureId.of(asked.indicator(), asked.period(), below(shown), part.key(), asked.map(), asked.known()), part.key(), part.name(), part.cell().value())).toList(),
                shown.facts(), shown.additions(), shown.traces());
    }

    record PartJson(String id, String place, String placeName, @Nullable BigDecimal value) {}

    record ProvenanceJson(
            String indicator, String period, String place, String placeName, @Nullable BigDecimal value, int total, List<PartJson> parts, List<Provenance.Fact> recorded,
            List<Provenance.Fact> added, List<Measure.Trace> records) {}

    private static Level below(Shown shown) {
        return shown.place().level() == Level.NATION ? Level.PROVINCE : Level.COMMUNE;
    }

    private Shown of(Asked asked, Locale locale) {
        Answer.Spot place = pivot.ask(asked.in(asked.within(), asked.level()).question()).within();
        Level own = place == null ? asked.level() : place.level();
        Answer whole = pivot.ask(asked.in(asked.within(), own).question());
        Answer.Spot spot = whole.within() == null ? whole.lines().getFirst().spot() : whole.within();
        Answer.Cell cell = whole.total() == null ? whole.cell(whole.lines().getFirst(), 0, 0) : whole.total(0, 0);
        Indicator indicator = indicators.byCode(asked.indicator()).orElseThrow();
        Level collected = indicator.collectedAt();
        List<Part> parts = spot.level().compareTo(collected) < 0 ? parts(asked, spot) : List.of();
        List<Provenance.Fact> facts = parts.isEmpty() && !indicator.computed() ? provenance.facts(indicator, asked.period(), spot.id(), asked.map(), cell, locale) : List.of();
        List<Provenance.Fact> additions = parts.isEmpty() || indicator.computed() ? List.of() : provenance.additions(indicator, asked.period(), spot.id(), asked.map(), cell, locale);
        boolean counted = indicator.measured(asked.period().end(), asked.known());
        List<Measure.Trace> traces = parts.isEmpty() && counted && !cell.hidden() ? records.behind(indicator.code(), asked.period(), spot.id(), asked.known(), locale) : List.of();
        List<Indicator> components = indicator.formula() == null
                ? List.of()
                : indicators.all().stream().filter(one -> indicator.formula().matches(".*\\b" + one.code() + "\\b.*")).toList();
        return new Shown(asked, indicator, spot, cell, parts, facts, additions, traces, counted, components);
    }

    private List<Part> parts(Asked asked, Answer.Spot spot) {
        Level below = spot.level() == Level.NATION ? Level.PROVINCE : Level.COMMUNE;
        Answer answer = pivot.ask(asked.in(spot.key(), below).question());
        return answer.lines().stream()
                .filter(line -> line.kind() != Answer.Kind.ADDED && (answer.cell(line, 0, 0).value() != null || answer.cell(line, 0, 0).hidden()))
                .map(line -> new Part(line.spot().fullName(), line.spot().key(), answer.cell(line, 0, 0), asked.in(line.spot().key(), line.spot().level()).link("/provenance")))
                .sorted(Comparator.comparing((Part part) -> part.cell().value(), Comparator.nullsLast(Comparator.reverseOrder())))
                .toList();
    }
}
