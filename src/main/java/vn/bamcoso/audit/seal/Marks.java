package vn.bamcoso.audit.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/**
 * The three marks of the trail. The digest says what a line's contents were without telling them; the mac says that the
 * program wrote the line, and wrote it so; the link says what stood before it. Every part is led by its length, so that no
 * two lines flow together.
 */
public final class Marks {
    private final AuditKey key;

    public Marks(AuditKey key) {
        this.key = key;
    }

    /** SHA-256 over salt, before and after; an absent part is not an empty one. */
    public static byte[] digest(byte[] salt, @Nullable String before, @Nullable String after) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (byte[] part : new byte[][] {salt, bytes(before), bytes(after)}) {
                sha.update(ByteBuffer.allocate(4).putInt(part == null ? -1 : part.length).array());
                if (part != null) {
                    sha.update(part);
                }
            }
            return sha.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param at to the microsecond, as the database keeps it */
    public byte[] mac(Instant at, int user, String address, String act, String subject, byte[] digest) {
        Mac mac = key.mac();
        mac.update(ByteBuffer.allocate(13).put((byte) 1).putLong(ChronoUnit.MICROS.between(Instant.EPOCH, at)).putInt(user).array());
        for (byte[] part : new byte[][] {bytes(address), bytes(act), bytes(subject), digest}) {
            mac.update(ByteBuffer.allocate(4).putInt(part.length).array());
            mac.update(part);
        }
        return mac.doFinal();
    }

    /** What stands in the place of a link before the first. */
    byte[] beginning(UUID chain) {
        Mac mac = key.mac();
        mac.update((byte) 4);
        return mac.doFinal(chain.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param written whether the row's mac held when it was sealed: a row that somebody put in behind the program's back
     *     is sealed too, but as what it is
     */
    byte[] link(byte[] before, long entry, byte[] rowMac, boolean written) {
        Mac mac = key.mac();
        mac.update((byte) (written ? 2 : 5));
        mac.update(before);
        mac.update(ByteBuffer.allocate(8).putLong(entry).array());
        mac.update(rowMac);
        return mac.doFinal();
    }

    /** The same for the same key, and tells nothing of it. */
    byte[] keyMark() {
        Mac mac = key.mac();
        mac.update((byte) 3);
        return mac.doFinal("bamcoso".getBytes(StandardCharsets.UTF_8));
    }

    private static byte @Nullable [] bytes(@Nullable String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }
}
