package vn.bamcoso;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.bamcoso.store.StoreProblem;

/**
 * The command line, understood: what to do, on what, with which options.
 *
 * @param what the first word, {@code serve} when there is none
 * @param rest the further words that are not options
 */
record Words(String what, List<String> rest, Map<String, String> options) {
    private static final Map<String, Set<String>> KNOWN = Map.of(
            "demo", Set.of("--fresh", "--port", "--host"),
            "serve", Set.of("--port", "--host", "--tls-cert", "--tls-key", "--tls-own"),
            "rehearse", Set.of(),
            "token", Set.of(),
            "audit", Set.of(),
            "bench", Set.of("--quick", "--kept", "--last-hour", "--import", "--only", "--port"));
    private static final Set<String> ALONE = Set.of("--fresh", "--quick", "--kept", "--last-hour", "--import", "--tls-own");

    /** @throws StoreProblem with one sentence for what is not understood */
    static Words of(String... line) {
        Iterator<String> words = List.of(line).iterator();
        String what = words.hasNext() ? words.next() : "serve";
        Set<String> known = KNOWN.get(what);
        if (known == null) {
            throw new StoreProblem("Không có lệnh '" + what + "'; xem ./bamcoso help. / There is no '" + what + "'; see ./bamcoso help.");
        }
        var options = new HashMap<String, String>();
        var rest = new java.util.ArrayList<String>();
        while (words.hasNext()) {
            String word = words.next();
            if (!word.startsWith("--")) {
                rest.add(word);
            } else if (!known.contains(word)) {
                throw new StoreProblem("'" + what + "' không có lựa chọn " + word + "; xem ./bamcoso help. / '" + what + "' has no option " + word + "; see ./bamcoso help.");
            } else if (ALONE.contains(word)) {
                options.put(word, "");
            } else if (words.hasNext()) {
                options.put(word, words.next());
            } else {
                throw new StoreProblem("Sau " + word + " còn thiếu một giá trị. / A value is missing after " + word + ".");
            }
        }
        return new Words(what, List.copyOf(rest), Map.copyOf(options));
    }

    boolean has(String option) {
        return options.containsKey(option);
    }

    Optional<String> value(String option) {
        return Optional.ofNullable(options.get(option));
    }

    int port() {
        String text = options.getOrDefault("--port", "8080");
        try {
            int port = Integer.parseInt(text);
            if (port > 0 && port < 65536) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // the sentence below
        }
        throw new StoreProblem("'" + text + "' không phải là số cổng (1 đến 65535). / '" + text + "' is not a port.");
    }
}
