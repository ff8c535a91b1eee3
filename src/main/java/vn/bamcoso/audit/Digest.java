package vn.bamcoso.audit;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** What a line says about its contents without telling them. */
final class Digest {
    private Digest() {}

    /** SHA-256 over salt, before and after, each led by its length (−1 when absent), so that no two contents flow together. */
    static byte[] of(byte[] salt, byte @Nullable [] before, byte @Nullable [] after) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            add(sha, salt);
            add(sha, before);
            add(sha, after);
            return sha.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(MessageDigest sha, byte @Nullable [] part) {
        sha.update(ByteBuffer.allocate(4).putInt(part == null ? -1 : part.length).array());
        if (part != null) {
            sha.update(part);
        }
    }
}
