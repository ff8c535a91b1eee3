package vn.bamcoso.bench;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.bamcoso.store.Database;
import vn.bamcoso.store.StoreProblem;

/** The program under test, as people run it: {@code serve} in a process of its own, on the benchmark's database. */
final class Served implements AutoCloseable {
    /** As for a small server; without it Java takes what the machine has, and memory would tell nothing. */
    static final String HEAP = System.getProperty("bamcoso.bench.heap", "448m");
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Process process;
    private final String address;
    private final double secondsToFirstPage;

    private Served(Process process, String address, double secondsToFirstPage) {
        this.process = process;
        this.address = address;
        this.secondsToFirstPage = secondsToFirstPage;
    }

    /** @param data folder of the program, for its keys and its log */
    static Served start(Class<?> program, Database database, int port, Path data) throws IOException, InterruptedException {
        return start(program, database, port, data, HEAP);
    }

    static Served start(Class<?> program, Database database, int port, Path data, String heap) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java")));
        // without a rehearsal beside it: that is a program of its own, and would be counted into the memory and the work of this one
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream().filter(option -> !option.startsWith("-Dbamcoso.data") && !option.startsWith("-Dbamcoso.rehearse=")).forEach(command::add);
        command.addAll(List.of("-Xmx" + heap, "-Dbamcoso.data=" + data, "-cp", System.getProperty("java.class.path"), program.getName(), "serve", "--port", String.valueOf(port)));
        File log = data.resolve("serve.log").toFile();
        data.toFile().mkdirs();
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
        builder.environment().put("BAMCOSO_DB_URL", database.url());
        builder.environment().put("BAMCOSO_DB_USER", database.owner());
        builder.environment().put("BAMCOSO_DB_PASSWORD", database.ownerPassword());
        long started = System.nanoTime();
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "stop served"));
        String address = "http://127.0.0.1:" + port;
        while (!answers(address)) {
            if (!process.isAlive() || System.nanoTime() - started > PATIENCE.toNanos()) {
                process.destroy();
                throw new StoreProblem("The program under test did not start; see " + log);
            }
            Thread.sleep(20);
        }
        return new Served(process, address, (System.nanoTime() - started) / 1e9);
    }

    private static boolean answers(String address) throws InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(address + "/signin")).build(), HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    String address() {
        return address;
    }

    long pid() {
        return process.pid();
    }

    /** Processor time since it was started; 0 where the system does not tell. */
    double cpuSeconds() {
        return process.info().totalCpuDuration().map(spent -> spent.toMillis() / 1000.0).orElse(0.0);
    }

    double secondsToFirstPage() {
        return secondsToFirstPage;
    }

    /** As when the machine loses its power: nothing is ended in order. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, java.util.concurrent.TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
