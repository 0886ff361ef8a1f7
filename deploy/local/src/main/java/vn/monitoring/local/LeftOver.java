package vn.monitoring.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import vn.monitoring.local.component.Home;
import vn.monitoring.local.component.Kafka;
import vn.monitoring.local.component.Keycloak;
import vn.monitoring.local.component.Postgres;
import vn.monitoring.local.process.ManagedProcess;
import vn.monitoring.local.process.ProcessMark;
import vn.monitoring.local.process.Progress;

/// What a killed launcher has left running in a home; never a process that is not the home's own.
final class LeftOver {

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);

    private LeftOver() {}

    /// Stops them all, the gateway first and PostgreSQL last, and forgets their marks.
    static void stop(Home home, Progress progress) {
        for (String component : Status.of(home).components().reversed()) {
            Optional<ProcessHandle> process =
                    ProcessMark.read(home.mark(component)).flatMap(ProcessMark::find);
            if (process.isPresent()) {
                progress.line("  stopping " + component + ", left over from a launcher that was killed");
                end(component, process.get());
            }
            forget(home, component);
        }
    }

    /// The stores end in order; an application bears a kill, and ending by itself it might first record a start-up
    /// cache that nobody takes any more.
    private static void end(String component, ProcessHandle process) {
        switch (component) {
            case Postgres.NAME -> ManagedProcess.stop(process, ManagedProcess.Stop.INT, STOP_PATIENCE);
            case Kafka.NAME, Keycloak.NAME -> ManagedProcess.stop(process, ManagedProcess.Stop.TERM, STOP_PATIENCE);
            default -> ManagedProcess.kill(process);
        }
    }

    private static void forget(Home home, String component) {
        try {
            Files.deleteIfExists(home.mark(component));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
