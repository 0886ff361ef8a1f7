package vn.monitoring.kit.sheet;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One row of a table and what became of it; `change` is null for a rejected row, `id` also for a new row of a dry
/// run.
public record RowOutcome(
        String place,
        String number,
        String name,
        Outcome outcome,
        @Nullable Change change,
        @Nullable UUID id,
        List<Finding> findings) {

    public RowOutcome {
        findings = List.copyOf(findings);
    }
}
