package vn.bamcoso.tasks.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The folders through which files come and go: {@code in} and {@code out} are shared with the partner's program, {@code work} holds what
 * is being read, {@code done} and {@code bad} what was. A file changes its folder in one step, so that nobody sees half of one and of
 * several nodes one takes it. Only whole files ending in .xml or .edxml are taken; one that is still being written has another ending.
 */
@Component
class Folders {
    private static final Duration LEFT_BEHIND = Duration.ofMinutes(10);
    private static final int LONGEST_NAME = 120;

    private final @Nullable Path root;
    private final String organ;
    private final String name;

    /** {@code BAMCOSO_EXCHANGE} names the folder, {@code BAMCOSO_EXCHANGE_ORGAN} and {@code _NAME} this organisation. */
    Folders(Environment environment) {
        String folder = environment.getProperty("BAMCOSO_EXCHANGE", "").strip();
        organ = environment.getProperty("BAMCOSO_EXCHANGE_ORGAN", "").strip();
        name = environment.getProperty("BAMCOSO_EXCHANGE_NAME", "Bộ Công an").strip();
        root = folder.isEmpty() || organ.isEmpty() ? null : Path.of(folder).toAbsolutePath();
        if (root != null) {
            try {
                for (String one : List.of("in", "out", "work", "done", "bad")) {
                    Files.createDirectories(root.resolve(one));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Whether files are exchanged at all. */
    boolean there() {
        return root != null;
    }

    /** Code of this organisation. */
    String organ() {
        return organ;
    }

    String name() {
        return name;
    }

    /** Files that wait, oldest name first; what another run left behind comes again. */
    List<Path> waiting(Instant now) {
        try (Stream<Path> left = Files.list(folder("work"))) {
            for (Path one : left.toList()) {
                if (Files.getLastModifiedTime(one).toInstant().isBefore(now.minus(LEFT_BEHIND))) {
                    Files.move(one, folder("in").resolve(one.getFileName().toString()), StandardCopyOption.ATOMIC_MOVE);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (Stream<Path> files = Files.list(folder("in"))) {
            return files.filter(Folders::taken).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean taken(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && (name.endsWith(".xml") || name.endsWith(".edxml")) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** Takes a file for reading. @return null when another run was faster */
    @Nullable Path take(Path file) {
        Path work = folder("work").resolve(file.getFileName().toString());
        try {
            Files.move(file, work, StandardCopyOption.ATOMIC_MOVE);
            Files.setLastModifiedTime(work, java.nio.file.attribute.FileTime.from(Instant.now()));
            return work;
        } catch (NoSuchFileException gone) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a file that was read aside, under a name that is not taken yet; a bad one with the sentence beside it. */
    void put(Path work, boolean good, long id, @Nullable String sentence) {
        String name = work.getFileName().toString();
        String kept = id + "-" + (name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name);
        try {
            Path folder = folder(good ? "done" : "bad");
            Files.move(work, folder.resolve(kept), StandardCopyOption.ATOMIC_MOVE);
            if (sentence != null) {
                Files.writeString(folder.resolve(kept + ".txt"), sentence + "\n", StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file whole, then lets it appear. */
    void send(String name, byte[] content) {
        try {
            Path hidden = folder("out").resolve("." + name + ".part");
            Files.write(hidden, content);
            Files.move(hidden, folder("out").resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path folder(String which) {
        return java.util.Objects.requireNonNull(root).resolve(which);
    }
}
