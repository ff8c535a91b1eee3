package vn.bamcoso.audit.page;

import gg.jte.Content;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Head;
import vn.bamcoso.audit.Names;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.shell.Card;
import vn.bamcoso.shell.Html;
import vn.bamcoso.shell.Page;

/** On the auditor's first page: how far the trail is sealed, when it was last checked, and what was done last. */
@Component
class SealCard implements Card {
    private static final int LAST = 6;
    private final TrailQueries queries;
    private final Trail trail;
    private final Names names;
    private final Clock clock;

    SealCard(TrailQueries queries, Trail trail, Names names, Clock clock) {
        this.queries = queries;
        this.trail = trail;
        this.names = names;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public int width() {
        return 12;
    }

    @Override
    public @Nullable Content show(CurrentUser user, Page page) {
        if (!user.has(TrailController.ROLE)) {
            return null;
        }
        LocalDate today = VietnamTime.today(clock);
        List<TrailQueries.Line> lines = queries.lines(new TrailQueries.Question(today.minusDays(7), today, null, null, null, null));
        List<TrailQueries.Line> checks = queries.lines(new TrailQueries.Question(null, null, null, Reading.CHECKED, null, null));
        List<TrailQueries.Line> shown = lines.stream().limit(LAST).toList();
        return Html.content("audit/page/sealcard", "page", page, "head", trail.head().map(Head::printed).orElse(null),
                "unsealed", (int) lines.stream().filter(line -> line.number() == null).count(), "checked", checks.isEmpty() ? null : checks.getFirst(),
                "lines", shown, "names", names.of(shown.stream().map(TrailQueries.Line::user).collect(Collectors.toSet())));
    }
}
