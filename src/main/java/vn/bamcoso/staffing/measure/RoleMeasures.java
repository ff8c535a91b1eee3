package vn.bamcoso.staffing.measure;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.basics.Sql;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.figures.Measure;
import vn.bamcoso.staffing.Strength;

/** Roles that officers of commune police hold beside their post: in the Youth Union, the Party committee, the People's Council. Roles are counted, not persons. */
@Component
class RoleMeasures implements Measure {
    private static final Map<String, String[]> TITLES = Map.of(
            "officers_youth_roles", new String[] {"youth%"}, "officers_party_committee", new String[] {"party%", "standing%"}, "officers_peoples_council", new String[] {"peoples%"},
            "officers_concurrent_roles", new String[] {"%"});

    private final JdbcClient jdbc;
    private final Tracing tracing;
    private final String sums = Sql.beside(RoleMeasures.class, "role-sums.sql");
    private final String roles = Sql.beside(RoleMeasures.class, "roles.sql");

    RoleMeasures(JdbcClient jdbc, Tracing tracing) {
        this.jdbc = jdbc;
        this.tracing = tracing;
    }

    @Override
    public Set<String> codes() {
        return TITLES.keySet();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Measured> of(String code, Period period, @Nullable Instant known, Short @Nullable [] homes) {
        return jdbc.sql(roles).param("on", period.end()).param("homes", Strength.homes(homes)).param("known", known == null ? null : Timestamp.from(known), Types.TIMESTAMP).param("codes", TITLES.get(code))
                .query((row, n) -> new Measured(row.getInt("place_id"), BigDecimal.valueOf(row.getInt("n")))).list();
    }

    @Override
    @Transactional(readOnly = true)
    public @Nullable List<Homes> byHome(String code, Period period, @Nullable Instant known) {
        return known != null ? null : jdbc.sql(sums).param("on", period.end()).param("codes", TITLES.get(code))
                .query((row, n) -> new Homes(row.getShort("home"), BigDecimal.valueOf(row.getInt("n")), row.getInt("n"))).list();
    }

    @Override
    public List<Trace> trace(String code, Period period, int placeId, @Nullable Instant known, Locale locale) {
        return tracing.posts(period.end(), placeId, known, locale);
    }
}
