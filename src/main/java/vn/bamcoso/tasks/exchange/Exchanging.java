package vn.bamcoso.tasks.exchange;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.notices.Job;

/** Every minute: reads what came, sees how far the work has come, and lets the states go out. */
@Component
class Exchanging implements Job {
    private final Folders folders;
    private final Receiving receiving;
    private final States states;

    Exchanging(Folders folders, Receiving receiving, States states) {
        this.folders = folders;
        this.receiving = receiving;
        this.states = states;
    }

    @Override
    public String name() {
        return "exchange";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run(Instant at) {
        if (folders.there()) {
            CurrentUser.SYSTEM.run(() -> {
                receiving.all(at);
                states.follow(at);
                states.send();
            });
        }
    }
}
