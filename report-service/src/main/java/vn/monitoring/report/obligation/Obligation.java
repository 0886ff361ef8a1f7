package vn.monitoring.report.obligation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.Period;
import vn.monitoring.report.period.Window;

/// What one unit owes under a regime for a period. Its report has the same id.
@Entity
@Table(name = "report_obligation")
public class Obligation {

    private static final Set<ObligationStatus> EDITABLE = Set.of(ObligationStatus.DRAFTED, ObligationStatus.RETURNED);

    @Id
    private UUID id;

    private UUID regimeId;
    private String unitCode;
    private String receiverUnitCode;
    private String period;
    private LocalDate fromOn;
    private LocalDate cutOffOn;
    private LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    private ObligationStatus status;

    private Instant openedAt;
    private @Nullable Instant submittedAt;

    @Version
    private long version;

    protected Obligation() {}

    /// A report has been drafted for it.
    public void markDrafted() {
        require(status == ObligationStatus.OPEN);
        status = ObligationStatus.DRAFTED;
    }

    public void markSubmitted(Instant now) {
        require(isEditable());
        status = ObligationStatus.SUBMITTED;
        submittedAt = now;
    }

    public void markAccepted() {
        require(isUnderReview());
        status = ObligationStatus.ACCEPTED;
    }

    /// Sent back: until it is sent again it counts as not sent.
    public void markReturned() {
        require(isUnderReview());
        status = ObligationStatus.RETURNED;
        submittedAt = null;
    }

    /// Whether its report may be edited and sent.
    public boolean isEditable() {
        return EDITABLE.contains(status);
    }

    /// Whether its report lies with the receiver.
    public boolean isUnderReview() {
        return status == ObligationStatus.SUBMITTED;
    }

    public Punctuality punctuality(LocalDate today) {
        return Punctuality.of(submittedAt, dueOn, today);
    }

    /// The days that its figures cover.
    public Window window() {
        return new Window(fromOn, cutOffOn);
    }

    public UUID id() {
        return id;
    }

    public UUID regimeId() {
        return regimeId;
    }

    public String unitCode() {
        return unitCode;
    }

    public String receiverUnitCode() {
        return receiverUnitCode;
    }

    public Period period() {
        return Period.of(period);
    }

    public LocalDate dueOn() {
        return dueOn;
    }

    public ObligationStatus status() {
        return status;
    }

    public Instant openedAt() {
        return openedAt;
    }

    public @Nullable Instant submittedAt() {
        return submittedAt;
    }

    public long version() {
        return version;
    }

    private static void require(boolean allowed) {
        if (!allowed) {
            throw new IllegalStateException("the obligation is not in the state for this");
        }
    }
}
