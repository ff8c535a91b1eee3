package vn.bamcoso.identity.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayInputStream;
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
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.bamcoso.identity.Tls;

class OwnAuthorityTest {
    @TempDir
    Path folder;

    @Test
    void aComputerThatTrustsTheHousesAuthorityReachesItByNameAndAddressAndNoOtherDoes() throws Exception {
        var authority = new OwnAuthority(folder, Clock.systemUTC());
        authority.serve(List.of("bamcoso.noibo"));
        HttpsServer server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(serving(authority)));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        try {
            for (String name : List.of("localhost", "127.0.0.1")) {
                assertThat(status(trusting(folder.resolve("ca.crt")), name, server.getAddress().getPort())).as(name).isEqualTo(204);
            }
            assertThatThrownBy(() -> status(SSLContext.getDefault(), "localhost", server.getAddress().getPort())).isInstanceOf(SSLHandshakeException.class);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void theServersCertificateIsKeptUntilItNearsItsEndOrTheNamesChange() throws Exception {
        Instant now = Instant.parse("2026-11-22T00:00:00Z");
        at(now).serve(List.of("bamcoso.noibo"));
        String first = Files.readString(folder.resolve("server.crt"));
        at(now.plus(Duration.ofDays(300))).serve(List.of("bamcoso.noibo"));
        assertThat(Files.readString(folder.resolve("server.crt"))).isEqualTo(first);
        at(now.plus(Duration.ofDays(340))).serve(List.of("bamcoso.noibo"));
        String renewed = Files.readString(folder.resolve("server.crt"));
        assertThat(renewed).isNotEqualTo(first);
        at(now.plus(Duration.ofDays(341))).serve(List.of("bamcoso.noibo", "10.0.0.5"));
        assertThat(Files.readString(folder.resolve("server.crt"))).isNotEqualTo(renewed);
        assertThat(Files.getPosixFilePermissions(folder.resolve("ca.key"))).hasSize(2);
    }

    @Test
    void overPlainHttpBeyondThisComputerTheProgramSaysWhatIsOff() {
        assertThat(Tls.missing("127.0.0.1", false)).isEmpty();
        assertThat(Tls.missing("0.0.0.0", true)).isEmpty();
        assertThat(Tls.missing("0.0.0.0", false)).hasSize(2).first().asString().contains("không được mã hóa");
    }

    private OwnAuthority at(Instant day) {
        return new OwnAuthority(folder, Clock.fixed(day, ZoneOffset.UTC));
    }

    private static int status(SSLContext trust, String name, int port) throws Exception {
        try (HttpClient client = HttpClient.newBuilder().sslContext(trust).build()) {
            return client.send(HttpRequest.newBuilder(URI.create("https://" + name + ":" + port + "/")).build(), HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    private static SSLContext serving(OwnAuthority authority) throws Exception {
        String pem = Files.readString(authority.key()).replaceAll("-----[A-Z ]+-----|\\s", "");
        var key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
        var chain = CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(Files.readAllBytes(authority.certificate())));
        assertThat(chain).hasSize(2);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("server", key, new char[0], chain.toArray(Certificate[]::new));
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static SSLContext trusting(Path certificate) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("ca", CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(Files.readAllBytes(certificate))));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
