package vn.bamcoso.staffing.auxiliary;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.Once;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.figures.Measure;
import vn.bamcoso.staffing.auxiliary.Auxiliaries.Number;
import vn.bamcoso.territory.Places;

/**
 * Commune police in all (the regular officers posted and the semi-professional police of the latest count, at communes that have
 * such), and the auxiliaries by category, sex and role.
 */
@Component
public class AuxiliaryMeasure implements Measure {
    public static final String CODE = "commune_police_all";

    /** @param kind category of auxiliaries; null: all of the day */
    private record Counted(@Nullable String kind, ToIntFunction<Number> value) {}

    private static final Map<String, Counted> CODES = Map.of(
            "auxiliaries_semi_professional", new Counted(Auxiliaries.SEMI_PROFESSIONAL, Number::all), "auxiliaries_civil_guard", new Counted("civil_guard", Number::all),
            "auxiliaries_fire_team", new Counted("fire_team", Number::all), "auxiliaries_security_team", new Counted("security_team", Number::all),
            "security_teams", new Counted("security_team", Number::teams), "auxiliaries_women", new Counted(null, Number::women),
            "auxiliaries_chiefs", new Counted(null, number -> number.chiefs() + number.deputies()));

    private final Auxiliaries auxiliaries;
    private final Places places;

    AuxiliaryMeasure(Auxiliaries auxiliaries, Places places) {
        this.auxiliaries = auxiliaries;
        this.places = places;
    }

    @Override
    public Set<String> codes() {
        var codes = new java.util.HashSet<>(CODES.keySet());
        codes.add(CODE);
        return codes;
    }

    /** The regular part is as known now; the counts as entered by {@code known}. */
    @Override
    @Transactional(readOnly = true)
    public List<Measured> of(String code, Period period, @Nullable Instant known, Short @Nullable [] homes) {
        boolean police = code.equals(CODE);
        Counted counted = police ? new Counted(Auxiliaries.SEMI_PROFESSIONAL, Number::all) : CODES.get(code);
        Map<Integer, Integer> sums = new HashMap<>();
        if (known == null) {
            auxiliaries.on(period.end(), homes == null ? List.of() : List.of(homes), false, 0).stream()
                    .filter(part -> part.spot() != 0 && (counted.kind() == null || part.kind().equals(counted.kind())))
                    .forEach(part -> sums.merge(part.spot(), counted.value().applyAsInt(part.number()) + (police ? part.regulars() : 0), Integer::sum));
            return measured(sums);
        }
        auxiliaries.known(period.end(), known).stream().filter(line -> counted.kind() == null || line.kind().equals(counted.kind()))
                .forEach(line -> sums.merge(line.placeId(), counted.value().applyAsInt(line.number()), Integer::sum));
        if (police) {
            Map<Integer, Integer> regular = auxiliaries.regulars(period.end());
            sums.replaceAll((place, number) -> number + regular.getOrDefault(place, 0));
        }
        return measured(sums);
    }

    private static List<Measured> measured(Map<Integer, Integer> sums) {
        return sums.entrySet().stream().map(one -> new Measured(one.getKey(), BigDecimal.valueOf(one.getValue()))).toList();
    }

    /** Commune police in all are counted commune by commune: only where there are semi-professional police. */
    @Override
    @Transactional(readOnly = true)
    public @Nullable List<Homes> byHome(String code, Period period, @Nullable Instant known) {
        if (known != null || code.equals(CODE)) {
            return null;
        }
        Counted counted = CODES.get(code);
        Map<Short, Integer> sums = new HashMap<>();
        // the indicators of a page ask about the same day
        Once.ask(List.of(AuxiliaryMeasure.class, period.end()), () -> auxiliaries.byHome(period.end(), List.of())).stream()
                .filter(one -> counted.kind() == null || one.kind().equals(counted.kind()))
                .forEach(one -> sums.merge(one.home(), counted.value().applyAsInt(one.number()), Integer::sum));
        return sums.entrySet().stream().map(one -> new Homes(one.getKey(), BigDecimal.valueOf(one.getValue()), 1)).toList();
    }

    @Override
    public List<Trace> trace(String code, Period period, int placeId, @Nullable Instant known, Locale locale) {
        return places.byId(placeId, period.end())
                .map(place -> List.of(new Trace(Texts.of(locale).get("auxiliary.title"), "/auxiliaries?within=" + place.key() + "&on=" + period.end(), null, null))).orElse(List.of());
    }
}
