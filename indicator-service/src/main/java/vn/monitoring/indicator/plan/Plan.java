package vn.monitoring.indicator.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.unit.Block;

/// A unit's plan to carry out the resolution.
///
/// Recognised again by its number within the unit, or by its title while it has none (see [PlanIdentity]).
@Entity
public class Plan {

    @Id
    private UUID id;

    private String unitCode;

    @Enumerated(EnumType.STRING)
    private Block block;

    private String docType;
    private @Nullable String number;
    private String identityKey;
    private String title;
    private @Nullable String issuer;
    private @Nullable LocalDate issuedOn;
    private @Nullable Integer planYear;
    private LocalDate horizonStart;
    private LocalDate horizonEnd;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "integer[]")
    private List<Integer> milestoneYears;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    private List<String> legalBases;

    private @Nullable String supersedesNumber;
    private @Nullable UUID supersededBy;
    private @Nullable LocalDate supersededOn;
    private @Nullable UUID parentPlanId;
    private @Nullable String parentNumber;
    private @Nullable String parentKey;
    private @Nullable LocalDate activatedOn;

    @Enumerated(EnumType.STRING)
    private PlanStatus status;

    private Instant importedAt;

    @Version
    private long version;

    protected Plan() {}

    /// @param inForceOn the day from which it is followed, null for a draft
    Plan(UUID id, PlanHeader header, Instant importedAt, @Nullable LocalDate inForceOn) {
        this.id = id;
        this.unitCode = header.unitCode();
        this.identityKey = PlanIdentity.of(header);
        this.milestoneYears = List.of();
        this.status = inForceOn == null ? PlanStatus.DRAFT : PlanStatus.IN_FORCE;
        this.activatedOn = inForceOn;
        this.importedAt = importedAt;
        describe(header);
    }

    /// Takes over what the document says of itself; true when something changed.
    final boolean describe(PlanHeader header) {
        boolean changed = block != header.block()
                || !Objects.equals(docType, header.docType())
                || !Objects.equals(number, header.number())
                || !Objects.equals(title, header.title())
                || !Objects.equals(issuer, header.issuer())
                || !Objects.equals(issuedOn, header.issuedOn())
                || !Objects.equals(planYear, header.planYear())
                || !Objects.equals(horizonStart, header.horizonStart())
                || !Objects.equals(horizonEnd, header.horizonEnd())
                || !Objects.equals(legalBases, header.legalBases())
                || !Objects.equals(supersedesNumber, header.supersedes());
        block = header.block();
        docType = header.docType();
        number = header.number();
        title = header.title();
        issuer = header.issuer();
        issuedOn = header.issuedOn();
        planYear = header.planYear();
        horizonStart = header.horizonStart();
        horizonEnd = header.horizonEnd();
        legalBases = header.legalBases();
        supersedesNumber = header.supersedes();
        return changed;
    }

    /// Sets the years in which a target falls due; true when that changed.
    boolean setMilestoneYears(TreeSet<Integer> years) {
        List<Integer> sorted = List.copyOf(years);
        if (sorted.equals(milestoneYears)) {
            return false;
        }
        milestoneYears = sorted;
        return true;
    }

    /// Whether this plan says that it replaces the other one; a draft replaces nothing yet.
    boolean replaces(Plan older) {
        Optional<String> replaced = PlanIdentity.numberKey(supersedesNumber);
        return status != PlanStatus.DRAFT
                && replaced.isPresent()
                && replaced.equals(PlanIdentity.numberKey(older.number));
    }

    /// The plan is replaced from today on: it keeps its content and history but is no longer to be followed. False when
    /// a successor is known already, or when it was never in force.
    boolean supersededBy(Plan successor, LocalDate today) {
        if (supersededBy != null || status == PlanStatus.DRAFT) {
            return false;
        }
        status = PlanStatus.SUPERSEDED;
        supersededBy = successor.id;
        supersededOn = today;
        return true;
    }

    /// Another plan takes its place on that day, which may lie ahead; see [#endWhatIsOver].
    void decideSuccessor(Plan successor, LocalDate from) {
        supersededBy = successor.id;
        supersededOn = from;
    }

    /// A draft comes into force.
    void activate(LocalDate today) {
        status = PlanStatus.IN_FORCE;
        activatedOn = today;
    }

    /// Ends a plan in force whose successor's day has come, or whose horizon has passed; true when it ended.
    boolean endWhatIsOver(LocalDate today) {
        if (status != PlanStatus.IN_FORCE) {
            return false;
        }
        if (supersededOn != null && !supersededOn.isAfter(today)) {
            status = PlanStatus.SUPERSEDED;
            return true;
        }
        if (horizonEnd.isBefore(today)) {
            status = PlanStatus.EXPIRED;
            return true;
        }
        return false;
    }

    /// A plan in force ends with the unit that issued it.
    void endWithItsUnit() {
        status = PlanStatus.EXPIRED;
    }

    /// An expired plan whose horizon turns out to go on is in force again; true when it is.
    boolean reviveWithin(LocalDate today) {
        if (status != PlanStatus.EXPIRED || horizonEnd.isBefore(today)) {
            return false;
        }
        status = PlanStatus.IN_FORCE;
        return true;
    }

    /// What recognises it within its unit from now on; true when that changed.
    boolean identifyAs(String key) {
        boolean changed = !identityKey.equals(key);
        identityKey = key;
        return changed;
    }

    /// Ties it to the plan above it; true when that changed.
    boolean putBelow(PlanParents.Parent parent) {
        boolean changed = !Objects.equals(parentPlanId, parent.id()) || !Objects.equals(parentNumber, parent.number());
        parentPlanId = parent.id();
        parentNumber = parent.number();
        parentKey = parent.key();
        return changed;
    }

    public UUID id() {
        return id;
    }

    public String unitCode() {
        return unitCode;
    }

    public Block block() {
        return block;
    }

    public String docType() {
        return docType;
    }

    public @Nullable String number() {
        return number;
    }

    String identityKey() {
        return identityKey;
    }

    public String title() {
        return title;
    }

    public @Nullable String issuer() {
        return issuer;
    }

    public @Nullable LocalDate issuedOn() {
        return issuedOn;
    }

    /// The year of an annual plan.
    public @Nullable Integer planYear() {
        return planYear;
    }

    public LocalDate horizonStart() {
        return horizonStart;
    }

    public LocalDate horizonEnd() {
        return horizonEnd;
    }

    public List<Integer> milestoneYears() {
        return milestoneYears;
    }

    public List<String> legalBases() {
        return legalBases;
    }

    public @Nullable String supersedesNumber() {
        return supersedesNumber;
    }

    public @Nullable UUID supersededBy() {
        return supersededBy;
    }

    /// The first day on which its successor counts.
    public @Nullable LocalDate supersededOn() {
        return supersededOn;
    }

    /// The plan above it.
    public @Nullable UUID parentPlanId() {
        return parentPlanId;
    }

    public @Nullable String parentNumber() {
        return parentNumber;
    }

    @Nullable
    String parentKey() {
        return parentKey;
    }

    /// The day on which it came into force here, null for a draft.
    public @Nullable LocalDate activatedOn() {
        return activatedOn;
    }

    public PlanStatus status() {
        return status;
    }

    public Instant importedAt() {
        return importedAt;
    }

    public long version() {
        return version;
    }

    /// The first day on which its targets bind: the start of the horizon, whenever it was signed.
    LocalDate inForceFrom() {
        return issuedOn != null && issuedOn.isBefore(horizonStart) ? issuedOn : horizonStart;
    }
}
