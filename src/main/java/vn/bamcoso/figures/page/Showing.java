package vn.bamcoso.figures.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.bamcoso.basics.Roman;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.documents.numbers.Numeral;
import vn.bamcoso.documents.numbers.Qualifier;
import vn.bamcoso.documents.numbers.SpeakingNumber;
import vn.bamcoso.figures.Answer;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Level;
import vn.bamcoso.figures.Mark;
import vn.bamcoso.figures.Pivot;
import vn.bamcoso.figures.statement.Statements;
import vn.bamcoso.shell.Chart;
import vn.bamcoso.territory.TileMap;
import vn.bamcoso.territory.TileMaps;

/** Puts an answer of the pivot on the page of its figure. */
@Component
class Showing {
    private final Reading reading;
    private final Pivot pivot;
    private final TileMaps maps;
    private final Statements statements;
    private final java.time.Clock clock;

    Showing(Reading reading, Pivot pivot, TileMaps maps, Statements statements, java.time.Clock clock) {
        this.reading = reading;
        this.pivot = pivot;
        this.maps = maps;
        this.statements = statements;
        this.clock = clock;
    }

    Shown show(Asked asked, Locale locale) {
        Indicator indicator = reading.indicator(asked.indicator());
        Texts texts = Texts.of(locale);
        Answer answer = pivot.ask(asked.question());
        Answer.Cell total = answer.total() == null ? null : answer.total(0, 0);
        List<Shown.Row> rows = rows(answer, asked, texts);
        String key = answer.within() == null ? null : answer.within().key();
        return new Shown(
                asked, indicator, answer.within() == null ? texts.get("figures.page.all-mine") : answer.within().fullName(),
                answer.within() == null ? 0 : answer.within().id(), key, total,
                total == null ? List.of() : phrases(total.value(), locale),
                asked.level() == Level.PROVINCE ? map(answer, asked, indicator, locale) : null,
                chart(asked, indicator, answer, locale), rows, has(answer, Mark.PARTIAL), has(answer, Mark.ASSUMED),
                reading.offered(indicator, VietnamTime.today(clock)), levels(answer, indicator),
                key == null ? List.of() : statements.printed(indicator.code(), key, locale), broken(asked, indicator, total, locale), reported(asked, indicator));
    }

    /** What people reported for a day that is counted from records; null when nobody did, or nothing else is shown. */
    private Answer.@Nullable Cell reported(Asked asked, Indicator indicator) {
        if (indicator.origin() != Indicator.How.ENTERED || !indicator.measured(asked.period().end(), asked.known())) {
            return null;
        }
        Answer answer = pivot.reported(asked.question());
        return answer.total() == null || answer.total(0, 0).value() == null ? null : answer.total(0, 0);
    }

    /** The area's figure by sex, title, kind …; nothing is made to fit: what the parts leave over is said. */
    private List<Shown.Broken> broken(Asked asked, Indicator indicator, Answer.@Nullable Cell total, Locale locale) {
        List<Indicator> parts = reading.parts(indicator.code());
        if (parts.isEmpty() || total == null) {
            return List.of();
        }
        Answer answer = pivot.ask(asked.parts(parts.stream().map(Indicator::code).toList()));
        List<Shown.Broken> broken = new ArrayList<>();
        for (String dimension : parts.stream().map(part -> part.part().dimension()).distinct().toList()) {
            List<Shown.Slice> slices = new ArrayList<>();
            BigDecimal sum = null;
            for (int i = 0; i < parts.size(); i++) {
                Indicator part = parts.get(i);
                if (part.part().dimension().equals(dimension)) {
                    Answer.Cell cell = answer.total(i, 0);
                    sum = cell.value() == null ? sum : sum == null ? cell.value() : sum.add(cell.value());
                    slices.add(new Shown.Slice(part.part().name(locale), cell, asked.about(part.code()).link(""),
                            Shown.part(cell.value(), total.value() == null ? BigDecimal.ZERO : total.value())));
                }
            }
            BigDecimal rest = sum == null || total.value() == null ? null : total.value().subtract(sum);
            broken.add(new Shown.Broken(reading.dimension(dimension, locale), slices, rest == null || rest.signum() == 0 ? null : rest));
        }
        return broken;
    }

    /** Levels that make sense from this area downwards, on this map. */
    private static List<Level> levels(Answer answer, Indicator indicator) {
        Level top = answer.within() == null ? Level.PROVINCE : answer.within().level();
        Level deepest = indicator.collectedAt();
        boolean districts = answer.question().map().isBefore(java.time.LocalDate.of(2025, 7, 1));
        return Stream.of(Level.values())
                .filter(level -> level.compareTo(top) >= 0 && level.compareTo(deepest) <= 0 && (districts || level != Level.DISTRICT))
                .toList();
    }

