package vn.bamcoso.audit.seal;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** A row of the trail as the database holds it. */
record Line(long id, Instant at, int user, String address, String act, String subject, byte[] digest, byte[] mac) {
    static Line read(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getLong("id"), row.getObject("at", OffsetDateTime.class).toInstant(), row.getInt("user_id"), row.getString("address"),
                row.getString("act"), row.getString("subject"), row.getBytes("digest"), row.getBytes("mac"));
    }

    /** Whether the program wrote this row, and wrote it so. */
    boolean written(Marks marks) {
        return MessageDigest.isEqual(mac, marks.mac(at, user, address, act, subject, digest));
    }
}
