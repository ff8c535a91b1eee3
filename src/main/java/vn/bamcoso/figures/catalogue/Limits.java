package vn.bamcoso.figures.catalogue;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.calendar.DateWords;
import vn.bamcoso.documents.numbers.NumberForm;
import vn.bamcoso.documents.numbers.Numerals;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Indicators;
import vn.bamcoso.figures.Making;

/** What values of an indicator are accepted, for which days, what follows it, and by what it is broken down. How it is added up stays as it was made. */
@Component
class Limits {
    private final JdbcClient jdbc;
    private final Indicators indicators;
    private final Making making;
    private final Breakdowns breakdowns;
    private final Trail trail;

    Limits(JdbcClient jdbc, Indicators indicators, Making making, Breakdowns breakdowns, Trail trail) {
        this.jdbc = jdbc;
        this.indicators = indicators;
        this.making = making;
        this.breakdowns = breakdowns;
        this.trail = trail;
    }

    private record Kept(@Nullable BigDecimal least, @Nullable BigDecimal most, boolean small, boolean falls, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable String replacedBy) {}

    /**
     * @param fields least, most, smallCounts, neverFalls, validFrom, validTo, replacedBy, dimension, version: as written
     * @throws Problem forbidden; refused with one fault a field; conflict when it was changed meanwhile
     */
    @Transactional
    public void change(String code, Map<String, String> fields, NumberForm form) {
        Indicator indicator = indicators.byCode(code).filter(one -> one.part() == null).orElseThrow(Problem::notFound);
        if (!making.mayChange(CurrentUser.require(), indicator)) {
            throw Problem.forbidden("figures.definition.problem.not-yours");
        }
        List<Problem.Fault> faults = new ArrayList<>();
        BigDecimal least = read(fields, "least", faults, text -> Numerals.parse(text, form).value());
        BigDecimal most = read(fields, "most", faults, text -> Numerals.parse(text, form).value());
        LocalDate from = read(fields, "validFrom", faults, DateWords::parse);
        LocalDate to = read(fields, "validTo", faults, DateWords::parse);
        String replaced = read(fields, "replacedBy", faults, text -> text);
        if (replaced != null && (replaced.equals(code) || indicators.byCode(replaced).filter(one -> one.part() == null).isEmpty())) {
            faults.add(new Problem.Fault("replacedBy", "figures.problem.no-indicator", replaced));
        }
        if (least != null && most != null && least.compareTo(most) > 0) {
            faults.add(new Problem.Fault("most", "figures.making.problem.limits"));
        }
        if (from != null && to != null && !from.isBefore(to)) {
            faults.add(new Problem.Fault("validTo", "figures.making.problem.days"));
        }
        if (!faults.isEmpty()) {
            throw Problem.refused("figures.definition.problem.refused", faults, faults.size());
        }
        var life = indicator.life();
        var before = new Kept(indicator.least(), indicator.most(), indicator.smallCounts(), life.neverFalls(), life.from(), life.to(), life.replacedBy());
        var after = new Kept(least, most, fields.containsKey("smallCounts"), fields.containsKey("neverFalls"), from, to, replaced);
        int changed = jdbc.sql("""
                        update figures.indicator set least = :least, most = :most, small_counts = :small, never_falls = :falls, valid_from = :from, valid_to = :to, replaced_by = :replaced,
                            version = version + 1
                        where id = :id and version = :version""")
                .param("least", least, Types.NUMERIC)
                .param("most", most, Types.NUMERIC)
                .param("small", after.small())
                .param("falls", after.falls())
                .param("from", from, Types.DATE)
                .param("to", to, Types.DATE)
                .param("replaced", replaced, Types.VARCHAR)
                .param("id", indicator.id())
                .param("version", fields.getOrDefault("version", "").matches("\\d{1,9}") ? Integer.parseInt(fields.get("version")) : -1)
                .update();
        if (changed == 0) {
            throw Problem.conflict("figures.definition.problem.changed", indicator.nameVi());
        }
        String dimension = fields.getOrDefault("dimension", "");
        if (!dimension.isEmpty() && indicator.origin() == Indicator.How.ENTERED) {
            breakdowns.breakDown(indicator, dimension);
        }
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("limits", after);
        told.put("dimension", dimension);
        if (!Objects.equals(before, after) || !dimension.isEmpty()) {
            trail.write("figures.indicator.limited", "indicator:" + code, before, told);
        }
    }

    private interface Reading<T> {
        T read(String text);
    }

    private static <T> @Nullable T read(Map<String, String> fields, String name, List<Problem.Fault> faults, Reading<T> reading) {
        String text = fields.getOrDefault(name, "").strip();
        try {
            return text.isEmpty() ? null : reading.read(text);
        } catch (Problem unreadable) {
            faults.add(new Problem.Fault(name, unreadable.code(), unreadable.args()));
            return null;
        }
    }
}
