package vn.monitoring.local;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import vn.monitoring.local.component.Home;
import vn.monitoring.local.process.ManagedProcess;
import vn.monitoring.local.process.Progress;
import vn.monitoring.local.runtime.Jvm;
import vn.monitoring.local.runtime.Project;

/// Runs the platform in a launcher of its own and shows its lines until it is ready.
final class Background {

    private static final Duration STOP_PATIENCE = Duration.ofMinutes(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Home home;
    private final Project project;
    private final Progress progress;

    Background(Home home, Project project, Progress progress) {
        this.home = home;
        this.project = project;
        this.progress = progress;
    }

    /// @return whether the platform is ready; if not, what went wrong has been shown
    boolean start(int portOffset, int replicas) {
        Path log = home.log(Platform.LAUNCHER);
        try {
            Files.createDirectories(home.logs());
            State.STOPPED.write(home);
            Process launcher = new ProcessBuilder(command(portOffset, replicas))
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(log.toFile())
                    .start();
            Thread atSignal =
                    new Thread(() -> ManagedProcess.stop(launcher.toHandle(), ManagedProcess.Stop.TERM, STOP_PATIENCE));
            Runtime.getRuntime().addShutdownHook(atSignal);
            boolean ready = follow(launcher, log);
            if (ready) {
                Runtime.getRuntime().removeShutdownHook(atSignal);
            }
            return ready;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean follow(Process launcher, Path log) throws IOException {
        try (RandomAccessFile lines = new RandomAccessFile(log.toFile(), "r")) {
            while (true) {
                boolean ended = !launcher.isAlive();
                boolean ready = State.read(home) == State.READY;
                show(lines);
                if (ended) {
                    return false;
                }
                if (ready) {
                    return true;
                }
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            }
        }
    }

    private void show(RandomAccessFile lines) throws IOException {
        byte[] bytes = new byte[(int) (lines.length() - lines.getFilePointer())];
        lines.readFully(bytes);
        String text = new String(bytes, StandardCharsets.UTF_8);
        text.lines().forEach(progress::line);
    }

    private List<String> command(int portOffset, int replicas) {
        List<String> command = new ArrayList<>(List.of(Jvm.JAVA.toString()));
        command.addAll(Jvm.LAUNCHER_OPTIONS);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--home",
                home.folder().toString(),
                "--project",
                project.root().toString(),
                "--port-offset",
                Integer.toString(portOffset),
                "--replicas",
                Integer.toString(replicas),
                "up"));
        return command;
    }
}
