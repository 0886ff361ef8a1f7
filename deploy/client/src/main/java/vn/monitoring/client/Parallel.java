package vn.monitoring.client;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/// Does the same for many things at once, where the order does not matter.
public final class Parallel {

    private static final int WIDTH = 16;

    private Parallel() {}

    /// Runs the action for each item on virtual threads, at most 16 at a time; fails with the first failure after all
    /// have ended.
    public static <T> void forEach(Collection<T> items, Consumer<T> action) {
        forEach(items, WIDTH, action);
    }

    /// As the other, with a width of its own.
    public static <T> void forEach(Collection<T> items, int width, Consumer<T> action) {
        Semaphore places = new Semaphore(width);
        List<Future<?>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (T item : items) {
                running.add(threads.submit(() -> {
                    places.acquireUninterruptibly();
                    try {
                        action.accept(item);
                    } finally {
                        places.release();
                    }
                }));
            }
        }
        running.forEach(Parallel::rethrow);
    }

    private static void rethrow(Future<?> ended) {
        try {
            ended.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClientFailure("Interrupted", e);
        }
    }
}
