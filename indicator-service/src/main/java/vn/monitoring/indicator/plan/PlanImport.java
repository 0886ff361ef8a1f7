package vn.monitoring.indicator.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.catalogue.CanonicalIndicator;
import vn.monitoring.indicator.catalogue.CanonicalIndicatorRepository;
import vn.monitoring.indicator.catalogue.CanonicalMatcher;
import vn.monitoring.indicator.catalogue.CanonicalMatcher.Match;
import vn.monitoring.indicator.plan.PlanParents.Parent;
import vn.monitoring.indicator.target.Target;
import vn.monitoring.indicator.target.TargetFlag;
import vn.monitoring.indicator.unit.AgencyResolver;
import vn.monitoring.indicator.unit.AgencyResolver.Resolution;
import vn.monitoring.kit.outbox.Fact;
import vn.monitoring.kit.outbox.Outbox;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.security.Caller;
import vn.monitoring.kit.sheet.Change;
import vn.monitoring.kit.sheet.Finding;
import vn.monitoring.kit.sheet.ImportResult;
import vn.monitoring.kit.sheet.Outcome;
import vn.monitoring.kit.sheet.RowOutcome;
import vn.monitoring.kit.sheet.Table;

/// Stores a plan with the indicators of its sheet, or says what storing it would do.
///
/// Runs in the caller's transaction, one import of a unit after the other. A dry run goes the same way on
/// entities that are then let go unsaved, so that both give the same result.
@ApplicationScoped
class PlanImport {

    private static final Logger LOG = Logger.getLogger(PlanImport.class);

    private final PlanRepository plans;
    private final IndicatorRepository indicators;
    private final PlanParents parents;
    private final PlanVersions versions;
    private final CanonicalIndicatorRepository catalogue;
    private final AgencyResolver agencies;
    private final EntityManager entities;
    private final Outbox outbox;
    private final TargetConflictRepository conflicts;
    private final FindingsText findings;
    private final Caller caller;
    private final Clock clock;

    PlanImport(
            PlanRepository plans,
            IndicatorRepository indicators,
            PlanParents parents,
            PlanVersions versions,
            CanonicalIndicatorRepository catalogue,
            AgencyResolver agencies,
            EntityManager entities,
            Outbox outbox,
            TargetConflictRepository conflicts,
            FindingsText findings,
            Caller caller,
            Clock clock) {
        this.plans = plans;
        this.indicators = indicators;
        this.parents = parents;
        this.versions = versions;
        this.catalogue = catalogue;
        this.agencies = agencies;
        this.entities = entities;
        this.outbox = outbox;
        this.conflicts = conflicts;
        this.findings = findings;
        this.caller = caller;
        this.clock = clock;
    }

    ImportResult run(PlanHeader header, Table table, PlanRequest request, boolean dryRun) {
        plans.lockUnit(header.unitCode());
        Run run = new Run(header, request);
        List<ReadIndicator> rows = run.reader.read(table);
        List<Finding> unmatched = new ProseComparison(run.reader).compare(statements(request), rows);
        List<RowOutcome> outcomes = run.store(rows);
        List<Finding> sheet = Stream.of(table.findings(), run.reader.aboutColumns(table), unmatched, run.notInFile())
                .flatMap(List::stream)
                .toList();
        boolean created = run.isNew;
        if (dryRun) {
            entities.clear();
        } else {
            run.tell();
        }
        return ImportResult.of(dryRun, dryRun && created ? null : run.plan.id(), table, sheet, outcomes);
    }

    private static List<ProseStatement> statements(PlanRequest request) {
        return request.statements() == null ? List.of() : request.statements();
    }

    /// One import: the plan, what is stored of it, and what it changes.
    private final class Run {

        private final PlanHeader header;
        private final PlanRequest request;
        private final IndicatorReader reader;
        private final CanonicalMatcher matcher;
        private final CatalogueFacts facts;
        private final AgencyResolver.Directory directory;
        private final Plan plan;
        private final boolean isNew;
        private final StoredIndicators stored;
        private final ConflictBook book;
        private final Set<Plan> changedPlans = new HashSet<>();
        private final List<Indicator> changed = new ArrayList<>();
        private final List<Indicator> created = new ArrayList<>();
        private final Map<ReadIndicator, Indicator> kept = new HashMap<>();
        private final Set<String> keys = new HashSet<>();
        private final TreeSet<Integer> years = new TreeSet<>();

