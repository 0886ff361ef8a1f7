package vn.monitoring.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.monitoring.local.backup.Backup;
import vn.monitoring.local.backup.Manifest;
import vn.monitoring.local.backup.Restore;
import vn.monitoring.local.component.Component;
import vn.monitoring.local.component.Components;
import vn.monitoring.local.component.Home;
import vn.monitoring.local.component.HomeLock;
import vn.monitoring.local.component.Ports;
import vn.monitoring.local.component.Topology;
import vn.monitoring.local.process.ManagedProcess;
import vn.monitoring.local.process.PlatformFailure;
import vn.monitoring.local.process.ProcessMark;
import vn.monitoring.local.process.Progress;
import vn.monitoring.local.runtime.Jvm;
import vn.monitoring.local.runtime.RuntimeFolder;

/// A whole platform in one folder: PostgreSQL, Kafka, Keycloak, the three services and the gateway.
///
/// Several platforms run side by side when their homes and ports differ; they share the programs in one
/// [RuntimeFolder]. Data stays in the home between runs, whatever way the run before has ended. One thread drives a
/// platform; every method blocks until what it says is done and fails with a [PlatformFailure].
public final class Platform implements AutoCloseable {

    /// The mark of the process that runs the platform.
    static final String LAUNCHER = "platform";

    private static final long LEAST_FREE_BYTES = 1L << 30;
    private static final Duration RUN_PATIENCE = Duration.ofMinutes(10);

    private final Home home;
    private final Ports ports;
    private final Assembly assembly;
    private final Progress progress;
    private final Function<RuntimeFolder, List<Component>> otherVersion;
    private final Map<RuntimeFolder, List<Component>> others = new HashMap<>();
    private volatile @Nullable HomeLock lock;

    Platform(Home home, Ports ports, List<List<Component>> layers, Progress progress) {
        this(home, ports, layers, programs -> List.of(), progress);
    }

    private Platform(
            Home home,
            Ports ports,
            List<List<Component>> layers,
            Function<RuntimeFolder, List<Component>> otherVersion,
            Progress progress) {
        this.home = home;
        this.ports = ports;
        this.progress = progress;
        this.otherVersion = otherVersion;
        this.assembly = new Assembly(home, layers, progress);
    }

    /// A platform in a folder, not yet started. Prepares the shared programs when they are not there yet, which takes
    /// a minute or two the first time.
    ///
    /// @param folder the platform's own folder; created when it is missing
    /// @param recording whether programs without a start-up cache record one, which makes the platform's end slower
    public static Platform in(Path folder, Ports ports, RuntimeFolder runtime, boolean recording, Progress progress) {
        return in(folder, ports, Topology.PLAIN, runtime, recording, progress);
    }

    /// The same, with several of each service or ways between the parts that are not straight.
    public static Platform in(
            Path folder, Ports ports, Topology topology, RuntimeFolder runtime, boolean recording, Progress progress) {
        return in(folder, ports, topology, runtime, runtime, recording, progress);
    }

    /// The same, with services and gateway of another version than the rest.
    ///
    /// @param applications where that version's applications are
    public static Platform in(
            Path folder,
            Ports ports,
            Topology topology,
            RuntimeFolder runtime,
            RuntimeFolder applications,
            boolean recording,
            Progress progress) {
        Home home = new Home(folder);
        requireSpace(home);
        Preparation preparation = new Preparation(runtime, progress);
        Path seed = preparation.seed();
        if (recording) {
            preparation.train(seed);
        }
        Components components = new Components(home, ports, topology, runtime, applications, recording, progress);
        Function<RuntimeFolder, List<Component>> otherVersion =
                others -> new Components(home, ports, topology, runtime, others, false, progress)
                        .all(seed).stream().flatMap(List::stream).toList();
        return new Platform(home, ports, components.all(seed), otherVersion, progress);
    }

    /// Whether some program has no start-up cache yet, and the next run leaves one behind.
    public boolean isRecording() {
        return assembly.components().stream().anyMatch(Component::isRecording);
    }

    /// Starts every component; fails when the platform already runs.
    public void start() {
        lock = HomeLock.acquire(home);
        boolean ready = false;
        try {
            Restore.requireFinished(home);
            State.STARTING.write(home);
            LeftOver.stop(home, progress);
            ProcessMark.of(ProcessHandle.current(), Jvm.JAVA).write(home.mark(LAUNCHER));
            ports.write(home.ports());
            assembly.start();
            State.READY.write(home);
            ready = true;
        } finally {
            if (!ready) {
                release();
            }
        }
    }

    /// Stops everything that runs, gateway first and PostgreSQL last; without effect when nothing runs.
    public synchronized void stop() {
        if (lock == null) {
            return;
        }
        State.STOPPING.write(home);
        assembly.stop();
        release();
    }

