package vn.bamcoso.tasks.exchange;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.bamcoso.basics.Sql;
import vn.bamcoso.documents.edxml.Edxml;
import vn.bamcoso.documents.edxml.EdxmlWriter;
import vn.bamcoso.documents.edxml.StatusCode;

/**
 * What goes out: documents of the house, and the states that go back to who sent one, each once. Arrived, accepted and refused are the clerk's; assigned, in
 * progress and finished follow from the tasks that came of it. A state is marked before its file appears: after a crash it is not sent
 * twice, and what may not have gone out is shown to be sent again by hand.
 */
@Component
class States {
    private record Out(long id, String kind, String partner, String partnerName, String documentId, String number, String notation, String subject, String signer, @Nullable LocalDate due, @Nullable String steering, @Nullable String code, String description) {}

    private final Folders folders;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    States(Folders folders, JdbcClient jdbc, TransactionTemplate transaction) {
        this.folders = folders;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Has a state go back, in the transaction of what brought it about; a state that went already does not go again. */
    @Transactional(propagation = Propagation.MANDATORY)
    void queue(long letter, StatusCode code, String description, Instant at) {
        jdbc.sql("""
                        insert into tasks.exchange (direction, kind, status, file, partner, partner_name, document_id, number, notation, subject, code, description, letter_id, at, field, home, place_id)
                        select 'out', 'state', 'queued', '', l.partner, l.partner_name, l.document_id, l.number, l.notation, l.subject, :code, :description, l.id, :at, l.field, l.home, l.place_id
                        from tasks.exchange l where l.id = :letter on conflict do nothing""")
                .param("code", code.code()).param("description", description).param("at", Timestamp.from(at)).param("letter", letter).update();
    }

    /** What the tasks of registered documents tell. @return how many states are new */
    int follow(Instant at) {
        return transaction.execute(running -> jdbc.sql(Sql.beside(States.class, "follow.sql")).param("at", Timestamp.from(at)).update());
    }

    /** Writes all that waits. @return how many files */
    int send() {
        int sent = 0;
        List<Out> some;
        do {
            some = transaction.execute(running -> jdbc.sql("""
                            update tasks.exchange set status = 'writing', file = kind || '-' || id || '.xml'
                            where id in (select id from tasks.exchange where status = 'queued' order by id limit 100 for update skip locked)
                            returning id, kind, partner, partner_name, document_id, number, notation, subject, signer, due, steering, code, description""").query(Out.class).list());
            for (Out one : some) {
                folders.send(one.kind() + "-" + one.id() + ".xml", EdxmlWriter.write(one.kind().equals("letter") ? letter(one) : state(one)));
                transaction.executeWithoutResult(running -> jdbc.sql("update tasks.exchange set status = 'sent' where id = :id and status = 'writing'").param("id", one.id()).update());
                sent++;
            }
        } while (!some.isEmpty());
        return sent;
    }

    private Edxml state(Out one) {
        return new Edxml.State(new Edxml.Reference(one.partner(), new Edxml.Code(one.number(), one.notation()), one.documentId()), us(), StatusCode.of(Objects.requireNonNull(one.code())).orElseThrow(), one.description());
    }

    private Edxml letter(Out one) {
        return new Edxml.Letter(one.documentId(), us(), List.of(new Edxml.Organ(one.partner(), one.partnerName())), new Edxml.Code(one.number(), one.notation()), one.subject(), new Edxml.Signer("", "", one.signer()), one.due(), one.steering(),
                List.of(one.partnerName()), null);
    }

    private Edxml.Organ us() {
        return new Edxml.Organ(folders.organ(), folders.name());
    }
}
