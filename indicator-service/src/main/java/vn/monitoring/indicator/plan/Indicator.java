package vn.monitoring.indicator.plan;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.catalogue.CanonicalIndicator;
import vn.monitoring.indicator.catalogue.CanonicalMatch;
import vn.monitoring.indicator.plan.MilestoneTarget.Decision;
import vn.monitoring.indicator.target.Direction;
import vn.monitoring.indicator.target.Target;
import vn.monitoring.kit.sheet.Outcome;

/// One indicator of a plan with its milestone targets, as its row in the plan's table says it.
@Entity
public class Indicator {

    @Id
    private UUID id;

    private UUID planId;
    private String unitCode;
    private String responsibleUnitCode;
    private String rowKey;
    private int position;
    private @Nullable String number;
    private String name;
    private @Nullable String indicatorGroup;
    private @Nullable String measureUnit;
    private @Nullable String leadAgency;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    private List<String> leadUnitCodes;

    private @Nullable String directorPosition;
    private @Nullable String chairPosition;
    private @Nullable String expectedOutput;
    private @Nullable String canonicalCode;

    @Enumerated(EnumType.STRING)
    private @Nullable CanonicalMatch canonicalMatch;

    @Enumerated(EnumType.STRING)
    private Direction direction;

    private String place;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    @ColumnTransformer(write = "?::json")
    private String findings;

    @OneToMany(mappedBy = "indicator", cascade = CascadeType.PERSIST)
    private List<MilestoneTarget> targets = new ArrayList<>();

    @Version
    private long version;

    protected Indicator() {}

    Indicator(UUID id, UUID planId, String unitCode, IndicatorRow row) {
        this.id = id;
        this.planId = planId;
        this.unitCode = unitCode;
        this.rowKey = row.key();
        this.outcome = row.outcome();
        this.leadUnitCodes = List.of();
        this.direction = row.direction();
        describe(row);
    }

    /// Takes over what the row says but its targets; true when something that listeners are told changed.
    final boolean describe(IndicatorRow row) {
        boolean told = !Objects.equals(number, row.number())
                || !Objects.equals(name, row.name())
                || !Objects.equals(indicatorGroup, row.group())
                || !Objects.equals(measureUnit, row.measureUnit())
                || !Objects.equals(responsibleUnitCode, row.responsibleUnitCode())
                || !Objects.equals(leadAgency, row.leadAgency())
                || !Objects.equals(leadUnitCodes, row.leadUnitCodes())
                || !Objects.equals(directorPosition, row.directorPosition())
                || !Objects.equals(chairPosition, row.chairPosition())
                || !Objects.equals(expectedOutput, row.expectedOutput());
        if (!linkDecided()) {
            told |= !Objects.equals(canonicalCode, row.canonicalCode()) || direction != row.direction();
            canonicalCode = row.canonicalCode();
            canonicalMatch = row.canonicalMatch();
            direction = row.direction();
        }
        rowKey = row.key();
        number = row.number();
        name = row.name();
        indicatorGroup = row.group();
        measureUnit = row.measureUnit();
        responsibleUnitCode = row.responsibleUnitCode();
        leadAgency = row.leadAgency();
        leadUnitCodes = row.leadUnitCodes();
        directorPosition = row.directorPosition();
        chairPosition = row.chairPosition();
        expectedOutput = row.expectedOutput();
        position = row.position();
        place = row.place();
        outcome = row.outcome();
        findings = row.findings();
        return told;
    }

    /// Whether a reading of the same target was confirmed by a person, so that it is no longer in doubt.
    boolean confirmed(Target target) {
        return targets.stream()
                .anyMatch(stored -> stored.open() && stored.confirmedBy() != null && stored.says(target));
    }

    /// A person stands for the reading of a target; with the last doubt gone the row needs no decision any more.
    void confirm(MilestoneTarget target, String username, Instant at) {
        target.confirm(username, at);
        settleOutcome();
    }

    private void settleOutcome() {
        boolean doubtful =
                targets.stream().anyMatch(other -> other.open() && other.value().provisional());
        if (!doubtful && outcome == Outcome.NEEDS_DECISION && !name.equals(ReadIndicator.NAMELESS)) {
            outcome = Outcome.FLAGGED;
        }
    }

    /// Something contradicts what is asked on a day. True when that is new.
    boolean dispute(LocalDate due) {
        boolean fresh = false;
        for (MilestoneTarget target : openTargets(due)) {
            fresh |= target.dispute();
        }
        if (fresh) {
            outcome = Outcome.NEEDS_DECISION;
        }
        return fresh;
    }

