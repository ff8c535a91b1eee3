package vn.bamcoso.reporting.exchange;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** What the rows of one request name, each looked up once however often it comes. */
final class Lookup {
    private final Map<String, Indicator> indicators;
    private final Places places;
    private final Map<String, @Nullable Place> byKey = new HashMap<>();
    private final Map<State, @Nullable Place> byDay = new HashMap<>();

    private record State(int place, LocalDate day) {}

    /** @param indicators all of them, by code */
    Lookup(Map<String, Indicator> indicators, Places places) {
        this.indicators = indicators;
        this.places = places;
    }

    @Nullable Indicator indicator(String code) {
        return indicators.get(code);
    }

    /** Finds all of them at once, so that they need not be asked for one by one. */
    void ahead(Set<String> keys) {
        byKey.putAll(places.byKeys(keys));
    }

    @Nullable Place place(String key) {
        return byKey.computeIfAbsent(key, unseen -> places.byKey(unseen).orElse(null));
    }

    /** In its state of that day; null when it was not alive. */
    @Nullable Place on(Place place, LocalDate day) {
        return place.holdsOn(day) ? place : byDay.computeIfAbsent(new State(place.id(), day), unseen -> places.byId(unseen.place, unseen.day).orElse(null));
    }
}
