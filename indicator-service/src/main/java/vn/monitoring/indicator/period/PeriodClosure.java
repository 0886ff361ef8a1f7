package vn.monitoring.indicator.period;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.Period;

/// One closing of a period for a unit, and its reopening when there was one.
@Entity
class PeriodClosure {

    @Id
    private UUID id;

    private String unitCode;
    private String period;
    private LocalDate periodStart;
    private LocalDate periodEnd;
    private String closedBy;
    private Instant closedAt;
    private @Nullable String reopenedBy;
    private @Nullable Instant reopenedAt;
    private @Nullable String decisionDocument;

    protected PeriodClosure() {}

    PeriodClosure(UUID id, String unitCode, Period period, String by, Instant at) {
        this.id = id;
        this.unitCode = unitCode;
        this.period = period.key();
        this.periodStart = period.firstDay();
        this.periodEnd = period.lastDay();
        this.closedBy = by;
        this.closedAt = at;
    }

    /// @param document the decision that allows it
    void reopen(String document, String by, Instant at) {
        decisionDocument = document;
        reopenedBy = by;
        reopenedAt = at;
    }

    /// As it is shown.
    record State(
            String unitCode,
            String period,
            boolean closed,
            String closedBy,
            Instant closedAt,
            @Nullable String reopenedBy,
            @Nullable Instant reopenedAt,
            @Nullable String decisionDocument) {}

    State state() {
        return new State(
                unitCode, period, reopenedAt == null, closedBy, closedAt, reopenedBy, reopenedAt, decisionDocument);
    }
}
