package vn.bamcoso.reporting.consolidation;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.figures.Answer;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Indicators;
import vn.bamcoso.figures.Level;
import vn.bamcoso.figures.Pivot;
import vn.bamcoso.figures.Question;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.reporting.Forms;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** Consolidated reports within scope: while one is written its sums are those of now, once sent those that were sent. */
@Component
class Consolidations {
    private static final String COLUMNS = """
            select id, form_id, form_version_id, period, office_id, place_id, field, status, due, late, difficulties, proposals, drafted_by, sent_at, decided_at, remark, version from reporting.consolidation
            """;

    private final JdbcClient jdbc;
    private final Forms forms;
    private final Indicators indicators;
    private final Pivot pivot;
    private final Places places;

    Consolidations(JdbcClient jdbc, Forms forms, Indicators indicators, Pivot pivot, Places places) {
        this.jdbc = jdbc;
        this.forms = forms;
        this.indicators = indicators;
        this.pivot = pivot;
        this.places = places;
    }

    private record Kept(BigDecimal addition, @Nullable String reason, @Nullable BigDecimal sum, int reported, int expected, @Nullable BigDecimal recorded) {
        /** The communes' part: without what of this report counts already. */
        @Nullable BigDecimal without(@Nullable BigDecimal whole) {
            return whole == null || recorded == null ? whole : whole.subtract(recorded);
        }
    }

    @Transactional(readOnly = true)
    public Consolidation require(long id) {
        return find(id).orElseThrow(Problem::notFound);
    }

    Optional<Consolidation> find(long id) {
        return jdbc.sql(COLUMNS + "where id = :id").param("id", id).query(Consolidations::row).optional();
    }

    Consolidation take(long id, int seen) {
        Consolidation taken = jdbc.sql(COLUMNS + "where id = :id for update").param("id", id).query(Consolidations::row).optional().orElseThrow(Problem::notFound);
        if (taken.lock() != seen) {
            throw Problem.conflict("reporting.problem.consolidation-state");
        }
        return taken;
    }

    Optional<Consolidation> of(short form, Period period, int place) {
        return jdbc.sql(COLUMNS + "where form_id = :form and period = :period and place_id = :place").param("form", form).param("period", period.code()).param("place", place).query(Consolidations::row).optional();
    }

    /** Latest period first. @param sentOnly for who may not see drafts */
    @Transactional(readOnly = true)
    public List<Consolidation> all(boolean sentOnly, int limit) {
        return jdbc.sql(COLUMNS + "where not :sent or status <> 'draft' order by period_end desc, form_id, place_id limit :limit").param("sent", sentOnly).param("limit", limit).query(Consolidations::row).list();
    }

    @Transactional(readOnly = true)
    public Consolidation.Whole whole(Consolidation report, Texts texts) {
        Form.Version version = forms.version(report.versionId());
        Place place = places.byId(report.placeId(), report.period().end()).or(() -> places.life(report.placeId()).stream().reduce((first, last) -> last)).orElseThrow(Problem::notFound);
        List<String> codes = version.asked().stream().map(Form.Line::indicator).toList();
        Map<String, Kept> kept = kept(report.id());
        Answer answer = report.open() ? pivot.ask(new Question(codes, List.of(report.period()), Level.PROVINCE, place.key(), report.period().end())) : null;
        Map<String, Answer.Cell> now = new HashMap<>();
        for (int i = 0; answer != null && i < answer.indicators().size(); i++) {
            now.put(answer.indicators().get(i).code(), answer.total(i, 0));
        }
        List<Consolidation.Line> lines = new ArrayList<>();
        for (Form.Line line : version.asked()) {
            Indicator indicator = indicators.require(line.indicator());
            String label = line.label(texts) != null ? line.label(texts) : indicator.name(texts.locale());
            Kept own = kept.getOrDefault(line.indicator(), new Kept(BigDecimal.ZERO, null, null, 0, 0, null));
            Answer.Cell cell = now.getOrDefault(line.indicator(), Answer.Cell.NONE);
            lines.add(new Consolidation.Line(line.indicator(), label, indicator.unit(texts.locale()), answer == null ? own.sum() : own.without(cell.value()), answer == null ? own.reported() : cell.reported(),
                    answer == null ? own.expected() : cell.expected(), own.addition(), own.reason()));
        }
        return new Consolidation.Whole(report, forms.byId(report.formId()).name(texts), place.fullName(), lines, said(report));
    }

    private Map<String, Kept> kept(long id) {
        Map<String, Kept> kept = new HashMap<>();
        jdbc.sql("select indicator, addition, reason, sum, coalesce(reported, 0) as reported, coalesce(expected, 0) as expected, recorded from reporting.consolidation_line where consolidation_id = :id")
                .param("id", id)
                .query(row -> {
                    kept.put(row.getString("indicator"), new Kept(row.getBigDecimal("addition"), row.getString("reason"), row.getBigDecimal("sum"), row.getInt("reported"), row.getInt("expected"), row.getBigDecimal("recorded")));
                });
        return kept;
    }

    private List<Consolidation.Said> said(Consolidation report) {
        return jdbc.sql("""
                        -- What did the communes of this province say in words in their reports of this form and period?
                        select p.full_name as place, a.question, a.answer from reporting.pub_answer a
                        join territory.pub_reach r on r.vintage_id = (select territory.vintage_of(:end)) and r.place_id = a.place_id and r.ancestor_id = :province
                        join territory.pub_place p on p.place_id = a.place_id and p.valid_from <= :end and :end < p.valid_to
                        where a.form_id = :form and a.period = :period and a.status in ('submitted', 'approved', 'correcting') order by p.key, a.question limit 300""")
                .param("end", report.period().end())
                .param("province", report.placeId())
                .param("form", report.formId())
                .param("period", report.period().code())
                .query(Consolidation.Said.class)
                .list();
    }

    private static Consolidation row(ResultSet row, int n) throws SQLException {
        return new Consolidation(row.getLong("id"), row.getShort("form_id"), row.getInt("form_version_id"), Period.parse(row.getString("period")), row.getInt("office_id"), row.getInt("place_id"),
                row.getShort("field"), row.getString("status"), row.getObject("due", LocalDate.class), row.getBoolean("late"), row.getString("difficulties"), row.getString("proposals"), row.getInt("drafted_by"),
                instant(row.getTimestamp("sent_at")), instant(row.getTimestamp("decided_at")), row.getString("remark"), row.getInt("version"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
