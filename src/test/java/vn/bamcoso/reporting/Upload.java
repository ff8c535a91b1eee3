package vn.bamcoso.reporting;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.bamcoso.identity.Browser;

/** A file sent from the page of imports. */
final class Upload {
    private static final int PATIENCE = 600;

    private Upload() {}

    /** @return path of the import's page, once it is checked */
    static String send(Browser browser, String name, byte[] content, Map<String, String> fields) throws Exception {
        HttpResponse<String> sent = post(browser, name, content, fields);
        if (sent.statusCode() != 303) {
            throw new AssertionError(sent.statusCode() + " " + sent.body());
        }
        String to = sent.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
        settled(browser, to);
        return to;
    }

    static void settled(Browser browser, String path) throws InterruptedException {
        for (int i = 0; i < PATIENCE && browser.get(path).body().contains("hx-get=\"" + path); i++) {
            Thread.sleep(200);
        }
    }

    static HttpResponse<String> post(Browser browser, String name, byte[] content, Map<String, String> fields) throws Exception {
        return post(browser, "/imports", name, content, fields);
    }

    static HttpResponse<String> post(Browser browser, String path, String name, byte[] content, Map<String, String> fields) throws Exception {
        String boundary = "ranh-gioi-7b1f";
        var body = new ByteArrayOutputStream();
        var all = new LinkedHashMap<>(fields);
        all.put("_csrf", browser.csrf());
        all.forEach((key, value) -> body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + key + "\"\r\n\r\n" + value + "\r\n").getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\nContent-Type: application/octet-stream\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create(browser.base() + path)).header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .header("Cookie", "bamcoso-csrf=" + browser.cookie("bamcoso-csrf") + "; " + session(browser))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())).build(), HttpResponse.BodyHandlers.ofString());
    }

    static String session(Browser browser) {
        for (String name : List.of("SESSION", "bamcoso-session", "JSESSIONID", "bamcoso")) {
            if (!browser.cookie(name).isEmpty()) {
                return name + "=" + browser.cookie(name);
            }
        }
        throw new AssertionError("no session cookie known");
    }
}
