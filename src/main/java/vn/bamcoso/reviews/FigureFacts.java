package vn.bamcoso.reviews;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.bamcoso.access.Once;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.documents.numbers.Change;
import vn.bamcoso.figures.Answer;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Indicators;
import vn.bamcoso.figures.Level;
import vn.bamcoso.figures.Pivot;
import vn.bamcoso.figures.Question;
import vn.bamcoso.figures.statement.Checked;
import vn.bamcoso.figures.statement.Statements;
import vn.bamcoso.territory.Places;

/**
 * A review's questions, asked of the figures as any page asks them: on the map of the last day of the period, as a document
 * that leaves the house, so that small counts of people are not in it.
 */
@Component
class FigureFacts implements Facts {
    private static final Locale VI = Texts.VIETNAMESE;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Pivot pivot;
    private final Indicators indicators;
    private final Places places;
    private final Statements statements;

    FigureFacts(Pivot pivot, Indicators indicators, Places places, Statements statements) {
        this.pivot = pivot;
        this.indicators = indicators;
        this.places = places;
        this.statements = statements;
    }

    /** What the questions of several slots have in common. */
    private record About(String period, String place, @Nullable Instant known) {
        static About of(Slot slot, @Nullable Instant known) {
            return new About(slot.period(), slot.place(), known);
        }
    }

    @Override
    public void foresee(List<Slot> slots, @Nullable Instant known) {
        Map<About, Set<String>> wanted = new LinkedHashMap<>();
        slots.stream().filter(slot -> slot.than() == null).forEach(slot -> wanted.computeIfAbsent(About.of(slot, known), about -> new LinkedHashSet<>()).addAll(codes(slot)));
        Map<About, Answer> together = together();
        wanted.forEach((about, codes) -> together.put(about, ask(about, List.copyOf(codes))));
    }

    /** Answers of this transaction, when it only reads. */
    private static Map<About, Answer> together() {
        return Once.ask(FigureFacts.class, HashMap::new);
    }

    /** Only the whole is said: the nation is not asked province by province. */
    private Answer ask(About about, List<String> codes) {
        Period period = Period.parse(about.period());
        return pivot.ask(new Question(codes, List.of(period), about.place().startsWith("N") ? Level.NATION : Level.PROVINCE, about.place(), period.end()).knownAt(about.known()).forOutside());
    }

    private static List<String> codes(Slot slot) {
        return slot.of() == null ? List.of(slot.indicator()) : List.of(slot.indicator(), slot.of());
    }

    private static List<String> codes(Answer answer) {
        return answer.indicators().stream().map(Indicator::code).toList();
    }

    @Override
    public Optional<Fact> find(Slot slot, @Nullable Instant known) {
        if (slot.than() != null) {
            return change(slot, Period.parse(slot.period()), Period.parse(slot.than()), known);
        }
        Answer answer = together().get(About.of(slot, known));
        if (answer == null || !codes(answer).containsAll(codes(slot))) {
            answer = ask(About.of(slot, known), codes(slot));
        }
        List<String> asked = codes(answer);
        Answer.Cell cell = answer.total(asked.indexOf(slot.indicator()), 0);
        if (cell.value() == null) {
            return Optional.empty();
        }
        String link = link(slot, known);
        if (slot.of() == null) {
            return Optional.of(new Fact(cell.value(), cell.numerator(), cell.denominator(), "", link));
        }
        BigDecimal of = answer.total(asked.indexOf(slot.of()), 0).value();
        if (of == null || of.signum() == 0) {
            return Optional.empty();
        }
        return Optional.of(new Fact(cell.value().multiply(HUNDRED).divide(of, 10, RoundingMode.HALF_UP), cell.value(), of, "", link));
    }

    /** The difference, between the figure and the one before. */
    private Optional<Fact> change(Slot slot, Period period, Period before, @Nullable Instant known) {
        Answer answer = pivot.ask(new Question(List.of(slot.indicator()), List.of(period, before), Level.PROVINCE, slot.place(), period.end()).knownAt(known).forOutside());
        return Change.of(answer.total(0, 0).value(), answer.total(0, 1).value()).map(change -> new Fact(change.difference(), change.now(), change.before(), "", link(slot, known)));
    }

