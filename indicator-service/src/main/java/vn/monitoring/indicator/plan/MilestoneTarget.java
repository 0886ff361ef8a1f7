package vn.monitoring.indicator.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.target.Comparator;
import vn.monitoring.indicator.target.Confidence;
import vn.monitoring.indicator.target.Target;
import vn.monitoring.indicator.target.TargetFlag;
import vn.monitoring.indicator.target.TargetKind;

/// A target of an indicator with the time in which it is valid; a changed target is closed and points to its successor.
@Entity
@Table(name = "target")
public class MilestoneTarget {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "indicator_id")
    private Indicator indicator;

    private String raw;

    @Enumerated(EnumType.STRING)
    private TargetKind kind;

    @Enumerated(EnumType.STRING)
    private @Nullable Comparator comparator;

    private @Nullable BigDecimal low;
    private @Nullable BigDecimal high;
    private @Nullable String unit;
    private boolean soft;
    private @Nullable String condition;
    private @Nullable Integer year;
    private @Nullable LocalDate dueDate;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    private List<String> flags;

    @Enumerated(EnumType.STRING)
    private Confidence confidence;

    private boolean provisional;
    private @Nullable String confirmedBy;
    private @Nullable Instant confirmedAt;
    private String place;
    private LocalDate validFrom;
    private @Nullable LocalDate validTo;
    private @Nullable UUID supersededBy;
    private @Nullable String decisionDocument;

    @Enumerated(EnumType.STRING)
    private Origin origin;

    private @Nullable String decidedBy;
    private @Nullable Instant decidedAt;

    /// Where a target comes from.
    enum Origin {
        /// The plan's own table, or a later state of it.
        PLAN,
        /// A decision that changed the plan since.
        DECISION
    }

    /// By what and by whom a target was changed.
    record Decision(String document, String by, Instant at) {}

    protected MilestoneTarget() {}

    MilestoneTarget(
            Indicator indicator, Target target, String place, LocalDate validFrom, @Nullable String decisionDocument) {
        this.id = UUID.randomUUID();
        this.indicator = indicator;
        this.raw = target.raw();
        this.kind = target.kind();
        this.comparator = target.comparator();
        this.low = target.low();
        this.high = target.high();
        this.unit = target.unit();
        this.soft = target.soft();
        this.condition = target.condition();
        this.year = target.year();
        this.dueDate = target.dueDate();
        this.flags = target.flags().stream().sorted().map(TargetFlag::name).toList();
        this.confidence = target.confidence();
        this.provisional = target.provisional();
        this.place = place;
        this.validFrom = validFrom;
        this.decisionDocument = decisionDocument;
        this.origin = Origin.PLAN;
    }

    /// A target that a decision sets; the decision is its place, and who enters it stands for the reading.
    MilestoneTarget(Indicator indicator, Target target, LocalDate validFrom, Decision decision) {
        this(indicator, target, decision.document(), validFrom, decision.document());
        this.origin = Origin.DECISION;
        this.decidedBy = decision.by();
        this.decidedAt = decision.at();
    }

    /// Ends its validity on the day before; a null successor means that the plan no longer asks for anything there.
    void close(LocalDate day, @Nullable MilestoneTarget successor) {
        validTo = day.isBefore(validFrom) ? validFrom : day;
        supersededBy = successor == null ? null : successor.id;
    }

    /// Whether the plan's text and its reading are still the same; who confirmed it and whether something else
    /// contradicts it does not matter.
    boolean says(Target target) {
        return raw.equals(target.raw())
                && means(target)
                && withoutConflict(flags()).equals(withoutConflict(target.flags()));
    }

    /// Whether it asks for the same, whatever the text.
    boolean means(Target target) {
        return kind == target.kind()
                && comparator == target.comparator()
                && sameNumber(low, target.low())
                && sameNumber(high, target.high())
                && Objects.equals(unit, target.unit())
                && soft == target.soft()
                && Objects.equals(condition, target.condition())
                && Objects.equals(dueDate, target.dueDate());
    }

    private static Set<TargetFlag> withoutConflict(Set<TargetFlag> flags) {
        EnumSet<TargetFlag> others = EnumSet.noneOf(TargetFlag.class);
        others.addAll(flags);
        others.remove(TargetFlag.VALUE_CONFLICT);
        return others;
    }

    /// Something contradicts it: not graded until a person decides. True when that is new.
    boolean dispute() {
        if (disputed()) {
            return false;
        }
        EnumSet<TargetFlag> all = EnumSet.of(TargetFlag.VALUE_CONFLICT);
        all.addAll(flags());
        flags = all.stream().map(TargetFlag::name).toList();
        provisional = true;
        return true;
    }

    /// Nothing contradicts it any more; it stays provisional where its own reading is in doubt.
    void settle() {
        Set<TargetFlag> others = withoutConflict(flags());
        flags = others.stream().map(TargetFlag::name).toList();
        provisional = confirmedBy == null && confidenceOf(others) == Confidence.LOW;
    }

    boolean disputed() {
        return provisional && flags.contains(TargetFlag.VALUE_CONFLICT.name());
    }

    private static Confidence confidenceOf(Set<TargetFlag> flags) {
        return flags.stream()
                .map(TargetFlag::confidence)
                .max(java.util.Comparator.naturalOrder())
                .orElse(Confidence.HIGH);
    }

    private static boolean sameNumber(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }

    /// A person has looked at the reading and stands for it.
    void confirm(String username, Instant at) {
        provisional = false;
        confirmedBy = username;
        confirmedAt = at;
    }

    public UUID id() {
        return id;
    }

    String raw() {
        return raw;
    }

    /// The target itself; not provisional once confirmed.
    public Target value() {
        return new Target(
                raw,
                kind,
                comparator,
                low,
                high,
                unit,
                soft,
                condition,
                year,
                dueDate,
                flags(),
                confidence,
                provisional);
    }

    public Set<TargetFlag> flags() {
        EnumSet<TargetFlag> all = EnumSet.noneOf(TargetFlag.class);
        flags.forEach(flag -> all.add(TargetFlag.valueOf(flag)));
        return all;
    }

    public @Nullable LocalDate dueDate() {
        return dueDate;
    }

    public String place() {
        return place;
    }

    public LocalDate validFrom() {
        return validFrom;
    }

    /// The first day on which it is no longer valid, null while it is.
    public @Nullable LocalDate validTo() {
        return validTo;
    }

    public @Nullable UUID supersededBy() {
        return supersededBy;
    }

    public @Nullable String decisionDocument() {
        return decisionDocument;
    }

    Origin origin() {
        return origin;
    }

    boolean decided() {
        return origin == Origin.DECISION;
    }

    @Nullable
    String decidedBy() {
        return decidedBy;
    }

    @Nullable
    Instant decidedAt() {
        return decidedAt;
    }

    public @Nullable String confirmedBy() {
        return confirmedBy;
    }

    public @Nullable Instant confirmedAt() {
        return confirmedAt;
    }

    boolean validOn(LocalDate day) {
        return !validFrom.isAfter(day) && (validTo == null || day.isBefore(validTo));
    }

    /// Nothing replaces or ends it, as far as is known now; it may begin only later.
    boolean open() {
        return validTo == null;
    }

    boolean endedBy(LocalDate day) {
        return validTo != null && !validTo.isAfter(day);
    }
}
