package vn.monitoring.indicator.unit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.unit.UnitChange.Decision;
import vn.monitoring.indicator.unit.UnitDecisionRequest.Merger;
import vn.monitoring.indicator.unit.UnitDecisionRequest.Reclassification;
import vn.monitoring.indicator.unit.UnitDecisionRequest.Renaming;
import vn.monitoring.kit.outbox.Outbox;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.scope.Scope;
import vn.monitoring.kit.security.Caller;
import vn.monitoring.kit.text.Text;
import vn.monitoring.kit.text.Vietnamese;
import vn.monitoring.kit.web.ETags;

/// Changes of units by decision: recorded in their history with the day from which they count, and brought into the
/// unit's row when that day has come.
///
/// Each runs in the caller's transaction, one writer of the tree after the other; every recorded change makes a new
/// version of the unit, so that of two writers who read the same version one gets 412.
@ApplicationScoped
class UnitDecisions {

    private static final Logger LOG = Logger.getLogger(UnitDecisions.class);

    private final UnitRepository units;
    private final UnitChanges history;
    private final Outbox outbox;
    private final Scope scope;
    private final Caller caller;
    private final Clock clock;

    UnitDecisions(UnitRepository units, UnitChanges history, Outbox outbox, Scope scope, Caller caller, Clock clock) {
        this.units = units;
        this.history = history;
        this.outbox = outbox;
        this.scope = scope;
        this.caller = caller;
        this.clock = clock;
    }

    /// @param unit as it is today, after the change
    /// @param recorded what was added to the histories of this unit and others
    record Outcome(Unit unit, List<UnitChange> recorded) {}

    /// @throws Problem NOT_FOUND, UNIT_CEASED, BEFORE_FIRST_DAY, NOTHING_CHANGES
    Outcome rename(String code, Renaming request, @Nullable String ifMatch) {
        Unit unit = open(code, ifMatch);
        Decision decision = decision(request);
        Unit then = existingThen(unit, decision.effectiveOn());
        String name = Vietnamese.clean(request.name());
        if (name.equals(then.name())) {
            throw nothingChanges(then, "name");
        }
        return record(unit, List.of(UnitChange.renamed(code, name, decision)), decision);
    }

    /// @throws Problem NOT_FOUND, UNIT_CEASED, BEFORE_FIRST_DAY, NOTHING_CHANGES, RECLASSIFICATION_IMPOSSIBLE
    Outcome reclassify(String code, Reclassification request, @Nullable String ifMatch) {
        Unit unit = open(code, ifMatch);
        Decision decision = decision(request);
        Unit then = existingThen(unit, decision.effectiveOn());
        UnitRules.requireReclassifiable(then.type(), request.type(), request.agencyType());
        String agencyType =
                request.agencyType() == null ? null : request.agencyType().name();
        String name = request.name() == null || request.name().isBlank() ? null : Vietnamese.clean(request.name());
        boolean sameType = request.type() == null || request.type() == then.type();
        boolean sameAgency = agencyType == null || agencyType.equals(then.agencyType());
        if (sameType && sameAgency) {
            throw nothingChanges(then, request.type() == null ? "agencyType" : "type");
        }
        return record(
                unit, List.of(UnitChange.reclassified(code, request.type(), agencyType, name, decision)), decision);
    }

    /// Ends the unit, and what lies below it, on the day before; the successor takes its place.
    ///
    /// @throws Problem NOT_FOUND, UNIT_OUT_OF_SCOPE, UNIT_CEASED, BEFORE_FIRST_DAY, LATER_CHANGE, MERGER_IMPOSSIBLE
    Outcome merge(String code, Merger request, @Nullable String ifMatch) {
        Unit unit = open(code, ifMatch);
        Decision decision = decision(request);
        List<Unit> ceasing = new ArrayList<>(List.of(unit));
        request.alsoMerged().forEach(other -> ceasing.add(other(other)));
        ceasing.forEach(each -> requireMergeable(each, decision));
        List<UnitChange> changes = new ArrayList<>();
        Optional<Unit> known = units.find(request.into());
        Unit successor =
                known.isPresent() ? takingOver(known.get(), request, decision) : newUnit(unit, request, decision);
        UnitRules.requireMergeable(ceasing, successor);
        if (known.isEmpty()) {
            units.save(List.of(successor));
            changes.add(UnitChange.entered(successor, decision.by(), decision.at()));
        }
        Set<String> codes = new LinkedHashSet<>();
        ceasing.forEach(each -> codes.add(each.code()));
        List<Unit> below = below(ceasing, codes, successor, decision.effectiveOn());
        codes.forEach(each -> changes.add(UnitChange.merged(each, successor.code(), decision)));
        below.forEach(each -> changes.add(UnitChange.ceased(each.code(), decision)));
        codes.forEach(each -> changes.add(UnitChange.tookOver(successor.code(), each, decision)));
        return record(unit, changes, decision);
    }

