package vn.bamcoso.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.bamcoso.basics.Texts;

/**
 * Lets so many requests be worked on at once; the others wait in line. In the last hour before a deadline thousands come
 * together, and each that is worked on holds a form in memory and wants a connection, while one that waits holds the buffers
 * of its connection only. As many are let in as there are connections: more would only wait inside, holding their forms. Who has
 * waited too long is told so, before anything was begun; and so is, at once, who finds so many in line that their buffers
 * would take the memory from those who are worked on, as after a start in the middle of the last hour.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class Turnstile extends OncePerRequestFilter {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /** Bytes that one who waits was seen to hold: buffers of its connection, of its request and of the answer to come. */
    private static final long HELD = 200 * 1024;
    private static final int SHARE_OF_MEMORY = 4;

    private final Semaphore places;
    private final Duration patience;
    private final int longest;
    private final AtomicInteger inLine = new AtomicInteger();

    @Autowired
    Turnstile(@Value("${bamcoso.db.pool:24}") int connections) {
        this(connections, PATIENCE, Math.toIntExact(Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY / HELD));
    }

    /** @param longest how many may stand in line */
    Turnstile(int atOnce, Duration patience, int longest) {
        this.places = new Semaphore(atOnce, true);
        this.patience = patience;
        this.longest = longest;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        if (inLine.incrementAndGet() > longest) {
            inLine.decrementAndGet();
            turnAway(response);
            return;
        }
        if (!entered()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "30");
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            places.release();
        }
    }

    private boolean entered() throws IOException {
        try {
            return places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        } finally {
            inLine.decrementAndGet();
        }
    }

    /** Without a page of the house, which would ask the database who reads it, past all who wait. */
    private static void turnAway(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader(HttpHeaders.RETRY_AFTER, "30");
        response.setHeader(HttpHeaders.CONNECTION, "close");
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().println(Texts.vi().get("shell.problem.status.503") + " / " + Texts.en().get("shell.problem.status.503"));
    }
}
