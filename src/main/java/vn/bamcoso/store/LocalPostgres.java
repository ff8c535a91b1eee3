package vn.bamcoso.store;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The program's own PostgreSQL, in a data folder. A first start unpacks the binaries and makes a cluster with a generated
 * password, on loopback only. A later start on the same folder finds the port and the password again; a server that
 * outlived a killed program is adopted. One program at a time: a lock file, freed by the system even after a kill.
 */
public final class LocalPostgres implements AutoCloseable {
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1", "unix_socket_directories=", "fsync=on", "synchronous_commit=on", "jit=off",
            "max_connections=120", "random_page_cost=1.1", "wal_compression=on", "max_wal_size=4GB", "checkpoint_timeout=15min",
            "timezone=Asia/Ho_Chi_Minh", "log_timezone=Asia/Ho_Chi_Minh", "max_locks_per_transaction=256");

    private final Path data;
    private final Path cluster;
    private final Path bin;
    private final @Nullable Runner runner;
    private final @Nullable FileChannel lockFile;
    private final int port;
    private final String password;

    private LocalPostgres(
            Path data, Path cluster, Path bin, @Nullable Runner runner, @Nullable FileChannel lockFile, int port, String password) {
        this.data = data;
        this.cluster = cluster;
        this.bin = bin;
        this.runner = runner;
        this.lockFile = lockFile;
        this.port = port;
        this.password = password;
    }

    /**
     * @param data the folder that is ours; made when missing
     * @param tuning further server settings, {@code name → value}
     * @throws StoreProblem in one sentence, when another program holds the folder or PostgreSQL does not start
     */
    public static LocalPostgres start(Path data, Map<String, String> tuning) {
        try {
            Files.createDirectories(data);
            FileChannel lockFile = lock(data);
            Runner runner = Runner.forThisUser();
            Path home = reachable(data.toAbsolutePath(), runner);
            Path bin = Binaries.unpackInto(home).resolve("bin");
            Path cluster = home.resolve("cluster");
            String password = secret(data.resolve("postgres.password"));
            if (!Files.exists(cluster.resolve("PG_VERSION"))) {
                initialise(home, cluster, bin, runner, password);
            }
            Path portFile = data.resolve("postgres.port");
            int port = Files.exists(portFile) ? Integer.parseInt(Files.readString(portFile).strip()) : 0;
            if (port == 0 || !isOurs(port, password, cluster)) {
                port = freePort(port);
                boot(home, cluster, bin, runner, port, tuning);
                Files.writeString(portFile, Integer.toString(port));
            }
            return new LocalPostgres(data, cluster, bin, runner, lockFile, port, password);
        } catch (IOException e) {
            throw new StoreProblem("Không khởi động được PostgreSQL trong " + data + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreProblem("Việc khởi động PostgreSQL bị ngắt.");
        }
    }

    /**
     * The server that another program of ours has started in this folder, to be used beside it; closing leaves it alone.
     *
     * @return empty when none runs there
     */
    public static Optional<LocalPostgres> running(Path data) {
        try {
            Path portFile = data.resolve("postgres.port");
            if (!Files.exists(portFile)) {
                return Optional.empty();
            }
            int port = Integer.parseInt(Files.readString(portFile).strip());
            String password = secret(data.resolve("postgres.password"));
            return answers(port, password)
                    ? Optional.of(new LocalPostgres(data, data, data, null, null, port, password))
                    : Optional.empty();
        } catch (IOException e) {
            throw new StoreProblem("Không đọc được " + data + ": " + e.getMessage());
        }
    }

    private static FileChannel lock(Path data) throws IOException {
        FileChannel file = FileChannel.open(data.resolve("program.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock held = file.tryLock();
            if (held != null) {
                return file;
            }
        } catch (OverlappingFileLockException sameProgram) {
            // falls through to the sentence
        }
        file.close();
        throw new StoreProblem("Một chương trình Bám Cơ Sở khác đang dùng dữ liệu trong " + data
                + "; hãy dừng chương trình ấy trước. / Another Bám Cơ Sở is using this data; stop it first.");
    }

    /** Root's home is closed to ordinary users: then the cluster stands under /var/lib, named after the data folder. */
    private static Path reachable(Path data, Runner runner) throws IOException, InterruptedException {
        if (!runner.isRoot() || runner.canUse(data)) {
            return data;
        }
        Path other = Path.of("/var/lib/bamcoso", Integer.toHexString(data.toString().hashCode()));
        Files.createDirectories(other);
        return other;
    }

    private static String secret(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(random));
        }
        return Files.readString(file).strip();
    }

    private static void initialise(Path home, Path cluster, Path bin, Runner runner, String password)
            throws IOException, InterruptedException {
        Path setup = Files.createTempDirectory(home, "initdb");
        Path passwordFile = setup.resolve("password");
        Files.writeString(passwordFile, password);
        Path made = setup.resolve("cluster");
        runner.give(setup);
        runner.run(home.resolve("initdb.log"), bin.resolve("initdb").toString(), "-D", made.toString(), "-U", "postgres",
                "-A", "scram-sha-256", "--pwfile=" + passwordFile, "-E", "UTF8", "--locale=C.UTF-8");
        Files.move(made, cluster);
        Files.delete(passwordFile);
        Files.delete(setup);
    }

    private static void boot(Path home, Path cluster, Path bin, Runner runner, int port, Map<String, String> tuning)
            throws IOException, InterruptedException {
        Files.deleteIfExists(home.resolve("pg_ctl.log"));
        var settings = new StringBuilder();
        SETTINGS.forEach(setting -> settings.append(setting.replaceFirst("=", " = '")).append("'\n"));
        tuning.forEach((name, value) -> settings.append(name).append(" = '").append(value).append("'\n"));
        settings.append("port = ").append(port).append('\n');
        Files.writeString(cluster.resolve("postgresql.auto.conf"), settings);
        runner.give(cluster);
        runner.run(home.resolve("pg_ctl.log"), bin.resolve("pg_ctl").toString(), "-D", cluster.toString(), "-w", "-t", "100",
                "-l", cluster.resolve("server.log").toString(), "start");
    }

    private static int freePort(int wanted) throws IOException {
        if (wanted != 0) {
            try (var same = new ServerSocket(wanted)) {
                return same.getLocalPort();
            } catch (IOException taken) {
                // somebody else has it now: any other will do
            }
        }
        try (var any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }

    /** A copy of the folder has the same port and password; the server that answers there may still be that of the other folder. */
    private static boolean isOurs(int port, String password, Path cluster) throws IOException {
        try (Connection open = DriverManager.getConnection(url(port, "postgres") + "?loginTimeout=3", "postgres", password);
                var directory = open.createStatement().executeQuery("show data_directory")) {
            return directory.next() && Files.isSameFile(Path.of(directory.getString(1)), cluster);
        } catch (SQLException | java.nio.file.NoSuchFileException no) {
            return false;
        }
    }

    private static boolean answers(int port, String password) {
        try (Connection open = DriverManager.getConnection(url(port, "postgres") + "?loginTimeout=3", "postgres", password)) {
            return open.isValid(3);
        } catch (SQLException no) {
            return false;
        }
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String url(String database) {
        return url(port, database);
    }

    /** Of the superuser {@code postgres}: for making databases and roles, never for the program's own work. */
    public String password() {
        return password;
    }

    public Path data() {
        return data;
    }

    public int port() {
        return port;
    }

    /** Stops the server and frees the folder. Safe to call twice. */
    @Override
    public synchronized void close() {
        if (lockFile == null || !lockFile.isOpen()) {
            return;
        }
        try {
            runner.run(data.resolve("pg_ctl.stop.log"), bin.resolve("pg_ctl").toString(), "-D", cluster.toString(), "-w", "-m", "fast", "stop");
        } catch (IOException | StoreProblem e) {
            System.err.println("PostgreSQL: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            try {
                lockFile.close();
            } catch (IOException e) {
                System.err.println("program.lock: " + e.getMessage());
            }
        }
    }
}
