package vn.bamcoso.identity;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a browser without JavaScript does, over real HTTP: keeps cookies, sends forms with their CSRF field, does not
 * follow redirects by itself (they are part of what is tested).
 */
public final class Browser {
    public record Reply(int status, String body, HttpHeaders headers) {
        /** Path and query of a redirect; empty when it is none. */
        public String location() {
            return headers.firstValue("Location").map(to -> to.replaceFirst("^https?://[^/]+", "")).orElse("");
        }
    }

    private final String base;
    private final CookieManager cookies;
    private final HttpClient client;

    Browser(String base) {
        this(base, new CookieManager(null, CookiePolicy.ACCEPT_ALL));
    }

    private Browser(String base, CookieManager cookies) {
        this.base = base;
        this.cookies = cookies;
        this.client = HttpClient.newBuilder().cookieHandler(cookies).build();
    }

    /** The same browser with its cookies, led to another node by a balancer. */
    public Browser at(String otherBase) {
        return new Browser(otherBase, cookies);
    }

    public Reply get(String path, String... headers) {
        return send(with(HttpRequest.newBuilder(URI.create(base + path)), headers).GET().build());
    }

    /** Sends a form with its CSRF field. */
    public Reply post(String path, Map<String, String> fields, String... headers) {
        return postWith(csrf(), path, fields, headers);
    }

    public Reply postWith(String csrf, String path, Map<String, String> fields, String... headers) {
        String form = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&", "", "&_csrf=" + encode(csrf)));
        return send(with(HttpRequest.newBuilder(URI.create(base + path)), headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    /** Sends any request, e.g. JSON with a bearer token or a file; {@link #csrf()} goes into the header X-CSRF-TOKEN. */
    public Reply send(String method, String path, String body, String... headers) {
        return send(with(HttpRequest.newBuilder(URI.create(base + path)), headers)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** What the hidden field of a form in this browser would carry now; the cookie it must match is there afterwards. */
    public String csrf() {
        if (cookie("bamcoso-csrf").isEmpty()) {
            var fresh = new HttpCookie("bamcoso-csrf", UUID.randomUUID().toString());
            fresh.setPath("/");
            fresh.setVersion(0);
            cookies.getCookieStore().add(URI.create(base), fresh);
        }
        byte[] raw = cookie("bamcoso-csrf").getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().encodeToString(ByteBuffer.allocate(2 * raw.length).position(raw.length).put(raw).array());
    }

    public Reply signIn(String login, String password) {
        return post("/signin", Map.of("login", login, "password", password));
    }

    public String base() {
        return base;
    }

    /** Value of a cookie; empty when the browser has none of that name. */
    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private static HttpRequest.Builder with(HttpRequest.Builder request, String... headers) {
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Reply send(HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.body(), response.headers());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
