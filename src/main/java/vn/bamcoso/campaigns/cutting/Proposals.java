package vn.bamcoso.campaigns.cutting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.campaigns.Campaign;
import vn.bamcoso.campaigns.Ground;
import vn.bamcoso.figures.Answer;
import vn.bamcoso.figures.Pivot;
import vn.bamcoso.figures.Question;
import vn.bamcoso.territory.Place;

/** What each part of a place would be given of a whole, by a measure that the user chooses: proposals, never more. */
@Component
class Proposals {
    private final JdbcClient jdbc;
    private final Pivot pivot;

    Proposals(JdbcClient jdbc, Pivot pivot) {
        this.jdbc = jdbc;
        this.pivot = pivot;
    }

    /**
     * @param by population, pace or equal
     * @return whole numbers that sum to the whole, by place id; empty when {@code by} is something else
     * @throws Problem refused, naming how many parts lack the measure
     */
    Map<Integer, BigDecimal> of(Campaign campaign, Place within, List<Place> parts, BigDecimal whole, @Nullable String by, LocalDate day) {
        Map<Integer, BigDecimal> weights = switch (by == null ? "" : by) {
            case "population" -> populations(parts, day);
            case "pace" -> collected(campaign, within, parts, day);
            case "equal" -> weights(parts, part -> BigDecimal.ONE);
            default -> Map.of();
        };
        if (weights.isEmpty()) {
            return Map.of();
        }
        long without = parts.stream().filter(part -> weights.get(part.id()) == null).count();
        if (without > 0 || weights.values().stream().allMatch(weight -> weight.signum() == 0)) {
            throw Problem.refused("campaigns.problem.measure." + by, without == 0 ? parts.size() : without, parts.size());
        }
        List<BigDecimal> cut = Cut.of(whole, parts.stream().map(part -> weights.get(part.id())).toList());
        Map<Integer, BigDecimal> proposals = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            proposals.put(parts.get(i).id(), cut.get(i));
        }
        return proposals;
    }

    private static Map<Integer, BigDecimal> weights(List<Place> parts, java.util.function.Function<Place, @Nullable BigDecimal> weight) {
        Map<Integer, BigDecimal> weights = new HashMap<>();
        parts.forEach(part -> weights.put(part.id(), weight.apply(part)));
        return weights;
    }

    private Map<Integer, BigDecimal> populations(List<Place> parts, LocalDate day) {
        Map<Integer, BigDecimal> known = new HashMap<>();
        jdbc.sql("""
                        select place_id, value::numeric as value from territory.pub_attribute
                        where name = 'population' and value ~ '^[0-9]+$' and place_id = any (:places) and coalesce(valid_from, '-infinity') <= :day and :day < coalesce(valid_to, 'infinity')""")
                .param("places", parts.stream().map(Place::id).toArray(Integer[]::new))
                .param("day", day)
                .query((row, n) -> known.put(row.getInt("place_id"), row.getBigDecimal("value")))
                .list();
        return weights(parts, part -> known.get(part.id()));
    }

    /** What each had collected up to the day before the campaign, or up to the day when it runs already. */
    private Map<Integer, BigDecimal> collected(Campaign campaign, Place within, List<Place> parts, LocalDate day) {
        Map<Integer, BigDecimal> known = new HashMap<>();
        for (LocalDate of : List.of(day, campaign.firstDay().minusDays(1))) {
            Answer answer = pivot.ask(new Question(List.of(campaign.goal().indicator()), List.of(Period.asOf(of)), Ground.below(within), within.key(), day));
            answer.lines().stream().filter(line -> line.kind() == Answer.Kind.PLACE && line.cells().getFirst().value() != null)
                    .forEach(line -> known.put(line.spot().id(), line.cells().getFirst().value()));
        }
        return weights(parts, part -> known.get(part.id()));
    }
}
