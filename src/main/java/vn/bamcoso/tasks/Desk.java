package vn.bamcoso.tasks;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.documents.edge.EdgeCheck;
import vn.bamcoso.documents.edge.Finding;
import vn.bamcoso.documents.spelling.Spelling;
import vn.bamcoso.identity.Grants;
import vn.bamcoso.territory.Office;
import vn.bamcoso.territory.Offices;

/**
 * Who may do what with tasks, and what may be written. Seeing and writing within an area is the database's business; this is
 * about the act: the lead's people work, its head answers for it, the issuer decides.
 */
@Component
public class Desk {
    public static final Set<String> READERS = Set.of(
            "commune_clerk", "commune_chief", "commune_deputy", "provincial_staff", "provincial_director", "ministry_office", "department", "leader");
    /** Who answers at an office of a kind, widest first; the first is its head. */
    private static final Map<String, List<String>> POSTS = Map.of(
            "commune", List.of("commune_chief", "commune_deputy"), "police_post", List.of("commune_chief", "commune_deputy"), "provincial", List.of("provincial_director", "provincial_staff"),
            "department", List.of("department", "ministry_office"), "ministry", List.of("leader", "ministry_office"));
    private static final Set<String> CLERKS = Set.of("commune_clerk");
    private static final Set<String> ISSUERS = Set.of("commune_chief", "provincial_staff", "provincial_director", "ministry_office", "department");

    private final Grants grants;
    private final Offices offices;
    private final Clock clock;

    Desk(Grants grants, Offices offices, Clock clock) {
        this.grants = grants;
        this.offices = offices;
        this.clock = clock;
    }

    public LocalDate today() {
        return VietnamTime.today(clock);
    }

    /** Role of the post that heads an office of this kind. */
    public static String head(String officeKind, String officeCode) {
        return officeCode.equals("V01") ? "ministry_office" : POSTS.getOrDefault(officeKind, List.of("department")).getFirst();
    }

    /** Whether this person works with tasks at an office; others, as clerks of documents, read what their scope shows. */
    public static boolean works(CurrentUser user) {
        return user.has(READERS.toArray(String[]::new));
    }

    /** Offices at which the user works with tasks. */
    public List<Integer> offices(CurrentUser user) {
        return grants.of(user).stream().filter(grant -> READERS.contains(grant.role())).map(Grants.Grant::officeId).distinct().toList();
    }

    /** Offices in whose name the user may issue: the own ones, and the ministry for its office. */
    public List<Office> issuing(CurrentUser user) {
        LocalDate today = today();
        List<Office> own = grants.of(user).stream().filter(grant -> ISSUERS.contains(grant.role())).map(grant -> offices.byId(grant.officeId(), today).orElse(null))
                .filter(java.util.Objects::nonNull).distinct().toList();
        return user.has("ministry_office") && !own.isEmpty() ? java.util.stream.Stream.concat(ministry().stream(), own.stream()).distinct().toList() : own;
    }

    /** Offices for which the user may record directives: those for which he issues, and where he is clerk of documents; at the Ministry Office the ministry, too. */
    public List<Office> keeping(CurrentUser user) {
        LocalDate today = today();
        return java.util.stream.Stream.concat(issuing(user).stream(), grants.of(user).stream().filter(grant -> grant.role().equals("records_clerk"))
                .flatMap(grant -> offices.byId(grant.officeId(), today).stream()).flatMap(office -> office.code().equals("V01") ? java.util.stream.Stream.concat(java.util.stream.Stream.of(office), ministry().stream()) : java.util.stream.Stream.of(office)))
                .distinct().toList();
    }

    private java.util.Optional<Office> ministry() {
        return offices.department("V01", today()).map(Office::parentId).flatMap(id -> offices.byId(id, today()));
    }

    /** @throws Problem forbidden unless the user may issue in the name of this office */
    public Office needIssuer(CurrentUser user, int officeId) {
        if (user.id() == 0) {
            return offices.byId(officeId, today()).orElseThrow(Problem::notFound);
        }
        return issuing(user).stream().filter(office -> office.id() == officeId).findFirst().orElseThrow(() -> Problem.forbidden("tasks.problem.not-issuer"));
    }

    /** Whether this person stands above offices that owe shares, and may remind them. */
    public static boolean chases(CurrentUser user) {
        return user.has("provincial_staff", "provincial_director", "ministry_office", "department");
    }

    public boolean mayDecide(CurrentUser user, int issuerId) {
        return user.id() == 0 || issuing(user).stream().anyMatch(office -> office.id() == issuerId);
    }

    /** Whether the user may tell progress of the share. */
    public boolean mayWork(CurrentUser user, Share share) {
        return user.id() == 0 || mayAnswer(user, share) || grants.of(user).stream().anyMatch(grant -> grant.officeId() == share.officeId() && CLERKS.contains(grant.role()));
    }

    /** Whether the user answers for the share: takes it, refuses it, says that it is done. */
    public boolean mayAnswer(CurrentUser user, Share share) {
        String kind = offices.byId(share.officeId(), today()).map(Office::kind).orElse("");
        return user.id() == 0 || grants.of(user).stream().filter(grant -> grant.officeId() == share.officeId() && (grant.field() == null || grant.field() == share.field()))
                .anyMatch(grant -> grant.role().equals(share.role()) || POSTS.getOrDefault(kind, List.of()).contains(grant.role()));
    }

    public void require(boolean allowed) {
        if (!allowed) {
            throw Problem.forbidden("tasks.problem.not-your-act");
        }
    }

    /**
     * A text as it may be kept: stripped, without citizens' numbers, lists of persons or secrecy marks.
     *
     * @throws Problem refused, with the sentence of the first finding
     */
    public String checked(@Nullable String text) {
        String plain = text == null ? "" : Spelling.normalise(text.replace("\r\n", "\n").strip());
        List<Finding> findings = plain.isEmpty() ? List.of() : new EdgeCheck(today()).text(plain);
        if (!findings.isEmpty()) {
            throw Problem.refused(findings.getFirst().code(), findings.getFirst().count());
        }
        return plain;
    }

    /**
     * What is said beside an act on a share. Of a kind without content nothing is kept.
     *
     * @param needed the problem when nothing is said; null: it need not be
     * @throws Problem refused when the kind of the task keeps no content
     */
    public String said(Share share, @Nullable String text, @Nullable String needed) {
        if (share.bare()) {
            bare(text);
            return "";
        }
        return needed == null ? checked(text) : needed(text, needed);
    }

    /** @throws Problem refused when something was written where a kind of task keeps no content */
    public static void bare(@Nullable String text) {
        if (text != null && !text.isBlank()) {
            throw Problem.refused("tasks.problem.bare");
        }
    }

    /** As {@link #checked}; @throws Problem refused when nothing was written */
    public String needed(@Nullable String text, String problem) {
        String plain = checked(text);
        if (plain.isEmpty()) {
            throw Problem.refused(problem);
        }
        return plain;
    }
}
