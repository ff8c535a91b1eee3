package vn.bamcoso.figures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;

/** The queries that stand in files beside the classes that ask them. */
public final class Sql {
    private Sql() {}

    /** @param name of the file, without {@code .sql} */
    public static String beside(Class<?> who, String name) {
        try {
            return new ClassPathResource(name + ".sql", who).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
