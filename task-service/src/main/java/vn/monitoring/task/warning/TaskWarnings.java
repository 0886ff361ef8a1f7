package vn.monitoring.task.warning;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// What other features ask about warnings.
@ApplicationScoped
public class TaskWarnings {

    private final WarningList warnings;

    TaskWarnings(WarningList warnings) {
        this.warnings = warnings;
    }

    /// Whether it is a warning about that task, open or closed, within the caller's units.
    public boolean isOf(UUID warningId, UUID taskId) {
        return warnings.find(warningId)
                .filter(warning -> warning.taskId().equals(taskId))
                .isPresent();
    }
}