    /// Nothing contradicts what is asked on a day any more. True when something did.
    boolean settle(LocalDate due) {
        List<MilestoneTarget> disputed =
                openTargets(due).stream().filter(MilestoneTarget::disputed).toList();
        disputed.forEach(MilestoneTarget::settle);
        settleOutcome();
        return !disputed.isEmpty();
    }

    /// Settles what is asked on a day by a decision: from the first day on, since the other reading was never right.
    void choose(LocalDate due, Target chosen, Decision decision) {
        List<MilestoneTarget> readings = openTargets(due);
        LocalDate from = readings.stream()
                .map(MilestoneTarget::validFrom)
                .min(Comparator.naturalOrder())
                .or(() -> targets.stream().map(MilestoneTarget::validFrom).min(Comparator.naturalOrder()))
                .orElseThrow();
        MilestoneTarget right = readings.stream()
                .filter(reading -> reading.raw().equals(chosen.raw()))
                .findFirst()
                .orElseGet(() -> {
                    MilestoneTarget fresh = new MilestoneTarget(this, chosen, from, decision);
                    targets.add(fresh);
                    return fresh;
                });
        right.settle();
        right.confirm(decision.by(), decision.at());
        readings.stream().filter(reading -> reading != right).forEach(reading -> reading.close(from, right));
        settleOutcome();
    }

    /// Replaces a target from a day on by a decision; the old one keeps the time in which it was valid.
    MilestoneTarget revise(MilestoneTarget old, Target target, LocalDate from, Decision decision) {
        MilestoneTarget fresh = new MilestoneTarget(this, target, from, decision);
        targets.add(fresh);
        old.close(from, fresh);
        settleOutcome();
        return fresh;
    }

    /// Asks for something on another day than before, by a decision.
    MilestoneTarget add(Target target, LocalDate from, Decision decision) {
        MilestoneTarget fresh = new MilestoneTarget(this, target, from, decision);
        targets.add(fresh);
        return fresh;
    }

    /// What is asked on a day as far as is known now: more than one where the plan contradicts itself.
    List<MilestoneTarget> openTargets(LocalDate due) {
        return targets.stream()
                .filter(target -> target.open() && due.equals(target.dueDate()))
                .toList();
    }

    /// Links it to an entry of the catalogue by a person's decision; the entry's direction counts from now on.
    ///
    /// @param withDrift the findings, with what the plan counts otherwise than the entry
    void linkTo(CanonicalIndicator canonical, String withDrift) {
        canonicalCode = canonical.code();
        canonicalMatch = CanonicalMatch.CONFIRMED;
        direction = canonical.direction();
        findings = withDrift;
    }

    /// A person has found that the catalogue has no entry for it.
    void unlink(String withoutDrift) {
        canonicalCode = null;
        canonicalMatch = CanonicalMatch.ABSENT;
        direction = IndicatorReader.ownDirection(name);
        findings = withoutDrift;
    }

    /// Whether a person has said what it is in the catalogue, or that it is nothing there.
    boolean linkDecided() {
        return canonicalMatch != null && canonicalMatch.decided();
    }

    /// Makes the targets those of the row: equal ones stay, others are closed on the day and replaced, but never
    /// before they became valid themselves. What a decision has changed since stays, unless the row comes with a
    /// decision of its own. True when one changed.
    boolean setTargets(List<PlacedTarget> wanted, LocalDate day, @Nullable String decisionDocument) {
        List<MilestoneTarget> remaining =
                new ArrayList<>(targets.stream().filter(MilestoneTarget::open).toList());
        List<PlacedTarget> unmatched = new ArrayList<>();
        for (PlacedTarget placed : wanted) {
            MilestoneTarget same = remaining.stream()
                    .filter(target -> target.says(placed.target()))
                    .findFirst()
                    .or(() -> decidedSince(placed.target(), decisionDocument))
                    .orElse(null);
            if (same == null) {
                unmatched.add(placed);
            } else {
                remaining.remove(same);
            }
        }
        if (decisionDocument == null) {
            remaining.removeIf(MilestoneTarget::decided);
        }
        for (PlacedTarget placed : unmatched) {
            MilestoneTarget old = remaining.stream()
                    .filter(target ->
                            Objects.equals(target.dueDate(), placed.target().dueDate()))
                    .findFirst()
                    .orElse(null);
            // A doubtful reading that is put right was never valid.
            LocalDate from =
                    old != null && (old.value().provisional() || day.isBefore(old.validFrom())) ? old.validFrom() : day;
            MilestoneTarget fresh = new MilestoneTarget(this, placed.target(), placed.place(), from, decisionDocument);
            targets.add(fresh);
            if (old != null) {
                old.close(from, fresh);
                remaining.remove(old);
            }
        }
        remaining.forEach(old -> old.close(day, null));
        return !unmatched.isEmpty() || !remaining.isEmpty();
    }

