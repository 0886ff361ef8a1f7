package vn.monitoring.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Scanner;
import vn.monitoring.local.backup.Backup;
import vn.monitoring.local.backup.Manifest;
import vn.monitoring.local.backup.Restore;
import vn.monitoring.local.component.Home;
import vn.monitoring.local.component.HomeLock;
import vn.monitoring.local.component.Ports;
import vn.monitoring.local.process.ManagedProcess;
import vn.monitoring.local.process.PlatformFailure;
import vn.monitoring.local.process.ProcessMark;
import vn.monitoring.local.process.Progress;
import vn.monitoring.local.runtime.Folders;
import vn.monitoring.local.runtime.Jvm;
import vn.monitoring.local.runtime.Project;
import vn.monitoring.local.runtime.RuntimeFolder;

/// What the commands of the launcher do; each returns its exit code.
final class Commands {

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int NOTHING_RUNNING = 3;

    /// Long enough for start-up caches to be recorded on a busy machine.
    private static final Duration STOP_PATIENCE = Duration.ofMinutes(5);

    private final Home home;
    private final Project project;
    private final Progress progress = System.out::println;

    Commands(Home home, Project project) {
        this.home = home;
        this.project = project;
    }

    int up(int portOffset, int replicas) {
        if (launcher().isPresent()) {
            return alreadyUp();
        }
        throw new Foreground(home, project, progress).run(Ports.shifted(portOffset), replicas);
    }

    int upDetached(int portOffset, int replicas) {
        if (launcher().isPresent()) {
            return alreadyUp();
        }
        return new Background(home, project, progress).start(portOffset, replicas) ? DONE : FAILED;
    }

    int down() {
        Optional<ProcessHandle> launcher = launcher();
        if (launcher.isPresent()) {
            progress.line("Stopping the platform …");
            if (!ManagedProcess.stop(launcher.get(), ManagedProcess.Stop.TERM, STOP_PATIENCE)) {
                progress.line("The launcher did not end by itself and was killed.");
            }
        } else if (!Status.of(home).isAnythingRunning()) {
            progress.line("The platform is not running.");
            return DONE;
        }
        LeftOver.stop(home, progress);
        progress.line("Stopped.");
        return DONE;
    }

    int status() {
        Status status = Status.of(home);
        status.lines().forEach(progress::line);
        if (status.isReady()) {
            return DONE;
        }
        return status.isAnythingRunning() ? FAILED : NOTHING_RUNNING;
    }

    int reset(boolean confirmed) {
        if (Status.of(home).isAnythingRunning()) {
            throw new PlatformFailure(
                    "The data is not emptied", "the platform is running", "Stop it with ./platform down, then reset");
        }
        if (!confirmed && !confirm("Delete everything under " + home.data() + "?")) {
            progress.line("Nothing was changed.");
            return FAILED;
        }
        try (HomeLock ignored = HomeLock.acquire(home)) {
            Folders.delete(home.data());
        }
        progress.line("The data is empty; ./platform up starts anew.");
        return DONE;
    }

    /// @param json whether the manifest is printed for machines, and nothing else
    int backup(Path folder, boolean json) {
        if (!Status.of(home).isReady()) {
            throw new PlatformFailure(
                    "The backup is not taken",
                    "the platform is not running",
                    "Start it with ./platform up --detach, then back up");
        }
        Ports ports = Ports.read(home.ports()).orElse(Ports.standard());
        Manifest manifest =
                Backup.of(home, ports, json ? Progress.silent() : progress).to(folder);
        if (json) {
            progress.line(manifest.json());
        } else {
            BackupTable.lines(manifest).forEach(progress::line);
            progress.line("The backup is in " + folder.toAbsolutePath().normalize()
                    + ". It holds keys: keep it where nobody else reads it.");
        }
        return DONE;
    }

    int restore(Path folder, boolean confirmed) {
        if (Status.of(home).isAnythingRunning()) {
            throw new PlatformFailure(
                    "The backup is not restored",
                    "the platform is running",
                    "Stop it with ./platform down, then restore");
        }
        if (Restore.replacesDataOf(home) && !confirmed && !confirm("Replace everything under " + home.data() + "?")) {
            progress.line("Nothing was changed.");
            return FAILED;
        }
        long begin = System.nanoTime();
        RuntimeFolder runtime = new RuntimeFolder(home.folder().resolve("runtime"), project);
        Manifest manifest = Restore.from(folder, runtime, progress).into(home);
        progress.line("Restored as it was at %s, in %.1f s; ./platform up starts it."
                .formatted(manifest.takenAt(), (System.nanoTime() - begin) / 1e9));
        return DONE;
    }

    private boolean confirm(String question) {
        System.out.print(question + " Type yes to go on: ");
        Scanner answers = new Scanner(
                System.in,
                System.console() == null ? "UTF-8" : System.console().charset().name());
        return answers.hasNextLine() && answers.nextLine().strip().equalsIgnoreCase("yes");
    }

    int demo(int portOffset) {
        if (!Status.of(home).isReady() && upDetached(portOffset, 1) != DONE) {
            return FAILED;
        }
        Ports ports = Ports.read(home.ports()).orElseGet(() -> Ports.shifted(portOffset));
        List<String> command = List.of(
                Jvm.JAVA.toString(),
                "-jar",
                project.demoJar().toString(),
                "http://localhost:" + ports.gateway(),
                "http://localhost:" + ports.keycloak());
        try {
            Process demo = new ProcessBuilder(command).inheritIO().start();
            Runtime.getRuntime().addShutdownHook(new Thread(demo::destroy));
            return demo.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private int alreadyUp() {
        Status status = Status.of(home);
        if (status.isReady()) {
            progress.line("The platform is already up. See ./platform status.");
            return DONE;
        }
        throw new PlatformFailure(
                "The platform is not started",
                "another launcher holds it and is " + status.state().text(),
                "Wait for it, see ./platform status, or end it with ./platform down");
    }

    private Optional<ProcessHandle> launcher() {
        return ProcessMark.read(home.mark(Platform.LAUNCHER)).flatMap(ProcessMark::find);
    }
}
