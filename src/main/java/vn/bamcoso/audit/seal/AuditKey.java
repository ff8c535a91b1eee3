package vn.bamcoso.audit.seal;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.store.StoreProblem;

/**
 * The key of the seal. It lies outside the database: who can change every table still cannot write a line that verifies.
 * Given by {@code BAMCOSO_AUDIT_KEY} (64 hexadecimal digits; the same on every node), else made once in the data folder.
 * Whoever loses it can no longer check the trail: keep a copy where the database's keepers have none.
 */
public final class AuditKey {
    private final SecretKeySpec key;

    private AuditKey(byte[] bytes) {
        key = new SecretKeySpec(bytes, "HmacSHA256");
    }

    /**
     * @param given value of BAMCOSO_AUDIT_KEY; null or blank when not set
     * @param data the data folder, where {@code audit.key} is found or made
     * @throws StoreProblem with a sentence for the console
     */
    static AuditKey findOrMake(@Nullable String given, Path data) {
        try {
            if ((given == null || given.isBlank()) && !Files.exists(data.resolve("audit.key"))) {
                make(data.resolve("audit.key"));
            }
        } catch (IOException e) {
            throw new StoreProblem("Không ghi được khóa niêm phong nhật ký vào " + data + ". / Cannot write the key of the audit trail: " + e.getMessage());
        }
        return find(given, data);
    }

    /** As {@link #findOrMake}, but an absent key is a problem: a new one would verify nothing. */
    public static AuditKey find(@Nullable String given, Path data) {
        if (given != null && !given.isBlank()) {
            return parse(given.strip(), "BAMCOSO_AUDIT_KEY");
        }
        Path file = data.resolve("audit.key");
        try {
            return parse(Files.readString(file).strip(), file.toString());
        } catch (IOException e) {
            throw new StoreProblem("Không đọc được khóa niêm phong nhật ký " + file + ". / Cannot read the key of the audit trail: " + e.getMessage());
        }
    }

    private static void make(Path file) throws IOException {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        Files.createDirectories(file.toAbsolutePath().getParent());
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(random));
        } catch (FileAlreadyExistsException another) {
            // made by another start in this moment: it is read by the caller
        }
    }

    private static AuditKey parse(String hex, String where) {
        if (!hex.matches("[0-9a-fA-F]{64}")) {
            throw new StoreProblem("Khóa niêm phong nhật ký (" + where + ") phải là 64 chữ số thập lục phân. / The key of the audit trail ("
                    + where + ") must be 64 hexadecimal digits.");
        }
        return new AuditKey(HexFormat.of().parseHex(hex));
    }

    Mac mac() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
