package vn.monitoring.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A process this launcher started: its log file, its mark and its end.
public final class ManagedProcess {

    /// How a part is asked to end: PostgreSQL waits for its clients on TERM and ends at once on INT.
    public enum Stop {
        TERM,
        INT
    }

    private static final List<String> KEPT_VARIABLES = List.of("PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR");

    private final Process process;
    private final Path log;

    private ManagedProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /// Starts the process with its output in `log`; the log of the run before is kept beside it as `.1`.
    public static ManagedProcess start(Launch launch, Path log, Path mark) {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            if (Files.exists(log)) {
                Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
            ProcessBuilder builder = new ProcessBuilder(launch.command())
                    .directory(launch.folder().toFile())
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(log.toFile());
            Map<String, String> environment = builder.environment();
            environment.keySet().retainAll(KEPT_VARIABLES);
            environment.putAll(launch.environment());
            Process process = builder.start();
            ProcessMark.of(process.toHandle(), launch.program()).write(mark);
            return new ManagedProcess(process, log);
        } catch (IOException e) {
            throw new PlatformFailure(
                    "Cannot start " + launch.program(),
                    String.valueOf(e.getMessage()),
                    "Check that the file exists and the disk is writable");
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public int exitCode() {
        return process.exitValue();
    }

    public Path log() {
        return log;
    }

    public CompletableFuture<ManagedProcess> onExit() {
        return process.onExit().thenApply(ended -> this);
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    /// Takes the processor from the process and its children until [#resume]; connections to it stay open.
    public void pause() {
        signalAll("STOP");
    }

    public void resume() {
        signalAll("CONT");
    }

    private void signalAll(String signal) {
        signal(signal, process.pid());
        process.descendants().forEach(child -> signal(signal, child.pid()));
    }

    /// Asks a process to end and waits; after `patience` it is killed with all its children.
    ///
    /// @return whether it ended by itself
    public static boolean stop(ProcessHandle process, Stop how, Duration patience) {
        if (!process.isAlive()) {
            return true;
        }
        List<ProcessHandle> children = process.descendants().toList();
        switch (how) {
            case TERM -> process.destroy();
            case INT -> signal("INT", process.pid());
        }
        boolean ended = waitFor(process, patience);
        if (!ended) {
            process.destroyForcibly();
            waitFor(process, Duration.ofSeconds(10));
        }
        for (ProcessHandle child : children) {
            if (!ended) {
                child.destroyForcibly();
            }
            waitFor(child, Duration.ofSeconds(10));
        }
        return ended;
    }

    /// Kills one process without any warning, not its children, as `kill -9` does, and waits for its end.
    public static void kill(ProcessHandle process) {
        process.destroyForcibly();
        waitFor(process, Duration.ofSeconds(10));
    }

    /// Waits for the end of a process.
    public static boolean waitFor(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return !process.isAlive();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// By the shell, since Java knows TERM and KILL only.
    private static void signal(String signal, long pid) {
        try {
            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + pid)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new PlatformFailure(
                    "Cannot send " + signal + " to process " + pid, String.valueOf(e.getMessage()), "Do it by hand");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
