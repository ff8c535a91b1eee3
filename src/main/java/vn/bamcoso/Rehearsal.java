package vn.bamcoso;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The quiet second run from which the start-up cache of the later starts is made. The script asks for it where there is no
 * cache for this program yet; it begins when the first page can be had, gives way to everything else, and ends with the program.
 */
final class Rehearsal implements AutoCloseable {
    private final Process process;

    private Rehearsal(Process process) {
        this.process = process;
    }

    /** Begins it; empty when none is wanted, or the machine cannot. */
    static Optional<Rehearsal> beside() {
        String script = System.getProperty("bamcoso.rehearse");
        if (script == null) {
            return Optional.empty();
        }
        try {
            var process = new ProcessBuilder("nice", "-n", "19", script, "rehearse").redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
            return Optional.of(new Rehearsal(process.start()));
        } catch (IOException withoutIt) {
            return Optional.empty(); // the next start is as slow as this one, and tries again
        }
    }

    /** A cache is taken when it is whole: of one that was cut short nothing stays. */
    @Override
    public void close() {
        if (!process.isAlive()) {
            return;
        }
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList().forEach(ProcessHandle::destroyForcibly);
        try (Stream<Path> left = Files.list(Path.of(""))) {
            for (Path file : left.filter(path -> path.getFileName().toString().matches("start\\..*\\.new.*")).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException stays) {
            // the next rehearsal clears it away
        }
    }
}
