package vn.bamcoso.identity.signin;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords with Argon2id (19 MiB, two passes, one lane). Only as many at a time as there are cores: the last
 * hour before a deadline must not cost 19 MiB a waiting user. Virtual threads wait their turn.
 */
@Component
public class Passwords {
    /** Too many people sign in at this moment; nobody's fault, worth another try. */
    static final class Busy extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final long PATIENCE_SECONDS = 20;

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    private final Semaphore seats = new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);
    /** Takes most of a second in a young program: nobody need wait for it before the first page. */
    private final CompletableFuture<String> nobodys = CompletableFuture.supplyAsync(() -> argon2.encode("nobody has this password"));

    public String hash(String password) {
        return inTurn(() -> argon2.encode(password));
    }

    /** Takes the same time whether or not there is a hash: the answer does not tell who exists. */
    public boolean matches(String password, @Nullable String hash) {
        return inTurn(() -> argon2.matches(password, hash == null ? nobodys.join() : hash)) && hash != null;
    }

    private <T> T inTurn(java.util.function.Supplier<T> work) {
        try {
            if (!seats.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new Busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy();
        }
        try {
            return work.get();
        } finally {
            seats.release();
        }
    }
}
