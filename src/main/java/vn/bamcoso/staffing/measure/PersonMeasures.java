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

/**
 * Holders of commune posts by what is personal about them: sex, ethnic group, Party membership, rank. Their indicators are of
 * the field personnel, and the records behind them open to nobody without it.
 */
@Component
class PersonMeasures implements Measure {
    private static final Map<String, String> COLUMNS = Map.of(
            "officers_women", "women", "officers_ethnic_minority", "minority", "officers_party_members", "party", "officers_field_rank", "field_rank", "officers_company_rank", "company_rank");

    private final JdbcClient jdbc;
    private final Tracing tracing;
    private final String sums = Sql.beside(PersonMeasures.class, "person-sums.sql");
    private final String persons = Sql.beside(PersonMeasures.class, "persons.sql");

    PersonMeasures(JdbcClient jdbc, Tracing tracing) {
        this.jdbc = jdbc;
        this.tracing = tracing;
    }

    @Override
    public Set<String> codes() {
        return COLUMNS.keySet();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Measured> of(String code, Period period, @Nullable Instant known, Short @Nullable [] homes) {
        return jdbc.sql(persons).param("on", period.end()).param("homes", Strength.homes(homes)).param("known", known == null ? null : Timestamp.from(known), Types.TIMESTAMP)
                .query((row, n) -> new Measured(row.getInt("place_id"), BigDecimal.valueOf(row.getInt(COLUMNS.get(code))))).list();
    }

    @Override
    @Transactional(readOnly = true)
    public @Nullable List<Homes> byHome(String code, Period period, @Nullable Instant known) {
        return known != null ? null : jdbc.sql(sums).param("on", period.end())
                .query((row, n) -> new Homes(row.getShort("home"), BigDecimal.valueOf(row.getInt(COLUMNS.get(code))), row.getInt("n"))).list();
    }

    @Override
    public List<Trace> trace(String code, Period period, int placeId, @Nullable Instant known, Locale locale) {
        return tracing.posts(period.end(), placeId, known, locale);
    }
}
