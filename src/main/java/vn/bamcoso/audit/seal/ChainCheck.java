package vn.bamcoso.audit.seal;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.audit.Head;
import vn.bamcoso.audit.Verification.Finding;
import vn.bamcoso.audit.Verification.Report;
import vn.bamcoso.store.Database;
import vn.bamcoso.store.StoreProblem;

/** Walks once along the chain, once over what is not in it, and compares the ends with what was noted elsewhere. */
public final class ChainCheck {
    private static final String CHAIN = """
            -- The sealed chain in its order, each link with its row and contents as far as they are still there.
            select s.number, s.entry_id, s.link, e.*, c.entry_id as content_of, c.salt, c.before, c.after, c.erased
            from audit.seal s left join audit.entry e on e.id = s.entry_id left join audit.content c on c.entry_id = s.entry_id
            order by s.number""";
    private static final String OUTSIDE = """
            -- Rows that are in no link of the chain, and whether they properly wait for one.
            select e.*, w.entry_id is not null as waits from audit.entry e
            left join audit.seal s on s.entry_id = e.id left join audit.waiting w on w.entry_id = e.id
            where s.entry_id is null order by e.id""";
    private static final String COPIES = """
            -- Rows that repeat another row to the last bit: each holds a salt of its own, so the second is a copy.
            select id from (select id, row_number() over (partition by mac order by id) as nth from audit.entry) e where nth > 1 order by id""";

    private final Marks marks;
    private final Path data;
    private final List<Head> fromPaper;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Finding> notes = new ArrayList<>();
    private final TreeMap<Long, Set<String>> noted = new TreeMap<>();
    private final TreeMap<Long, String> erased = new TreeMap<>();
    private final Set<String> ordered = new HashSet<>();
    private long lines;
    private long number;
    private byte @Nullable [] before;

    public ChainCheck(Marks marks, Path data, List<Head> fromPaper) {
        this.marks = marks;
        this.data = data;
        this.fromPaper = fromPaper;
    }

    public Report of(Database database) {
        try (Connection connection = DriverManager.getConnection(database.url(), database.owner(), database.ownerPassword())) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            if (!expectHeads(connection)) {
                return new Report(0, null, List.of(new Finding("other-key", 0, 0, "")), List.of());
            }
            each(connection, CHAIN, this::link);
            end();
            each(connection, OUTSIDE, this::outside);
            each(connection, COPIES, row -> find("copied", row.getLong(1), 0, ""));
            erasures();
            return new Report(lines, number == 0 || before == null ? null : new Head(number, HexFormat.of().formatHex(before)), findings, notes);
        } catch (SQLException | IOException e) {
            throw new StoreProblem("Không đọc được nhật ký. / The trail cannot be read: " + e.getMessage());
        }
    }

    /** @return false when this is not the key of the chain: then nothing can be said */
    private boolean expectHeads(Connection connection) throws SQLException, IOException {
        UUID chain;
        try (var rows = connection.createStatement().executeQuery("select id, mark from audit.chain")) {
            rows.next();
            chain = rows.getObject(1, UUID.class);
            byte[] mark = rows.getBytes(2);
            if (mark != null && !MessageDigest.isEqual(mark, marks.keyMark())) {
                return false;
            }
        }
        before = marks.beginning(chain);
        for (Head head : HeadsFile.heads(data, chain)) {
            noted.computeIfAbsent(head.number(), n -> new HashSet<>()).add(head.link());
        }
        for (Head head : fromPaper) {
            noted.computeIfAbsent(head.number(), n -> new HashSet<>()).add(head.link());
        }
        return true;
    }

    private void link(ResultSet row) throws SQLException {
        long here = row.getLong("number");
        byte[] link = row.getBytes("link");
        long entry = row.getLong("entry_id");
        boolean gap = here != number + 1;
        if (gap) {
            missing(number + 1, here - 1);
        }
        row.getLong("id");
        if (row.wasNull()) {
            find("removed-line", entry, here, "");
        } else {
            Line line = Line.read(row, 0);
            boolean written = line.written(marks);
            boolean linked = before != null && MessageDigest.isEqual(link, marks.link(before, entry, line.mac(), true));
            if (!written) {
                find(linked ? "changed" : "inserted", entry, here, "");
            } else if (!linked && !gap) {
                find("out-of-order", entry, here, "");
            }
            contents(row, line, here);
            lines++;
        }
        Set<String> heads = noted.remove(here);
        if (heads != null && heads.stream().anyMatch(head -> !HexFormat.of().formatHex(link).startsWith(head))) {
            find("other-head", entry, here, "");
        }
        number = here;
        before = link;
    }

    private void contents(ResultSet row, Line line, long here) throws SQLException {
        row.getLong("content_of");
        if (row.wasNull()) {
            find("content-removed", line.id(), here, "");
        } else if (row.getString("erased") != null) {
            erased.put(line.id(), row.getString("erased"));
        } else if (!MessageDigest.isEqual(line.digest(), Marks.digest(row.getBytes("salt"), row.getString("before"), row.getString("after")))) {
            find("content-changed", line.id(), here, "");
        }
        if (line.act().equals("audit.content.erased") && line.written(marks)) {
            ordered.add(line.subject());
        }
    }

    private void outside(ResultSet row) throws SQLException {
        Line line = Line.read(row, 0);
        lines++;
        if (!line.written(marks)) {
            find("inserted", line.id(), 0, "");
        } else if (!row.getBoolean("waits")) {
            find("unsealed", line.id(), 0, "");
        } else {
            notes.add(new Finding("waiting", line.id(), 0, ""));
        }
    }

    /** What was noted elsewhere lies beyond the end of the chain: the last lines are gone. */
    private void end() {
        if (!noted.isEmpty() && noted.lastKey() > number) {
            missing(number + 1, noted.lastKey());
        }
    }

    private void erasures() {
        erased.forEach((line, order) -> {
            if (ordered.contains("line:" + line)) {
                notes.add(new Finding("erased", line, 0, order));
            } else {
                find("erased-without-order", line, 0, order);
            }
        });
    }

    private void missing(long from, long to) {
        for (long one = from; one <= Math.min(to, from + 19); one++) {
            find("removed", 0, one, "");
        }
        if (to >= from + 20) {
            find("removed-more", 0, from + 20, String.valueOf(to));
        }
    }

    private void find(String kind, long line, long at, String detail) {
        findings.add(new Finding(kind, line, at, detail));
    }

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private static void each(Connection connection, String question, Row row) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(2000);
            try (var rows = statement.executeQuery(question)) {
                while (rows.next()) {
                    row.read(rows);
                }
            }
        }
    }
}
