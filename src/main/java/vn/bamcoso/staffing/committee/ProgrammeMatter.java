package vn.bamcoso.staffing.committee;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.papers.comments.Matter;
import vn.bamcoso.shell.Page;
import vn.bamcoso.staffing.rollout.Programmes;
import vn.bamcoso.staffing.rollout.Rights;

/** Drafts of a programme's plan go round for comment; who plans the programme runs the round. */
@Component
class ProgrammeMatter implements Matter {
    static final String NAME = "staffing.programme";

    private final JdbcClient jdbc;
    private final Programmes programmes;
    private final Rights rights;

    ProgrammeMatter(JdbcClient jdbc, Programmes programmes, Rights rights) {
        this.jdbc = jdbc;
        this.programmes = programmes;
        this.rights = rights;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Names of programmes are open to everybody. */
    @Override
    public String title(long ref, Page page) {
        return jdbc.sql("select name_vi, name_en from staffing.programme where id = :id").param("id", ref).query((row, n) -> page.either(row.getString(1), row.getString(2))).single();
    }

    @Override
    public String link(long ref) {
        return programmes.all().stream().anyMatch(programme -> programme.id() == ref) ? "/rollout/" + ref + "/committee" : "/comments";
    }

    @Override
    public boolean mayRun(CurrentUser user, long ref) {
        return rights.mayPlan(user, jdbc.sql("select place_id from staffing.programme where id = :id").param("id", ref).query(Integer.class).single());
    }
}
