package vn.bamcoso.demo.loading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import vn.bamcoso.access.CurrentUser;

/**
 * Loads parts beside each other, each on a thread and a connection of its own, as soon as those that it needs are whole. A
 * part that fails keeps back those that need it; the others are finished, and the next start goes on from there.
 */
final class SideBySide {
    private SideBySide() {}

    /** @param parts those that are missing; a name that one of them needs and that is not among them is there already */
    static void load(List<Part> parts, Consumer<String> progress) {
        Map<String, CompletableFuture<Void>> loading = new LinkedHashMap<>();
        try (var threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().name("loading-", 1).factory())) {
            for (Part part : inOrder(parts)) {
                var before = part.needs().stream().map(loading::get).filter(java.util.Objects::nonNull).toArray(CompletableFuture[]::new);
                loading.put(part.name(), CompletableFuture.allOf(before).thenRunAsync(() -> CurrentUser.SYSTEM.run(() -> load(part, progress)), threads));
            }
            CompletableFuture.allOf(loading.values().toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException known ? known : new IllegalStateException(failed.getCause());
        }
    }

    /** Each after those that it needs. */
    private static List<Part> inOrder(List<Part> parts) {
        List<Part> left = new ArrayList<>(parts);
        List<Part> order = new ArrayList<>();
        while (!left.isEmpty()) {
            Part next = left.stream().filter(part -> left.stream().noneMatch(other -> part.needs().contains(other.name()))).findFirst().orElseThrow();
            left.remove(next);
            order.add(next);
        }
        return order;
    }

    private static void load(Part part, Consumer<String> progress) {
        progress.accept(part.line());
        part.load();
        progress.accept("");
    }
}
