package vn.bamcoso.tasks.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.notices.ToldStages;
import vn.bamcoso.shell.Html;
import vn.bamcoso.tasks.Choices;
import vn.bamcoso.tasks.Desk;
import vn.bamcoso.tasks.Share;
import vn.bamcoso.tasks.Shares;
import vn.bamcoso.tasks.Status;
import vn.bamcoso.tasks.Task;
import vn.bamcoso.tasks.Tasks;
import vn.bamcoso.tasks.bound.Binding;
import vn.bamcoso.tasks.bound.Bound;
import vn.bamcoso.tasks.bound.FollowUps;
import vn.bamcoso.tasks.directive.Directive;
import vn.bamcoso.tasks.directive.Directives;
import vn.bamcoso.tasks.overview.OwnBook;

/** One share with all that happened to it, and the acts that the user may take now. */
@Controller
public class SharePage {
    public record Event(String act, LocalDate day, String note, @Nullable Integer percent, Instant at, String who) {}

    public record Proof(String kind, String content, String note, @Nullable Long attachmentId, Instant at, String who) {
        /** Where a figure is shown. */
        public String figure() {
            return content.contains(" ") ? "/figures/" + content.substring(0, content.indexOf(' ')) + "?period=" + content.substring(content.indexOf(' ') + 1) : "/figures/" + content;
        }
    }

    public record Extension(LocalDate until, String reason, Instant askedAt, @Nullable Boolean granted, @Nullable String answer) {}

    public record Question(long id, String question, String asker, Instant askedAt, @Nullable String answer, @Nullable String answerer, boolean mayAnswer) {}

    /** @param heldSince since when the holder has held the post: a person answers for the days held, the lateness is the post's */
    public record Shown(
            Share share, ShareRow row, Task task, @Nullable Directive directive, String post, List<Event> events, List<Proof> evidence, List<Extension> extensions, List<Question> questions, List<Task> cut, boolean mayWork,
            boolean mayAnswer, boolean mayDecide, boolean mayCut, @Nullable LocalDate heldSince, @Nullable Bound bound, FollowUps.@Nullable Line trend, LocalDate today, List<ToldStages.Told> told, List<OwnBook.Held> held) {
        /** What the issuer said when the share came back, while the lead has it again; null when it did not, or nothing was said. */
        public @Nullable Event sentBack() {
            Set<String> turns = share.status() == Status.WORKING ? Set.of("returned", "proposed") : share.status() == Status.ASSIGNED ? Set.of("reassigned", "refused") : Set.of();
            return events.stream().filter(event -> turns.contains(event.act())).findFirst().filter(event -> Set.of("returned", "reassigned").contains(event.act()) && !event.note().isBlank()).orElse(null);
        }
    }

    private final Shares shares;
    private final ShareLists lists;
    private final Tasks tasks;
    private final Directives directives;
    private final Choices choices;
    private final Binding binding;
    private final FollowUps followUps;
    private final Desk desk;
    private final JdbcClient jdbc;
    private final ToldStages told;
    private final OwnBook ownBook;

    SharePage(Shares shares, ShareLists lists, Tasks tasks, Directives directives, Choices choices, Binding binding, FollowUps followUps, Desk desk, JdbcClient jdbc, ToldStages told, OwnBook ownBook) {
        this.shares = shares;
        this.lists = lists;
        this.tasks = tasks;
        this.directives = directives;
        this.choices = choices;
        this.binding = binding;
        this.followUps = followUps;
        this.desk = desk;
        this.jdbc = jdbc;
        this.told = told;
        this.ownBook = ownBook;
    }

    @GetMapping("/tasks/shares/{id}")
    @Transactional(readOnly = true)
    View show(@PathVariable long id, @RequestParam(required = false) @Nullable String done, Locale locale) {
        CurrentUser user = CurrentUser.require();
        Share share = shares.get(id);
        Task task = tasks.get(share.taskId());
        boolean works = desk.mayWork(user, share);
        boolean decides = desk.mayDecide(user, share.issuerId());
        return Html.of("tasks/view/share", "done", done, "shown", new Shown(
                share, lists.named(List.of(id)).getFirst(), task, task.directiveId() == null ? null : directives.find(task.directiveId()).orElse(null), choices.post(share.role(), Texts.of(locale)), events(id), evidence(id),
                jdbc.sql("select until, reason, asked_at, granted, answer from tasks.extension where share_id = :id order by id").param("id", id).query(Extension.class).list(), questions(id, user, works || decides),
                tasks.cutFrom(id), works, desk.mayAnswer(user, share), decides, share.status().open() && desk.issuing(user).stream().anyMatch(office -> office.id() == share.officeId()), heldSince(share),
                binding.of(task, share), task.indicator() == null ? null : followUps.last(id), desk.today(), told.of("tasks.share", String.valueOf(id)), ownBook.of(share, desk.today())));
    }

    private List<Event> events(long id) {
        return jdbc.sql("""
                        select e.act, e.day, e.note, e.percent, e.at, coalesce(u.name, '') as who from tasks.event e left join identity.pub_user u on u.user_id = e.user_id
                        where e.share_id = :id order by e.id desc limit 200""").param("id", id).query(Event.class).list();
    }

    private List<Proof> evidence(long id) {
        return jdbc.sql("""
                        select e.kind, e.content, e.note, e.attachment_id, e.at, coalesce(u.name, '') as who from tasks.evidence e left join identity.pub_user u on u.user_id = e.user_id
                        where e.share_id = :id order by e.id""").param("id", id).query(Proof.class).list();
    }

    private List<Question> questions(long id, CurrentUser user, boolean concerned) {
        return jdbc.sql("""
                        select q.id, q.question, coalesce(a.name, '') as asker, q.asked_at, q.answer, b.name as answerer, (:concerned and q.answer is null and q.asked_by <> :user) as may_answer
                        from tasks.question q left join identity.pub_user a on a.user_id = q.asked_by left join identity.pub_user b on b.user_id = q.answered_by
                        where q.share_id = :id order by q.id""").param("id", id).param("concerned", concerned).param("user", user.id()).query(Question.class).list();
    }

    private @Nullable LocalDate heldSince(Share share) {
        return jdbc.sql("select max(valid_from) from identity.pub_holder where office_id = :office and role = :role and valid_from <= :today and :today < valid_to")
                .param("office", share.officeId()).param("role", share.role()).param("today", desk.today()).query(LocalDate.class).optional().orElse(null);
    }
}
