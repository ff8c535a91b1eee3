package vn.bamcoso.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.CookieManager;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.identity.TestUsers;

/** Signing in through an organisation's provider: a small one of our own that signs its tokens, over HTTP. */
@InTheHouse
class OrganisationTest {
    private static final Map<String, String> NONCES = new ConcurrentHashMap<>();
    private static final RSAKey KEY = key();
    private static final HttpServer PROVIDER = provider();
    private static volatile String login = "";
    private static volatile boolean forged;

    @LocalServerPort
    int port;

    @Autowired
    TestUsers users;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("BAMCOSO_OIDC_ISSUER", OrganisationTest::issuer);
        settings.add("BAMCOSO_OIDC_CLIENT_ID", () -> "bamcoso");
        settings.add("BAMCOSO_OIDC_CLIENT_SECRET", () -> "chỉ để thử");
    }

    @AfterAll
    static void stop() {
        PROVIDER.stop(0);
    }

    @Test
    void whomTheOrganisationKnowsAndHereIsAnAccountComesIn() throws Exception {
        users.person("co.quan");
        assertThat(comesIn("co.quan")).isEqualTo("http://localhost:" + port + "/");
    }

    @Test
    void whomOnlyTheOrganisationKnowsDoesNot() throws Exception {
        assertThat(comesIn("nguoi.la")).endsWith("/signin?problem=no-account");
    }

    @Test
    void aTokenSignedBySomebodyElseOpensNothing() throws Exception {
        users.person("bi.gia.mao");
        forged = true;
        try {
            assertThat(comesIn("bi.gia.mao")).endsWith("/signin?problem=organisation");
        } finally {
            forged = false;
        }
    }

    /** Follows the browser's way there and back; the address where it ends. */
    private String comesIn(String who) throws Exception {
        login = who;
        var client = HttpClient.newBuilder().cookieHandler(new CookieManager()).followRedirects(HttpClient.Redirect.NORMAL).build();
        HttpResponse<String> page = client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/signin")).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(page.body()).contains("/signin/by/organisation");
        return client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/signin/by/organisation")).build(), HttpResponse.BodyHandlers.ofString()).uri().toString();
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("one").algorithm(JWSAlgorithm.RS256).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String issuer() {
        return "http://localhost:" + PROVIDER.getAddress().getPort();
    }

    private static HttpServer provider() {
        try {
            var server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
            server.createContext("/.well-known/openid-configuration", exchange -> say(exchange, """
                    {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token","jwks_uri":"%1$s/keys",
                     "response_types_supported":["code"],"subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"]}""".formatted(issuer())));
            server.createContext("/keys", exchange -> say(exchange, new JWKSet(KEY).toString()));
            server.createContext("/authorize", exchange -> {
                Map<String, String> asked = parameters(exchange.getRequestURI().getRawQuery());
                NONCES.put("code", asked.getOrDefault("nonce", ""));
                exchange.getResponseHeaders().add("Location", asked.get("redirect_uri") + "?code=code&state=" + URLEncoder.encode(asked.get("state"), StandardCharsets.UTF_8));
                exchange.sendResponseHeaders(302, -1);
                exchange.close();
            });
            server.createContext("/token", exchange -> say(exchange, "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"expires_in\":60,\"id_token\":\"" + token() + "\"}"));
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String token() {
        var claims = new JWTClaimsSet.Builder().issuer(issuer()).subject("7").audience("bamcoso").issueTime(new Date()).expirationTime(Date.from(Instant.now().plusSeconds(60)))
                .claim("nonce", NONCES.get("code")).claim("preferred_username", login).build();
        var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(), claims);
        try {
            token.sign(new RSASSASigner(forged ? key() : KEY));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static Map<String, String> parameters(String query) {
        return Stream.of(query.split("&")).map(part -> part.split("=", 2)).collect(Collectors.toMap(part -> part[0], part -> URLDecoder.decode(part[1], StandardCharsets.UTF_8)));
    }

    private static void say(HttpExchange exchange, String json) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
