package vn.bamcoso.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.bamcoso.store.StoreProblem;

/** A signed-in user's session over HTTP/1.1. */
final class Browser implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).cookieHandler(new CookieManager()).build();
    private final String address;

    private Browser(String address) {
        this.address = address;
    }

    /** Nobody's: for bearer tokens. */
    static Browser without(String address) {
        return new Browser(address);
    }

    static Browser signedIn(String address, String login, String password) {
        var browser = new Browser(address);
        Matcher token = TOKEN.matcher(browser.get("/signin").body());
        if (!token.find()) {
            throw new StoreProblem("The sign-in page has no form");
        }
        var form = HttpRequest.newBuilder(URI.create(address + "/signin"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("login=%s&password=%s&_csrf=%s".formatted(coded(login), coded(password), coded(token.group(1)))))
                .build();
        HttpResponse<String> answer = browser.send(form);
        if (answer.headers().firstValue("Location").filter(to -> !to.contains("signin")).isEmpty()) {
            throw new StoreProblem(login + " cannot sign in: " + answer.statusCode());
        }
        return browser;
    }

    String address() {
        return address;
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path)).build());
    }

    /** As bytes, so that the time is the program's and not that of making letters of them. */
    HttpResponse<byte[]> bytes(String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** With a bearer token, outside the session. */
    HttpResponse<String> post(String path, String token, String json) {
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    /** A form with its CSRF field, taken from the page on which it stands. @return where it leads */
    String submit(String page, String path, String fields) {
        Matcher token = TOKEN.matcher(get(page).body());
        if (!token.find()) {
            throw new StoreProblem(page + " has no form");
        }
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields + "&_csrf=" + coded(token.group(1))))
                .build());
        return answer.headers().firstValue("Location").map(to -> to.replaceFirst("^https?://[^/]+", ""))
                .orElseThrow(() -> new StoreProblem(path + ": " + answer.statusCode()));
    }

    /** A file in a form, with its other fields. @return where it leads */
    String upload(String page, String path, String name, byte[] file, java.util.Map<String, String> fields) {
        Matcher token = TOKEN.matcher(get(page).body());
        if (!token.find()) {
            throw new StoreProblem(page + " has no form");
        }
        String between = "bench-" + java.util.UUID.randomUUID();
        var all = new java.util.LinkedHashMap<>(fields);
        all.put("_csrf", token.group(1));
        var head = new StringBuilder();
        all.forEach((key, value) -> head.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(between, key, value)));
        head.append("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n".formatted(between, name));
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(address + path)).header("Content-Type", "multipart/form-data; boundary=" + between)
                .POST(HttpRequest.BodyPublishers.concat(HttpRequest.BodyPublishers.ofString(head.toString()), HttpRequest.BodyPublishers.ofByteArray(file), HttpRequest.BodyPublishers.ofString("\r\n--" + between + "--\r\n"))).build());
        return answer.headers().firstValue("Location").map(to -> to.replaceFirst("^https?://[^/]+", ""))
                .orElseThrow(() -> new StoreProblem(path + ": " + answer.statusCode()));
    }

    /** How many bytes come over the wire when the browser accepts gzip. */
    int weight(String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path)).header("Accept-Encoding", "gzip").build(), HttpResponse.BodyHandlers.ofByteArray()).body().length;
    }

    private HttpResponse<String> send(HttpRequest request) {
        return send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return client.send(request, body);
        } catch (IOException e) {
            throw new StoreProblem(request.uri() + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreProblem("interrupted");
        }
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }
}
