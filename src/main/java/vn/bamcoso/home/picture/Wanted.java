package vn.bamcoso.home.picture;

import java.util.List;
import java.util.Set;

/** Which indicators make the picture, and for whom. A state is as of today, a flow is of the last quarter that is over. */
final class Wanted {
    static final String OFFICERS = "officers_posted";
    static final List<String> STATES = List.of(OFFICERS, "coverage", "communes_filled");
    static final List<String> FLOWS = List.of("security_reports", "cases_resolved", "communication_attendances", "models_community", "individual_commendations");
    static final List<String> DRAWN = List.of("security_reports", "cases_resolved");
    static final int QUARTERS = 8;
    static final int YEARS = 8;
    /** Who keeps accounts, names or logs reads no figures. */
    static final Set<String> READERS =
            Set.of("commune_clerk", "commune_chief", "commune_deputy", "provincial_staff", "provincial_director", "ministry_office", "department", "leader");

    private Wanted() {}
}
