package vn.bamcoso.campaigns;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.campaigns.Campaign.Goal;
import vn.bamcoso.campaigns.Campaign.Quota;

/** The campaigns and schemes, and the quotas that the asking user may see. */
@Component
public class Campaigns {
    private static final String QUOTAS = """
            select q.place_id, q.revision, q.value, q.deadline, q.assigner, q.basis, q.reason, q.assigned_at, coalesce(u.name, '') as by
            from campaigns.quota q left join identity.pub_user u on u.user_id = q.assigned_by where q.goal_id = :goal
            """;
    private final JdbcClient jdbc;

    Campaigns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those with the latest deadline first. */
    @Transactional(readOnly = true)
    public List<Campaign> all() {
        Map<Integer, List<Goal>> goals = new HashMap<>();
        jdbc.sql("select id, campaign_id, name_vi, name_en, indicator, unit_vi, unit_en, reported, source from campaigns.goal order by campaign_id, position")
                .query((row, n) -> goals.computeIfAbsent(row.getInt("campaign_id"), campaign -> new java.util.ArrayList<>()).add(new Goal(
                        row.getInt("id"), row.getString("name_vi"), row.getString("name_en"), row.getString("indicator"), row.getString("unit_vi"), row.getString("unit_en"),
                        row.getString("reported"), row.getString("source"))))
                .list();
        return jdbc.sql("""
                        select id, code, kind, name_vi, name_en, about_vi, about_en, field, place_id, first_day, deadline, assigned_by, document, denominator
                        from campaigns.campaign order by deadline desc, id""")
                .query((row, n) -> new Campaign(
                        row.getInt("id"), row.getString("code"), Campaign.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)), row.getString("name_vi"), row.getString("name_en"),
                        row.getString("about_vi"), row.getString("about_en"), row.getShort("field"), row.getInt("place_id"), row.getObject("first_day", java.time.LocalDate.class),
                        row.getObject("deadline", java.time.LocalDate.class), row.getString("assigned_by"), row.getString("document"), row.getString("denominator"),
                        List.copyOf(goals.getOrDefault(row.getInt("id"), List.of()))))
                .list();
    }

    /** @throws Problem not found when there is none */
    public Campaign require(String code) {
        return all().stream().filter(campaign -> campaign.code().equals(code)).findFirst().orElseThrow(Problem::notFound);
    }

    /** The quotas that hold now, by place. */
    @Transactional(readOnly = true)
    public Map<Integer, Quota> quotas(Goal goal, Collection<Integer> places) {
        Map<Integer, Quota> quotas = new HashMap<>();
        jdbc.sql(QUOTAS + "and q.place_id = any (:places) order by q.revision")
                .param("goal", goal.id())
                .param("places", places.toArray(Integer[]::new))
                .query(Campaigns::quota)
                .list()
                .forEach(quota -> quotas.put(quota.placeId(), quota));
        return quotas;
    }

    /** The days by which places are to reach it. */
    @Transactional(readOnly = true)
    public List<java.time.LocalDate> deadlines(Goal goal) {
        return jdbc.sql("select distinct deadline from campaigns.quota where goal_id = :goal").param("goal", goal.id()).query(java.time.LocalDate.class).list();
    }

    /** All that one place was ever given, first to last. */
    @Transactional(readOnly = true)
    public List<Quota> history(Goal goal, int placeId) {
        return jdbc.sql(QUOTAS + "and q.place_id = :place order by q.revision").param("goal", goal.id()).param("place", placeId).query(Campaigns::quota).list();
    }

    /** What a place was given; empty when nothing was, or it is not the asker's to see. */
    @Transactional(readOnly = true)
    public Optional<Quota> quota(Goal goal, int placeId) {
        return Optional.ofNullable(quotas(goal, List.of(placeId)).get(placeId));
    }

    private static Quota quota(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        BigDecimal value = row.getBigDecimal("value");
        return new Quota(
                row.getInt("place_id"), row.getInt("revision"), value, row.getObject("deadline", java.time.LocalDate.class), row.getString("assigner"), row.getString("basis"), row.getString("reason"),
                row.getTimestamp("assigned_at").toInstant(), row.getString("by"));
    }
}
