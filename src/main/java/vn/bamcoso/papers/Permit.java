package vn.bamcoso.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.identity.Grants.Grant;

/**
 * What one person may do with documents. Seeing one is the database's business; here is what its office and the roles
 * there allow. The drafter neither initials nor signs. The program itself may do everything.
 */
record Permit(CurrentUser user, List<Grant> grants) {
    private static final Locale VI = Locale.of("vi", "VN");
    private static final Set<String> DRAFTERS = Set.of(
            "commune_clerk", "commune_chief", "commune_deputy", "provincial_staff", "provincial_director", "ministry_office", "department");
    private static final Set<String> CHECKERS = Set.of(
            "commune_chief", "commune_deputy", "provincial_staff", "provincial_director", "ministry_office", "department");

    boolean drafts(int issuingOffice, int draftingOffice) {
        return program() || held(DRAFTERS, List.of(issuingOffice, draftingOffice));
    }

    boolean drafts(Paper paper) {
        return drafts(paper.officeId(), paper.draftingId());
    }

    /** Offices for which the person may open a document. */
    List<Grant> draftsFor() {
        return grants.stream().filter(grant -> DRAFTERS.contains(grant.role())).toList();
    }

    /** Initialling: somebody of the drafting or issuing office, or the Ministry Office for the ministry's form. */
    boolean initials(Paper paper) {
        return program()
                || !drafted(paper)
                        && (held(CHECKERS, List.of(paper.officeId(), paper.draftingId()))
                                || paper.head().officeKind().equals("ministry") && grants.stream().anyMatch(grant -> grant.role().equals("ministry_office")));
    }

    /** Numbering and issuing: the clerk of documents of the issuing body's place; in a commune, which has none, its clerk. */
    boolean numbers(Paper paper) {
        return program() || grants.stream().anyMatch(grant -> switch (grant.role()) {
            case "records_clerk" -> grant.placeId() != null && grant.placeId() == paper.placeId();
            case "commune_clerk" -> paper.head().officeKind().equals("commune") && grant.officeId() == paper.officeId();
            default -> false;
        });
    }

    /** Whether the person may send it back where it stands now. */
    boolean returns(Paper paper) {
        return switch (paper.step()) {
            case SUBMITTED, INITIALLED -> initials(paper) || !capacities(paper).isEmpty();
            case SIGNED, NUMBERED -> numbers(paper);
            default -> false;
        };
    }

    boolean signs(Paper paper, List<String> titles) {
        return program() || capacities(paper).contains(titles);
    }

    boolean drafted(Paper paper) {
        return paper.openedBy() == user.id() && !program();
    }

    /** In which capacities the person may sign, each as the lines of title printed; empty when not at all. */
    List<List<String>> capacities(Paper paper) {
        if (drafted(paper)) {
            return List.of();
        }
        var ways = new ArrayList<List<String>>();
        for (Grant grant : grants) {
            boolean issuing = grant.officeId() == paper.officeId();
            switch (paper.head().officeKind() + "/" + grant.role()) {
                case "ministry/leader" -> ways.addAll(List.of(List.of("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"), List.of("BỘ TRƯỞNG")));
                case "ministry/ministry_office" -> ways.add(List.of("TL. BỘ TRƯỞNG", "CHÁNH VĂN PHÒNG"));
                case "ministry/department" -> {
                    if (grant.officeId() == paper.draftingId()) {
                        ways.add(List.of("TL. BỘ TRƯỞNG", "CỤC TRƯỞNG " + grant.officeName().toUpperCase(VI)));
                    }
                }
                case "department/department" -> heads(issuing, "CỤC TRƯỞNG", "PHÓ CỤC TRƯỞNG", ways);
                case "department/ministry_office" -> heads(issuing, "CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG", ways);
                case "provincial/provincial_director" -> heads(issuing, "GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", ways);
                case "commune/commune_chief" -> {
                    if (issuing) {
                        ways.add(List.of("TRƯỞNG " + unit(paper)));
                    }
                }
                case "commune/commune_deputy" -> {
                    if (issuing) {
                        ways.add(List.of("KT. TRƯỞNG " + unit(paper), "PHÓ TRƯỞNG " + unit(paper)));
                    }
                }
                default -> { }
            }
        }
        return ways.stream().distinct().toList();
    }

    private static void heads(boolean issuing, String head, String deputy, List<List<String>> ways) {
        if (issuing) {
            ways.add(List.of(head));
            ways.add(List.of("KT. " + head, deputy));
        }
    }

    private boolean held(Set<String> roles, List<Integer> offices) {
        return grants.stream().anyMatch(grant -> roles.contains(grant.role()) && offices.contains(grant.officeId()));
    }

    private boolean program() {
        return user.id() == 0;
    }

    /** "CÔNG AN XÃ" of "CÔNG AN XÃ ĐỒNG VĂN": titles do not repeat the name. */
    private static String unit(Paper paper) {
        for (String unit : List.of("CÔNG AN THỊ TRẤN", "CÔNG AN PHƯỜNG", "CÔNG AN ĐẶC KHU")) {
            if (paper.head().body().startsWith(unit)) {
                return unit;
            }
        }
        return "CÔNG AN XÃ";
    }
}
