package vn.monitoring.bench.measure;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import vn.monitoring.local.process.Memory;

/// Reads every second how much memory a process keeps resident (proportional set size) and remembers the most.
public final class MemoryWatch implements AutoCloseable {

    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().factory());
    private final ProcessHandle process;
    private final long first;
    private final AtomicLong most = new AtomicLong();

    public MemoryWatch(ProcessHandle process) {
        this.process = process;
        this.first = Memory.ofTree(process);
        look();
        clock.scheduleWithFixedDelay(this::look, 0, BETWEEN.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        most.accumulateAndGet(Memory.ofTree(process), Math::max);
    }

    /// In bytes, before the first benchmark.
    public long first() {
        return first;
    }

    /// In bytes, up to this moment.
    public long most() {
        look();
        return most.get();
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
