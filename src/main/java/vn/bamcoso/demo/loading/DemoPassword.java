package vn.bamcoso.demo.loading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/** The one password of all demonstration users: made once for a data folder and kept there, readable by its owner only. */
public final class DemoPassword {
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private DemoPassword() {}

    public static String in(Path data) {
        Path file = data.resolve("demo.password");
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(data);
                Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, made() + "\n");
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Four groups of four: easy to type, far from guessable. */
    private static String made() {
        var random = new SecureRandom();
        var password = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            password.append(i > 0 && i % 4 == 0 ? "-" : "").append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
