package vn.monitoring.local;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import vn.monitoring.local.component.Home;
import vn.monitoring.local.component.Ports;
import vn.monitoring.local.component.Topology;
import vn.monitoring.local.process.ManagedProcess;
import vn.monitoring.local.process.PlatformFailure;
import vn.monitoring.local.process.Progress;
import vn.monitoring.local.runtime.Project;
import vn.monitoring.local.runtime.RuntimeFolder;

/// Runs the platform in this process until a signal comes or a component ends.
final class Foreground {

    private final Home home;
    private final Project project;
    private final Progress progress;
    private volatile @Nullable Platform platform;
    private volatile boolean signalled;

    Foreground(Home home, Project project, Progress progress) {
        this.home = home;
        this.project = project;
        this.progress = progress;
    }

    /// Never returns normally: a signal ends the process, the end of a component is the failure.
    PlatformFailure run(Ports ports, int replicas) {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopAtSignal, "stop"));
        RuntimeFolder runtime = new RuntimeFolder(home.folder().resolve("runtime"), project);
        try (Platform started =
                Platform.in(home.folder(), ports, new Topology(replicas, List.of()), runtime, true, progress)) {
            platform = started;
            progress.line("Starting the platform …");
            long begin = System.nanoTime();
            started.start();
            progress.line("Ready after %.1f s."
                    .formatted((System.nanoTime() - begin) / (double) TimeUnit.SECONDS.toNanos(1)));
            Welcome.lines(home, ports).forEach(progress::line);
            return started.death().join();
        } catch (PlatformFailure failure) {
            if (signalled) {
                waitForHook();
            }
            return failure;
        }
    }

    private void stopAtSignal() {
        signalled = true;
        Platform running = platform;
        if (running != null && running.isStarted()) {
            progress.line("Stopping the platform …");
            running.stop();
            progress.line("Stopped.");
        }
        ProcessHandle.current().descendants().forEach(child -> {
            child.destroyForcibly();
            ManagedProcess.waitFor(child, Duration.ofSeconds(10));
        });
    }

    /// The hook stops the components one by one; each end looks like a failure here, and none is one.
    private static void waitForHook() {
        try {
            Thread.currentThread().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
