package vn.bamcoso.home.picture;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.basics.Roman;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.calendar.PeriodKind;
import vn.bamcoso.calendar.PeriodRule;
import vn.bamcoso.figures.Answer;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Level;
import vn.bamcoso.figures.Pivot;
import vn.bamcoso.figures.Question;
import vn.bamcoso.shell.Chart;
import vn.bamcoso.shell.Page;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.TileMap;
import vn.bamcoso.territory.TileMaps;

/**
 * One picture of one area, from four questions to the pivot: states today and a year ago, the last quarter and the same of
 * the year before, and two stretches of time.
 */
final class Drawing {
    private final Pivot pivot;
    private final TileMaps maps;
    private final Place area;
    private final Level level;
    private final Page page;
    private final Predicate<String> mine;
    private final Period quarter;

    Drawing(Pivot pivot, TileMaps maps, Place area, Page page, Predicate<String> mine) {
        this.pivot = pivot;
        this.maps = maps;
        this.area = area;
        this.level = Level.of(area.level()).orElseThrow();
        this.page = page;
        this.mine = mine;
        this.quarter = PeriodRule.OFFICIAL.lastOver(PeriodKind.QUARTER, page.today()).orElseThrow();
    }

    Picture picture() {
        Period today = Period.asOf(page.today());
        Optional<Answer> states = ask(Wanted.STATES, List.of(today, today.samePeriodLastYear().orElseThrow()), level == Level.NATION ? Level.PROVINCE : level);
        Optional<Answer> flows = ask(Wanted.FLOWS, List.of(quarter, quarter.samePeriodLastYear().orElseThrow()), level);
        List<Picture.Stat> stats = new ArrayList<>();
        states.ifPresent(answer -> stats.addAll(stats(answer, "")));
        flows.ifPresent(answer -> stats.addAll(stats(answer, quarter.label(page.texts().locale()))));
        TileMap map = level != Level.NATION ? null : states.filter(answer -> answer.indicators().getFirst().code().equals(Wanted.OFFICERS)).map(this::map).orElse(null);
        return new Picture(page.t("home.picture.title." + level.code()), area.fullName(), stats, map, charts());
    }

    private List<Picture.Stat> stats(Answer answer, String of) {
        var saying = new Saying(page);
        return IntStream.range(0, answer.indicators().size())
                .filter(i -> answer.total(i, 0).value() != null)
                .mapToObj(i -> saying.stat(answer.indicators().get(i), answer.total(i, 0), answer.total(i, 1), of))
                .toList();
    }

    private @Nullable TileMap map(Answer answer) {
        Map<Integer, BigDecimal> values = new HashMap<>();
        LocalDate day = null;
        for (Answer.Line line : answer.lines()) {
            Answer.Cell cell = answer.cell(line, 0, 0);
            if (line.kind() == Answer.Kind.PLACE && cell.value() != null) {
                values.put(line.spot().id(), cell.value());
                day = cell.to();
            }
        }
        Indicator indicator = answer.indicators().getFirst();
        String title = indicator.name(page.texts().locale()) + (day == null ? "" : ", " + page.t("home.picture.as-of", day));
        return values.isEmpty() ? null : maps.of(page.today(), title, indicator.unit(page.texts().locale()), values);
    }

    private List<Picture.Drawn> charts() {
        List<Period> days = IntStream.iterate(Wanted.YEARS - 1, back -> back >= 0, back -> back - 1).mapToObj(back -> Period.asOf(page.today().minusYears(back))).toList();
        List<Period> quarters = new ArrayList<>(List.of(quarter));
        while (quarters.size() < Wanted.QUARTERS) {
            quarters.addFirst(quarters.getFirst().previous().orElseThrow());
        }
        List<Picture.Drawn> charts = new ArrayList<>();
        ask(List.of(Wanted.OFFICERS), days, level).flatMap(answer -> drawn(answer, day -> day.end().getMonthValue() + "/" + day.end().getYear())).ifPresent(charts::add);
        ask(Wanted.DRAWN, quarters, level).flatMap(answer -> drawn(answer, period -> Roman.of(period.number()) + "/" + period.year())).ifPresent(charts::add);
        return charts;
    }

    private Optional<Picture.Drawn> drawn(Answer answer, Function<Period, String> label) {
        var locale = page.texts().locale();
        List<Chart.Series> series =
                IntStream.range(0, answer.indicators().size()).mapToObj(i -> new Chart.Series(answer.indicators().get(i).name(locale), values(answer, i))).toList();
        var chart = new Chart(series.getFirst().name(), answer.periods().stream().map(label).toList(), series);
        return chart.empty() ? Optional.empty() : Optional.of(new Picture.Drawn(chart.title(), answer.indicators().getFirst().unit(locale), chart));
    }

    private static List<@Nullable BigDecimal> values(Answer answer, int indicator) {
        List<@Nullable BigDecimal> values = new ArrayList<>();
        for (int period = 0; period < answer.periods().size(); period++) {
            values.add(answer.total(indicator, period).value());
        }
        return values;
    }

    /** Empty when none of the indicators is the user's. */
    private Optional<Answer> ask(List<String> codes, List<Period> periods, Level at) {
        List<String> allowed = codes.stream().filter(mine).toList();
        return allowed.isEmpty() ? Optional.empty() : Optional.of(pivot.ask(new Question(allowed, periods, at, area.key(), page.today())));
    }
}
