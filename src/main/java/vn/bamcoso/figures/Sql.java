package vn.bamcoso.figures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;

/** The queries that stand in files beside the classes that ask them. */
final class Sql {
    private Sql() {}

    /** @param name of the file, without {@code .sql} */
    static String of(String name) {
        try {
            return new ClassPathResource(name + ".sql", Sql.class).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
