package vn.bamcoso.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.bamcoso.store.StoreProblem;

/**
 * One chief's session. What gets no answer, or one that says that the program is in trouble, is sent again until it is answered, as soon as
 * the program asks: the same cells, the same signature for the same state of the report.
 */
final class Chief {
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5)).build();
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern LOCK = Pattern.compile("\"lock\":(\\d+)");
    private static final int TRIES = 600;
    /** Longer than the program lets anybody wait in line, so that nobody asks again while still standing in it. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String address;
    private final String cookies;
    private final String token;
    private final int place;

    private Chief(String address, String cookies, String token, int place) {
        this.address = address;
        this.cookies = cookies;
        this.token = token;
        this.place = place;
    }

    static Chief signedIn(String address, String login, String password, int place) throws IOException, InterruptedException {
        HttpResponse<String> page = CLIENT.send(HttpRequest.newBuilder(URI.create(address + "/signin")).build(), HttpResponse.BodyHandlers.ofString());
        String before = cookies(page);
        String form = "login=%s&password=%s&_csrf=%s".formatted(login, password, coded(token(page)));
        HttpResponse<String> in = CLIENT.send(HttpRequest.newBuilder(URI.create(address + "/signin")).header("Cookie", before).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)).build(), HttpResponse.BodyHandlers.ofString());
        String session = merged(before, cookies(in));
        if (in.headers().firstValue("Location").filter(to -> !to.contains("signin")).isEmpty()) {
            throw new StoreProblem(login + " cannot sign in: " + in.statusCode());
        }
        HttpResponse<String> forms = CLIENT.send(HttpRequest.newBuilder(URI.create(address + "/forms")).header("Cookie", session).build(), HttpResponse.BodyHandlers.ofString());
        return new Chief(address, merged(session, cookies(forms)), token(forms), place);
    }

    /** Opened, written, signed and sent. */
    void report(String quarter, int at, int cells, Timing writing, Timing sending, AtomicInteger again) throws InterruptedException {
        HttpResponse<String> opened = post("/forms/bieu-do/submissions", "application/x-www-form-urlencoded", "place=" + place + "&period=" + quarter + "&_csrf=" + coded(token), again);
        String here = opened.headers().firstValue("Location").map(to -> to.replaceFirst("^https?://[^/]+", "").replaceFirst("/entry$", "")).orElseThrow(() -> new StoreProblem("open: " + opened.statusCode()));
        String body = IntStream.rangeClosed(1, cells).mapToObj(n -> "{\"indicator\":\"bench_%03d\",\"value\":\"%d\",\"seen\":0}".formatted(n, at % 1000 + n)).collect(Collectors.joining(",", "{\"cells\":[", "]}"));
        long began = System.nanoTime();
        HttpResponse<String> kept = post(here + "/live", "application/json", body, again);
        writing.add(began);
        Matcher lock = LOCK.matcher(kept.body());
        if (kept.statusCode() != 200 || !lock.find()) {
            throw new StoreProblem("cells: " + kept.statusCode());
        }
        began = System.nanoTime();
        HttpResponse<String> sent = post(here + "/sending", "application/x-www-form-urlencoded", "lock=" + lock.group(1) + "&_csrf=" + coded(token), again);
        // An answer that was lost on its way was an answer: whoever asks again is told that the report is where it was sent.
        if (sent.statusCode() != 303 && sent.statusCode() != 409) {
            throw new StoreProblem("send: " + sent.statusCode());
        }
        sending.add(began);
    }

    private HttpResponse<String> post(String path, String type, String body, AtomicInteger again) throws InterruptedException {
        for (int tries = 0; tries < TRIES; tries++) {
            long pause = 1000;
            try {
                HttpResponse<String> answer = CLIENT.send(HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE).header("Cookie", cookies).header("Content-Type", type)
                        .header("X-CSRF-TOKEN", token).header("Accept", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() < 500) {
                    return answer;
                }
                pause = answer.headers().firstValueAsLong("Retry-After").orElse(1) * 1000;
            } catch (IOException noAnswer) {
                // Sent again below.
            }
            again.incrementAndGet();
            TimeUnit.MILLISECONDS.sleep(pause / 2 + ThreadLocalRandom.current().nextLong(pause));
        }
        throw new StoreProblem(path + ": no answer");
    }

    private static String cookies(HttpResponse<?> answer) {
        return answer.headers().allValues("Set-Cookie").stream().map(cookie -> cookie.split(";", 2)[0]).collect(Collectors.joining("; "));
    }

    /** A later cookie takes the place of an earlier one of its name; an empty one takes it away. */
    private static String merged(String earlier, String later) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String cookie : (earlier + "; " + later).split("; ")) {
            if (cookie.contains("=")) {
                all.put(cookie.substring(0, cookie.indexOf('=')), cookie);
            }
        }
        return all.values().stream().filter(cookie -> !cookie.endsWith("=")).collect(Collectors.joining("; "));
    }

    private static String token(HttpResponse<String> page) {
        Matcher token = TOKEN.matcher(page.body());
        if (!token.find()) {
            throw new StoreProblem("no form on " + page.uri());
        }
        return token.group(1);
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