        Run(PlanHeader header, PlanRequest request) {
            this.header = header;
            this.request = request;
            List<CanonicalIndicator> entries = catalogue.listAll();
            this.matcher = new CanonicalMatcher(entries);
            this.reader = new IndicatorReader(header, matcher);
            this.directory = agencies.directoryOf(header.unitCode());
            List<Plan> others = plans.listOfUnit(header.unitCode());
            String identity = PlanIdentity.of(header);
            Optional<Plan> known = others.stream()
                    .filter(other -> other.identityKey().equals(identity))
                    .findFirst();
            this.isNew = known.isEmpty();
            known.ifPresent(plan -> refuseDraftAgain(plan, request));
            Parent parent = parents.find(
                    header, request.parentPlanId(), known.map(Plan::id).orElse(null));
            LocalDate inForceOn = request.asDraft() ? null : LocalDate.now(clock);
            this.plan = known.orElseGet(() -> new Plan(UUID.randomUUID(), header, clock.instant(), inForceOn));
            this.stored = new StoredIndicators(isNew ? List.of() : indicators.listOfPlan(plan.id()));
            this.book =
                    new ConflictBook(isNew ? List.of() : conflicts.listOfPlan(plan.id()), request.statements() != null);
            this.facts = new CatalogueFacts(matcher, entries);
            boolean linked = plan.putBelow(parent);
            if (isNew) {
                entities.persist(plan);
                changedPlans.add(plan);
            } else if (plan.describe(header) || linked) {
                changedPlans.add(plan);
            }
            supersede(others);
        }

        /// The older plan that this one replaces, and the newer one that replaces this, whichever was imported first.
        private void supersede(List<Plan> others) {
            LocalDate today = LocalDate.now(clock);
            for (Plan other : others) {
                if (other != plan && plan.replaces(other) && other.supersededBy(plan, today)) {
                    changedPlans.add(other);
                }
                if (other != plan && other.replaces(plan) && plan.supersededBy(other, today)) {
                    changedPlans.add(plan);
                }
            }
        }

        private static void refuseDraftAgain(Plan known, PlanRequest request) {
            if (request.asDraft() && known.status() != PlanStatus.DRAFT) {
                throw new Problem(
                        PlanProblem.PLAN_NOT_DRAFT,
                        "Kế hoạch này đã được đưa vào thực hiện, không quay lại dự thảo được; hãy bỏ trường status.",
                        "This plan has come into force and does not become a draft again; leave status out.");
            }
        }

        List<RowOutcome> store(List<ReadIndicator> rows) {
            Map<ReadIndicator, Indicator> known = new HashMap<>();
            for (ReadIndicator row : rows) {
                stored.claimSame(row).ifPresent(indicator -> known.put(row, indicator));
            }
            for (ReadIndicator row : rows) {
                if (!known.containsKey(row)) {
                    stored.claimAlike(row).ifPresent(indicator -> known.put(row, indicator));
                }
            }
            book.compare(rows, known);
            List<RowOutcome> outcomes = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                outcomes.add(store(rows.get(i), known.get(rows.get(i)), i + 1));
            }
            if (plan.setMilestoneYears(years)) {
                changedPlans.add(plan);
            }
            book.record(rows, kept, this::open).forEach(entities::persist);
            return outcomes;
        }

        private TargetConflict open(Indicator indicator, @Nullable Indicator other, Contradiction contradiction) {
            return new TargetConflict(
                    indicator.id(),
                    other == null ? null : other.id(),
                    contradiction,
                    caller.username(),
                    clock.instant().truncatedTo(ChronoUnit.MICROS));
        }

        private RowOutcome store(ReadIndicator read, @Nullable Indicator known, int position) {
            IndicatorRow row = describe(read, known, position);
            Outcome outcome = row.outcome();
            if (outcome == Outcome.REJECTED) {
                return new RowOutcome(read.place(), read.number(), read.name(), outcome, null, null, read.findings());
            }
            read.targets().stream()
                    .map(placed -> placed.target().year())
                    .filter(Objects::nonNull)
                    .forEach(years::add);
            if (known == null) {
                Indicator fresh = new Indicator(UUID.randomUUID(), plan.id(), plan.unitCode(), row);
                fresh.setTargets(read.targets(), firstDay(), request.decisionDocument());
                entities.persist(fresh);
                created.add(fresh);
                kept.put(read, fresh);
                return new RowOutcome(
                        read.place(), read.number(), read.name(), outcome, Change.CREATED, fresh.id(), read.findings());
            }
            boolean described = known.describe(row);
            boolean asked = known.setTargets(read.targets(), changeDay(), request.decisionDocument());
            asked |= book.apply(read, known);
            kept.put(read, known);
            if (described || asked) {
                changed.add(known);
            }
            return new RowOutcome(
                    read.place(),
                    read.number(),
                    read.name(),
                    outcome,
                    described || asked ? Change.UPDATED : Change.UNCHANGED,
                    known.id(),
                    read.findings());
        }

