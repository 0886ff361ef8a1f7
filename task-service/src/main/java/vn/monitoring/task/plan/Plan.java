package vn.monitoring.task.plan;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What tasks need to know of their plan; the master is in indicator-service.
public record Plan(
        UUID id,
        String unitCode,
        @Nullable LocalDate issuedOn,
        @Nullable Integer planYear,
        @Nullable LocalDate horizonStart,
        @Nullable LocalDate horizonEnd) {

    /// The year that a deadline without one belongs to: of an annual plan its year, else none.
    public @Nullable Integer onlyYear() {
        if (planYear == null) {
            return null;
        }
        boolean longer = horizonEnd != null && horizonEnd.getYear() > planYear;
        return longer ? null : planYear;
    }

    /// The first day on which the plan can be said to hold: its issue, else the beginning of its time, else the day
    /// given.
    public LocalDate since(LocalDate otherwise) {
        if (issuedOn != null) {
            return issuedOn;
        }
        if (horizonStart != null) {
            return horizonStart;
        }
        return planYear == null ? otherwise : LocalDate.of(planYear, 1, 1);
    }
}
