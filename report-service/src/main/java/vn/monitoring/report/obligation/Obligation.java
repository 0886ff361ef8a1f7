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
import vn.monitoring.report.period.ReportPeriod;
import vn.monitoring.report.period.Window;

/// What one unit owes under a regime for a period. Its report has the same id.
@Entity
@Table(name = "report_obligation")
public class Obligation {

    private static final Set<ObligationStatus> EDITABLE =
            Set.of(ObligationStatus.DRAFTED, ObligationStatus.RETURNED, ObligationStatus.CORRECTING);
    private static final Set<ObligationStatus> SETTLED =
            Set.of(ObligationStatus.ACCEPTED, ObligationStatus.CONSOLIDATED);

    @Id
    private UUID id;

    private UUID regimeId;
    private String unitCode;
    private String receiverUnitCode;
    private @Nullable String receiverName;
    private String period;
    private LocalDate fromOn;
    private LocalDate cutOffOn;
    private LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    private ObligationStatus status;

    private Instant openedAt;
    private @Nullable Instant submittedAt;
    private @Nullable Instant acceptedAt;
    private @Nullable UUID consolidatedIn;
    private @Nullable LocalDate lapsedOn;

    @Version
    private long version;

    protected Obligation() {}

    /// A report has been drafted for it.
    public void markDrafted() {
        require(status == ObligationStatus.OPEN);
        status = ObligationStatus.DRAFTED;
    }

    /// Sent; a correction does not move the moment at which the obligation was met.
    public void markSubmitted(Instant now) {
        require(isEditable());
        status = ObligationStatus.SUBMITTED;
        if (acceptedAt == null) {
            submittedAt = now;
        }
    }

    /// Sent back: until it is sent again it counts as not sent, unless an earlier edition was accepted.
    public void markReturned() {
        require(isUnderReview());
        status = ObligationStatus.RETURNED;
        if (acceptedAt == null) {
            submittedAt = null;
        }
    }

    /// Parts of the accepted report are open for a correction.
    public void markCorrecting() {
        require(isSettled() || status == ObligationStatus.CORRECTING);
        status = ObligationStatus.CORRECTING;
    }

    /// The correction was withdrawn before anything was changed: the accepted edition stands.
    public void markCorrectionWithdrawn() {
        require(status == ObligationStatus.CORRECTING);
        status = consolidatedIn == null ? ObligationStatus.ACCEPTED : ObligationStatus.CONSOLIDATED;
    }

    /// Whether the receiver has taken the report and nothing of it is open.
    public boolean isSettled() {
        return SETTLED.contains(status);
    }

    /// Whether its report may be edited and sent.
    public boolean isEditable() {
        return EDITABLE.contains(status);
    }

    /// Whether parts of its accepted report are open.
    public boolean isCorrecting() {
        return status == ObligationStatus.CORRECTING;
    }

    /// Whether its report lies with the receiver.
    public boolean isUnderReview() {
        return status == ObligationStatus.SUBMITTED;
    }

    public Punctuality punctuality(LocalDate today) {
        return Punctuality.of(submittedAt, dueOn, lapsedOn, today);
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

    /// Who receives outside of the platform; the receiver's unit is then the sender itself.
    public @Nullable String receiverName() {
        return receiverName;
    }

    public ReportPeriod period() {
        return ReportPeriod.of(period);
    }

    public LocalDate dueOn() {
        return dueOn;
    }

    /// The unit's last day, when the unit ceased to be before it sent anything.
    public @Nullable LocalDate lapsedOn() {
        return lapsedOn;
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

    /// When the receiver first accepted it.
    public @Nullable Instant acceptedAt() {
        return acceptedAt;
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
