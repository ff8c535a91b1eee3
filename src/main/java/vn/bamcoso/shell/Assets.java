package vn.bamcoso.shell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The files that a browser fetches once and keeps for a year, because their address carries a hash of their content. Read
 * and compressed once, when the program starts. All {@code static/css/*.css} become one sheet, {@code /css/look.css}: a
 * room adds a file and needs no link; the layers, declared first, decide what wins, not the order of the files.
 */
public final class Assets {
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/\\s*", Pattern.DOTALL);
    /** A line that is nothing but a comment. */
    private static final Pattern SCRIPT_COMMENT = Pattern.compile("(?m)^\\s*(?://|/\\*\\*.*\\*/$).*\\n");
    private static final Pattern FONT_ADDRESS = Pattern.compile("url\\((/[^)]+)\\)");
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "svg", "image/svg+xml",
            "woff2", "font/woff2",
            "txt", "text/plain;charset=UTF-8");
    private static final Assets ALL = new Assets();

    /** @param packed the same bytes under gzip; null for what is compressed already */
    record Asset(String type, byte[] bytes, byte @Nullable [] packed, boolean lasting) {}

    private final Map<String, String> addresses = new HashMap<>();
    private final Map<String, Asset> byAddress = new HashMap<>();

    private Assets() {
        try {
            for (String folder : new String[] {"fonts", "img", "js"}) {
                for (Resource file : files("classpath*:static/" + folder + "/*")) {
                    byte[] bytes = file.getContentAsByteArray();
                    add("/" + folder + "/" + file.getFilename(), folder.equals("js") ? SCRIPT_COMMENT.matcher(new String(bytes, StandardCharsets.UTF_8)).replaceAll("").getBytes(StandardCharsets.UTF_8) : bytes);
                }
            }
            for (Resource file : files("classpath*:META-INF/resources/webjars/htmx.org/*/dist/htmx.min.js")) {
                add("/js/htmx.js", file.getContentAsByteArray());
            }
            var sheet = new StringBuilder();
            for (Resource file : files("classpath*:static/css/*.css")) {
                sheet.append(file.getContentAsString(StandardCharsets.UTF_8)).append('\n');
            }
            String plain = COMMENT.matcher(sheet).replaceAll("").replaceAll("\\s*\\n\\s*", "\n").replaceAll(" ?([{};]) ?", "$1");
            add("/css/look.css", FONT_ADDRESS.matcher(plain).replaceAll(m -> "url(" + addresses.get(m.group(1)) + ")").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException when there is no such file: a mistake in a template */
    public static String address(String path) {
        String address = ALL.addresses.get(path);
        if (address == null) {
            throw new IllegalArgumentException("no static file " + path);
        }
        return address;
    }

    static @Nullable Asset at(String address) {
        return ALL.byAddress.get(address);
    }

    /** In the order of their names, {@code layers.css} first. */
    private static Resource[] files(String pattern) throws IOException {
        Resource[] found = new PathMatchingResourcePatternResolver().getResources(pattern);
        Arrays.sort(found, Comparator.comparing((Resource file) -> !"layers.css".equals(file.getFilename())).thenComparing(Resource::getFilename));
        return found;
    }

    private void add(String path, byte[] bytes) throws IOException {
        int dot = path.lastIndexOf('.');
        String ending = path.substring(dot + 1);
        String address = path.substring(0, dot) + "." + hash(bytes) + "." + ending;
        String type = TYPES.getOrDefault(ending, "application/octet-stream");
        byte[] packed = ending.equals("woff2") ? null : pack(bytes);
        addresses.put(path, address);
        byAddress.put(address, new Asset(type, bytes, packed, true));
        byAddress.put(path, new Asset(type, bytes, packed, false));
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 5);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] pack(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}
