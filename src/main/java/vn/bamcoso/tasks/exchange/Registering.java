package vn.bamcoso.tasks.exchange;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.documents.edxml.StatusCode;
import vn.bamcoso.tasks.Desk;
import vn.bamcoso.tasks.directive.Directives;

/**
 * What the clerk of documents does with a document that came in: registers it as a directive from outside, or refuses it with
 * a reason; and when the sender asks to have it back, agrees or not. Each act has its state go back to the sender.
 */
@Component
public class Registering {
    /** A message as its page and the list show it. */
    public record Message(
            long id, String direction, String kind, String status, String file, String partner, String partnerName, String documentId, String number, String notation, String subject, String signer, @Nullable LocalDate due,
            @Nullable String steering, @Nullable String code, String description, @Nullable String problemVi, @Nullable String problemEn, @Nullable Long letterId, @Nullable Integer directiveId, @Nullable String recall, Instant at) {
        /** Number and symbol as printed: 12/CT-UBND. */
        public String symbol() {
            return number.isEmpty() ? "" : number + "/" + notation;
        }

        public String from() {
            return partnerName.isBlank() ? partner : partnerName;
        }
    }

    static final String FIELDS = """
            select id, direction, kind, status, file, partner, partner_name, document_id, number, notation, subject, signer, due, steering, code, description, problem_vi, problem_en, letter_id, directive_id, recall, at
            from tasks.exchange
            """;

    private final JdbcClient jdbc;
    private final Directives directives;
    private final Desk desk;
    private final States states;
    private final Trail trail;
    private final Clock clock;

    Registering(JdbcClient jdbc, Directives directives, Desk desk, States states, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.directives = directives;
        this.desk = desk;
        this.states = states;
        this.trail = trail;
        this.clock = clock;
    }

    /** Who registers: the clerk of documents, and the Ministry Office. */
    static boolean may(CurrentUser user) {
        return user.has("records_clerk", "ministry_office");
    }

    /** @throws Problem not found */
    @Transactional(readOnly = true)
    public Message get(long id) {
        return jdbc.sql(FIELDS + "where id = :id").param("id", id).query(Message.class).optional().orElseThrow(Problem::notFound);
    }

    /**
     * @param text what is to be kept of it, with its deadline
     * @return the directive
     * @throws Problem conflict when it was decided meanwhile; refused as {@link Directives#record} says
     */
    @Transactional
    public int register(long id, String kind, LocalDate day, String title, String text, int office, short field) {
        Message letter = taken(id);
        int directive = directives.record(new Directives.NewDirective(kind, letter.symbol(), day, letter.signer(), letter.from(), true, title.strip(), text.strip(), null, false, office, field));
        decide(id, "registered", directive);
        states.queue(id, StatusCode.ACCEPTED, "", clock.instant());
        trail.write("tasks.exchange.registered", "exchange:" + id, Map.of("status", letter.status()), Map.of("directive", directive));
        return directive;
    }

    @Transactional
    public void refuse(long id, @Nullable String reason) {
        Message letter = taken(id);
        String why = desk.needed(reason, "tasks.problem.reason");
        decide(id, "refused", null);
        states.queue(id, StatusCode.REFUSED, why, clock.instant());
        trail.write("tasks.exchange.refused", "exchange:" + id, Map.of("status", letter.status()), Map.of("reason", why));
    }

    /** Answers a recall. A document that is agreed back is closed; what was registered from it stays, and says so. */
    @Transactional
    public void answerRecall(long id, boolean agreed, @Nullable String reason) {
        Message letter = held(id);
        if (!"asked".equals(letter.recall())) {
            throw Problem.conflict("tasks.exchange.problem.no-recall");
        }
        String why = agreed ? desk.checked(reason) : desk.needed(reason, "tasks.problem.reason");
        jdbc.sql("update tasks.exchange set recall = :answer, status = case when :agreed then 'recalled' else status end, decided_by = :by, decided_at = :at where id = :id")
                .param("answer", agreed ? "agreed" : "refused").param("agreed", agreed).param("by", CurrentUser.require().id()).param("at", Timestamp.from(clock.instant())).param("id", id).update();
        states.queue(id, agreed ? StatusCode.RECALL_AGREED : StatusCode.RECALL_REFUSED, why, clock.instant());
        trail.write(agreed ? "tasks.exchange.recall-agreed" : "tasks.exchange.recall-refused", "exchange:" + id, Map.of("status", letter.status()), Map.of("reason", why));
    }

    /** A state that may not have gone out, because the program stopped just then, is sent again. */
    @Transactional
    public void again(long id) {
        held(id);
        if (jdbc.sql("update tasks.exchange set status = 'queued' where id = :id and direction = 'out' and status = 'writing'").param("id", id).update() == 0) {
            throw Problem.conflict("tasks.exchange.problem.was-sent");
        }
        trail.write("tasks.exchange.sent-again", "exchange:" + id, null, Map.of());
    }

    /** For the page of a directive: the document as which it came, and the states that went back; empty when it came otherwise. */
    @Transactional(readOnly = true)
    public List<Message> of(int directive) {
        return jdbc.sql(FIELDS + "where directive_id = :id or letter_id in (select id from tasks.exchange where directive_id = :id) order by id").param("id", directive).query(Message.class).list();
    }

    private Message taken(long id) {
        Message letter = held(id);
        if (!letter.kind().equals("letter") || !letter.status().equals("waiting")) {
            throw Problem.conflict("tasks.exchange.problem.decided");
        }
        return letter;
    }

    private Message held(long id) {
        if (!may(CurrentUser.require())) {
            throw Problem.forbidden("tasks.problem.not-your-act");
        }
        return jdbc.sql(FIELDS + "where id = :id for update").param("id", id).query(Message.class).optional().orElseThrow(Problem::notFound);
    }

    private void decide(long id, String status, @Nullable Integer directive) {
        jdbc.sql("update tasks.exchange set status = :status, directive_id = :directive, decided_by = :by, decided_at = :at where id = :id")
                .param("status", status).param("directive", directive, Types.INTEGER).param("by", CurrentUser.require().id()).param("at", Timestamp.from(clock.instant())).param("id", id).update();
    }
}
