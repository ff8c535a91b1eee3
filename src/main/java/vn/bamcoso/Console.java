package vn.bamcoso;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import vn.bamcoso.store.Database;
import vn.bamcoso.store.LocalPostgres;
import vn.bamcoso.store.StoreProblem;

/** Understands the command line and starts what it asks for; every refusal is one sentence and a non-zero exit. */
final class Console {
    private final PrintStream out;
    private final PrintStream err;

    Console(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    int run(String[] words) {
        try {
            return start(new ArrayList<>(List.of(words)));
        } catch (StoreProblem sentence) {
            err.println(sentence.getMessage());
            return 1;
        }
    }

    private int start(List<String> words) {
        String word = words.isEmpty() ? "serve" : words.removeFirst();
        int port = 8080;
        int at = words.indexOf("--port");
        if (at >= 0) {
            port = Integer.parseInt(words.get(at + 1));
        }
        if (!free(port)) {
            err.println("Cổng " + port + " đang có chương trình khác dùng; hãy chọn cổng khác bằng --port. / Port " + port + " is in use; choose another with --port.");
            return 1;
        }
        Map<String, Object> settings = new HashMap<>();
        settings.put("server.port", port);
        settings.put("bamcoso.demo", word.equals("demo"));
        String url = System.getenv("BAMCOSO_DB_URL");
        LocalPostgres own = null;
        Database database;
        if (url == null || url.isBlank()) {
            own = LocalPostgres.start(Path.of(System.getProperty("bamcoso.data", "data")), Map.of("shared_buffers", "512MB", "work_mem", "32MB", "maintenance_work_mem", "256MB"));
            database = Database.in(own, "bamcoso");
        } else {
            database = new Database(url, System.getenv("BAMCOSO_DB_USER"), System.getenv("BAMCOSO_DB_PASSWORD"));
        }
        settings.put("bamcoso.db.url", database.url());
        settings.put("bamcoso.db.user", database.owner());
        settings.put("bamcoso.db.password", database.ownerPassword());
        try {
            database.migrate();
            var program = new SpringApplication(BamCoSo.class);
            program.setDefaultProperties(settings);
            program.setRegisterShutdownHook(false);
            ConfigurableApplicationContext context = program.run();
            out.println("http://127.0.0.1:" + port);
            var stopped = new CountDownLatch(1);
            LocalPostgres postgres = own;
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                context.close();
                if (postgres != null) {
                    postgres.close();
                }
                stopped.countDown();
            }));
            stopped.await();
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        } catch (RuntimeException e) {
            if (own != null) {
                own.close();
            }
            throw e;
        }
    }

    private static boolean free(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress("127.0.0.1", port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
