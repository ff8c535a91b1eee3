package vn.bamcoso.figures.statement;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.figures.Indicators;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** What was published, each statement beside the figure of today: for pages and programs. */
@Component
public class Statements {
    private final Shelf shelf;
    private final StatementCheck check;
    private final Indicators indicators;
    private final Places places;

    Statements(Shelf shelf, StatementCheck check, Indicators indicators, Places places) {
        this.shelf = shelf;
        this.check = check;
        this.indicators = indicators;
        this.places = places;
    }

    /**
     * @param indicator code; null: all
     * @param within key of a place: about it, what lies in it and what became part of it; null: all in scope
     * @throws Problem when the indicator or the place is unknown
     */
    public List<Checked> find(@Nullable String indicator, @Nullable String within, Locale locale) {
        if (indicator != null) {
            indicators.require(indicator);
        }
        Place area = within == null ? null : places.byKey(within).orElseThrow(Problem::notFound);
        return check.all(shelf.find(indicator, area), locale);
    }

    /** For the page of a figure: about this indicator and this place, whatever name it bore on that day, or about a place of its level that became part of it. */
    public List<Checked> printed(String indicator, String placeKey, Locale locale) {
        Place place = places.byKey(placeKey).orElseThrow(Problem::notFound);
        return check.all(shelf.find(indicator, place).stream().filter(one -> about(one, place)).toList(), locale);
    }

    /** One figure of a place. */
    public record Figure(String indicator, Period period) {}

    /** As {@link #printed(String, String, Locale)} for several figures of one place, of just these periods: read and checked together. */
    public Map<Figure, List<Checked>> printed(Set<Figure> figures, String placeKey, Locale locale) {
        Place place = places.byKey(placeKey).orElseThrow(Problem::notFound);
        List<Statement> found = shelf.find(null, place).stream().filter(one -> about(one, place) && one.period() != null && figures.contains(new Figure(one.indicator(), one.period()))).toList();
        return check.all(found, locale).stream().collect(Collectors.groupingBy(one -> new Figure(one.statement().indicator(), one.statement().period())));
    }

    private static boolean about(Statement one, Place place) {
        return one.placeId() == place.id() || one.placeLevel().equals(place.level());
    }
}
