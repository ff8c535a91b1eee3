package vn.bamcoso.tasks.exchange;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.tasks.Desk;
import vn.bamcoso.tasks.directive.Directive;
import vn.bamcoso.tasks.directive.Directives;

/** Lets a directive of the house go out to another organisation, with its deadline: once to each. What the receiver tells of it comes back to the directive's page. */
@Component
public class Sending {
    /** Codes after Decision 20/2020: 000.00.00.H41. */
    private static final Pattern ORGAN = Pattern.compile("[0-9A-Z]{2,4}(\\.[0-9A-Z]{2,4}){3}");

    private final JdbcClient jdbc;
    private final Folders folders;
    private final Directives directives;
    private final Desk desk;
    private final Trail trail;
    private final Clock clock;

    Sending(JdbcClient jdbc, Folders folders, Directives directives, Desk desk, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.folders = folders;
        this.directives = directives;
        this.desk = desk;
        this.trail = trail;
        this.clock = clock;
    }

    /** Whether this user may send this directive: the house exchanges files, it issued the directive, and the user registers and keeps it. */
    public boolean may(CurrentUser user, Directive directive) {
        return folders.there() && !directive.outside() && Registering.may(user) && desk.keeping(user).stream().anyMatch(office -> office.id() == directive.officeId());
    }

    /**
     * @param organ code of the receiver; {@code name} of it
     * @param due by when it is to be carried out; null when nothing is due
     * @throws Problem forbidden; refused when the code is none, or our own; conflict when it went there already
     */
    @Transactional
    public void send(int directiveId, String organ, String name, @Nullable LocalDate due) {
        CurrentUser by = CurrentUser.require();
        Directive directive = directives.get(directiveId);
        desk.require(may(by, directive));
        String code = organ.strip();
        if (!ORGAN.matcher(code).matches() || code.equals(folders.organ())) {
            throw Problem.refused("tasks.exchange.problem.organ");
        }
        String receiver = desk.needed(name, "tasks.exchange.problem.organ");
        int slash = directive.number().indexOf('/');
        try {
            jdbc.sql("""
                            insert into tasks.exchange (direction, kind, status, file, partner, partner_name, document_id, number, notation, subject, signer, due, steering, directive_id, at, field, home, place_id)
                            select 'out', 'letter', 'queued', '', :partner, :name, :document, :number, :notation, d.title, :signer, :due, '1', d.id, :at, d.field, d.home, d.place_id from tasks.directive d where d.id = :directive""")
                    .param("partner", code).param("name", receiver).param("document", folders.organ() + ".VB" + directiveId).param("number", slash < 0 ? directive.number() : directive.number().substring(0, slash))
                    .param("notation", slash < 0 ? directive.kind() : directive.number().substring(slash + 1)).param("signer", directive.signer().isBlank() ? directive.issuer() : directive.signer()).param("due", due, Types.DATE)
                    .param("at", Timestamp.from(clock.instant())).param("directive", directiveId).update();
        } catch (DuplicateKeyException there) {
            throw Problem.conflict("tasks.exchange.problem.went-before", receiver);
        }
        trail.write("tasks.exchange.sent", "directive:" + directiveId, null, Map.of("partner", code, "due", String.valueOf(due)));
    }
}
