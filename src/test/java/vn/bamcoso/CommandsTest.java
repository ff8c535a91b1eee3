package vn.bamcoso;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as whoever starts it meets it: real processes, stopped by the keyboard, killed, in each other's way. */
class CommandsTest {
    private static final String STARTED = "Bám Cơ Sở: http://127.0.0.1:";

    @TempDir
    Path folder;

    private final List<Run> runs = new ArrayList<>();

    @AfterEach
    void stopAll() {
        runs.forEach(run -> run.process.destroy());
        runs.forEach(Run::ended);
        assertThat(postgresAnswers()).as("PostgreSQL after everything was stopped").isFalse();
    }

    @Test
    void whatCannotBeDoneIsToldInOneSentenceAndANumber() throws Exception {
        assertThat(new Run(List.of("bash", "bamcoso", "dmeo")).refusal()).startsWith("Không có lệnh 'dmeo'");
        assertThat(program("serve", "--prot", "80").refusal()).contains("không có lựa chọn --prot");
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(program("serve", "--port", "" + taken.getLocalPort()).refusal()).contains("Cổng " + taken.getLocalPort() + " đang có chương trình khác dùng");
        }
    }

    @Test
    void aFirstStartThatIsInterruptedGoesOnAtTheNextAndAKilledProgramHindersNobody() throws Exception {
        for (String stage : List.of("PostgreSQL 18", "Lược đồ dữ liệu", "Bản đồ các thời kỳ", "Biên chế, cán bộ")) {
            Run run = program("demo", "--port", freePort());
            run.says(stage);
            run.interrupt();
            assertThat(run.ended()).as(stage).isEqualTo(130);
            assertThat(run.lines()).as(stage).noneMatch(line -> line.contains("Exception"));
            assertThat(postgresAnswers()).as(stage).isFalse();
        }
        Run whole = program("demo", "--port", freePort());
        whole.says(STARTED);
        assertThat(whole.lines()).as("stages that were whole are not done again").noneMatch(line -> line.contains("Công an các cấp"));
        Run check = program("audit", "verify");
        assertThat(check.ended()).as(check::toString).isZero();

        assertThat(program("serve", "--port", freePort()).refusal()).as("a second program on the same data").contains("Một chương trình Bám Cơ Sở khác đang dùng dữ liệu");
        whole.process.destroyForcibly();
        whole.ended();
        assertThat(postgresAnswers()).as("a killed program leaves its PostgreSQL").isTrue();
        Run next = program("demo", "--port", freePort());
        next.says(STARTED);
        next.interrupt();
        assertThat(next.ended()).isEqualTo(130);
    }

    private Run program(String... words) throws IOException {
        String classes = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).filter(part -> !part.endsWith("test-classes")).collect(Collectors.joining(File.pathSeparator));
        // a shell that runs the tests behind the scenes has its children ignore the keyboard: here it counts
        var command = new ArrayList<>(List.of("env", "--default-signal=INT", ProcessHandle.current().info().command().orElseThrow(), "-Xmx600m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8", "--enable-native-access=ALL-UNNAMED",
                "-Dbamcoso.data=" + folder, "-Dbamcoso.demo.homes=2", "-Dbamcoso.demo.periods=back0", "-cp", classes, "vn.bamcoso.BamCoSo"));
        command.addAll(List.of(words));
        return new Run(command);
    }

    private static String freePort() throws IOException {
        try (var any = new ServerSocket(0)) {
            return "" + any.getLocalPort();
        }
    }

    private boolean postgresAnswers() {
        try {
            Path port = folder.resolve("postgres.port");
            if (!Files.exists(port)) {
                return false;
            }
            new Socket(InetAddress.getByName("127.0.0.1"), Integer.parseInt(Files.readString(port).strip())).close();
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    /** One process and all that it has said. */
    private final class Run {
        private final Process process;
        private final StringBuilder said = new StringBuilder();
        private final CompletableFuture<Void> heard;

        Run(List<String> command) throws IOException {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("LC_ALL", "C");
            process = builder.start();
            runs.add(this);
            heard = CompletableFuture.runAsync(this::listen, task -> Thread.ofPlatform().daemon().start(task));
        }

        private void listen() {
            try (BufferedReader reader = process.inputReader(java.nio.charset.StandardCharsets.UTF_8)) {
                for (int c = reader.read(); c >= 0; c = reader.read()) {
                    synchronized (said) {
                        said.append((char) c);
                        said.notifyAll();
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Waits, up to two minutes, until this was said. */
        void says(String words) throws InterruptedException {
            long until = System.nanoTime() + SECONDS.toNanos(120);
            synchronized (said) {
                while (said.indexOf(words) < 0) {
                    assertThat(System.nanoTime()).as("waits for " + words + " in: " + said).isLessThan(until);
                    assertThat(process.isAlive() || !heard.isDone()).as("ended without " + words + ": " + said).isTrue();
                    said.wait(500);
                }
            }
        }

        void interrupt() throws IOException, InterruptedException {
            new ProcessBuilder("kill", "-INT", "" + process.pid()).start().waitFor();
        }

        /** @return its exit number */
        int ended() {
            try {
                assertThat(process.waitFor(60, SECONDS)).as("ends: " + this).isTrue();
                heard.join();
                return process.exitValue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        /** @return the sentence with which it ended, and nothing else was said but the stages before it */
        String refusal() {
            assertThat(ended()).as(toString()).isNotZero();
            List<String> sentences = lines().stream().filter(line -> !line.isBlank() && !line.startsWith("  ")).toList();
            assertThat(sentences).hasSize(1);
            return sentences.getFirst();
        }

        List<String> lines() {
            synchronized (said) {
                return said.toString().lines().toList();
            }
        }

        @Override
        public String toString() {
            return String.join("\n", lines());
        }
    }
}
