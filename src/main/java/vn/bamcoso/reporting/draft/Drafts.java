package vn.bamcoso.reporting.draft;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.figures.Making;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.reporting.Forms;
import vn.bamcoso.reporting.entry.Edge;

/** Forms being made. The Ministry Office makes them for the country, a province for its own use; nobody overwrites unseen. */
@Component
public class Drafts {
    private static final String KEPT = """
            select d.id, d.form_id, f.code as form_code, d.owner_id, d.content, d.version, d.released, d.discarded, d.changed_at, coalesce(u.name, '') as changed_by
            from reporting.form_draft d left join reporting.form f on f.id = d.form_id left join identity.pub_user u on u.user_id = d.changed_by
            """;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Making making;
    private final Forms forms;
    private final FormAsTable asTable;
    private final Edge edge;
    private final Trail trail;
    private final Clock clock;

    Drafts(JdbcClient jdbc, JsonMapper json, Making making, Forms forms, FormAsTable asTable, Edge edge, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.making = making;
        this.forms = forms;
        this.asTable = asTable;
        this.edge = edge;
        this.trail = trail;
        this.clock = clock;
    }

    /** Drafts of who asks, latest first. @throws Problem forbidden for who makes no forms */
    @Transactional(readOnly = true)
    public List<Draft.Kept> mine() {
        Making.Owner owner = owner();
        return jdbc.sql(KEPT + "where d.owner_id is not distinct from :owner and d.released is null and not d.discarded order by d.changed_at desc, d.id desc")
                .param("owner", owner.id(), Types.INTEGER)
                .query((row, n) -> kept(row))
                .list();
    }

    /** @throws Problem forbidden for who makes no forms; not found when it is somebody else's */
    @Transactional(readOnly = true)
    public Draft.Kept get(int id) {
        Making.Owner owner = owner();
        return jdbc.sql(KEPT + "where d.id = :id").param("id", id).query((row, n) -> kept(row)).optional()
                .filter(kept -> Objects.equals(kept.ownerId(), owner.id()))
                .orElseThrow(Problem::notFound);
    }

    /** @param formCode null: a new form; else a new version of that one, which begins as the newest is */
    @Transactional
    public int begin(@Nullable String formCode) {
        Making.Owner owner = owner();
        Form form = formCode == null ? null : forms.require(formCode);
        if (form != null && !Objects.equals(form.ownerId(), owner.id())) {
            throw Problem.forbidden("reporting.draft.problem.not-your-form", form.nameVi());
        }
        Draft draft = form == null ? Draft.EMPTY : asTable.of(form);
        int id = jdbc.sql("""
                        insert into reporting.form_draft (form_id, owner_id, content, made_by, made_at, changed_by, changed_at)
                        values (:form, :owner, cast(:content as jsonb), :user, :now, :user, :now) returning id""")
                .param("form", form == null ? null : form.id(), Types.SMALLINT)
                .param("owner", owner.id(), Types.INTEGER)
                .param("content", json.writeValueAsString(draft))
                .param("user", CurrentUser.require().id())
                .param("now", Timestamp.from(clock.instant()))
                .query(Integer.class)
                .single();
        trail.write("reporting.form.drafted", "form-draft:" + id, null, Map.of("form", formCode == null ? "" : formCode));
        return id;
    }

    /**
     * Keeps what is written, whatever is wrong with it.
     *
     * @param seen the version upon which it was written
     * @throws Problem conflict when somebody else has changed it since; refused when it carries what may not be kept here
     */
    @Transactional
    public void save(int id, int seen, Draft draft) {
        Draft.Kept before = get(id);
        if (!before.open()) {
            throw Problem.conflict("reporting.draft.problem.closed");
        }
        List.of(draft.nameVi(), draft.aboutVi(), draft.nameEn(), draft.aboutEn(), draft.document(), draft.table(), draft.questions()).forEach(edge::check);
        int changed = jdbc.sql("""
                        update reporting.form_draft set content = cast(:content as jsonb), changed_by = :user, changed_at = :now, version = version + 1
                        where id = :id and version = :seen""")
                .param("content", json.writeValueAsString(draft))
                .param("user", CurrentUser.require().id())
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .param("seen", seen)
                .update();
        if (changed == 0) {
            throw Problem.conflict("reporting.draft.problem.changed", before.changedBy());
        }
    }

    @Transactional
    public void discard(int id) {
        get(id);
        jdbc.sql("update reporting.form_draft set discarded = true where id = :id and released is null").param("id", id).update();
        trail.write("reporting.form.discarded", "form-draft:" + id, null, Map.of());
    }

    Making.Owner owner() {
        return making.owner(CurrentUser.require()).orElseThrow(() -> Problem.forbidden("reporting.draft.problem.not-yours"));
    }

    private Draft.Kept kept(ResultSet row) throws SQLException {
        return new Draft.Kept(
                row.getInt("id"), row.getObject("form_id", Short.class), row.getString("form_code"), row.getObject("owner_id", Integer.class), json.readValue(row.getString("content"), Draft.class),
                row.getInt("version"), row.getObject("released", Integer.class), row.getBoolean("discarded"), row.getTimestamp("changed_at").toInstant(), row.getString("changed_by"));
    }
}
