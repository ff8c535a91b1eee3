package vn.bamcoso;

import java.io.PrintStream;
import java.util.Locale;

/** The console's progress: a line for each stage, with the seconds it took once the next begins. */
final class Stages implements Preparations.Progress {
    private final PrintStream out;
    private long began;
    private boolean open;

    Stages(PrintStream out) {
        this.out = out;
    }

    @Override
    public synchronized void accept(String stage) {
        close();
        out.print("  " + stage + " …");
        out.flush();
        began = System.nanoTime();
        open = true;
    }

    synchronized void close() {
        if (open) {
            out.println(String.format(Locale.of("vi"), " %.1f s", (System.nanoTime() - began) / 1e9));
            open = false;
        }
    }
}
