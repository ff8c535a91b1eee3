package vn.bamcoso.figures.asking;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.bamcoso.access.Once;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Sql;
import vn.bamcoso.figures.Answer;
import vn.bamcoso.figures.Answer.Cell;
import vn.bamcoso.figures.Answer.Kind;
import vn.bamcoso.figures.Answer.Line;
import vn.bamcoso.figures.Answer.Spot;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Indicators;
import vn.bamcoso.figures.Level;
import vn.bamcoso.figures.Question;
import vn.bamcoso.territory.Places;

/** One question from end to end: who asks about what, what is fetched, what is put together, what is hidden. */
@Component
public class Asking {
    private static final String GLANCE = Sql.beside(Asking.class, "glance.sql");
    private final JdbcClient jdbc;
    private final Indicators indicators;
    private final Atlas atlas;
    private final StoredPeriods storedPeriods;
    private final Fetching fetching;
    private final Places places;
    private final Clock clock;

    Asking(JdbcClient jdbc, Indicators indicators, Atlas atlas, StoredPeriods storedPeriods, Fetching fetching, Places places, Clock clock) {
        this.jdbc = jdbc;
        this.indicators = indicators;
        this.atlas = atlas;
        this.storedPeriods = storedPeriods;
        this.fetching = fetching;
        this.places = places;
        this.clock = clock;
    }

    /** Codes of the indicators that a formula uses. @throws Problem naming what cannot be understood */
    public static Set<String> inputs(String formula) {
        Set<String> codes = new java.util.LinkedHashSet<>();
        Formula.inputs(Formula.parse(formula)).forEach(input -> codes.add(input.code()));
        return codes;
    }

    private record Glance(Scope scope, int maps, int periods, String catalogue) {}

    /** Which side of an indicator is asked that people have reported and records can tell: the one that is set for the day, or either. */
    public enum Side { AS_SET, REPORTED, COUNTED }

    public Answer ask(Question question, Side side) {
        Glance glance = glance();
        Map<String, Indicator> bases = indicators.catalogue(glance.catalogue);
        List<Indicator> asked = question.indicators().stream().map(code -> Indicators.require(bases, code)).toList();
        Map<String, Formula> formulas = new HashMap<>();
        asked.stream().filter(Indicator::computed).forEach(indicator -> formulas.put(indicator.code(), Formula.parse(indicator.formula())));
        Instant known = settled(question.known());
        Scope scope = glance.scope;
        Atlas.Edition edition = atlas.current(glance.maps);
        MapOfDay map = edition.on(question.map());
        Area area = Area.of(question, asked, fields(asked, formulas, bases), map, scope, places);
        Spot total = area.within != null ? area.within : map.at(Level.NATION).getFirst();
        var lines = new Lines(edition, map, question.level(), area.within, total, area.places);
        var sheet = new Sheet(question.periods(), formulas, bases, lines, edition, storedPeriods.now(glance.periods), area, scope, new Screen(scope, edition, question.outward()), known, base -> fetching.counted(base, side));
        fetching.fill(sheet, asked);
        List<Sheet.Column> columns = asked.stream().map(sheet::column).toList();
        List<Line> shown = new ArrayList<>(lines.size());
        for (int line = 1; line < lines.size(); line++) {
            shown.add(line(columns, asked, area, lines.head(line), line, question.periods().size()));
        }
        Line whole = asked.stream().anyMatch(area::showsTotal) ? line(columns, asked, area, lines.head(Lines.TOTAL), Lines.TOTAL, question.periods().size()) : null;
        return new Answer(question, asked, question.periods(), area.within, whole, shown);
    }

    /** See {@link vn.bamcoso.figures.Pivot#telling}. */
    public List<LocalDate> telling(String code, List<LocalDate> days) {
        Glance glance = glance();
        Indicator indicator = Indicators.require(indicators.catalogue(glance.catalogue), code);
        StoredPeriods.Known stored = storedPeriods.now(glance.periods);
        return days.stream().filter(day -> indicator.computed() || indicator.measured(day, null) || !stored.ending(day, day).isEmpty()).toList();
    }

    /** Whether a count is one that is hidden, where counts are. */
    public static boolean small(BigDecimal count) {
        return Blocks.small(count);
    }

    /** Whether small counts of the indicator are hidden from the asker, wherever they are not of the asker's own places. */
    public boolean guards(Indicator indicator) {
        Glance glance = glance();
        return new Screen(glance.scope, atlas.current(glance.maps), false).guards(indicator);
    }

    private Glance glance() {
        return Once.ask(Glance.class,
                () -> jdbc.sql(GLANCE).query((row, n) -> new Glance(Scope.of(row), row.getInt("maps"), row.getInt("periods"), row.getString("catalogue"))).single());
    }

    /** Fields of work that an answer about an indicator shows: its own, and those of what it is computed from by entry. */
    private static Map<String, Set<Short>> fields(List<Indicator> asked, Map<String, Formula> formulas, Map<String, Indicator> bases) {
        Map<String, Set<Short>> fields = new HashMap<>();
        for (Indicator indicator : asked) {
            Set<Short> of = new HashSet<>(Set.of(indicator.field()));
            if (indicator.computed()) {
                Formula.inputs(formulas.get(indicator.code())).stream().map(input -> bases.get(input.code()))
                        .filter(base -> base != null && base.origin() == Indicator.How.ENTERED).forEach(base -> of.add(base.field()));
            }
            fields.put(indicator.code(), of);
        }
        return fields;
    }

    private static Line line(List<Sheet.Column> columns, List<Indicator> asked, Area area, Lines.Head head, int line, int periods) {
        var cells = new Cell[asked.size() * periods];
        for (int i = 0; i < asked.size(); i++) {
            boolean shows = head.kind() == Kind.TOTAL ? area.showsTotal(asked.get(i)) : head.kind() != Kind.PLACE || area.shows(asked.get(i), head.spot());
            for (int period = 0; period < periods; period++) {
                cells[i * periods + period] = shows ? columns.get(i).at(period, line).cell() : Cell.NONE;
            }
        }
        return new Line(head.kind(), head.spot(), List.of(cells));
    }

    /**
     * A moment that is not over yet is now. One at which a write was running that has not ended could be answered differently
     * tomorrow, and is refused.
     */
    private @Nullable Instant settled(@Nullable Instant known) {
        if (known == null || !known.isBefore(clock.instant())) {
            return null;
        }
        Optional<Instant> oldest = jdbc.sql("""
                        -- When did the oldest write begin that is still running?
                        select min(xact_start) from pg_stat_activity
                        where datname = current_database() and usename = current_user and backend_xid is not null and pid <> pg_backend_pid()""")
                .query((row, n) -> Optional.ofNullable(row.getTimestamp(1)).map(java.sql.Timestamp::toInstant))
                .single();
        if (oldest.isPresent() && !known.isBefore(oldest.get().minusSeconds(1))) {
            throw Problem.conflict("figures.problem.not-settled");
        }
        return known;
    }
}
