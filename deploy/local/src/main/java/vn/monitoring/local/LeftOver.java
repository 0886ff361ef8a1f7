package vn.monitoring.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import vn.monitoring.local.component.Home;
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
        for (String component : Status.COMPONENTS.reversed()) {
            Optional<ProcessHandle> process =
                    ProcessMark.read(home.mark(component)).flatMap(ProcessMark::find);
            if (process.isPresent()) {
                progress.line("  stopping " + component + ", left over from a launcher that was killed");
                ManagedProcess.stop(process.get(), how(component), STOP_PATIENCE);
            }
            forget(home, component);
        }
    }

    private static ManagedProcess.Stop how(String component) {
        return component.equals(Postgres.NAME) ? ManagedProcess.Stop.INT : ManagedProcess.Stop.TERM;
    }

    private static void forget(Home home, String component) {
        try {
            Files.deleteIfExists(home.mark(component));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
