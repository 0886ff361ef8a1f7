package vn.monitoring.kit.bulk;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/// Reads the next step of a batch while the one before is judged and written.
///
/// The source is asked by one thread at a time, and no more once this is closed.
public final class ReadAhead<R> implements AutoCloseable {

    private final Supplier<List<R>> source;
    private final ExecutorService reader = Executors.newVirtualThreadPerTaskExecutor();
    private Future<List<R>> ahead;

    /// @param source the next rows; none at the end
    public ReadAhead(Supplier<List<R>> source) {
        this.source = source;
        this.ahead = reader.submit(source::get);
    }

    /// The next rows; none at the end. What the source throws is thrown here.
    public List<R> next() {
        List<R> rows = await(ahead);
        if (!rows.isEmpty()) {
            ahead = reader.submit(source::get);
        }
        return rows;
    }

    private static <R> List<R> await(Future<List<R>> step) {
        try {
            return step.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("cannot read a batch", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading a batch", e);
        }
    }

    /// Waits for the step that is being read.
    @Override
    public void close() {
        reader.close();
    }
}
