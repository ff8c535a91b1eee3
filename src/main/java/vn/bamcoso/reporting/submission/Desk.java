package vn.bamcoso.reporting.submission;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.identity.Grants;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.reporting.Forms;
import vn.bamcoso.reporting.Status;
import vn.bamcoso.reporting.Submission;
import vn.bamcoso.territory.Office;
import vn.bamcoso.territory.Offices;

/**
 * Who may do what with a report. Seeing and writing within an area is the database's business; this is about the act: a
 * superior returns a report but never edits it, and who wrote it does not sign it.
 */
@Component
public class Desk {
    public static final Set<String> COMMUNE = Set.of("commune_clerk", "commune_chief", "commune_deputy");
    public static final Set<String> PROVINCE = Set.of("provincial_staff", "provincial_director");
    public static final Set<String> MINISTRY = Set.of("ministry_office", "department");
    /** Who writes or signs reports of an office of their own: communes, provinces and departments of the ministry. */
    public static final Set<String> REPORTING = Stream.of(COMMUNE, PROVINCE, Set.of("department")).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    private static final Map<String, Set<String>> DRAFTING = Map.of("commune", COMMUNE, "provincial", PROVINCE, "department", Set.of("department"));
    private static final Map<String, Set<String>> SIGNING =
            Map.of("commune", Set.of("commune_chief", "commune_deputy"), "provincial", Set.of("provincial_director"), "department", Set.of("department"));
    private static final Map<String, Set<String>> DECIDING = Map.of("district", PROVINCE, "provincial", PROVINCE, "ministry", MINISTRY);

    private final Grants grants;
    private final Offices offices;
    private final Forms forms;
    private final Mandates mandates;
    private final Clock clock;

    Desk(Grants grants, Offices offices, Forms forms, Mandates mandates, Clock clock) {
        this.grants = grants;
        this.offices = offices;
        this.forms = forms;
        this.mandates = mandates;
        this.clock = clock;
    }

    public LocalDate today() {
        return VietnamTime.today(clock);
    }

    /** The offices (of a commune, a province, a department) at which this user may write reports. */
    public List<Grants.Grant> drafting(CurrentUser user) {
        return grants.of(user).stream().filter(grant -> DRAFTING.getOrDefault(grant.officeKind(), Set.of()).contains(grant.role())).toList();
    }

    /** Those of them that write this form's reports: the kind of office that its chain begins with, and its field of work. */
    public List<Grants.Grant> drafting(CurrentUser user, Form form, Form.Version version) {
        return drafting(user).stream().filter(grant -> grant.officeKind().equals(version.chain().first()) && (grant.field() == null || grant.field() == form.field())).toList();
    }

    public boolean mayDraft(CurrentUser user, Submission submission) {
        return holdsAt(user, submission, DRAFTING);
    }

    public boolean maySign(CurrentUser user, Submission submission) {
        return holdsAt(user, submission, SIGNING) || signsUnder(user, submission).isPresent();
    }

    /** The mandate under which this user signs; empty who signs in own right, or not at all. */
    public Optional<Mandates.Mandate> signsUnder(CurrentUser user, Submission submission) {
        return holdsAt(user, submission, SIGNING) ? Optional.empty() : mandates.heldBy(user, today()).stream().filter(mandate -> holdsAt(giver(mandate), submission, SIGNING)).findFirst();
    }

    /** The mandate under which this user decides; empty who decides in own right, or not at all. */
    public Optional<Mandates.Mandate> decidesUnder(CurrentUser user, Submission submission) {
        String at = waitsAt(submission);
        return mayDecideAt(user, submission, at) ? Optional.empty() : mandates.heldBy(user, today()).stream().filter(mandate -> mayDecideAt(giver(mandate), submission, at)).findFirst();
    }

    /** The offices at which this user holds a right to sign or decide that can be entrusted to a colleague. */
    public List<Grants.Grant> entrusting(CurrentUser user) {
        return grants.of(user).stream()
                .filter(grant -> SIGNING.getOrDefault(grant.officeKind(), Set.of()).contains(grant.role()) || DECIDING.getOrDefault(grant.officeKind(), Set.of()).contains(grant.role()))
                .toList();
    }

    /** Whether the user belongs to the next office above the one that reports: it grants more time and reopens what it approved. */
    public boolean superior(CurrentUser user, Submission submission) {
        if (submission.versionId() == null) {
            return false;
        }
        var chain = forms.version(submission.versionId()).chain();
        return chain.after(chain.first(), today()).filter(next -> mayDecideAt(user, submission, next.officeKind())).isPresent();
    }

    /** Whether somebody has entrusted this user with acts today. */
    public boolean holdsMandate(CurrentUser user) {
        return !mandates.heldBy(user, today()).isEmpty();
    }

    private static CurrentUser giver(Mandates.Mandate mandate) {
        return new CurrentUser(mandate.giverId(), mandate.giver(), 0, "mandate", Set.of());
    }

    /** Whether a signature of this user stands for the chief's (KT.). */
    public boolean signsForChief(CurrentUser user, Submission submission) {
        return user.id() != 0 && !grants.mayAt(user, "commune_chief", submission.officeId()) && grants.mayAt(user, "commune_deputy", submission.officeId());
    }

    /** Whether this user may approve, forward or return the report where it waits today. */
    public boolean mayDecide(CurrentUser user, Submission submission) {
        return submission.status() == Status.SUBMITTED && (mayDecideAt(user, submission, waitsAt(submission)) || decidesUnder(user, submission).isPresent());
    }

    /** The kind of office before which a submitted report lies today. */
    public String waitsAt(Submission submission) {
        return forms.version(submission.versionId()).chain().waits(submission.waitsAt(), today()).officeKind();
    }

    /** Whether it waits where it is approved, not only forwarded. */
    public boolean approves(Submission submission) {
        String at = waitsAt(submission);
        return forms.version(submission.versionId()).chain().on(today()).stream().anyMatch(step -> step.officeKind().equals(at) && step.act().equals("approve"));
    }

    /** Whether nobody else at the office could take the other step, so that the rule lets one person do both. */
    public boolean alone(CurrentUser user, Submission submission) {
        String kind = offices.byId(submission.officeId(), today()).map(Office::kind).orElse("commune");
        return !grants.othersAt(submission.officeId(), user.id(), DRAFTING.getOrDefault(kind, COMMUNE));
    }

    public void require(boolean allowed) {
        if (!allowed) {
            throw Problem.forbidden("reporting.problem.not-your-act");
        }
    }

    private boolean holdsAt(CurrentUser user, Submission submission, Map<String, Set<String>> roles) {
        return user.id() == 0 || grants.of(user).stream()
                .filter(grant -> grant.officeId() == submission.officeId() && (grant.field() == null || grant.field() == submission.field()))
                .anyMatch(grant -> roles.getOrDefault(grant.officeKind(), Set.of()).contains(grant.role()));
    }

    private boolean mayDecideAt(CurrentUser user, Submission submission, String officeKind) {
        return user.id() == 0 || grants.of(user).stream()
                .filter(grant -> DECIDING.getOrDefault(officeKind, Set.of()).contains(grant.role()) && grant.officeKind().equals(officeKind))
                .anyMatch(grant -> grants.mayFor(user, grant.role(), submission.placeId(), submission.field()));
    }
}
