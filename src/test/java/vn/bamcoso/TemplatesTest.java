package vn.bamcoso;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** Keeps the templates: imports go down as in Java (which the module check does not see), words lie in the language files. */
class TemplatesTest {
    private static final Path SOURCES = Path.of("src/main/java/vn/bamcoso");
    private static final Pattern ROOM_NAMED = Pattern.compile("vn\\.bamcoso\\.([a-z]+)");
    private static final Pattern INLINE = Pattern.compile("\\s(style|on[a-z]+)=|<style|<script(?![^>]*src=)|javascript:");
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
    /** What is the same in every language. */
    private static final Set<String> NAMES = Set.of("Bám", "Cơ", "Sở", "Tiếng", "Việt", "English", "doctype", "html", "bcs", "Excel", "Word", "CSV", "PDF", "JSON", "API", "nbsp", "quot", "amp", "lt", "gt", "middot", "ndash", "mdash", "times", "rarr", "larr", "hellip");

    static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".jte")).sorted().toList();
        }
    }

    private static String room(Path template) {
        return SOURCES.relativize(template).getName(0).toString();
    }

    @Test
    void aTemplateUsesItsOwnRoomAndLowerOnes() throws IOException {
        ApplicationModules rooms = ApplicationModules.of(BamCoSo.class);
        Map<String, Set<String>> below = rooms.stream().collect(Collectors.toMap(
                room -> room.getIdentifier().toString(),
                room -> room.getAllowedDependencies(rooms).stream().map(allowed -> allowed.getTargetModule()).map(ApplicationModule::getIdentifier).map(Object::toString).collect(Collectors.toSet())));
        var upwards = new ArrayList<String>();
        for (Path template : templates()) {
            String own = room(template);
            ROOM_NAMED.matcher(Files.readString(template)).results().map(match -> match.group(1))
                    .filter(named -> below.containsKey(named) && !named.equals(own) && !below.getOrDefault(own, Set.of()).contains(named))
                    .forEach(named -> upwards.add(template + " uses " + named));
        }
        assertThat(upwards).isEmpty();
    }

    @Test
    void noStyleAndNoScriptStandsInAPage() throws IOException {
        var found = new ArrayList<String>();
        for (Path template : templates()) {
            INLINE.matcher(Files.readString(template)).results().forEach(match -> found.add(template + ": " + match.group().strip()));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void noWordsOutsideTheLanguageFiles() throws IOException {
        var found = new ArrayList<String>();
        for (Path template : templates()) {
            for (String word : words(Files.readString(template))) {
                found.add(template + ": " + word);
            }
        }
        assertThat(found).isEmpty();
    }

    /** What a reader would see that comes from no language file: words between tags and in attributes that are read. */
    static List<String> words(String template) {
        String source = template.replaceAll("(?s)<%--.*?--%>", "");
        var read = new StringBuilder();
        for (String attribute : List.of("title", "aria-label", "placeholder", "alt", "label", "text", "caption")) {
            Pattern.compile("\\s" + attribute + "\\s*=\\s*\"([^\"]*)\"").matcher(withoutCode(source)).results().forEach(match -> read.append(match.group(1)).append('\n'));
        }
        read.append(withoutCode(source).replaceAll("<[^>]*>", "\n"));
        return WORD.matcher(read).results().map(match -> match.group()).filter(word -> !NAMES.contains(word)).distinct().toList();
    }

    /** Takes away what the compiler reads: expressions, statements, calls and their parentheses. */
    private static String withoutCode(String source) {
        var kept = new StringBuilder();
        int i = 0;
        while (i < source.length()) {
            if (source.startsWith("${", i) || source.startsWith("!{", i) || source.startsWith("$unsafe{", i)) {
                i = end(source, source.indexOf('{', i), '{', '}', kept);
            } else if (source.startsWith("@import", i) || source.startsWith("@param", i)) {
                i = Math.max(source.indexOf('\n', i), i + 1);
            } else if (source.charAt(i) == '@' && Pattern.compile("@(if|elseif|for|template[.\\w]*)\\s*\\(").matcher(source).region(i, source.length()).lookingAt()) {
                i = end(source, source.indexOf('(', i), '(', ')', kept);
            } else if (source.charAt(i) == '@' && Pattern.compile("@(else|endif|endfor|raw|endraw)").matcher(source).region(i, source.length()).lookingAt()) {
                i++;
                while (i < source.length() && Character.isLetter(source.charAt(i))) {
                    i++;
                }
            } else if (source.charAt(i) == '`') {
                i++;
            } else {
                kept.append(source.charAt(i++));
            }
        }
        return kept.toString();
    }

    /** Skips code up to its closing bracket; a piece of template within it (@`…`) is read like the rest. */
    private static int end(String source, int open, char opening, char closing, StringBuilder kept) {
        int depth = 0;
        for (int i = open; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == '"') {
                i = closingQuote(source, i);
            } else if (source.startsWith("@`", i)) {
                int to = closingTick(source, i + 2);
                kept.append(withoutCode(source.substring(i + 2, to)));
                i = to;
            } else if (c == opening) {
                depth++;
            } else if (c == closing && --depth == 0) {
                return i + 1;
            }
        }
        return source.length();
    }

    private static int closingQuote(String source, int from) {
        int i = from + 1;
        while (source.charAt(i) != '"' || source.charAt(i - 1) == '\\') {
            i++;
        }
        return i;
    }

    private static int closingTick(String source, int from) {
        int depth = 1;
        for (int i = from; i < source.length(); i++) {
            if (source.charAt(i) == '`') {
                depth += i > 0 && source.charAt(i - 1) == '@' ? 1 : -1;
                if (depth == 0) {
                    return i;
                }
            }
        }
        return source.length();
    }

    @Test
    void theWatchmanIsAwake() {
        assertThat(words("<p class=\"meta\">${page.t(\"a.b\")} · 5/7</p>@if(x.equals(\"ab\"))<b>Duyệt</b>@endif")).containsExactly("Duyệt");
        assertThat(words("@template.vn.bamcoso.shell.layout(page = page, title = t, content = @`<h1>Xin chào</h1>@for(var a : list(\"x\"))${a}@endfor`)")).containsExactly("Xin", "chào");
        assertThat(words("<a title=\"Open\" href=\"/${place.key()}\">${x}</a>")).containsExactly("Open");
    }
}
