package vn.bamcoso.tasks.answering;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.papers.comments.Matter;
import vn.bamcoso.shell.Page;
import vn.bamcoso.tasks.Desk;
import vn.bamcoso.tasks.directive.Directives;

/** The draft of a plan or text under a directive goes round for comment; run by who issues for the office that keeps the directive. */
@Component
class DirectiveMatter implements Matter {
    static final String NAME = "tasks.directive";

    private final JdbcClient jdbc;
    private final Directives directives;
    private final Desk desk;

    DirectiveMatter(JdbcClient jdbc, Directives directives, Desk desk) {
        this.jdbc = jdbc;
        this.directives = directives;
        this.desk = desk;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title(long ref, Page page) {
        return directives.find((int) ref).map(directive -> directive.number() + " · " + directive.title()).orElse(page.t("tasks.directive"));
    }

    @Override
    public String link(long ref) {
        return directives.find((int) ref).isPresent() ? "/directives/" + ref : "/comments";
    }

    @Override
    public boolean mayRun(CurrentUser user, long ref) {
        return jdbc.sql("select office_id from tasks.directive where id = :id").param("id", ref).query(Integer.class).optional().filter(office -> desk.mayDecide(user, office)).isPresent();
    }
}
