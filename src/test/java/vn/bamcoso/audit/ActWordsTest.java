package vn.bamcoso.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.bamcoso.basics.Texts;

class ActWordsTest {
    private static final Pattern WRITTEN = Pattern.compile("[tT]rail\\.write\\(\\s*(?:[^\"()]*,\\s*)*\"([a-z]+\\.[a-z.-]*[a-z-])\"");

    /** The auditor reads words, not codes. Acts whose code is put together are not seen here. */
    @Test
    void everyActThatTheProgramWritesHasItsWordsInBothLanguages() throws IOException {
        var codes = new TreeSet<String>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                WRITTEN.matcher(Files.readString(file)).results().forEach(found -> codes.add(found.group(1)));
            }
        }
        assertThat(codes).hasSizeGreaterThan(20).contains("identity.grant.given", "audit.content.erased");
        assertThat(codes).allSatisfy(code -> {
            assertThat(Texts.vi().has("audit.act." + code)).as(code).isTrue();
            assertThat(Texts.en().has("audit.act." + code)).as(code).isTrue();
        });
    }
}