        private IndicatorRow describe(ReadIndicator read, @Nullable Indicator known, int position) {
            Optional<Match> match = matcher.match(read.name());
            Resolution leads = leads(read);
            facts.review(read, known);
            decidedSince(read, known);
            return new IndicatorRow(
                    uniqueKey(read.rowKey()),
                    position,
                    blankToNull(read.number()),
                    read.name(),
                    blankToNull(read.group()),
                    read.measureUnit(),
                    blankToNull(read.text(IndicatorSheet.LEAD)),
                    leads.unitCodes(),
                    leads.lead().orElse(plan.unitCode()),
                    blankToNull(read.text(IndicatorSheet.DIRECTOR)),
                    blankToNull(read.text(IndicatorSheet.CHAIR)),
                    blankToNull(read.text(IndicatorSheet.OUTPUT)),
                    match.map(found -> found.canonical().code()).orElse(null),
                    match.map(Match::certainty).orElse(null),
                    match.map(found -> found.canonical().direction())
                            .orElseGet(() -> IndicatorReader.ownDirection(read.name())),
                    read.place(),
                    read.outcome(target -> isDoubtful(read, target, known)),
                    findings.write(read.findings()));
        }

        /// Whether a target waits for a person: its reading is in doubt, or something contradicts it.
        private boolean isDoubtful(ReadIndicator read, Target target, @Nullable Indicator known) {
            if (known != null && book.staysOpen(known, target.dueDate())) {
                return true;
            }
            if (!target.provisional() || book.settled(read, target.dueDate())) {
                return false;
            }
            if (known == null || target.flags().contains(TargetFlag.VALUE_CONFLICT)) {
                return true;
            }
            return !known.confirmed(target)
                    && known.decidedSince(target, request.decisionDocument()).isEmpty();
        }

        /// Says where a decision counts and not the file.
        private void decidedSince(ReadIndicator read, @Nullable Indicator known) {
            if (known == null) {
                return;
            }
            for (PlacedTarget placed : read.targets()) {
                known.decidedSince(placed.target(), request.decisionDocument())
                        .filter(decided -> !decided.means(placed.target()))
                        .ifPresent(decided -> read.add(IndicatorFinding.DECIDED_SINCE.at(
                                placed.place(), placed.target().raw() + " → " + decided.raw())));
            }
        }

        /// Finds the lead agencies, and adds what is to be said of them to the row.
        private Resolution leads(ReadIndicator read) {
            String text = read.text(IndicatorSheet.LEAD);
            Resolution leads = directory.resolve(text);
            String place = read.placeOf(IndicatorSheet.LEAD);
            if (leads.unitCodes().size() > 1) {
                read.add(IndicatorFinding.MULTI_LEAD.at(place, text));
            }
            leads.collective().forEach(part -> read.add(IndicatorFinding.COLLECTIVE_LEAD.at(place, part)));
            leads.unknown().forEach(part -> read.add(IndicatorFinding.UNKNOWN_LEAD.at(place, part)));
            return leads;
        }

        private String uniqueKey(String key) {
            String unique = key;
            for (int copy = 2; !keys.add(unique); copy++) {
                unique = key + " #" + copy;
            }
            return unique;
        }

        private LocalDate firstDay() {
            LocalDate effective = request.effectiveFrom();
            return isNew || effective == null ? plan.inForceFrom() : effective;
        }

        private LocalDate changeDay() {
            LocalDate effective = request.effectiveFrom();
            return effective == null ? LocalDate.now(clock) : effective;
        }

        List<Finding> notInFile() {
            return stored.unclaimed().stream()
                    .map(indicator -> IndicatorFinding.MISSING_FROM_FILE.at(indicator.place(), indicator.name()))
                    .toList();
        }

        void tell() {
            // A changed target belongs to its indicator: listeners need a newer version of it also when only that
            // changed.
            changed.forEach(indicator -> entities.lock(indicator, LockModeType.PESSIMISTIC_FORCE_INCREMENT));
            entities.flush();
            Instant now = clock.instant();
            versions.record(
                    changedPlans, PlanVersions.Cause.IMPORTED, request.decisionDocument(), caller.username(), now);
            List<Fact> facts = new ArrayList<>();
            changedPlans.forEach(other -> facts.add(PlanEvents.changed(other, now)));
            created.forEach(indicator -> facts.add(PlanEvents.changed(indicator, now)));
            changed.forEach(indicator -> facts.add(PlanEvents.changed(indicator, now)));
            outbox.append(facts);
            LOG.infof(
                    "plan %s of %s imported: %d indicators created, %d updated",
                    plan.id(), plan.unitCode(), created.size(), changed.size());
        }

        private static @Nullable String blankToNull(String text) {
            return text.isEmpty() ? null : text;
        }
    }
}
