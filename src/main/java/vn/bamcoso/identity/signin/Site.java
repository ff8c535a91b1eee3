package vn.bamcoso.identity.signin;

import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The address by which a browser came, as passkeys are bound to it, and the challenge that it answers: once, within five minutes.
 *
 * @param host a name; browsers make no passkey for a bare IP address
 * @param origin scheme, host and port
 */
public record Site(String host, String origin) {
    private static final String ASKED = "bamcoso.passkey";
    private static final String UNTIL = "bamcoso.passkey.until";
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final SecureRandom RANDOM = new SecureRandom();

    public static Site of(HttpServletRequest request) {
        int port = request.getServerPort();
        boolean usual = port == (request.isSecure() ? 443 : 80);
        return new Site(request.getServerName(), request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + port));
    }

    /** Whether browsers offer passkeys here: on a named host over TLS, or on this computer by its name. */
    public boolean offersPasskeys() {
        return host.equals("localhost") || origin.startsWith("https:") && !host.matches("[0-9.]+|\\[?[0-9a-fA-F:]*:[0-9a-fA-F:.]*]?");
    }

    /** A new challenge, kept in the session. */
    public static String challenge(HttpSession session, Clock clock) {
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        String written = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        session.setAttribute(ASKED, written);
        session.setAttribute(UNTIL, clock.millis() + PATIENCE.toMillis());
        return written;
    }

    /** What an answer is checked against; null when nothing was asked, or too long ago. A challenge is used up by this. */
    @Nullable ServerProperty asked(@Nullable HttpSession session, Clock clock) {
        if (session == null || !(session.getAttribute(ASKED) instanceof String written)) {
            return null;
        }
        boolean late = (Long) session.getAttribute(UNTIL) < clock.millis();
        session.removeAttribute(ASKED);
        session.removeAttribute(UNTIL);
        return late ? null : ServerProperty.builder().origin(Origin.create(origin)).rpId(host).challenge(new DefaultChallenge(written)).build();
    }
}
