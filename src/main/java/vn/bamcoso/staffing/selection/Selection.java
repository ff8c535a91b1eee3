package vn.bamcoso.staffing.selection;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.identity.Grants;

/**
 * The rules by which officers are chosen for posts: quality (member of the Party, last year's classification), ability (rank,
 * education, years of service) and age. Checked when a list is drafted; who breaks one may be proposed with a reason, and stands
 * in the tờ trình by name.
 */
@Component
public class Selection {
    /** Lowest first. */
    private static final List<String> RANKS = List.of("thieu_uy", "trung_uy", "thuong_uy", "dai_uy", "thieu_ta", "trung_ta", "thuong_ta", "dai_ta");
    private static final List<String> EDUCATION = List.of("trung_cap", "cao_dang", "dai_hoc", "sau_dai_hoc");
    private static final List<String> RATINGS = List.of("not_done", "done", "good", "excellent");

    /** @param titleId null: every title of a commune; {@code value} the bound */
    public record Rule(int id, @Nullable Short titleId, String kind, String value, String basis, LocalDate from, @Nullable LocalDate to) {
        /** The key of its sentence. */
        public String key() {
            return "staffing.rule." + kind.replace('_', '-');
        }
    }

    /** What the rules ask of an officer. @param rating of the last year that is known; null when none is */
    public record Person(int birthYear, String rank, String education, @Nullable LocalDate partySince, LocalDate enteredOn, @Nullable String rating) {}

    public static final List<String> KINDS = List.of("age_most", "rank_least", "education_least", "party", "served_least", "rating_least");

    private final JdbcClient jdbc;
    private final Grants grants;
    private final Trail trail;
    private final Clock clock;

    Selection(JdbcClient jdbc, Grants grants, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.grants = grants;
        this.trail = trail;
        this.clock = clock;
    }

    /** Whether the user sets rules: the ministry's office or a department, with the field personnel. */
    @Transactional(readOnly = true)
    public boolean maySet(CurrentUser user) {
        return grants.of(user).stream().anyMatch(grant -> List.of("ministry_office", "department").contains(grant.role()) && (grant.field() == null || grant.field() == 9));
    }

    /**
     * Sets a rule from a day on; the one before ends on that day.
     *
     * @param title null: every title of a commune
     * @throws Problem forbidden but for the ministry; refused for a bound that does not fit, or when a later rule is set already
     */
    @Transactional
    public void set(@Nullable Short title, String kind, String value, LocalDate from, String basis) {
        CurrentUser user = CurrentUser.require();
        if (!maySet(user)) {
            throw Problem.forbidden("staffing.problem.ministry-only");
        }
        boolean fits = switch (kind) {
            case "age_most", "served_least" -> value.matches("\\d{1,2}");
            case "rank_least" -> RANKS.contains(value);
            case "education_least" -> EDUCATION.contains(value);
            case "rating_least" -> RATINGS.contains(value);
            case "party" -> value.equals("yes");
            default -> false;
        };
        boolean later = jdbc.sql("select exists (select from staffing.selection_rule where title_id is not distinct from cast(:title as smallint) and kind = :kind and valid_from >= :from and valid_from < valid_to)")
                .param("title", title, java.sql.Types.SMALLINT).param("kind", kind).param("from", from).query(Boolean.class).single();
        if (!fits || later || basis.isBlank()) {
            throw Problem.refused("staffing.problem.rule");
        }
        jdbc.sql("update staffing.selection_rule set valid_to = :from where title_id is not distinct from cast(:title as smallint) and kind = :kind and valid_to > :from")
                .param("title", title, java.sql.Types.SMALLINT).param("kind", kind).param("from", from).update();
        jdbc.sql("insert into staffing.selection_rule (title_id, kind, value, basis, valid_from, valid_to, set_by, set_at) values (:title, :kind, :value, :basis, :from, 'infinity', :by, :now)")
                .param("title", title, java.sql.Types.SMALLINT).param("kind", kind).param("value", value).param("basis", basis.strip()).param("from", from).param("by", user.id()).param("now", Timestamp.from(clock.instant())).update();
        trail.write("staffing.rule.set", "rule:" + kind, null, Map.of("kind", kind, "value", value, "from", from.toString(), "basis", basis.strip(), "title", title == null ? 0 : title));
    }

    /** Those that hold on the day. */
    @Transactional(readOnly = true)
    public List<Rule> on(LocalDate day) {
        return jdbc.sql("""
                        select id, title_id, kind, value, basis, valid_from as "from", case when valid_to < 'infinity' then valid_to end as "to"
                        from staffing.selection_rule where valid_from <= :day and :day < valid_to order by title_id nulls first, kind""")
                .param("day", day).query(Rule.class).list();
    }

    /** Which of the rules the officer would break with the title from the day on; empty when none. */
    public static List<Rule> broken(List<Rule> rules, Person person, short title, LocalDate day) {
        return rules.stream().filter(rule -> (rule.titleId() == null || rule.titleId() == title) && !keeps(rule, person, day)).toList();
    }

    /** The bound of a rule as a person reads it. */
    public static String bound(Rule rule, Texts texts) {
        return switch (rule.kind()) {
            case "rank_least" -> texts.get("staffing.rank." + rule.value().replace('_', '-'));
            case "education_least" -> texts.get("staffing.education." + rule.value().replace('_', '-'));
            case "rating_least" -> texts.get("staffing.rating." + rule.value().replace('_', '-'));
            default -> rule.value();
        };
    }

    private static boolean keeps(Rule rule, Person person, LocalDate day) {
        return switch (rule.kind()) {
            case "age_most" -> day.getYear() - person.birthYear() <= Integer.parseInt(rule.value());
            case "served_least" -> !person.enteredOn().plusYears(Integer.parseInt(rule.value())).isAfter(day);
            case "rank_least" -> RANKS.indexOf(person.rank()) >= RANKS.indexOf(rule.value());
            case "education_least" -> EDUCATION.indexOf(person.education()) >= EDUCATION.indexOf(rule.value());
            case "party" -> person.partySince() != null && !person.partySince().isAfter(day);
            case "rating_least" -> person.rating() == null || RATINGS.indexOf(person.rating()) >= RATINGS.indexOf(rule.value());
            default -> throw new IllegalStateException(rule.kind());
        };
    }
}
