package vn.bamcoso;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Preparation;

/** Runs every room's {@link Preparation} before the web server, which starts in a later phase, answers anybody. */
@Component
class Preparations implements SmartLifecycle {
    private final List<Preparation> rooms;
    private final Consumer<String> progress;
    private boolean done;

    private final boolean rehearsal;

    Preparations(List<Preparation> rooms, ObjectProvider<Progress> progress, @Value("${bamcoso.rehearsal:false}") boolean rehearsal) {
        this.rehearsal = rehearsal;
        this.rooms = rooms.stream().sorted(Comparator.comparingInt(Preparation::order)).toList();
        this.progress = progress.getIfAvailable(() -> line -> {})::accept;
    }

    /** Where the lines go; the console registers one. */
    interface Progress extends Consumer<String> {}

    @Override
    public void start() {
        if (rehearsal) {
            return;
        }
        CurrentUser.SYSTEM.run(() -> rooms.forEach(room -> room.prepare(progress)));
        done = true;
    }

    @Override
    public void stop() {
        done = false;
    }

    @Override
    public boolean isRunning() {
        return done;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