    /// Replaces the other names by which a unit is found in plans.
    ///
    /// @throws Problem NOT_FOUND, BAD_UNIT_FIELD
    Unit setAliases(String code, List<String> aliases, @Nullable String ifMatch) {
        Unit unit = open(code, ifMatch);
        List<String> clean = UnitAliases.clean(aliases);
        RowProblem bad = UnitAliases.problemOf(clean);
        if (bad != null) {
            throw bad.asProblem();
        }
        if (clean.equals(unit.aliases())) {
            return unit;
        }
        Unit changed = unit.withAliases(clean).withVersion(unit.version() + 1);
        units.save(List.of(changed));
        outbox.append(UnitEvent.changed(changed, clock.instant()));
        LOG.infof("unit %s: %d aliases", code, clean.size());
        return changed;
    }

    /// Brings units whose recorded changes have come of age up to date; in the caller's transaction.
    ///
    /// @return how many units were taken, at most `most`
    int applyDue(int most) {
        units.lockTree();
        Set<String> due = history.takeDue(LocalDate.now(clock), most);
        bringUpToDate(due);
        return due.size();
    }

    private Unit open(String code, @Nullable String ifMatch) {
        scope.require(code);
        units.lockTree();
        Unit unit = units.find(code).orElseThrow(Problem::notFound);
        ETags.requireMatch(ifMatch, unit.version());
        return unit;
    }

    private Unit other(UnitDecisionRequest.Other other) {
        if (!scope.covers(other.code())) {
            throw outOfScope("others", other.code());
        }
        Unit unit = units.find(other.code()).orElseThrow(Problem::notFound);
        ETags.requireMatch(ETags.of(other.version()), unit.version());
        return unit;
    }

    private Decision decision(UnitDecisionRequest request) {
        UnitRules.requireUsable(request.effectiveOn());
        return new Decision(
                request.effectiveOn(),
                Vietnamese.clean(request.decisionDocument()),
                caller.username(),
                Instant.now(clock));
    }

    /// The unit as it will be, or was, on that day.
    private Unit existingThen(Unit unit, LocalDate day) {
        Unit then = timeline(unit).asOf(day);
        if (then.endedBefore(day)) {
            throw UnitProblem.ceased(then);
        }
        if (!then.existsOn(day) || unit.validFrom() != null && day.isBefore(unit.validFrom())) {
            throw UnitRules.beforeFirstDay(unit);
        }
        return then;
    }

    private UnitTimeline timeline(Unit unit) {
        return new UnitTimeline(unit, history.of(List.of(unit.code())).getOrDefault(unit.code(), List.of()));
    }

    private void requireMergeable(Unit unit, Decision decision) {
        existingThen(unit, decision.dayBefore());
        if (timeline(unit).hasDecidedFrom(decision.effectiveOn())) {
            throw new Problem(
                            UnitProblem.LATER_CHANGE,
                            "Đơn vị %s đã có quyết định có hiệu lực từ ngày sáp nhập trở đi; hãy xem lịch sử của đơn vị."
                                    .formatted(unit.code()),
                            "A decision on unit %s counts from the day of the merger or later; see the unit's history."
                                    .formatted(unit.code()))
                    .violation(
                            "body", "effectiveOn", new Text("Phải sau thay đổi cuối.", "Must follow the last change."));
        }
    }

    private Unit takingOver(Unit successor, Merger request, Decision decision) {
        if (!scope.covers(successor.code())) {
            throw outOfScope("into", successor.code());
        }
        if (request.newUnit() != null) {
            throw UnitRules.mergerImpossible(
                    "newUnit",
                    "Mã %s đã là của đơn vị %s; hãy bỏ newUnit hoặc dùng mã khác."
                            .formatted(successor.code(), successor.name()),
                    "The code %s is that of %s already; leave newUnit out or use another code."
                            .formatted(successor.code(), successor.name()));
        }
        existingThen(successor, decision.effectiveOn());
        return successor;
    }

