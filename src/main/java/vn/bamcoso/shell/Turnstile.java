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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets so many requests be worked on at once; the others wait in line. In the last hour before a deadline thousands come
 * together, and each that is worked on holds a form in memory and wants a connection, while one that waits holds next to
 * nothing. As many are let in as there are connections: more would only wait inside, holding their forms. Who has waited too
 * long is told so, before anything was begun.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class Turnstile extends OncePerRequestFilter {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Semaphore places;
    private final Duration patience;

    @Autowired
    Turnstile(@Value("${bamcoso.db.pool:24}") int connections) {
        this(connections, PATIENCE);
    }

    Turnstile(int atOnce, Duration patience) {
        this.places = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
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
        }
    }
}
