package vn.monitoring.local.backup;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import vn.monitoring.local.component.Component;
import vn.monitoring.local.component.Home;
import vn.monitoring.local.process.ManagedProcess;
import vn.monitoring.local.process.PlatformFailure;

/// A store that runs for a while on the data that is being prepared, on ports of its own.
final class PreparedServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final Duration STOP_PATIENCE = Duration.ofMinutes(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    interface Look {
        boolean isDone();
    }

    private final Component component;
    private final ManagedProcess process;

    private PreparedServer(Component component, ManagedProcess process) {
        this.component = component;
        this.process = process;
    }

    static PreparedServer start(Component component, Home prepared) {
        component.prepareData();
        ManagedProcess process = ManagedProcess.start(
                component.launch(), prepared.log(component.name()), prepared.mark(component.name()));
        PreparedServer server = new PreparedServer(component, process);
        boolean ready = false;
        try {
            server.await(component::isReady);
            ready = true;
            return server;
        } finally {
            if (!ready) {
                ManagedProcess.kill(process.handle());
            }
        }
    }

    /// @throws PlatformFailure when the process ends, or does not come so far
    void await(Look look) {
        long begin = System.nanoTime();
        while (!look.isDone()) {
            if (!process.isAlive()) {
                throw failure("it has ended");
            }
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw failure("it is not ready after " + PATIENCE.toMinutes() + " minutes");
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private PlatformFailure failure(String why) {
        return new PlatformFailure(
                component.title() + " does not take the backup",
                why,
                "The data is as it was; read the log",
                process.log());
    }

    /// Stops it in order, so that its files are whole.
    @Override
    public void close() {
        ManagedProcess.stop(process.handle(), component.stop(), STOP_PATIENCE);
    }
}
