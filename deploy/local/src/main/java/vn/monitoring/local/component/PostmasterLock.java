package vn.monitoring.local.component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// The file `postmaster.pid` that a server keeps while it runs, and leaves when it is killed.
///
/// Its first line is the pid, its seventh the key and the id of the server's shared memory.
record PostmasterLock(Path file) {

    private static final Path SHARED_MEMORY = Path.of("/proc/sysvipc/shm");
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int ID = 1;
    private static final int ATTACHED = 6;

    /// Makes way for a new server without ever taking the data from one that runs.
    ///
    /// The children of a killed server end a moment after it; until then the new one would refuse to start. And it
    /// would refuse for good when the pid now belongs to another program. Everything else PostgreSQL judges itself.
    void settle() {
        try {
            if (!Files.exists(file)) {
                return;
            }
            List<String> lines = Files.readAllLines(file);
            awaitChildren(lines);
            if (belongsToAnotherProgram(Long.parseLong(lines.getFirst().strip()))) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean belongsToAnotherProgram(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .filter(command -> !command.endsWith("/postgres"))
                .isPresent();
    }

    private static void awaitChildren(List<String> lines) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (lines.size() >= 7 && isAttached(fields(lines.get(6))[ID]) && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    /// Whether a process still uses the shared memory; no where the system does not tell.
    private static boolean isAttached(String id) throws IOException {
        if (!Files.exists(SHARED_MEMORY)) {
            return false;
        }
        return Files.readAllLines(SHARED_MEMORY).stream()
                .map(PostmasterLock::fields)
                .anyMatch(segment -> segment[ID].equals(id) && !segment[ATTACHED].equals("0"));
    }

    private static String[] fields(String line) {
        return line.strip().split("\\s+", -1);
    }
}
