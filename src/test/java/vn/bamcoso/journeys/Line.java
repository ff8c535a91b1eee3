package vn.bamcoso.journeys;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import vn.bamcoso.identity.Tls;

/**
 * The line between a browser and the program: TLS by the program's own authority, and torn wherever a test wants it, before a
 * request arrives or after it has arrived and before its answer comes back. Torn, it stays so until it is mended.
 */
final class Line implements AutoCloseable {
    private static final Set<String> OF_ONE_LEG = Set.of("connection", "host", "content-length", "transfer-encoding", "upgrade", "http2-settings", "expect");

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpsServer server;
    private final String program;
    private final List<String> arrived = new CopyOnWriteArrayList<>();
    private volatile boolean torn;
    private volatile String heldUp = "";
    private volatile String tornBefore = "";
    private volatile String tornAfter = "";

    /** @param program its address, without TLS; {@code folder} for the authority's keys */
    Line(String program, Path folder) {
        this.program = program;
        try {
            server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(keys(Tls.own(folder, List.of("127.0.0.1"), Clock.systemUTC()))));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::pass);
        server.start();
    }

    String address() {
        return "https://127.0.0.1:" + server.getAddress().getPort();
    }

    void tear() {
        torn = true;
    }

    /** The next request to an address that ends so does not arrive any more. */
    void tearBefore(String ending) {
        tornBefore = ending;
    }

    /** The next request to an address that ends so arrives; its answer is lost. */
    void tearAfter(String ending) {
        tornAfter = ending;
    }

    /** Requests to addresses that end so do not arrive, all others do. */
    void holdUp(String ending) {
        heldUp = ending;
    }

    void mend() {
        heldUp = "";
        tornBefore = "";
        tornAfter = "";
        torn = false;
    }

    /** How many requests to addresses that end so the program has received. */
    long arrived(String ending) {
        return arrived.stream().filter(path -> path.endsWith(ending)).count();
    }

    private void pass(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (!tornBefore.isEmpty() && path.endsWith(tornBefore)) {
            torn = true;
        }
        if (torn || !heldUp.isEmpty() && path.endsWith(heldUp)) {
            exchange.close();
            return;
        }
        HttpResponse<byte[]> answer;
        try {
            answer = client.send(request(exchange, body), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            exchange.close();
            return;
        }
        arrived.add(path);
        if (!tornAfter.isEmpty() && path.endsWith(tornAfter)) {
            torn = true;
        }
        if (torn) {
            exchange.close();
            return;
        }
        answer.headers().map().forEach((name, values) -> values.stream().filter(value -> !OF_ONE_LEG.contains(name.toLowerCase(Locale.ROOT)))
                .forEach(value -> exchange.getResponseHeaders().add(name, value.replace(program, address()))));
        boolean empty = answer.body().length == 0;
        exchange.sendResponseHeaders(answer.statusCode(), empty ? -1 : answer.body().length);
        if (!empty) {
            exchange.getResponseBody().write(answer.body());
        }
        exchange.close();
    }

    private HttpRequest request(HttpExchange exchange, byte[] body) {
        var request = HttpRequest.newBuilder(URI.create(program + exchange.getRequestURI())).method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> values.stream().filter(value -> !OF_ONE_LEG.contains(name.toLowerCase(Locale.ROOT)))
                .forEach(value -> request.header(name, value.replace(address(), program))));
        return request.build();
    }

    private static SSLContext keys(Map<String, Object> settings) throws Exception {
        char[] none = new char[0];
        Certificate[] chain = CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem(settings, "server.ssl.certificate").getBytes())).toArray(Certificate[]::new);
        String key = pem(settings, "server.ssl.certificate-private-key").replaceAll("-----[^-]+-----|\\s", "");
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, none);
        store.setKeyEntry("line", KeyFactory.getInstance(chain[0].getPublicKey().getAlgorithm()).generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(key))), none, chain);
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, none);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static String pem(Map<String, Object> settings, String name) throws IOException {
        return Files.readString(Path.of(URI.create(String.valueOf(settings.get(name)))));
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