    /// What a person has put in the place of a target that the row still has, unless the row brings a decision
    /// itself: the end of the row of changes that began with it, or the decided target of its day.
    Optional<MilestoneTarget> decidedSince(Target target, @Nullable String decisionDocument) {
        if (decisionDocument != null) {
            return Optional.empty();
        }
        return targets.stream()
                .filter(old -> !old.open() && !old.decided() && old.says(target))
                .flatMap(old -> Stream.of(lastAfter(old))
                        .filter(last ->
                                last.open() && (last.decided() || old.disputed() && last.confirmedBy() != null)))
                .findFirst()
                .or(() -> targets.stream()
                        .filter(stored ->
                                stored.open() && stored.decided() && Objects.equals(stored.dueDate(), target.dueDate()))
                        .findFirst());
    }

    private MilestoneTarget lastAfter(MilestoneTarget first) {
        MilestoneTarget last = first;
        for (int i = 0; i < targets.size() && last.supersededBy() != null; i++) {
            UUID next = last.supersededBy();
            last = targets.stream()
                    .filter(target -> target.id().equals(next))
                    .findFirst()
                    .orElse(last);
        }
        return last;
    }

    /// The targets valid on the day, by due date.
    public List<Target> targetsAsOf(LocalDate day) {
        return inOrder().stream()
                .filter(target -> target.validOn(day))
                .map(MilestoneTarget::value)
                .toList();
    }

    /// The targets valid on the day, by due date; of a plan that begins later those of its first day.
    List<MilestoneTarget> currentTargets(LocalDate day) {
        LocalDate shown = shownDay(day);
        return inOrder().stream().filter(target -> target.validOn(shown)).toList();
    }

    /// The targets that are decided but valid only from a later day on.
    List<MilestoneTarget> upcomingTargets(LocalDate day) {
        LocalDate shown = shownDay(day);
        return inOrder().stream()
                .filter(target -> target.validFrom().isAfter(shown) && !target.endedBy(target.validFrom()))
                .toList();
    }

    private LocalDate shownDay(LocalDate day) {
        return targets.stream()
                .map(MilestoneTarget::validFrom)
                .min(Comparator.naturalOrder())
                .filter(first -> first.isAfter(day))
                .orElse(day);
    }

    /// All targets that were ever valid, by due date and then in order of validity.
    List<MilestoneTarget> inOrder() {
        return targets.stream()
                .sorted(Comparator.comparing(MilestoneTarget::dueDate, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(MilestoneTarget::validFrom))
                .toList();
    }

    public UUID id() {
        return id;
    }

    public UUID planId() {
        return planId;
    }

    /// The commune or province that issued the plan.
    public String unitCode() {
        return unitCode;
    }

    /// The lead agency's unit when it is known, else the plan's.
    public String responsibleUnitCode() {
        return responsibleUnitCode;
    }

    String rowKey() {
        return rowKey;
    }

    public int position() {
        return position;
    }

    public @Nullable String number() {
        return number;
    }

    public String name() {
        return name;
    }

    public @Nullable String group() {
        return indicatorGroup;
    }

    public @Nullable String measureUnit() {
        return measureUnit;
    }

    public @Nullable String leadAgency() {
        return leadAgency;
    }

    public List<String> leadUnitCodes() {
        return leadUnitCodes;
    }

    public @Nullable String directorPosition() {
        return directorPosition;
    }

    public @Nullable String chairPosition() {
        return chairPosition;
    }

    public @Nullable String expectedOutput() {
        return expectedOutput;
    }

    public @Nullable String canonicalCode() {
        return canonicalCode;
    }

    public @Nullable CanonicalMatch canonicalMatch() {
        return canonicalMatch;
    }

    public Direction direction() {
        return direction;
    }

    public String place() {
        return place;
    }

    /// ACCEPTED, FLAGGED or NEEDS_DECISION, as the last import left it.
    public Outcome outcome() {
        return outcome;
    }

    String findings() {
        return findings;
    }

    public long version() {
        return version;
    }
}
