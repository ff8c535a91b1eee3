package vn.bamcoso.tasks.issuing;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.figures.Indicators;
import vn.bamcoso.tasks.Desk;
import vn.bamcoso.tasks.DueRule;
import vn.bamcoso.tasks.Settings;
import vn.bamcoso.tasks.Share;
import vn.bamcoso.tasks.Shares;
import vn.bamcoso.tasks.Task;
import vn.bamcoso.tasks.Tasks;
import vn.bamcoso.territory.Office;
import vn.bamcoso.territory.Places;

/** Writing a task down before it is issued. A draft may lack anything but what is to be done; only its issuer sees it. */
@Component
public class Drafting {
    /**
     * What a draft says.
     *
     * @param officeId who issues
     * @param shareId the share that is cut into this task; null for a task of its own right
     * @param cooperating offices that help; {@code monitoring} those that watch
     */
    public record Draft(
            int officeId, @Nullable Integer directiveId, String article, @Nullable Long shareId, String kind, @Nullable Integer number, short field, String title, String deliverable,
            String authority, String audience, List<Integer> offices, List<Integer> bodies, String post, DueRule rule, @Nullable LocalDate due, String dueNote,
            List<Integer> cooperating, List<Integer> monitoring, @Nullable String indicator, @Nullable BigDecimal target, @Nullable String comparison) {}

    private final JdbcClient jdbc;
    private final Desk desk;
    private final Tasks tasks;
    private final Shares shares;
    private final Places places;
    private final Indicators indicators;
    private final Settings settings;
    private final Trail trail;
    private final Clock clock;

    Drafting(JdbcClient jdbc, Desk desk, Tasks tasks, Shares shares, Places places, Indicators indicators, Settings settings, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.desk = desk;
        this.tasks = tasks;
        this.shares = shares;
        this.places = places;
        this.indicators = indicators;
        this.settings = settings;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * @return tasks.task.id
     * @throws Problem forbidden unless the user issues for that office; refused when a text may not be kept here, an office is not below the issuer, or the share is cut with a later date
     */
    @Transactional
    public int open(Draft draft) {
        Office issuer = desk.needIssuer(CurrentUser.require(), draft.officeId());
        check(draft);
        var place = places.byId(java.util.Objects.requireNonNull(issuer.placeId()), desk.today()).orElseThrow(Problem::notFound);
        int id = put("""
                        insert into tasks.task (directive_id, article, share_id, kind, number, title, deliverable, authority, audience, office_ids, body_ids, post, due_rule, due, due_note, indicator, target,
                               comparison, status, office_id, field, home, place_id, entered_by, entered_at)
                        values (:directive, :article, :share, :kind, :number, :title, :deliverable, :authority, :audience, :offices, :bodies, :post, :rule, :due, :note, :indicator, :target,
                               :comparison, 'draft', :office, :field, :home, :place, :by, :at) returning id""", draft)
                .param("office", issuer.id()).param("home", place.home()).param("place", place.id()).param("by", CurrentUser.require().id()).param("at", Timestamp.from(clock.instant()))
                .query(Integer.class).single();
        parts(id, draft);
        trail.write("tasks.task.drafted", "task:" + id, null, draft);
        return id;
    }

    /** @throws Problem conflict when it was issued or changed meanwhile */
    @Transactional
    public void change(int id, int seen, Draft draft) {
        Task before = tasks.take(id, seen);
        if (!before.draft()) {
            throw Problem.conflict("tasks.problem.issued-already");
        }
        desk.needIssuer(CurrentUser.require(), before.officeId());
        check(draft);
        put("""
                        update tasks.task set directive_id = :directive, article = :article, share_id = :share, kind = :kind, number = :number, title = :title, deliverable = :deliverable, authority = :authority,
                               audience = :audience, office_ids = :offices, body_ids = :bodies, post = :post, due_rule = :rule, due = :due, due_note = :note, indicator = :indicator, target = :target,
                               comparison = :comparison, field = :field, version = version + 1 where id = :id""", draft).param("id", id).update();
        jdbc.sql("delete from tasks.part where task_id = :id").param("id", id).update();
        parts(id, draft);
        trail.write("tasks.task.redrafted", "task:" + id, before, draft);
    }

    private JdbcClient.StatementSpec put(String sql, Draft draft) {
        return jdbc.sql(sql).param("directive", draft.directiveId(), Types.INTEGER).param("article", draft.article()).param("share", draft.shareId(), Types.BIGINT).param("kind", draft.kind())
                .param("number", draft.number(), Types.SMALLINT).param("title", draft.title()).param("deliverable", draft.deliverable()).param("authority", draft.authority())
                .param("audience", draft.audience()).param("offices", draft.offices().toArray(Integer[]::new)).param("bodies", draft.bodies().toArray(Integer[]::new)).param("post", draft.post())
                .param("rule", draft.rule().code()).param("due", draft.due(), Types.DATE).param("note", draft.dueNote()).param("indicator", draft.indicator(), Types.VARCHAR)
                .param("target", draft.target(), Types.NUMERIC).param("comparison", draft.comparison(), Types.VARCHAR).param("field", draft.field());
    }

    private void parts(int task, Draft draft) {
        part(task, draft, "cooperates", draft.cooperating());
        part(task, draft, "monitors", draft.monitoring());
    }

    private void part(int task, Draft draft, String part, List<Integer> offices) {
        jdbc.sql("""
                        insert into tasks.part (task_id, office_id, part, field, home, place_id)
                        select :task, o.office_id, :part, :field, p.home, p.place_id from territory.pub_office o
                        join territory.pub_place p on p.place_id = o.place_id and p.valid_from <= :day and :day < p.valid_to
                        where o.office_id = any (:offices) and o.valid_from <= :day and :day < o.valid_to""")
                .param("task", task).param("part", part).param("field", draft.field()).param("offices", offices.toArray(Integer[]::new)).param("day", desk.today()).update();
    }

    private void check(Draft draft) {
        desk.needed(draft.title(), "tasks.problem.no-title");
        Settings.Kind kind = settings.kind(draft.kind());
        if (kind.bare()) {
            List.of(draft.deliverable(), draft.authority(), draft.dueNote(), draft.title().contains("\n") || draft.title().length() > 200 ? "x" : "", draft.indicator() == null && draft.shareId() == null && draft.directiveId() == null ? "" : "x")
                    .forEach(Desk::bare);
        }
        for (String text : List.of(draft.title(), draft.deliverable(), draft.authority(), draft.article(), draft.dueNote())) {
            desk.checked(text);
        }
        if (draft.indicator() != null) {
            indicators.byCode(draft.indicator()).orElseThrow(() -> Problem.refused("tasks.problem.indicator", draft.indicator()));
        }
        if (draft.shareId() != null) {
            Share share = shares.get(draft.shareId());
            if (share.officeId() != draft.officeId() || !share.status().open()) {
                throw Problem.refused("tasks.problem.cut");
            }
            if (draft.due() != null && draft.due().isAfter(share.due())) {
                throw Problem.refused("tasks.problem.cut-later", share.due());
            }
        }
    }
}
