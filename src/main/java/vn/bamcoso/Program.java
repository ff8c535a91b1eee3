package vn.bamcoso;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import vn.bamcoso.store.Database;
import vn.bamcoso.store.LocalPostgres;
import vn.bamcoso.store.StoreProblem;

/**
 * One run of the program: its database (own or yours) and the Spring context upon it. Closing stops both, the database
 * last; closing twice is harmless.
 */
final class Program implements AutoCloseable {
    private final @Nullable LocalPostgres own;
    private final Database database;
    private final Stages stages;
    private @Nullable ConfigurableApplicationContext context;

    private Program(@Nullable LocalPostgres own, Database database, Stages stages) {
        this.own = own;
        this.database = database;
        this.stages = stages;
    }

    static Path data() {
        return Path.of(System.getProperty("bamcoso.data", "data"));
    }

    /** The database of this run, started when it is our own. The demonstration nation never shares one with real work. */
    static Program open(Words words, String name, Stages stages) {
        String url = System.getenv("BAMCOSO_DB_URL");
        if (url != null && !url.isBlank()) {
            if (!name.equals("bamcoso")) {
                throw new StoreProblem("BAMCOSO_DB_URL chỉ dùng với ./bamcoso serve; nước minh họa có PostgreSQL riêng. / BAMCOSO_DB_URL is for serve only.");
            }
            return new Program(null, new Database(url, System.getenv("BAMCOSO_DB_USER"), System.getenv("BAMCOSO_DB_PASSWORD")), stages);
        }
        stages.accept("PostgreSQL 18");
        LocalPostgres own = LocalPostgres.start(data(), Map.of(
                "shared_buffers", "512MB", "work_mem", "32MB", "maintenance_work_mem", "256MB", "effective_cache_size", "2GB"));
        try {
            if (words.has("--fresh")) {
                Database.drop(own, name);
            }
            Database database = Database.in(own, name);
            Files.writeString(own.data().resolve("database"), name);
            return new Program(own, database, stages);
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
        return running == null ? open(words, name, quiet) : new Program(running, Database.in(running, name), quiet);
    }

    Database database() {
        return database;
    }

    ConfigurableApplicationContext start(Map<String, Object> settings) {
        if (database.waiting() > 0) {
            stages.accept("Lược đồ dữ liệu / schema");
            database.migrate();
        } else {
            database.migrate();
        }
        stages.accept("Chương trình / program");
        var all = new HashMap<String, Object>(settings);
        all.put("bamcoso.db.url", database.url());
        all.put("bamcoso.db.user", database.owner());
        all.put("bamcoso.db.password", database.ownerPassword());
        all.put("bamcoso.data", data().toAbsolutePath().toString());
        var program = new SpringApplication(BamCoSo.class);
        program.setRegisterShutdownHook(false);
        program.setLogStartupInfo(false);
        program.addInitializers(made -> {
            made.getEnvironment().getPropertySources().addFirst(new MapPropertySource("console", all));
            made.getBeanFactory().registerSingleton("progress", stages);
        });
        context = program.run();
        stages.close();
        return context;
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

    @Override
    public synchronized void close() {
        if (context != null) {
            context.close();
        }
        if (own != null) {
            own.close();
        }
    }
}
