package vn.bamcoso.reporting.completeness;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.basics.Sql;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.reporting.Forms;
import vn.bamcoso.reporting.Status;

/**
 * Who has sent, who has not. Only communes that were there on the last day of the period, with an office, are expected: one
 * not yet founded or merged before that day is not.
 */
@Component
public class Completeness {
    private final JdbcClient jdbc;
    private final Forms forms;
    private final Provinces everyCommune;
    private final String places = Sql.beside(Completeness.class, "expected-places.sql");
    private final String zeros = Sql.beside(Completeness.class, "zeros.sql");
    private final String provinces = Sql.beside(Completeness.class, "expected-provinces.sql");

    Completeness(JdbcClient jdbc, Forms forms, Provinces everyCommune) {
        this.jdbc = jdbc;
        this.forms = forms;
        this.everyCommune = everyCommune;
    }

    /** How a report stands for who waits for it, also where there is none yet. */
    public enum State {
        APPROVED("ok"), WAITING("sent"), RETURNED("back"), WRITING("draft"), MISSING("none"), OVERDUE("late"), APART("apart");

        private final String square;

        State(String square) {
            this.square = square;
        }

        /** Class of its square. */
        public String square() {
            return square;
        }

        public String word() {
            return "reporting.completeness." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param submission null when there is no report yet */
    public record One(int placeId, String key, String name, @Nullable Long submission, State state, boolean late, boolean onePerson, int doubts, @Nullable Instant sentAt) {}

    /**
     * Counts of one area; {@code unsent} is what has neither been sent nor returned.
     *
     * @param missing without a report, of those that take part
     * @param late sent, but after the last day; {@code inTime} sent by then
     * @param apart that do not take part yet: no account, and no report ever
     */
    public record Counts(
            int placeId, String key, String name, String shortName, String code, int expected, int approved, int waiting, int returned, int writing, int missing, int late, int inTime, int onePerson, int apart) {
        /** Who takes part. */
        public int taking() {
            return expected - apart;
        }

        public int unsent() {
            return writing + missing;
        }

        /** How many of a hundred who take part sent in time; null when nobody takes part. */
        public @Nullable BigDecimal inTimePercent() {
            return taking() == 0 ? null : BigDecimal.valueOf(100L * inTime()).divide(BigDecimal.valueOf(taking()), 1, RoundingMode.HALF_UP);
        }

        public double part() {
            return taking() == 0 ? 0 : (double) approved / taking();
        }
    }

    /** The last day in time: that of the call, or the form's own; empty when there is none. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> due(Form form, Period period) {
        return Optional.ofNullable(jdbc.sql("select max(due) as due from reporting.call where form_id = :form and period = :period")
                        .param("form", form.id())
                        .param("period", period.code())
                        .query((row, n) -> Optional.ofNullable(row.getObject("due", LocalDate.class)))
                        .single()
                        .orElse(null))
                .or(() -> forms.versionFor(form, period).flatMap(version -> version.due(period)));
    }

    /** Each commune of the area, on the map of that day, in the order of its key. */
    @Transactional(readOnly = true)
    public List<One> places(Form form, Period period, int within, LocalDate map, LocalDate today) {
        return places(form, period, within, map, due(form, period).filter(today::isAfter).isPresent(), period.kind().regular());
    }

    /** As {@link #places}, for a form without a rhythm all communes too, whether called or not: who could report. */
    @Transactional(readOnly = true)
    public List<One> expected(Form form, Period period, int within, LocalDate map) {
        return places(form, period, within, map, false, true);
    }

    /** Ids of the places whose report, as it was last sent, says nothing but zero; as far as the asking user sees reports. */
    @Transactional(readOnly = true)
    public Set<Integer> zeros(Form form, Period period) {
        return jdbc.sql(zeros).param("form", form.id()).param("period", period.code()).query(Integer.class).set();
    }

    private List<One> places(Form form, Period period, int within, LocalDate map, boolean overdue, boolean all) {
        return jdbc.sql(places)
                .param("form", form.id())
                .param("period", period.code())
                .param("end", period.end())
                .param("regular", all)
                .param("everywhere", form.everywhere())
                .param("level", form.level())
                .param("office", form.level().equals("commune") ? "commune" : "provincial")
                .param("within", within)
                .param("map", map)
                .query((row, n) -> {
                    String status = row.getString("status");
                    Timestamp sent = row.getTimestamp("submitted_at");
                    return new One(row.getInt("place_id"), row.getString("key"), row.getString("full_name"), row.getObject("id", Long.class),
                            row.getBoolean("apart") ? State.APART : state(status == null ? null : Status.of(status), row.getBoolean("approved_before"), overdue),
                            row.getBoolean("late"), row.getBoolean("one_person"), row.getInt("doubts"), sent == null ? null : sent.toInstant());
                })
                .list();
    }

    /** Each province on the map of that day, as far as the asking user sees its reports. */
    @Transactional(readOnly = true)
    public List<Counts> provinces(Form form, Period period, LocalDate map) {
        if (period.kind().regular() && form.everywhere() && form.level().equals("commune")) {
            return everyCommune.of(form, period, map);
        }
        return jdbc.sql(provinces)
                .param("form", form.id())
                .param("period", period.code())
                .param("end", period.end())
                .param("regular", period.kind().regular())
                .param("everywhere", form.everywhere())
                .param("level", form.level())
                .param("office", form.level().equals("commune") ? "commune" : "provincial")
                .param("map", map)
                .query((row, n) -> new Counts(
                        row.getInt("place_id"), row.getString("key"), row.getString("full_name"), row.getString("name"), row.getString("code"), row.getInt("expected"), row.getInt("approved"),
                        row.getInt("waiting"), row.getInt("returned"), row.getInt("writing"), row.getInt("missing") - row.getInt("apart"), row.getInt("late"), row.getInt("in_time"), row.getInt("one_person"), row.getInt("apart")))
                .list();
    }

    /** What was approved once counts as approved while it is being corrected. */
    static State state(@Nullable Status status, boolean approvedBefore, boolean overdue) {
        if (approvedBefore) {
            return State.APPROVED;
        }
        return switch (status) {
            case APPROVED, CORRECTING -> State.APPROVED;
            case SUBMITTED -> State.WAITING;
            case RETURNED -> State.RETURNED;
            case DRAFT, PRESENTED -> overdue ? State.OVERDUE : State.WRITING;
            case LAPSED -> State.MISSING;
            case null -> overdue ? State.OVERDUE : State.MISSING;
        };
    }
}
