package vn.bamcoso.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** Where somebody is signed in at this moment, on whichever node. */
@Component
public class Sessions {
    private static final String AGENT = "bamcoso.agent";
    private static final String ADDRESS = "bamcoso.address";

    /**
     * @param handle names the session without giving it away
     * @param agent what the browser calls itself, shortened
     * @param here true for the session that asks
     */
    public record Open(String handle, String agent, String address, Instant since, Instant last, boolean here) {}

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    Sessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    static void note(HttpServletRequest request, HttpSession session) {
        session.setAttribute(AGENT, browser(request.getHeader("User-Agent")));
        session.setAttribute(ADDRESS, request.getRemoteAddr());
    }

    /** The newest use first. */
    public List<Open> of(String login, @Nullable HttpSession asking) {
        return found(login).entrySet().stream()
                .map(entry -> new Open(
                        handle(entry.getKey()), text(entry.getValue(), AGENT), text(entry.getValue(), ADDRESS), entry.getValue().getCreationTime(),
                        entry.getValue().getLastAccessedTime(), asking != null && asking.getId().equals(entry.getKey())))
                .sorted(Comparator.comparing(Open::last).reversed())
                .toList();
    }

    /** Ends one session of this user. @return false when there is none with the handle */
    public boolean end(String login, String handle) {
        return found(login).keySet().stream().filter(id -> handle(id).equals(handle)).peek(sessions::deleteById).count() > 0;
    }

    /** Ends all sessions of this user but the one that asks. */
    public void endOthers(String login, @Nullable HttpSession asking) {
        found(login).keySet().stream().filter(id -> asking == null || !asking.getId().equals(id)).forEach(sessions::deleteById);
    }

    private Map<String, ? extends Session> found(String login) {
        return sessions.findByPrincipalName(login);
    }

    private static String text(Session session, String name) {
        String value = session.getAttribute(name);
        return value == null ? "" : value;
    }

    /** "Chrome 109 · Windows" is enough to know one's own computer by. */
    static String browser(@Nullable String agent) {
        if (agent == null) {
            return "";
        }
        String name = agent.contains("Edg/") ? "Edge" : agent.contains("Firefox/") ? "Firefox" : agent.contains("Chrome/") ? "Chrome" : agent.contains("Safari/") ? "Safari" : "";
        String system = agent.contains("Android") ? "Android" : agent.contains("iPhone") || agent.contains("iPad") ? "iOS"
                : agent.contains("Windows") ? "Windows" : agent.contains("Mac OS") ? "macOS" : agent.contains("Linux") ? "Linux" : "";
        return name.isEmpty() ? agent.substring(0, Math.min(40, agent.length())) : system.isEmpty() ? name : name + " · " + system;
    }

    private static String handle(String id) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8)), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
