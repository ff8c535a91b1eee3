package vn.bamcoso.documents.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reads what the product shows to people: language files, templates, Vietnamese pages of the docs, and the data of its own rooms. */
class OneSpellingTest {

    @Test
    void everyTextOfTheProductKeepsTheOneSpelling() throws IOException {
        List<String> slips = new ArrayList<>();
        int read = 0;
        for (Path root : List.of(Path.of("src/main/resources/lang"), Path.of("src/main/java"), Path.of("src/main/resources/vn"), Path.of("docs"), Path.of("README.vi.md"))) {
            if (!Files.exists(root)) continue;
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(OneSpellingTest::shown).toList()) {
                    read++;
                    List<String> lines = Files.readAllLines(file);
                    for (int i = 0; i < lines.size(); i++) {
                        for (Spelling.Slip slip : Spelling.check(lines.get(i))) {
                            slips.add("%s:%d writes “%s”, the house writes “%s”".formatted(file, i + 1, slip.written(), slip.right()));
                        }
                    }
                }
            }
        }
        assertThat(read).isGreaterThan(5);
        assertThat(slips).isEmpty();
    }

    private static boolean shown(Path file) {
        String name = file.getFileName().toString();
        boolean gazetteer = file.toString().contains("territory"); // its names are as the State printed them
        return !gazetteer && (name.endsWith(".vi.properties") || name.endsWith(".jte") || name.endsWith(".csv") || name.endsWith(".md"));
    }
}
