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

    @Enumerated(EnumType.STRING)
    private PlanStatus status;

    private Instant importedAt;

    @Version
    private long version;

    protected Plan() {}

    Plan(UUID id, PlanHeader header, Instant importedAt) {
        this.id = id;
        this.unitCode = header.unitCode();
        this.identityKey = PlanIdentity.of(header);
        this.milestoneYears = List.of();
        this.status = PlanStatus.IN_FORCE;
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

    /// The plan is replaced: it keeps its content and history but is no longer to be followed.
    boolean supersededBy(Plan successor) {
        if (status == PlanStatus.SUPERSEDED && successor.id.equals(supersededBy)) {
            return false;
        }
        status = PlanStatus.SUPERSEDED;
        supersededBy = successor.id;
        return true;
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
