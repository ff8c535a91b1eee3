package vn.bamcoso.tasks.working;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.figures.Indicators;
import vn.bamcoso.tasks.Desk;
import vn.bamcoso.tasks.Share;
import vn.bamcoso.tasks.Shares;
import vn.bamcoso.tasks.Shares.Change;

/** What is told beside the states: evidence of work, questions and their answers. All of it stays with the share. */
@Component
public class Telling {
    private static final Set<String> KINDS = Set.of("link", "figure", "document", "text");

    private final JdbcClient jdbc;
    private final Shares shares;
    private final Desk desk;
    private final Indicators indicators;
    private final Clock clock;

    Telling(JdbcClient jdbc, Shares shares, Desk desk, Indicators indicators, Clock clock) {
        this.jdbc = jdbc;
        this.shares = shares;
        this.desk = desk;
        this.indicators = indicators;
        this.clock = clock;
    }

    /** @param kind link (an http address), figure (indicator and period), document (number and day) or text */
    @Transactional
    public void prove(long id, String kind, @Nullable String content, @Nullable String note) {
        Share share = speaking(id);
        desk.require(desk.mayWork(CurrentUser.require(), share));
        String what = desk.needed(content, "tasks.problem.evidence");
        if (!KINDS.contains(kind) || kind.equals("link") && !what.matches("https?://[^\\s\"<>]+")) {
            throw Problem.refused("tasks.problem.link");
        }
        if (kind.equals("figure")) {
            figure(what);
        }
        jdbc.sql("insert into tasks.evidence (share_id, kind, content, note, at, user_id, field, home, place_id) values (:id, :kind, :content, :note, :at, :by, :field, :home, :place)")
                .params(Map.of("id", id, "kind", kind, "content", what, "note", desk.checked(note), "by", CurrentUser.require().id(), "at", Timestamp.from(clock.instant()),
                        "field", share.field(), "home", share.home(), "place", share.placeId())).update();
        shares.keep(share, "evidenced", Change.nothing(), desk.today(), what);
    }

    /** A figure is named by its indicator and, when it is not of today, its period: communication_conferences 2026-Q3. */
    private void figure(String what) {
        String[] said = what.split("\\s+");
        indicators.byCode(said[0]).orElseThrow(() -> Problem.refused("tasks.problem.indicator", said[0]));
        if (said.length > 1) {
            Period.parse(said[1]);
        }
    }

    private Share speaking(long id) {
        Share share = shares.take(id, null);
        if (share.bare()) {
            throw Problem.refused("tasks.problem.bare");
        }
        return share;
    }

    @Transactional
    public void ask(long id, @Nullable String question) {
        Share share = speaking(id);
        CurrentUser user = CurrentUser.require();
        desk.require(desk.mayWork(user, share) || desk.mayDecide(user, share.issuerId()));
        String what = desk.needed(question, "tasks.problem.question");
        jdbc.sql("insert into tasks.question (share_id, question, asked_by, asked_at, field, home, place_id) values (:id, :question, :by, :at, :field, :home, :place)")
                .params(Map.of("id", id, "question", what, "by", user.id(), "at", Timestamp.from(clock.instant()), "field", share.field(), "home", share.home(), "place", share.placeId())).update();
        shares.keep(share, "asked", Change.nothing(), desk.today(), what);
    }

    /** Whoever did not ask may answer: the lead to the issuer, the issuer to the lead. */
    @Transactional
    public void answer(long id, long question, @Nullable String answer) {
        Share share = speaking(id);
        CurrentUser user = CurrentUser.require();
        desk.require(desk.mayWork(user, share) || desk.mayDecide(user, share.issuerId()));
        String what = desk.needed(answer, "tasks.problem.answer");
        int answered = jdbc.sql("update tasks.question set answer = :answer, answered_by = :by, answered_at = :at where id = :question and share_id = :id and answer is null")
                .params(Map.of("id", id, "question", question, "answer", what, "by", user.id(), "at", Timestamp.from(clock.instant()))).update();
        if (answered == 0) {
            throw Problem.conflict("tasks.problem.answered");
        }
        shares.keep(share, "answered", Change.nothing(), desk.today(), what);
    }
}
