package vn.bamcoso;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The console's progress: a line for each stage, with the seconds it took once the same thread begins its next. Stages of
 * several threads run beside each other: then the line of the one that was begun stays open only until another speaks, and
 * each is told again, with its own seconds, when it is done.
 */
final class Stages implements Preparations.Progress {
    private final PrintStream out;
    private final Map<Thread, Stage> running = new LinkedHashMap<>();
    private @Nullable Stage unfinished;
    private boolean stopped;

    private record Stage(String name, long began) {}

    Stages(PrintStream out) {
        this.out = out;
    }

    @Override
    public synchronized void accept(String name) {
        close();
        if (name.isEmpty() || stopped) {
            return;
        }
        breakLine();
        var stage = new Stage(name, System.nanoTime());
        running.put(Thread.currentThread(), stage);
        unfinished = stage;
        out.print("  " + name + " …");
        out.flush();
    }

    /** Ends the stage of this thread. */
    synchronized void close() {
        Stage stage = running.remove(Thread.currentThread());
        if (stage == null) {
            return;
        }
        String seconds = String.format(Locale.of("vi"), " %.1f s", (System.nanoTime() - stage.began) / 1e9);
        if (stage == unfinished) {
            out.println(seconds);
            unfinished = null;
        } else {
            breakLine();
            out.println("  " + stage.name + " ✓" + seconds);
        }
    }

    /** Nothing more is told. */
    synchronized void stop() {
        breakLine();
        if (!running.isEmpty()) {
            out.println("Dừng lại; lần sau làm tiếp. / Stopping; the next start carries on.");
        }
        running.clear();
        stopped = true;
    }

    /** What is said from now on begins a line of its own. */
    synchronized void breakLine() {
        if (unfinished != null) {
            out.println();
            unfinished = null;
        }
    }
}
