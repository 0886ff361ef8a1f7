package vn.monitoring.kit.problem;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What lies behind an exception.
final class Causes {

    private static final int DEEPEST = 16;

    private Causes() {}

    /// The first of a kind, the exception itself included.
    static <T extends Throwable> Optional<T> find(Throwable exception, Class<T> wanted) {
        @Nullable Throwable current = exception;
        for (int depth = 0; current != null && depth < DEEPEST; depth++) {
            if (wanted.isInstance(current)) {
                return Optional.of(wanted.cast(current));
            }
            current = current.getCause();
        }
        return Optional.empty();
    }

    static Throwable root(Throwable exception) {
        Throwable current = exception;
        for (int depth = 0; depth < DEEPEST && current.getCause() != null; depth++) {
            current = current.getCause();
        }
        return current;
    }
}
