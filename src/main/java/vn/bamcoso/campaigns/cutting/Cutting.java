package vn.bamcoso.campaigns.cutting;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.campaigns.Campaign;
import vn.bamcoso.campaigns.Campaign.Quota;
import vn.bamcoso.campaigns.Campaigns;
import vn.bamcoso.campaigns.Ground;
import vn.bamcoso.territory.Place;

/** Gives a place its target, and its parts their shares of it. What was given before stays; each change has a reason. */
@Component
public class Cutting {
    private static final Set<String> BASES = Set.of("typed", "population", "pace", "equal", "published");

    private final JdbcClient jdbc;
    private final Campaigns campaigns;
    private final Ground ground;
    private final Trail trail;
    private final Clock clock;

    Cutting(JdbcClient jdbc, Campaigns campaigns, Ground ground, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.campaigns = campaigns;
        this.ground = ground;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * What is given.
     *
     * @param whole of the place itself; it must already be so unless the place is the campaign's own area
     * @param parts by place id, all of them; empty when only the whole is set
     * @param basis typed, population, pace, equal or published
     * @param reason needed when anything changes that was given before
     */
    public record Order(BigDecimal whole, Map<Integer, BigDecimal> parts, LocalDate deadline, String assigner, String basis, @Nullable String reason) {}

    /**
     * @param day on whose map the parts are
     * @return how many quotas were written
     * @throws Problem refused when the parts do not sum to the whole, or a reason is missing
     */
    @Transactional
    public int cut(Campaign campaign, Place within, LocalDate day, Order order) {
        if (!ground.mayCut(CurrentUser.require(), campaign, within)) {
            throw Problem.forbidden("campaigns.problem.not-your-cut");
        }
        if (order.assigner().isBlank() || order.whole().signum() <= 0) {
            throw Problem.refused("campaigns.problem.incomplete");
        }
        if (!BASES.contains(order.basis())) {
            throw Problem.refused("shell.problem.value", "by", order.basis());
        }
        if (order.deadline().isBefore(campaign.firstDay())) {
            throw Problem.refused("campaigns.problem.deadline", order.deadline(), campaign.firstDay());
        }
        Quota held = campaigns.quota(campaign.goal(), within.id()).orElse(null);
        boolean own = within.id() == campaign.placeId();
        if (!own && (held == null || held.value() == null || held.value().compareTo(order.whole()) != 0)) {
            throw Problem.refused("campaigns.problem.whole-from-above", within.fullName());
        }
        Map<Place, BigDecimal> given = new LinkedHashMap<>();
        if (own) {
            given.put(within, order.whole());
        }
        if (!order.parts().isEmpty()) {
            given.putAll(parts(within, day, order));
        }
        int written = write(campaign, given, order);
        trail.write("campaigns.quotas.assigned", "campaign:" + campaign.id(), held == null ? null : Map.of("whole", String.valueOf(held.value())),
                Map.of("within", within.key(), "whole", order.whole(), "written", written, "basis", order.basis()));
        return written;
    }

    private Map<Place, BigDecimal> parts(Place within, LocalDate day, Order order) {
        Map<Place, BigDecimal> parts = new LinkedHashMap<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (Place part : ground.parts(within, day)) {
            BigDecimal value = order.parts().get(part.id());
            if (value == null) {
                throw Problem.refused("campaigns.problem.part-missing", part.fullName());
            }
            if (value.signum() < 0) {
                throw Problem.refused("campaigns.problem.part-negative", part.fullName(), value);
            }
            parts.put(part, value);
            sum = sum.add(value);
        }
        if (sum.compareTo(order.whole()) != 0) {
            throw Problem.refused("campaigns.problem.sum", sum, order.whole(), order.whole().subtract(sum));
        }
        return parts;
    }

    private int write(Campaign campaign, Map<Place, BigDecimal> given, Order order) {
        Map<Integer, Quota> held = campaigns.quotas(campaign.goal(), given.keySet().stream().map(Place::id).toList());
        List<Map.Entry<Place, BigDecimal>> changed = given.entrySet().stream().filter(one -> {
            Quota before = held.get(one.getKey().id());
            return before == null || before.value() == null || before.value().compareTo(one.getValue()) != 0 || !before.deadline().equals(order.deadline());
        }).toList();
        boolean revises = changed.stream().anyMatch(one -> held.containsKey(one.getKey().id()));
        if (revises && (order.reason() == null || order.reason().isBlank())) {
            throw Problem.refused("campaigns.problem.reason");
        }
        for (var one : changed) {
            Quota before = held.get(one.getKey().id());
            jdbc.sql("""
                            insert into campaigns.quota (goal_id, field, home, place_id, revision, value, deadline, assigner, basis, reason, assigned_by, assigned_at)
                            values (:goal, :field, :home, :place, :revision, :value, :deadline, :assigner, :basis, :reason, :user, :now)""")
                    .param("goal", campaign.goal().id()).param("field", campaign.field()).param("home", one.getKey().home()).param("place", one.getKey().id())
                    .param("revision", before == null ? 1 : before.revision() + 1).param("value", one.getValue()).param("deadline", order.deadline())
                    .param("assigner", order.assigner().strip()).param("basis", order.basis()).param("reason", before == null ? null : order.reason(), Types.VARCHAR)
                    .param("user", CurrentUser.require().id()).param("now", Timestamp.from(clock.instant()))
                    .update();
        }
        return changed.size();
    }
}
