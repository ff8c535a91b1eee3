package vn.bamcoso.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class TurnstileTest {
    @Test
    void twoAreWorkedOnAtOnceTheOthersWaitAndAllAreAnswered() throws Exception {
        Turnstile turnstile = new Turnstile(2, Duration.ofSeconds(20), 100);
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch twoInside = new CountDownLatch(2);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger answered = new AtomicInteger();
        Thread[] visitors = new Thread[9];
        for (int i = 0; i < visitors.length; i++) {
            visitors[i] = Thread.startVirtualThread(() -> {
                try {
                    turnstile.doFilter(new MockHttpServletRequest(), new MockHttpServletResponse(), (request, response) -> {
                        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                        twoInside.countDown();
                        await(go);
                        inside.decrementAndGet();
                        answered.incrementAndGet();
                    });
                } catch (Exception unexpected) {
                    throw new IllegalStateException(unexpected);
                }
            });
        }
        assertThat(twoInside.await(10, TimeUnit.SECONDS)).isTrue();
        go.countDown();
        for (Thread visitor : visitors) {
            visitor.join();
        }
        assertThat(answered).hasValue(9);
        assertThat(most).hasValue(2);
    }

    @Test
    void whoHasWaitedTooLongIsToldToComeAgainAndNothingWasBegun() throws Exception {
        Turnstile turnstile = new Turnstile(1, Duration.ofMillis(50), 100);
        MockHttpServletResponse late = new MockHttpServletResponse();
        turnstile.doFilter(new MockHttpServletRequest(), new MockHttpServletResponse(), (request, response) ->
                turnstile.doFilter(new MockHttpServletRequest(), late, (one, two) -> late.setHeader("begun", "yes")));
        assertThat(late.getStatus()).isEqualTo(503);
        assertThat(late.getHeader("Retry-After")).isEqualTo("30");
        assertThat(late.getHeader("begun")).isNull();
    }

    @Test
    void whoFindsTheLineFullIsToldAtOnceAndTheLineGoesOn() throws Exception {
        Turnstile turnstile = new Turnstile(1, Duration.ofSeconds(20), 0);
        MockHttpServletResponse turnedAway = new MockHttpServletResponse();
        turnstile.doFilter(new MockHttpServletRequest(), turnedAway, (request, response) -> turnedAway.setHeader("begun", "yes"));
        assertThat(turnedAway.getStatus()).isEqualTo(503);
        assertThat(turnedAway.getHeader("Retry-After")).isEqualTo("30");
        assertThat(turnedAway.getHeader("begun")).isNull();
        assertThat(turnedAway.getContentAsString()).contains("chưa được ghi gì");

        Turnstile one = new Turnstile(1, Duration.ofSeconds(20), 1);
        MockHttpServletResponse answered = new MockHttpServletResponse();
        for (int i = 0; i < 3; i++) {
            one.doFilter(new MockHttpServletRequest(), answered, (request, response) -> answered.setHeader("begun", "yes"));
        }
        assertThat(answered.getStatus()).isEqualTo(200);
        assertThat(answered.getHeader("begun")).isEqualTo("yes");
    }

    private static void await(CountDownLatch go) {
        try {
            go.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