    private Unit newUnit(Unit like, Merger request, Decision decision) {
        if (request.newUnit() == null) {
            throw outOfScope("into", request.into());
        }
        Unit unit = UnitRules.described(request.into(), request.newUnit(), like, decision.effectiveOn());
        String parentCode = unit.parentCode();
        if (parentCode == null) {
            return unit.withPath(Unit.pathUnder(null, unit.code())).withVersion(0);
        }
        Unit parent = scope.covers(parentCode) ? units.find(parentCode).orElse(null) : null;
        if (parent == null) {
            throw outOfScope("newUnit.parentCode", parentCode);
        }
        return unit.withPath(Unit.pathUnder(parent.path(), unit.code())).withVersion(0);
    }

    /// What ceases with them: their agencies and sub-units, unless ended before; never the successor.
    private List<Unit> below(List<Unit> ceasing, Set<String> codes, Unit successor, LocalDate day) {
        List<Unit> below = units.listBelow(ceasing.stream().map(Unit::path).toList()).stream()
                .filter(unit -> !codes.contains(unit.code()) && !unit.endedBefore(day.minusDays(1)))
                .toList();
        UnitRules.requireNoCommuneLeft(below);
        below.forEach(unit -> existingThen(unit, day.minusDays(1)));
        if (below.stream().anyMatch(unit -> unit.code().equals(successor.code()))) {
            throw UnitRules.mergerImpossible(
                    "into",
                    "Không thể sáp nhập vào đơn vị trực thuộc chính đơn vị bị sáp nhập.",
                    "A unit cannot be merged into one that lies below it.");
        }
        return below;
    }

    private Outcome record(Unit unit, List<UnitChange> changes, Decision decision) {
        history.append(changes);
        Set<String> codes = new LinkedHashSet<>();
        changes.forEach(change -> codes.add(change.unitCode()));
        if (decision.effectiveOn().isAfter(LocalDate.now(clock))) {
            history.noteDue(codes, decision.effectiveOn());
        }
        bringUpToDate(codes);
        LOG.infof(
                "unit %s: %s from %s on, %d units touched",
                unit.code(), changes.getFirst().kind(), decision.effectiveOn(), codes.size());
        return new Outcome(units.find(unit.code()).orElseThrow(Problem::notFound), changes);
    }

    /// Writes what the histories leave today, by the set; a name given up stays as an alias.
    private void bringUpToDate(Collection<String> codes) {
        if (codes.isEmpty()) {
            return;
        }
        LocalDate today = LocalDate.now(clock);
        Instant now = clock.instant();
        Map<String, List<UnitChange>> changes = history.of(codes);
        List<Unit> current = new ArrayList<>();
        for (Unit unit : units.listByCodes(codes)) {
            Unit state = new UnitTimeline(unit, changes.getOrDefault(unit.code(), List.of())).asOf(today);
            Unit named = state.name().equals(unit.name())
                    ? state
                    : state.withAliases(UnitAliases.with(state.aliases(), unit.name()));
            current.add(named.withVersion(unit.version() + 1));
        }
        units.save(current);
        outbox.append(current.stream().map(unit -> UnitEvent.changed(unit, now)).toList());
    }

    private static Problem nothingChanges(Unit unit, String field) {
        return new Problem(
                        UnitProblem.NOTHING_CHANGES,
                        "Ngày đó đơn vị %s đã như vậy; hãy kiểm tra ngày hiệu lực và giá trị mới."
                                .formatted(unit.code()),
                        "On that day unit %s is like that already; check the day and the new value."
                                .formatted(unit.code()))
                .violation("body", field, new Text("Không khác hiện trạng.", "No different from what is."));
    }

    private static Problem outOfScope(String field, String code) {
        return new Problem(
                        UnitProblem.UNIT_OUT_OF_SCOPE,
                        "Không có đơn vị %s trong phạm vi của bạn. Hãy kiểm tra mã, hoặc mô tả đơn vị mới trong newUnit."
                                .formatted(code),
                        "There is no unit %s within your units. Check the code, or describe a new unit in newUnit."
                                .formatted(code))
                .violation("body", field, new Text("Không tìm thấy.", "Not found."));
    }
}
