package vn.monitoring.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import vn.monitoring.local.component.Component;
import vn.monitoring.local.component.Home;
import vn.monitoring.local.component.Ports;
import vn.monitoring.local.process.ManagedProcess;
import vn.monitoring.local.process.PlatformFailure;
import vn.monitoring.local.process.Progress;

/// Starts components as early as what they need allows, watches them and stops them in the reverse order.
final class Assembly {

    private static final Duration START_PATIENCE = Duration.ofMinutes(3);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);
    private static final Duration RECORDING_PATIENCE = Duration.ofMinutes(3);
    private static final Duration BETWEEN_CHECKS = Duration.ofMillis(50);

    private final Home home;
    private final List<List<Component>> layers;
    private final List<Component> components;
    private final Progress progress;
    private final Set<String> ready = ConcurrentHashMap.newKeySet();
    private final Map<String, ManagedProcess> running = new ConcurrentHashMap<>();
    private volatile CompletableFuture<PlatformFailure> death = new CompletableFuture<>();
    private volatile boolean stopping;

    /// @param layers the components in layers; they stop layer by layer from the last one, a layer's members together
    Assembly(Home home, List<List<Component>> layers, Progress progress) {
        this.home = home;
        this.layers = layers;
        this.components = layers.stream().flatMap(List::stream).toList();
        this.progress = progress;
    }

    Component component(String name) {
        return components.stream()
                .filter(component -> component.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no component " + name));
    }

    Optional<ManagedProcess> process(String name) {
        return Optional.ofNullable(running.get(name)).filter(ManagedProcess::isAlive);
    }

    List<Component> components() {
        return components;
    }

    /// Starts everything; on the first failure stops what has been started and fails with it.
    void start() {
        components.forEach(this::requireFreePorts);
        stopping = false;
        death = new CompletableFuture<>();
        Map<String, CompletableFuture<Void>> starts = new HashMap<>();
        components.forEach(component -> starts.put(component.name(), new CompletableFuture<>()));
        CompletableFuture<Void> failed = new CompletableFuture<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Component component : components) {
                CompletableFuture<Void> isReady = Objects.requireNonNull(starts.get(component.name()));
                all(component.needs().stream().map(starts::get).toList())
                        .thenRunAsync(() -> start(component), threads)
                        .whenComplete((nothing, failure) -> {
                            if (failure == null) {
                                isReady.complete(null);
                            } else {
                                failed.completeExceptionally(failure);
                            }
                        });
            }
            CompletableFuture<Void> died = death.thenAccept(failure -> {
                throw failure;
            });
            await(CompletableFuture.anyOf(all(starts.values()), failed, died), threads);
        }
    }

    private static CompletableFuture<Void> all(Collection<CompletableFuture<Void>> futures) {
        return CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new));
    }

    private void await(CompletableFuture<?> end, ExecutorService threads) {
        try {
            end.join();
        } catch (CompletionException e) {
            stop(false);
            threads.shutdownNow();
            throw rootOf(e);
        }
    }

    private static RuntimeException rootOf(CompletionException failure) {
        return switch (failure.getCause()) {
            case CompletionException inner -> rootOf(inner);
            case RuntimeException cause -> cause;
            case null, default -> failure;
        };
    }

    /// Starts one component and waits until it is ready.
    void start(Component component) {
        start(component, Map.of());
    }

    /// @param variables environment variables beside the component's own
    void start(Component component, Map<String, String> variables) {
        requireFreePorts(component);
        long begin = System.nanoTime();
        component.prepareData();
        ManagedProcess process = launch(component, variables);
        awaitReady(component, process, begin);
        component.complete();
        ready.add(component.name());
        progress.line("  %-18s ready  %5.1f s   port %d"
                .formatted(component.title(), seconds(begin), component.ports().getFirst()));
    }

    private synchronized ManagedProcess launch(Component component, Map<String, String> variables) {
        if (stopping) {
            throw new PlatformFailure(component.title() + " is not started", "the platform stops", "Start it again");
        }
        ManagedProcess process = ManagedProcess.start(
                component.launch().with(variables), home.log(component.name()), home.mark(component.name()));
        running.put(component.name(), process);
        process.onExit().thenAccept(ended -> {
            if (!stopping && running.containsValue(ended)) {
                death.complete(Obituary.of(component, ended));
            }
        });
        return process;
    }

    private void awaitReady(Component component, ManagedProcess process, long begin) {
        while (!component.isReady()) {
            if (!process.isAlive()) {
                throw Obituary.of(component, process);
            }
            if (System.nanoTime() - begin > START_PATIENCE.toNanos()) {
                throw new PlatformFailure(
                        component.title() + " is not ready",
                        "it runs for " + START_PATIENCE.toMinutes() + " minutes and its health check still fails",
                        "Read its log, then start again",
                        process.log());
            }
            LockSupport.parkNanos(BETWEEN_CHECKS.toNanos());
        }
    }

    /// Completes with the first component that ends without having been asked to.
    CompletableFuture<PlatformFailure> death() {
        return death;
    }

    /// Stops all, layer by layer from the last one.
    ///
    /// After a failure there is no recording: its reason is to be seen at once.
    void stop() {
        stop(!death.isDone());
    }

    private void stop(boolean recording) {
        synchronized (this) {
            stopping = true;
        }
        if (recording
                && components.stream()
                        .anyMatch(component -> component.isRecording()
                                && process(component.name()).isPresent())) {
            progress.line("  recording start-up caches (once after a build; makes every later start faster) …");
        }
        for (List<Component> layer : layers.reversed()) {
            all(layer.stream()
                            .map(component -> CompletableFuture.runAsync(
                                    () -> stop(component, recording), Thread::startVirtualThread))
                            .toList())
                    .join();
        }
    }

    /// Stops one component; without effect when it does not run.
    void stop(Component component) {
        stop(component, true);
    }

    private void stop(Component component, boolean recording) {
        ManagedProcess process = running.remove(component.name());
        boolean wasReady = ready.remove(component.name());
        if (process != null) {
            boolean ended = component.isRecording() && !recording
                    ? kill(process)
                    : ManagedProcess.stop(process.handle(), component.stop(), patience(component));
            if (!ended && recording) {
                progress.line("  " + component.title() + " did not end by itself and was killed");
            }
            component.ended(ended && wasReady);
        }
        deleteMark(component);
    }

    private static Duration patience(Component component) {
        return component.isRecording() ? RECORDING_PATIENCE : STOP_PATIENCE;
    }

    void kill(Component component) {
        ManagedProcess process = running.remove(component.name());
        ready.remove(component.name());
        if (process != null) {
            kill(process);
            component.ended(false);
        }
    }

    private static boolean kill(ManagedProcess process) {
        ManagedProcess.kill(process.handle());
        return false;
    }

    private void deleteMark(Component component) {
        try {
            Files.deleteIfExists(home.mark(component.name()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void requireFreePorts(Component component) {
        for (int port : component.ports()) {
            if (!Ports.isFree(port)) {
                throw new PlatformFailure(
                        "Port " + port + " is in use",
                        component.title() + " needs it and another program listens there",
                        "Stop that program, or start with --port-offset 1000");
            }
        }
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / (double) TimeUnit.SECONDS.toNanos(1);
    }
}
