package vn.bamcoso.reporting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.bamcoso.access.Once;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.calendar.DeadlineRule;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.calendar.PeriodKind;
import vn.bamcoso.calendar.PeriodRule;

/** The forms and their versions. Of a version only its last day may still change, when the next one is released; so it is read once and kept. */
@Component
public class Forms {
    private final JdbcClient jdbc;
    private final Map<Integer, Form.Version> versions = new ConcurrentHashMap<>();

    Forms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Form> all() {
        return Once.ask(Forms.class, () -> jdbc.sql("select id, code, name_vi, name_en, about_vi, about_en, field, level, position, owner_id, everywhere from reporting.form order by position, code")
                .query(Form.class)
                .list());
    }

    public Optional<Form> byCode(String code) {
        return all().stream().filter(form -> form.code().equals(code)).findFirst();
    }

    /** @throws Problem not found when no form has the code */
    public Form require(String code) {
        return byCode(code).orElseThrow(Problem::notFound);
    }

    public Form byId(short id) {
        return all().stream().filter(form -> form.id() == id).findFirst().orElseThrow();
    }

    /** The version with which a period is reported; empty when the form does not take the period. */
    public Optional<Form.Version> versionFor(Form form, Period period) {
        return versionsOf(form).stream().filter(version -> version.takes(period) && inWhichItReaches(form, version, period).isEmpty()).findFirst();
    }

    /** Where the next version brings another rhythm, its first period, if this one reaches into it: those days would be reported twice. */
    private Optional<Period> inWhichItReaches(Form form, Form.Version version, Period period) {
        return versionsOf(form).reversed().stream()
                .filter(next -> next.number() > version.number() && next.regular())
                .findFirst()
                .filter(next -> version.regular() && !(next.rule() == version.rule() && next.kinds().equals(version.kinds())))
                .flatMap(next -> next.rule().containing(next.kinds().getFirst(), next.firstEnd()))
                .filter(first -> !period.end().isBefore(first.start()));
    }

    /** The version in use for periods that end on that day. */
    public Optional<Form.Version> versionOn(Form form, LocalDate periodEnd) {
        return versionsOf(form).stream()
                .filter(version -> !periodEnd.isBefore(version.firstEnd()) && !periodEnd.isAfter(version.lastEnd()))
                .findFirst();
    }

    /** @throws Problem with a sentence when the form does not take the period */
    public Form.Version requireVersion(Form form, Period period) {
        return versionFor(form, period).orElseThrow(() -> versionsOf(form).stream()
                .filter(version -> version.takes(period))
                .findFirst()
                .flatMap(version -> inWhichItReaches(form, version, period))
                .map(first -> Problem.refused("reporting.problem.reaches", form.nameVi(), period.code(), first.code(), first.start()))
                .orElseGet(() -> Problem.refused("reporting.problem.period", form.nameVi(), period.code())));
    }

    /** The periods that the form is or was reported for, latest first: by the rules of its versions, else those that were called for or reported. */
    public List<Period> recentPeriods(Form form, LocalDate today, int limit) {
        if (versionOn(form, today).filter(Form.Version::regular).isPresent()) {
            return regularPeriods(form, today, limit);
        }
        return jdbc.sql("select reporting.periods_reported(:form, :limit)")
                .param("form", form.id())
                .param("limit", limit)
                .query(String.class)
                .list()
                .stream()
                .map(Period::parse)
                .toList();
    }

    private List<Period> regularPeriods(Form form, LocalDate today, int limit) {
        List<Period> periods = new ArrayList<>();
        for (Form.Version version : versionsOf(form).stream().filter(Form.Version::regular).toList()) {
            LocalDate last = today.isBefore(version.lastEnd()) ? today : version.lastEnd();
            PeriodKind kind = version.kinds().getFirst();
            Optional<Period> period = version.rule().containing(kind, last).or(() -> version.rule().lastOver(kind, last));
            while (period.isPresent() && !period.get().end().isBefore(version.firstEnd()) && periods.size() < limit) {
                if (version.takes(period.get()) && inWhichItReaches(form, version, period.get()).isEmpty()) {
                    periods.add(period.get());
                }
                period = period.get().previous();
            }
        }
        return periods;
    }

    public Form.Version version(int id) {
        return versions.computeIfAbsent(id, this::read);
    }

