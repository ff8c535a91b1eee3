package vn.bamcoso.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs PostgreSQL's programs as an ordinary user: PostgreSQL refuses to run as root, so root steps down first. */
final class Runner {
    private final List<String> stepDown;
    private final String user;

    private Runner(String user, List<String> stepDown) {
        this.user = user;
        this.stepDown = stepDown;
    }

    static Runner forThisUser() throws IOException, InterruptedException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new Runner("", List.of());
        }
        String user = succeeds("id", "-u", "postgres") ? "postgres" : "nobody";
        if (succeeds("setpriv", "--version")) {
            return new Runner(user, List.of("setpriv", "--reuid=" + user, "--regid=" + groupOf(user), "--clear-groups", "--"));
        }
        if (succeeds("runuser", "--version")) {
            return new Runner(user, List.of("runuser", "-u", user, "--"));
        }
        throw new StoreProblem("PostgreSQL không chạy được bằng root và máy này không có setpriv hay runuser; hãy chạy bằng"
                + " người dùng thường. / PostgreSQL refuses to run as root; run as an ordinary user.");
    }

    boolean isRoot() {
        return !user.isEmpty();
    }

    boolean canUse(Path folder) throws IOException, InterruptedException {
        var command = new ArrayList<>(stepDown);
        command.addAll(List.of("test", "-x", folder.toString()));
        return succeeds(command.toArray(String[]::new));
    }

    void give(Path folder) throws IOException, InterruptedException {
        if (isRoot() && !succeeds("chown", "-R", user + ":" + groupOf(user), folder.toString())) {
            throw new StoreProblem("Không giao được thư mục " + folder + " cho người dùng " + user + ".");
        }
    }

    /** @throws StoreProblem with the program's own last words when it fails */
    void run(Path log, String... program) throws IOException, InterruptedException {
        var command = new ArrayList<>(stepDown);
        command.addAll(List.of(program));
        var build = new ProcessBuilder(command).redirectErrorStream(true);
        build.redirectOutput(ProcessBuilder.Redirect.to(log.toFile()));
        build.environment().put("LC_ALL", "C.UTF-8");
        build.environment().remove("PGPASSWORD");
        Process process = build.start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new StoreProblem("PostgreSQL không trả lời sau 120 giây (" + Path.of(program[0]).getFileName() + ").");
        }
        if (process.exitValue() != 0) {
            String said = Files.readString(log, StandardCharsets.UTF_8).strip();
            throw new StoreProblem("PostgreSQL báo lỗi (" + Path.of(program[0]).getFileName() + "): "
                    + said.substring(Math.max(0, said.length() - 400)));
        }
    }

    private static String groupOf(String user) throws IOException, InterruptedException {
        Process id = new ProcessBuilder("id", "-gn", user).start();
        String group = new String(id.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        id.waitFor();
        return group;
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notThere) {
            return false;
        }
    }
}
