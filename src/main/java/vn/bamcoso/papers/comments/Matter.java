package vn.bamcoso.papers.comments;

import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.shell.Page;

/** What a draft is about: a programme of roll-out, a plan of tasks. A room above offers one as a bean for each kind of matter. */
public interface Matter {
    /** Kept with the draft, e.g. {@code staffing.programme}. */
    String name();

    /** What the matter is called, for the way back to it. Whoever is asked may read the name, also who sees nothing else of the matter. */
    String title(long ref, Page page);

    /** Where the matter is shown; {@code /comments} for who may not see it. */
    String link(long ref);

    /** Whether this user may send drafts of it, enter letters for bodies outside, answer and close. */
    boolean mayRun(CurrentUser user, long ref);
}
