package vn.bamcoso.tasks.overview;

import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Sql;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.shell.Html;
import vn.bamcoso.tasks.Desk;
import vn.bamcoso.tasks.Status;
import vn.bamcoso.tasks.directive.Directives;
import vn.bamcoso.tasks.view.ShareLists;
import vn.bamcoso.tasks.view.ShareRow;
import vn.bamcoso.territory.Office;

/** Shares as cards under the state in which they are: those of my offices, or those of tasks that my offices issued. */
@Controller
public class Board {
    private static final int CARDS = 12;
    private static final List<Status> STATES = List.of(Status.ASSIGNED, Status.REFUSED, Status.WORKING, Status.BLOCKED, Status.PROPOSED, Status.DONE);

    /** @param count of all shares in the state; {@code cards} the most pressing of them */
    public record Lane(Status status, int count, List<ShareRow> cards) {}

    private record Found(String status, int count, long id) {}

    private final JdbcClient jdbc;
    private final ShareLists lists;
    private final Directives directives;
    private final Desk desk;

    Board(JdbcClient jdbc, ShareLists lists, Directives directives, Desk desk) {
        this.jdbc = jdbc;
        this.lists = lists;
        this.directives = directives;
        this.desk = desk;
    }

    @GetMapping("/tasks/board")
    @Transactional(readOnly = true)
    View show(@RequestParam(required = false) @Nullable String of, @RequestParam(required = false) @Nullable Integer directive, Locale locale) {
        CurrentUser user = CurrentUser.require();
        List<Integer> issuing = desk.issuing(user).stream().map(Office::id).toList();
        String which = of != null && List.of("mine", "issued").contains(of) ? of : user.has("ministry_office") ? "issued" : "mine";
        List<Found> found = jdbc.sql(Sql.beside(Board.class, "board.sql")).param("which", which).param("mine", desk.offices(user).toArray(Integer[]::new)).param("issuing", issuing.toArray(Integer[]::new))
                .param("directive", directive, Types.INTEGER).param("today", desk.today()).param("most", CARDS).query(Found.class).list();
        Map<Long, ShareRow> rows = new LinkedHashMap<>();
        lists.named(found.stream().map(Found::id).toList()).forEach(row -> rows.put(row.id(), row));
        List<Lane> lanes = STATES.stream().map(status -> {
            List<Found> here = found.stream().filter(one -> one.status().equals(status.code())).toList();
            return new Lane(status, here.isEmpty() ? 0 : here.getFirst().count(), here.stream().map(one -> rows.get(one.id())).toList());
        }).toList();
        List<String> choices = new ArrayList<>(List.of("", Texts.of(locale).get("tasks.every")));
        choices.addAll(directives.choices(true));
        return Html.of("tasks/overview/board", "lanes", lanes, "which", which, "issues", !issuing.isEmpty(), "directives", choices, "directive", directive, "today", desk.today());
    }
}
