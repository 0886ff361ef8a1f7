package vn.monitoring.indicator.plan;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.plan.MilestoneTarget.Decision;

/// Two readings of one milestone of an indicator, until a person chooses: A is the one that stands in the table
/// (first),
/// B the one that contradicts it. At most one is open for a milestone.
@Entity
public class TargetConflict {

    /// Where the contradiction was seen.
    enum Source {
        /// Within the table: two rows, or two figures in one cell.
        SHEET,
        /// Between the table and what the import was told of the prose.
        PROSE,
        /// A person entered it.
        PERSON
    }

    enum Status {
        OPEN,
        DECIDED,
        /// The document was put right: the readings are the same now.
        WITHDRAWN
    }

    /// Which reading a person chose; OTHER is neither.
    enum Choice {
        A,
        B,
        OTHER
    }

    @Id
    private UUID id;

    private UUID indicatorId;
    private @Nullable UUID otherIndicatorId;
    private LocalDate dueDate;

    @Enumerated(EnumType.STRING)
    private Source source;

    private String firstRaw;
    private String firstPlace;
    private String secondRaw;
    private String secondPlace;

    @Enumerated(EnumType.STRING)
    private Status status;

    private String openedBy;
    private Instant openedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable Choice choice;

    private @Nullable String chosenRaw;
    private @Nullable String decisionDocument;
    private @Nullable String note;
    private @Nullable String decidedBy;
    private @Nullable Instant decidedAt;

    @Version
    private long version;

    protected TargetConflict() {}

    TargetConflict(
            UUID indicatorId, @Nullable UUID otherIndicatorId, Contradiction contradiction, String by, Instant at) {
        this.id = UUID.randomUUID();
        this.indicatorId = indicatorId;
        this.otherIndicatorId = otherIndicatorId;
        this.dueDate = contradiction.due();
        this.source = contradiction.source();
        this.firstRaw = contradiction.firstRaw();
        this.firstPlace = contradiction.firstPlace();
        this.secondRaw = contradiction.secondRaw();
        this.secondPlace = contradiction.secondPlace();
        this.status = Status.OPEN;
        this.openedBy = by;
        this.openedAt = at;
    }

    /// A person has chosen.
    void decide(Choice chosen, String raw, Decision decision, @Nullable String remark) {
        status = Status.DECIDED;
        choice = chosen;
        chosenRaw = raw;
        decisionDocument = decision.document();
        note = remark;
        decidedBy = decision.by();
        decidedAt = decision.at();
    }

    /// The document still contradicts itself, in other words.
    void restate(Contradiction contradiction) {
        firstRaw = contradiction.firstRaw();
        firstPlace = contradiction.firstPlace();
        secondRaw = contradiction.secondRaw();
        secondPlace = contradiction.secondPlace();
    }

    /// The document no longer contradicts itself.
    void withdraw() {
        status = Status.WITHDRAWN;
    }

    /// Whether it is about the same two texts, whichever came first.
    boolean isAbout(Contradiction other) {
        boolean same = firstRaw.equals(other.firstRaw()) && secondRaw.equals(other.secondRaw());
        boolean swapped = firstRaw.equals(other.secondRaw()) && secondRaw.equals(other.firstRaw());
        return dueDate.equals(other.due()) && (same || swapped);
    }

    boolean open() {
        return status == Status.OPEN;
    }

    UUID id() {
        return id;
    }

    UUID indicatorId() {
        return indicatorId;
    }

    /// The row of the same name that says the second thing.
    @Nullable
    UUID otherIndicatorId() {
        return otherIndicatorId;
    }

    LocalDate dueDate() {
        return dueDate;
    }

    Source source() {
        return source;
    }

    String firstRaw() {
        return firstRaw;
    }

    String firstPlace() {
        return firstPlace;
    }

    String secondRaw() {
        return secondRaw;
    }

    String secondPlace() {
        return secondPlace;
    }

    Status status() {
        return status;
    }

    String openedBy() {
        return openedBy;
    }

    Instant openedAt() {
        return openedAt;
    }

    @Nullable
    Choice choice() {
        return choice;
    }

    @Nullable
    String chosenRaw() {
        return chosenRaw;
    }

    @Nullable
    String decisionDocument() {
        return decisionDocument;
    }

    @Nullable
    String note() {
        return note;
    }

    @Nullable
    String decidedBy() {
        return decidedBy;
    }

    @Nullable
    Instant decidedAt() {
        return decidedAt;
    }

    long version() {
        return version;
    }
}
