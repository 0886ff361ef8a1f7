package vn.monitoring.task.warning;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Whether what a warning is about still stands.
public enum WarningStatus {
    OPEN,
    CLOSED;

    static WarningStatus of(@Nullable LocalDate closedOn) {
        return closedOn == null ? OPEN : CLOSED;
    }
}
