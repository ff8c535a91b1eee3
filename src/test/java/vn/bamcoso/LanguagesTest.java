package vn.bamcoso;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.bamcoso.basics.Texts;

/** Keeps the language files: both languages say the same things, every key that is asked for is there. */
class LanguagesTest {
    private static final Path FILES = Path.of("src/main/resources/lang");
    private static final Pattern HOLE = Pattern.compile("\\{\\d}");
    private static final Pattern ASKED = Pattern.compile("(?:page\\.t|\\bt|texts\\.get|refused|conflict|forbidden|Fault)\\(\\s*\"([a-z]+(?:[.-][a-z0-9-]+)+)\"\\s*[,)]");

    private static Properties read(Path file) throws IOException {
        var words = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            words.load(in);
        }
        return words;
    }

    private static List<Path> vietnamese() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            return files.filter(file -> file.toString().endsWith(".vi.properties")).sorted().toList();
        }
    }

    private static Path english(Path vietnamese) {
        return vietnamese.resolveSibling(vietnamese.getFileName().toString().replace(".vi.", ".en."));
    }

    @Test
    void bothLanguagesHaveTheSameKeysAndHoles() throws IOException {
        var differences = new ArrayList<String>();
        for (Path file : vietnamese()) {
            Properties vi = read(file);
            Properties en = read(english(file));
            var all = new TreeSet<>(vi.stringPropertyNames());
            all.addAll(en.stringPropertyNames());
            for (String key : all) {
                if (!vi.containsKey(key) || !en.containsKey(key)) {
                    differences.add(key + " is in one language only");
                } else if (!holes(vi.getProperty(key)).equals(holes(en.getProperty(key)))) {
                    differences.add(key + " has other holes in the other language");
                }
            }
        }
        assertThat(differences).isEmpty();
    }

    private static TreeSet<String> holes(String text) {
        return HOLE.matcher(text).results().map(match -> match.group()).collect(TreeSet::new, TreeSet::add, TreeSet::addAll);
    }

    @Test
    void noKeyIsSaidTwice() throws IOException {
        var twice = new ArrayList<String>();
        var seen = new TreeSet<String>();
        for (Path file : vietnamese()) {
            for (String line : Files.readAllLines(file)) {
                int sign = line.indexOf('=');
                if (sign > 0 && !line.startsWith("#") && !seen.add(line.substring(0, sign).strip())) {
                    twice.add(file.getFileName() + ": " + line.substring(0, sign));
                }
            }
        }
        assertThat(twice).isEmpty();
    }

    @Test
    void everyKeyThatIsAskedForIsThere() throws IOException {
        var missing = new TreeSet<String>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".jte") || f.toString().endsWith(".java")).toList()) {
                ASKED.matcher(Files.readString(file)).results().map(match -> match.group(1)).filter(key -> !Texts.vi().has(key)).forEach(key -> missing.add(file.getFileName() + ": " + key));
            }
        }
        assertThat(missing).isEmpty();
    }
}
