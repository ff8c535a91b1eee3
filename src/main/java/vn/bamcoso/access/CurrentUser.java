package vn.bamcoso.access;

import java.util.Set;
import java.util.concurrent.Callable;

/**
 * Who acts. Bound to the thread by the sign-in filter (or by a job, for the system's own acts); every transaction hands
 * it to the database, whose policies show nothing when it is missing.
 *
 * @param id identity.app_user.id; 0 is the program itself
 * @param actingGrant the grant under which a user with several hats acts now; 0 = all of them
 * @param address where the request came from, for the audit trail
 * @param roles codes of {@code identity.role} held when the request began: for menus and for asking "may this user do
 *     that at all"; how far a role reaches is the database's business
 */
public record CurrentUser(int id, String name, int actingGrant, String address, Set<String> roles) {
    public static final CurrentUser SYSTEM = new CurrentUser(0, "system", 0, "local", Set.of());

    public CurrentUser {
        roles = Set.copyOf(roles);
    }

    private static final ThreadLocal<CurrentUser> BOUND = new ThreadLocal<>();

    /** Null when nobody is signed in. */
    public static @org.jspecify.annotations.Nullable CurrentUser get() {
        return BOUND.get();
    }

    /** @throws IllegalStateException when nobody is signed in: a programming error, the web layer asks first */
    public static CurrentUser require() {
        CurrentUser user = BOUND.get();
        if (user == null) {
            throw new IllegalStateException("nobody is signed in on this thread");
        }
        return user;
    }

    /** Whether one of these roles is held; the program itself holds every role. */
    public boolean has(String... anyOf) {
        return id == 0 || java.util.Arrays.stream(anyOf).anyMatch(roles::contains);
    }

    public static void bind(CurrentUser user) {
        BOUND.set(user);
    }

    public static void clear() {
        BOUND.remove();
    }

    /** Runs {@code work} as this user and restores who was bound before. */
    public <T> T call(Callable<T> work) {
        CurrentUser before = BOUND.get();
        BOUND.set(this);
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            if (before == null) {
                BOUND.remove();
            } else {
                BOUND.set(before);
            }
        }
    }

    public void run(Runnable work) {
        call(() -> {
            work.run();
            return null;
        });
    }
}
