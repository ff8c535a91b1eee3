package vn.bamcoso.basics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A query lives in a {@code .sql} file beside the class that asks it; its first line is the question in words. */
public final class Sql {
    private Sql() {}

    /** @throws IllegalStateException when there is no such file beside the class */
    public static String beside(Class<?> asker, String file) {
        try (var in = asker.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no " + file + " beside " + asker.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