    private static String link(Slot slot, @Nullable Instant known) {
        return "/figures/" + slot.indicator() + "?period=" + encoded(slot.period()) + "&within=" + encoded(slot.place()) + (known == null ? "" : "&known=" + known);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public Table table(AnnexSpec spec, @Nullable Instant known) {
        var periods = spec.columns().stream().map(column -> Period.parse(column.period())).distinct().toList();
        var codes = spec.columns().stream().map(AnnexSpec.Column::indicator).distinct().toList();
        Level level = Level.of(spec.level()).orElseThrow();
        Answer answer = pivot.ask(new Question(codes, periods, level, spec.within(), LocalDate.parse(spec.map())).knownAt(known).forOutside());
        var rows = answer.lines().stream().filter(line -> line.kind() == Answer.Kind.PLACE).map(line -> row(line, spec, answer, codes, periods)).toList();
        if (answer.total() == null) {
            throw new IllegalStateException("the whole is not in view");
        }
        places.foresee(rows.stream().map(Row::placeKey).toList());
        return new Table(rows, row(answer.total(), spec, answer, codes, periods));
    }

    private static Row row(Answer.Line line, AnnexSpec spec, Answer answer, List<String> codes, List<Period> periods) {
        var cells = new ArrayList<@Nullable BigDecimal>();
        for (AnnexSpec.Column column : spec.columns()) {
            cells.add(answer.cell(line, codes.indexOf(column.indicator()), periods.indexOf(Period.parse(column.period()))).value());
        }
        String name = line.kind() == Answer.Kind.TOTAL && line.spot().level() == Level.NATION ? "Cả nước" : line.spot().name();
        return new Row(line.spot().key(), name, cells);
    }

    @Override
    public String name(Slot slot) {
        String figure = indicators.byCode(slot.indicator()).map(found -> found.name(VI)).orElse(slot.indicator());
        if (slot.than() != null) {
            figure = Texts.vi().get("reviews.change-of", figure, Period.parse(slot.than()).label(VI));
        } else if (slot.of() != null) {
            String whole = indicators.byCode(slot.of()).map(found -> found.name(VI)).orElse(slot.of());
            figure = Texts.vi().get("reviews.share-of", figure, whole);
        }
        String place = places.byKey(slot.place()).map(found -> found.level().equals("nation") ? "cả nước" : found.fullName()).orElse(slot.place());
        return figure + ", " + place + ", " + Period.parse(slot.period()).phrase(VI);
    }

    @Override
    public List<Doubt> doubts(List<Slot> slots, Texts texts) {
        var doubts = new ArrayList<Doubt>();
        var seen = new HashSet<String>();
        List<Slot> whole = slots.stream().filter(slot -> slot.of() == null && seen.add(slot.mark())).toList();
        Map<String, Set<Statements.Figure>> wanted = new LinkedHashMap<>();
        whole.forEach(slot -> wanted.computeIfAbsent(slot.place(), place -> new HashSet<>()).add(figure(slot)));
        Map<String, Map<Statements.Figure, List<Checked>>> printed = new HashMap<>();
        wanted.forEach((place, figures) -> printed.put(place, statements.printed(figures, place, texts.locale())));
        whole.forEach(slot -> doubts(slot, printed.get(slot.place()).getOrDefault(figure(slot), List.of()), texts, doubts));
        return doubts;
    }

    private static Statements.Figure figure(Slot slot) {
        return new Statements.Figure(slot.indicator(), Period.parse(slot.period()));
    }

    private void doubts(Slot slot, List<Checked> printed, Texts texts, List<Doubt> doubts) {
        var said = new LinkedHashSet<String>();
        for (Checked checked : printed) {
            var statement = checked.statement();
            said.add(statement.printed());
            if (checked.holds() != Checked.Holds.YES) {
                doubts.add(new Doubt(texts.get("reviews.warning.disagree"),
                        texts.get("reviews.warning.statement", name(slot), statement.printed(), statement.publisher(), checked.sentence()), checked.link()));
            }
        }
        if (said.size() > 1 && printed.stream().allMatch(checked -> checked.holds() == Checked.Holds.YES)) {
            doubts.add(new Doubt(texts.get("reviews.warning.two-phrases"), texts.get("reviews.warning.two-phrases.text", name(slot), String.join("”, “", said)), printed.getFirst().link()));
        }
    }
}
