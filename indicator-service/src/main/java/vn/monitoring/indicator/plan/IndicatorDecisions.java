package vn.monitoring.indicator.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.catalogue.CanonicalIndicator;
import vn.monitoring.indicator.catalogue.CanonicalIndicatorRepository;
import vn.monitoring.indicator.catalogue.CanonicalMatcher;
import vn.monitoring.kit.outbox.Outbox;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.security.Caller;
import vn.monitoring.kit.sheet.Finding;
import vn.monitoring.kit.text.Text;
import vn.monitoring.kit.web.ETags;

/// What only a person can decide about an imported indicator. In the caller's transaction.
@ApplicationScoped
class IndicatorDecisions {

    private static final Logger LOG = Logger.getLogger(IndicatorDecisions.class);

    private final PlanService plans;
    private final IndicatorRepository indicators;
    private final CanonicalIndicatorRepository catalogue;
    private final FindingsText findings;
    private final TargetConflictRepository conflicts;
    private final EntityManager entities;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    IndicatorDecisions(
            PlanService plans,
            IndicatorRepository indicators,
            CanonicalIndicatorRepository catalogue,
            FindingsText findings,
            TargetConflictRepository conflicts,
            EntityManager entities,
            Outbox outbox,
            Caller caller,
            Clock clock) {
        this.plans = plans;
        this.indicators = indicators;
        this.catalogue = catalogue;
        this.findings = findings;
        this.conflicts = conflicts;
        this.entities = entities;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    /// Links the indicator to an entry of the catalogue, in place of whatever the import suggested.
    Indicator link(UUID id, @Nullable String ifMatch, String canonicalCode) {
        Indicator indicator = plans.getIndicator(id);
        ETags.requireMatch(ifMatch, indicator.version());
        CanonicalIndicator canonical = catalogue
                .findByIdOptional(canonicalCode)
                .orElseThrow(() -> new Problem(
                                PlanProblem.CANONICAL_UNKNOWN,
                                "Danh mục không có chỉ tiêu " + canonicalCode + ".",
                                "The catalogue has no indicator " + canonicalCode + ".")
                        .violation(
                                "body",
                                "canonicalCode",
                                new Text("Không có trong danh mục.", "Not in the catalogue.")));
        List<Finding> drift = new ArrayList<>(CatalogueDrift.of(indicator, canonical));
        indicators
                .findOther(indicator, canonicalCode)
                .ifPresent(
                        other -> drift.add(IndicatorFinding.SAME_CATALOGUE_ENTRY.at(indicator.place(), other.place())));
        indicator.linkTo(canonical, findings.replace(indicator.findings(), CatalogueDrift.FINDINGS, drift));
        return told(indicator);
    }

    /// Decides that the catalogue has no entry for the indicator.
    Indicator unlink(UUID id, @Nullable String ifMatch) {
        Indicator indicator = plans.getIndicator(id);
        ETags.requireMatch(ifMatch, indicator.version());
        indicator.unlink(findings.replace(indicator.findings(), CatalogueDrift.FINDINGS, List.of()));
        return told(indicator);
    }

    /// The entries that the indicator may be, the likeliest first.
    CanonicalSuggestions suggest(UUID id, int limit) {
        Indicator indicator = plans.getIndicator(id);
        return CanonicalSuggestions.of(
                indicator, new CanonicalMatcher(catalogue.listAll()).rank(indicator.name(), limit));
    }

    /// Stands for a doubtful reading of a target: it is no longer provisional.
    Indicator confirm(UUID id, UUID targetId, @Nullable String ifMatch) {
        Indicator indicator = plans.getIndicator(id);
        ETags.requireMatch(ifMatch, indicator.version());
        LocalDate today = LocalDate.now(clock);
        MilestoneTarget target = indicator.inOrder().stream()
                .filter(candidate -> candidate.id().equals(targetId) && !candidate.endedBy(today))
                .findFirst()
                .orElseThrow(Problem::notFound);
        if (target.disputed() && target.dueDate() != null) {
            conflicts.requireNoneOpen(id, target.dueDate());
        }
        if (!target.value().provisional()) {
            throw new Problem(
                    PlanProblem.TARGET_NOT_IN_DOUBT,
                    "Mục tiêu này không còn chờ xác nhận.",
                    "This target does not wait for a confirmation.");
        }
        indicator.confirm(target, caller.username(), clock.instant());
        return told(indicator);
    }

    /// Makes the indicator's next version and tells it, so that it is graded anew from the start.
    Indicator told(Indicator indicator) {
        entities.lock(indicator, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        entities.flush();
        outbox.append(PlanEvents.changed(indicator, clock.instant()));
        LOG.infof("indicator %s decided, version %d", indicator.id(), indicator.version());
        return indicator;
    }
}