    @Override
    public void close() {
        stop();
    }

    /// Starts one component again after it was stopped or killed, and waits until it is ready.
    ///
    /// @param component `postgresql`, `kafka`, `keycloak`, `indicator-service`, `task-service`, `report-service`
    /// or `gateway`
    public void start(String component) {
        start(component, Map.of());
    }

    /// The same with environment variables that its settings do not have, for this time.
    public void start(String component, Map<String, String> variables) {
        assembly.start(assembly.component(component), variables);
    }

    /// Starts a service or the gateway in another version than the platform's own, after it was stopped.
    ///
    /// @param programs where that version's applications are
    /// @param variables beside the component's own settings
    public void start(String component, RuntimeFolder programs, Map<String, String> variables) {
        assembly.start(ofVersion(component, programs), variables);
    }

    /// Runs a service with environment variables with which it ends by itself, beside the one that is running, and
    /// waits
    /// for that end; its log bears `task` in its name.
    ///
    /// @return the exit code
    public int run(String component, String task, RuntimeFolder programs, Map<String, String> variables) {
        String name = component + "-" + task;
        ManagedProcess process = ManagedProcess.start(
                ofVersion(component, programs).launch().with(variables), home.log(name), home.mark(name));
        boolean ended = ManagedProcess.waitFor(process.handle(), RUN_PATIENCE);
        if (!ended) {
            ManagedProcess.kill(process.handle());
        }
        deleteMark(name);
        if (!ended) {
            throw new PlatformFailure(
                    name + " does not end",
                    "it has run for " + RUN_PATIENCE.toMinutes() + " minutes",
                    "Read its log, then run it again",
                    home.log(name));
        }
        return process.exitCode();
    }

    private Component ofVersion(String component, RuntimeFolder programs) {
        return others.computeIfAbsent(programs, otherVersion).stream()
                .filter(one -> one.name().equals(component))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no component " + component));
    }

    /// Stops one component as an operator would.
    public void stop(String component) {
        assembly.stop(assembly.component(component));
    }

    /// Kills one component without any warning (`kill -9`) and waits for its end.
    public void kill(String component) {
        assembly.kill(assembly.component(component));
    }

    /// Lets a component stand still, alive but silent, as a machine that is overloaded or a paused container does,
    /// until
    /// [#resume].
    public void pause(String component) {
        assembly.process(component).ifPresent(ManagedProcess::pause);
    }

    public void resume(String component) {
        assembly.process(component).ifPresent(ManagedProcess::resume);
    }

    /// Kills every component at once, as a crash of the machine would; the platform can be started again.
    public void killAll() {
        assembly.components().forEach(assembly::kill);
        release();
    }

    public boolean isRunning(String component) {
        return assembly.process(component).isPresent();
    }

    /// Completes when a component ends without having been asked to, with the reason; [#kill] counts as asking.
    public CompletableFuture<PlatformFailure> death() {
        return assembly.death();
    }

    boolean isStarted() {
        return lock != null;
    }

    public List<String> components() {
        return assembly.components().stream().map(Component::name).toList();
    }

    public URI gateway() {
        return URI.create("http://localhost:" + ports.gateway());
    }

    public URI keycloak() {
        return URI.create("http://localhost:" + ports.keycloak());
    }

    public String kafkaBootstrap() {
        return "127.0.0.1:" + ports.kafka();
    }

    /// The JDBC address of a database, whose role and password bear its name: indicator, task, report, keycloak.
    public String databaseUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/" + database;
    }

    /// Takes a backup while everything runs and is used; see [Backup#to].
    public Manifest backUp(Path target) {
        return Backup.of(home, ports, progress).to(target);
    }

    public Path log(String component) {
        return home.log(component);
    }

    private synchronized void release() {
        State.STOPPED.write(home);
        deleteMark(LAUNCHER);
        if (lock != null) {
            lock.close();
            lock = null;
        }
    }

    private void deleteMark(String name) {
        try {
            Files.deleteIfExists(home.mark(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireSpace(Home home) {
        try {
            Files.createDirectories(home.folder());
            long free = Files.getFileStore(home.folder()).getUsableSpace();
            if (free < LEAST_FREE_BYTES) {
                throw new PlatformFailure(
                        "The disk is nearly full",
                        "only %d MB are free under %s and the platform needs 1 GB".formatted(free >> 20, home.folder()),
                        "Free some space, then start again");
            }
        } catch (IOException e) {
            throw new PlatformFailure(
                    "The platform's folder " + home.folder() + " cannot be used",
                    String.valueOf(e.getMessage()),
                    "Check that the folder may be written to");
        }
    }
}