    /** All versions of a form, newest first. */
    public List<Form.Version> versionsOf(Form form) {
        return Once.ask(List.of(Forms.class, "versions"), this::versions).getOrDefault(form.id(), List.of());
    }

    private Map<Short, List<Form.Version>> versions() {
        return jdbc.sql("select id, last_end from reporting.form_version order by form_id, number desc")
                .query((row, n) -> {
                    int id = row.getInt("id");
                    LocalDate end = row.getObject("last_end", LocalDate.class);
                    return versions.compute(id, (key, kept) -> kept == null || !kept.lastEnd().equals(end) ? read(id) : kept);
                })
                .list().stream().collect(Collectors.groupingBy(Form.Version::formId));
    }

    /** Whether the form asks this place for a period that ends on the day. */
    public boolean asks(Form form, int placeId, LocalDate periodEnd) {
        return form.everywhere() || !askedOf(placeId, List.of(new Asking(form, periodEnd))).isEmpty();
    }

    /** A form for a period that ends on the day. */
    public record Asking(Form form, LocalDate periodEnd) {}

    /** Those of these that are asked of this place. */
    public Set<Asking> askedOf(int placeId, List<Asking> some) {
        List<Asking> asked = new ArrayList<>(some.stream().filter(one -> one.form().everywhere()).toList());
        List<Asking> chosen = some.stream().filter(one -> !one.form().everywhere()).toList();
        if (!chosen.isEmpty()) {
            jdbc.sql("select a.n from unnest(:forms::smallint[], :days::date[]) with ordinality a(form, day, n) where reporting.is_asked(a.form, :place, a.day)")
                    .param("forms", chosen.stream().map(one -> one.form().id()).toArray(Short[]::new))
                    .param("days", chosen.stream().map(one -> one.periodEnd().toString()).toArray(String[]::new))
                    .param("place", placeId)
                    .query(Integer.class)
                    .list().forEach(n -> asked.add(chosen.get(n - 1)));
        }
        return Set.copyOf(asked);
    }

    private Form.Version read(int id) {
        List<Form.Line> lines = jdbc.sql("""
                        select position, indicator, asked, label_vi, label_en, hint_vi, hint_en, group_vi, group_en
                        from reporting.form_line where form_version_id = :id order by position""")
                .param("id", id)
                .query(Form.Line.class)
                .list();
        List<Form.Check> checks = jdbc.sql("""
                        select position, part, whole, sentence_vi, sentence_en, relation, hard
                        from reporting.form_check where form_version_id = :id order by position""")
                .param("id", id)
                .query(Form.Check.class)
                .list();
        List<Chain.Step> steps = jdbc.sql("""
                        select position, office_kind, act, deadline, valid_from, valid_to
                        from reporting.form_step where form_version_id = :id order by position, valid_from""")
                .param("id", id)
                .query((row, n) -> new Chain.Step(
                        row.getShort("position"), row.getString("office_kind"), row.getString("act"), deadline(row.getString("deadline")),
                        row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class)))
                .list();
        return jdbc.sql("select id, form_id, number, first_end, last_end, period_rule, period_kinds from reporting.form_version where id = :id")
                .param("id", id)
                .query((row, n) -> new Form.Version(
                        row.getInt("id"), row.getShort("form_id"), row.getShort("number"),
                        row.getObject("first_end", LocalDate.class), row.getObject("last_end", LocalDate.class),
                        PeriodRule.valueOf(row.getString("period_rule").toUpperCase(Locale.ROOT)),
                        Arrays.stream((String[]) row.getArray("period_kinds").getArray()).map(kind -> PeriodKind.valueOf(kind.toUpperCase(Locale.ROOT))).toList(),
                        lines, checks, new Chain(steps)))
                .single();
    }

    private static @Nullable DeadlineRule deadline(@Nullable String code) {
        return code == null ? null : DeadlineRule.parse(code);
    }

    /** Cells in the order of the version's asked lines, null where nothing stands; the form in which reports are frozen. */
    public static @Nullable BigDecimal[] inOrder(Form.Version version, Map<String, BigDecimal> cells) {
        return version.asked().stream().map(line -> cells.get(line.indicator())).toArray(BigDecimal[]::new);
    }
}
