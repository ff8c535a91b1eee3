package vn.bamcoso.tasks.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.documents.edxml.Edxml;
import vn.bamcoso.documents.edxml.EdxmlReader;
import vn.bamcoso.documents.edxml.StatusCode;
import vn.bamcoso.notices.Notice;
import vn.bamcoso.notices.Notices;
import vn.bamcoso.tasks.Desk;
import vn.bamcoso.territory.Places;

/**
 * Reads the files that came in. A document becomes a draft that the clerk of documents registers, and its arrival is told back; a recall is
 * put before the clerk; what a receiver tells of a document of ours is noted; whatever cannot be read, may not be kept here or came before is set aside with a sentence.
 */
@Component
class Receiving {
    private static final int MOST_BYTES = 1_000_000;
    private static final short TASKS = 7;

    private record Put(long id, @Nullable Problem problem) {}

    private final Folders folders;
    private final States states;
    private final Desk desk;
    private final Places places;
    private final Notices notices;
    private final Trail trail;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Receiving(Folders folders, States states, Desk desk, Places places, Notices notices, Trail trail, JdbcClient jdbc, TransactionTemplate transaction) {
        this.folders = folders;
        this.states = states;
        this.desk = desk;
        this.places = places;
        this.notices = notices;
        this.trail = trail;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** @return how many files were read, good or bad */
    int all(Instant at) {
        int read = 0;
        for (Path file : folders.waiting(at)) {
            Path work = folders.take(file);
            if (work != null) {
                one(work, at);
                read++;
            }
        }
        return read;
    }

    private void one(Path work, Instant at) {
        String name = work.getFileName().toString();
        byte[] content = bytes(work);
        Put put;
        try {
            put = transaction.execute(running -> new Put(message(EdxmlReader.read(new ByteArrayInputStream(content)).message(), name, content, at), null));
        } catch (DuplicateKeyException again) {
            put = setAside(name, content, Problem.refused("tasks.exchange.problem.came-before"), at);
        } catch (Problem bad) {
            put = setAside(name, content, bad, at);
        }
        folders.put(work, put.problem() == null, put.id(), put.problem() == null ? null : Texts.vi().get(put.problem()));
    }

    private Put setAside(String name, byte[] content, Problem why, Instant at) {
        return transaction.execute(running -> {
            long id = row("bad", "set_aside", name, content, at).param("problem_vi", Texts.vi().get(why)).param("problem_en", Texts.en().get(why))
                    .params(nothing()).param("code", null, Types.VARCHAR).param("letter", null, Types.BIGINT).query(Long.class).single();
            tell("tasks.exchange.told.bad", List.of(name, Texts.vi().get(why)), "/exchange/" + id, "exchange.bad:" + id, at);
            return new Put(id, why);
        });
    }

    private long message(Edxml message, String file, byte[] content, Instant at) {
        return switch (message) {
            case Edxml.Letter letter -> letter(letter, file, content, at);
            case Edxml.State state -> state(state, file, content, at);
        };
    }

    private long letter(Edxml.Letter letter, String file, byte[] content, Instant at) {
        if (letter.to().stream().noneMatch(organ -> organ.id().equals(folders.organ()))) {
            throw Problem.refused("tasks.exchange.problem.not-for-us", folders.organ());
        }
        String signer = java.util.stream.Stream.of(letter.signer().competence(), letter.signer().position(), letter.signer().name()).filter(part -> !part.isBlank()).collect(java.util.stream.Collectors.joining(" "));
        List.of(letter.subject(), signer, letter.from().name(), letter.documentId(), letter.code().notation()).forEach(desk::checked);
        long id = row("letter", "waiting", file, content, at).param("problem_vi", null, Types.VARCHAR).param("problem_en", null, Types.VARCHAR)
                .param("partner", letter.from().id()).param("partner_name", letter.from().name()).param("document", letter.documentId()).param("number", letter.code().number()).param("notation", letter.code().notation())
                .param("subject", letter.subject()).param("signer", signer).param("due", letter.due(), Types.DATE).param("steering", letter.steering(), Types.VARCHAR).param("description", "")
                .param("code", null, Types.VARCHAR).param("letter", null, Types.BIGINT).query(Long.class).single();
        trail.write("tasks.exchange.received", "exchange:" + id, null, Map.of("partner", letter.from().id(), "document", letter.documentId(), "number", letter.code().number() + "/" + letter.code().notation()));
        states.queue(id, StatusCode.ARRIVED, "", at);
        tell("tasks.exchange.told.letter", List.of(letter.code().number() + "/" + letter.code().notation(), letter.from().name().isBlank() ? letter.from().id() : letter.from().name()), "/exchange/" + id, "exchange.letter:" + id, at);
        return id;
    }

    private long state(Edxml.State state, String file, byte[] content, Instant at) {
        desk.checked(state.description());
        if (state.status() != StatusCode.RECALL_ASKED) {
            return told(state, file, content, at);
        }
        record Letter(long id, String status) {}
        Optional<Letter> about = jdbc.sql("select id, status from tasks.exchange where direction = 'in' and kind = 'letter' and partner = :partner and document_id = :document for update")
                .param("partner", state.from().id()).param("document", state.answers().documentId()).query(Letter.class).optional();
        if (about.isEmpty()) {
            throw Problem.refused("tasks.exchange.problem.unknown-document", state.answers().documentId());
        }
        if (!List.of("waiting", "registered").contains(about.get().status())) {
            throw Problem.refused("tasks.exchange.problem.closed-document", state.answers().documentId());
        }
        long id = noted(state, about.get().id(), file, content, at);
        jdbc.sql("update tasks.exchange set recall = 'asked' where id = :id").param("id", about.get().id()).update();
        trail.write("tasks.exchange.recall-asked", "exchange:" + about.get().id(), null, Map.of("document", state.answers().documentId()));
        tell("tasks.exchange.told.recall", List.of(state.answers().documentId()), "/exchange/" + about.get().id(), "exchange.recall:" + id, at);
        return id;
    }

    /** How far a receiver has come with a document that we sent. */
    private long told(Edxml.State state, String file, byte[] content, Instant at) {
        long letter = jdbc.sql("select id from tasks.exchange where direction = 'out' and kind = 'letter' and partner = :partner and document_id = :document").param("partner", state.from().id())
                .param("document", state.answers().documentId()).query(Long.class).optional().orElseThrow(() -> Problem.refused("tasks.exchange.problem.not-sent-by-us", state.answers().documentId()));
        return noted(state, letter, file, content, at);
    }

    private long noted(Edxml.State state, long letter, String file, byte[] content, Instant at) {
        return row("state", "noted", file, content, at).params(nothing()).param("problem_vi", null, Types.VARCHAR).param("problem_en", null, Types.VARCHAR)
                .param("partner", state.from().id()).param("partner_name", state.from().name()).param("document", state.answers().documentId()).param("description", state.description())
                .param("code", state.status().code()).param("letter", letter).query(Long.class).single();
    }

    private static Map<String, Object> nothing() {
        Map<String, Object> none = new java.util.HashMap<>(Map.of("partner", "", "partner_name", "", "document", "", "number", "", "notation", "", "subject", "", "signer", "", "description", ""));
        none.put("due", new org.springframework.jdbc.core.SqlParameterValue(Types.DATE, null));
        none.put("steering", new org.springframework.jdbc.core.SqlParameterValue(Types.VARCHAR, null));
        return none;
    }

    private JdbcClient.StatementSpec row(String kind, String status, String file, byte[] content, Instant at) {
        var nation = places.nation();
        return jdbc.sql("""
                        insert into tasks.exchange (direction, kind, status, file, sha256, partner, partner_name, document_id, number, notation, subject, signer, due, steering, code, description, problem_vi, problem_en, letter_id, at, field, home, place_id)
                        values ('in', :kind, :status, :file, :sha, :partner, :partner_name, :document, :number, :notation, :subject, :signer, :due, :steering, :code, :description, :problem_vi, :problem_en, :letter, :at, :field, :home, :place)
                        returning id""")
                .param("kind", kind).param("status", status).param("file", file.length() > 300 ? file.substring(0, 300) : file).param("sha", sha(content)).param("at", Timestamp.from(at))
                .param("field", TASKS).param("home", nation.home()).param("place", nation.id());
    }

    private void tell(String key, List<Object> args, String link, String once, Instant at) {
        notices.tell(jdbc.sql("select distinct office_id from identity.pub_holder h where role = 'records_clerk' and exists (select from territory.pub_office o where o.office_id = h.office_id and o.code = 'V01')").query(Integer.class).list().stream()
                .map(office -> new Notice(Notice.Recipient.post(office, "records_clerk"), Notice.Kind.NEWS, key, args, link, false, once + ":" + office)).toList(), at);
    }

    /** One byte more than is allowed is enough for the reader to refuse it. */
    private static byte[] bytes(Path file) {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(MOST_BYTES + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] sha(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
