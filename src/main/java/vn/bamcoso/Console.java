package vn.bamcoso;

import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Head;
import vn.bamcoso.audit.Verification;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.bench.Bench;
import vn.bamcoso.bench.Importing;
import vn.bamcoso.bench.LastHour;
import vn.bamcoso.demo.Welcome;
import vn.bamcoso.identity.FirstAdministrator;
import vn.bamcoso.identity.Tls;
import vn.bamcoso.identity.Tokens;
import vn.bamcoso.store.StoreProblem;

/** Does what the command line asks; every refusal is one sentence and a non-zero exit. */
final class Console {
    private final PrintStream out;
    private final PrintStream err;
    private final Stages stages;

    Console(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
        this.stages = new Stages(out);
    }

    int run(String... line) {
        try {
            Words words = Words.of(line);
            return switch (words.what()) {
                case "demo" -> serve(words, true);
                case "serve" -> serve(words, false);
                case "rehearse" -> rehearse(words);
                case "token" -> token(words);
                case "audit" -> audit(words);
                case "bench" -> bench(words);
                default -> throw new IllegalStateException(words.what());
            };
        } catch (StoreProblem sentence) {
            return refused(sentence);
        } catch (RuntimeException unforeseen) {
            Throwable cause = unforeseen;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            if (cause instanceof StoreProblem sentence) {
                return refused(sentence);
            }
            err.println("Chương trình không chạy được: " + cause.getMessage() + " / The program cannot run; the cause is above.");
            return 1;
        }
    }

    private int refused(StoreProblem sentence) {
        stages.breakLine();
        err.println(sentence.getMessage());
        return 1;
    }

    private int serve(Words words, boolean demo) {
        String host = words.value("--host").orElse("127.0.0.1");
        Program.needPort(host, words.port());
        var settings = new HashMap<String, Object>(tls(words, host));
        boolean encrypted = !settings.isEmpty();
        settings.put("server.port", words.port());
        settings.put("server.address", host);
        settings.put("bamcoso.demo", demo);
        var program = Program.open(words, demo ? "bamcoso_demo" : "bamcoso", stages);
        Runtime.getRuntime().addShutdownHook(new Thread(program::close, "stop"));
        ConfigurableApplicationContext context;
        try {
            context = program.start(settings);
        } catch (RuntimeException unforeseen) {
            if (program.stopped()) {
                return 130;
            }
            throw unforeseen;
        }
        String address = (encrypted ? "https://" : "http://") + (host.equals("0.0.0.0") ? "localhost" : host) + ":" + words.port();
        if (demo) {
            context.getBean(Welcome.class).print(out);
        } else {
            CurrentUser.SYSTEM.call(() -> context.getBean(FirstAdministrator.class).linkIfNone(address)).ifPresent(link -> {
                out.println("Chưa có người quản trị. Mở liên kết này trong một giờ, dùng một lần / No administrator yet. Open this link within the hour, once:");
                out.println("  " + link);
            });
        }
        Tls.missing(host, encrypted).forEach(out::println);
        if (words.has("--tls-own")) {
            Path authority = Program.data().resolve("tls").resolve("ca.crt");
            out.println("Cài chứng thư gốc " + authority + " vào máy của người dùng. / Install the authority's certificate " + authority + " on people's computers.");
        }
        out.println();
        out.println("Bám Cơ Sở: " + address + "   (Ctrl-C để dừng / to stop)");
        Rehearsal.beside().ifPresent(rehearsal -> Runtime.getRuntime().addShutdownHook(new Thread(rehearsal::close, "stop rehearsal")));
        waitForever();
        return 0;
    }

    private static Map<String, Object> tls(Words words, String host) {
        if (words.has("--tls-own")) {
            return Tls.own(Program.data(), host.equals("0.0.0.0") ? List.of() : List.of(host), Clock.systemUTC());
        }
        return words.has("--tls-cert") || words.has("--tls-key")
                ? Tls.given(words.options().get("--tls-cert"), words.options().get("--tls-key"))
                : Map.of();
    }

    /** Measures at full size in a data folder of its own, beside the usual one. */
    private int bench(Words words) {
        Program.needPort("127.0.0.1", words.port());
        Path folder = Program.data().resolveSibling("data-bench");
        boolean quick = words.has("--quick");
        if (words.has("--import")) {
            new Importing(BamCoSo.class, out, folder, words.port(), quick).run();
        } else if (words.has("--last-hour")) {
            new LastHour(BamCoSo.class, out, folder, words.port(), quick).run();
        } else {
            new Bench(BamCoSo.class, out, folder, words.port(), quick, words.has("--kept"), words.value("--only").orElse("")).run();
        }
        return 0;
    }

    /** Prints a token once; the program may be running beside. */
    private int token(Words words) {
        if (words.rest().size() != 1) {
            throw new StoreProblem("Cho ai? ./bamcoso token NGƯỜI_DÙNG / For whom? ./bamcoso token USER");
        }
        try (var program = Program.beside(words)) {
            var context = program.start(Map.of("server.port", 0, "bamcoso.rehearsal", true));
            out.println(context.getBean(Tokens.class).issue(words.rest().getFirst()));
            return 0;
        } catch (Problem problem) {
            throw new StoreProblem(Texts.vi().get(problem) + " / " + Texts.en().get(problem));
        }
    }

    /** Checks the sealed trail; further words are heads read from paper. */
    private int audit(Words words) {
        List<String> rest = words.rest();
        if (rest.isEmpty() || !rest.getFirst().equals("verify")) {
            throw new StoreProblem("Chỉ có ./bamcoso audit verify [MÃ_NIÊM…] / There is only ./bamcoso audit verify [HEAD…]");
        }
        try (var program = Program.beside(words)) {
            var report = Verification.run(program.database(), Program.data(), rest.stream().skip(1).map(Console::head).toList());
            report.print(Texts.vi()).forEach(out::println);
            return report.holds() ? 0 : 1;
        }
    }

    private static Head head(String text) {
        return Head.read(text)
                .orElseThrow(() -> new StoreProblem("'" + text + "' không phải mã niêm, ví dụ 10482-9F3A22C17B0E55D0. / '" + text + "' is not a head as printed."));
    }

    /** A start beside the program that runs, a few pages, and an end: what the start-up cache learns from. */
    private int rehearse(Words words) {
        try (var program = Program.beside(words)) {
            var context = program.start(Map.of("server.port", 0, "bamcoso.rehearsal", true));
            String port = context.getEnvironment().getProperty("local.server.port");
            try (var client = HttpClient.newHttpClient()) {
                for (int i = 0; i < 20; i++) {
                    client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/signin")).build(), HttpResponse.BodyHandlers.discarding());
                }
            } catch (java.io.IOException e) {
                throw new StoreProblem(e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return 0;
    }

    private static void waitForever() {
        try {
            Thread.currentThread().join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
