package vn.bamcoso;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import vn.bamcoso.store.Database;
import vn.bamcoso.store.LocalPostgres;
import vn.bamcoso.store.StoreProblem;

/**
 * One run of the program: its database (own or yours) and the Spring context upon it. The database comes up while the context
 * is being put together; who first needs it waits for it. Closing stops both, the database last; closing twice is harmless.
 */
final class Program implements AutoCloseable {
    private final CompletableFuture<Opened> opened;
    private final Stages stages;
    private volatile @Nullable ConfigurableApplicationContext context;
    private volatile boolean starting;
    private volatile boolean stopped;

    /** @param own the server that is ours; null for one of yours, or one that another program runs */
    private record Opened(@Nullable LocalPostgres own, Database database) {}

    private Program(CompletableFuture<Opened> opened, Stages stages) {
        this.opened = opened;
        this.stages = stages;
    }

    static Path data() {
        return Path.of(System.getProperty("bamcoso.data", "data"));
    }

    /** The database of this run, started when it is our own. The demonstration nation never shares one with real work. */
    static Program open(Words words, String name, Stages stages) {
        String url = System.getenv("BAMCOSO_DB_URL");
        boolean yours = url != null && !url.isBlank();
        if (yours && !name.equals("bamcoso")) {
            throw new StoreProblem("BAMCOSO_DB_URL chỉ dùng với ./bamcoso serve; nước minh họa có PostgreSQL riêng. / BAMCOSO_DB_URL is for serve only.");
        }
        return new Program(CompletableFuture.supplyAsync(
                () -> yours ? new Opened(null, new Database(url, System.getenv("BAMCOSO_DB_USER"), System.getenv("BAMCOSO_DB_PASSWORD"))) : start(words, name, stages),
                work -> Thread.ofPlatform().name("database").start(work)), stages);
    }

    private static Opened start(Words words, String name, Stages stages) {
        stages.accept("PostgreSQL 18");
        LocalPostgres own = LocalPostgres.start(data(), Map.of(
                "shared_buffers", "512MB", "work_mem", "32MB", "maintenance_work_mem", "256MB", "effective_cache_size", "2GB"));
        try {
            if (words.has("--fresh")) {
                Database.drop(own, name);
            }
            Database database = Database.in(own, name);
            Files.writeString(own.data().resolve("database"), name);
            stages.close();
            return new Opened(own, database);
        } catch (IOException | RuntimeException e) {
            own.close();
            throw e instanceof StoreProblem known ? known : new StoreProblem(e.getMessage());
        }
    }

    /** Beside a program that runs already, or alone: for commands that ask one thing and end. */
    static Program beside(Words words) {
        LocalPostgres running = LocalPostgres.running(data()).orElse(null);
        String name = "bamcoso";
        try {
            Path last = data().resolve("database");
            if (Files.exists(last)) {
                name = Files.readString(last).strip();
            }
        } catch (IOException unreadable) {
            throw new StoreProblem("Không đọc được " + data() + ": " + unreadable.getMessage());
        }
        var quiet = new Stages(new java.io.PrintStream(java.io.OutputStream.nullOutputStream()));
        return running == null ? open(words, name, quiet) : new Program(CompletableFuture.completedFuture(new Opened(null, Database.in(running, name))), quiet);
    }

    /** @throws StoreProblem in one sentence, when it did not come up */
    Database database() {
        try {
            return opened.join().database();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof StoreProblem known ? known : failed;
        }
    }

    ConfigurableApplicationContext start(Map<String, Object> settings) {
        starting = true;
        var schema = opened.thenApplyAsync(up -> migrated(up.database()), work -> Thread.ofPlatform().name("schema").start(work));
        stages.accept("Chương trình / program");
        var all = new HashMap<String, Object>(settings);
        all.put("bamcoso.data", data().toAbsolutePath().toString());
        var program = new SpringApplication(BamCoSo.class);
        program.setRegisterShutdownHook(false);
        program.setLogStartupInfo(false);
        program.addInitializers(made -> {
            made.getEnvironment().getPropertySources().addFirst(new MapPropertySource("console", all));
            made.getBeanFactory().registerSingleton("progress", stages);
            // in the way of the classpath's own: whoever asks for the database first waits until it is there, with its schema
            ((GenericApplicationContext) made).registerBean("database", Database.class, schema::join);
        });
        try {
            context = program.run();
        } finally {
            starting = false;
        }
        stages.close();
        return context;
    }

    private Database migrated(Database database) {
        database.migrate(() -> stages.accept("Lược đồ dữ liệu / schema"));
        stages.close();
        return database;
    }

    /** @throws StoreProblem when another program has the port */
    static void needPort(String host, int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port));
        } catch (IOException taken) {
            throw new StoreProblem("Cổng " + port + " đang có chương trình khác dùng; chọn cổng khác bằng --port N. / Port " + port
                    + " is in use; choose another with --port N.");
        }
    }

    /** Whether it was told to stop: what fails after that is no failure. */
    boolean stopped() {
        return stopped;
    }

    /**
     * In the middle of a start it stops just so: PostgreSQL ends what is under way, and of that nothing stays. What the threads
     * that were at work would say to it, with all their stacks, helps nobody.
     */
    @Override
    public synchronized void close() {
        stopped = true;
        if (starting) {
            starting = false;
            stages.stop();
            LoggingSystem.get(Program.class.getClassLoader()).getShutdownHandler().run();
        } else if (context != null) {
            context.close();
        }
        opened.handle((up, failed) -> up == null ? null : up.own()).thenAccept(own -> {
            if (own != null) {
                own.close();
            }
        }).join();
    }
}