    private static boolean has(Answer answer, Mark mark) {
        return answer.lines().stream().anyMatch(line -> answer.cell(line, 0, 0).mark() == mark);
    }

    private static List<Shown.Row> rows(Answer answer, Asked asked, Texts texts) {
        BigDecimal largest = answer.lines().stream().map(line -> answer.cell(line, 0, 0).value()).filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(BigDecimal.ZERO);
        List<Shown.Row> rows = new ArrayList<>();
        answer.lines().stream()
                .sorted(Comparator.comparing((Answer.Line line) -> line.kind() != Answer.Kind.PLACE)
                        .thenComparing(line -> answer.cell(line, 0, 0).value(), Comparator.nullsLast(Comparator.reverseOrder())))
                .forEach(line -> rows.add(row(line, answer.cell(line, 0, 0), asked, largest, texts)));
        return rows;
    }

    private static Shown.Row row(Answer.Line line, Answer.Cell cell, Asked asked, BigDecimal largest, Texts texts) {
        Answer.Spot spot = line.spot();
        boolean place = line.kind() == Answer.Kind.PLACE;
        Level below = spot.level() == Level.NATION ? Level.PROVINCE : Level.COMMUNE;
        String note = switch (line.kind()) {
            case MERGED -> texts.get("figures.page.merged");
            case UNKNOWN -> texts.get("figures.page.unknown");
            case ADDED -> texts.get("figures.page.added");
            default -> null;
        };
        return new Shown.Row(
                spot.fullName(), note, place && spot.level().compareTo(Level.COMMUNE) < 0 ? asked.in(spot.key(), below).link("") : null,
                (place || line.kind() == Answer.Kind.ADDED) && cell.value() != null ? asked.in(spot.key(), spot.level()).link("/provenance") : null, cell, Shown.part(cell.value(), largest));
    }

    private List<String> phrases(@Nullable BigDecimal value, Locale locale) {
        if (value == null || value.signum() <= 0 || value.stripTrailingZeros().scale() > 0) {
            return List.of();
        }
        return Stream.of(Qualifier.NEARLY, Qualifier.OVER)
                .map(qualifier -> SpeakingNumber.phrase(value, qualifier, Numeral.Unit.NONE, locale))
                .filter(spoken -> spoken.qualifier() != Qualifier.EXACT)
                .map(SpeakingNumber::text)
                .distinct()
                .toList();
    }

    private @Nullable TileMap map(Answer answer, Asked asked, Indicator indicator, Locale locale) {
        if (answer.within() != null && answer.within().level() != Level.NATION) {
            return null;
        }
        Map<Integer, BigDecimal> values = new HashMap<>();
        answer.lines().stream().filter(line -> line.kind() == Answer.Kind.PLACE).forEach(line -> {
            BigDecimal value = answer.cell(line, 0, 0).value();
            if (value != null) {
                values.put(line.spot().id(), value);
            }
        });
        return values.isEmpty() ? null : maps.of(
                asked.map(), indicator.name(locale) + ", " + asked.period().label(locale), indicator.unit(locale), values,
                place -> asked.in(place.key(), Level.COMMUNE).link(""), null);
    }

    /** As it fits under a point: "4/2021", "III/2026". */
    private static String shortly(Period period, Locale locale) {
        return switch (period.kind()) {
            case AS_OF -> period.end().getMonthValue() + "/" + period.end().getYear();
            case QUARTER -> Roman.of(period.number()) + "/" + period.year();
            case YEAR -> String.valueOf(period.year());
            default -> period.label(locale);
        };
    }

    private @Nullable Chart chart(Asked asked, Indicator indicator, Answer answer, Locale locale) {
        var periods = reading.line(indicator, asked.period());
        if (periods.isEmpty() || answer.total() == null || answer.within() == null) {
            return null;
        }
        Answer line = pivot.ask(asked.over(periods, answer.within().level()));
        List<@Nullable BigDecimal> values = new ArrayList<>();
        for (int i = 0; i < periods.size(); i++) {
            values.add(line.total(0, i).value());
        }
        var chart = Chart.of(indicator.name(locale), periods.stream().map(period -> shortly(period, locale)).toList(), indicator.unit(locale), values);
        return chart.empty() ? null : chart;
    }
}
