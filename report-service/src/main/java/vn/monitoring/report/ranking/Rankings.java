package vn.monitoring.report.ranking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.Period;
import vn.monitoring.kit.outbox.Outbox;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.scope.Scope;
import vn.monitoring.kit.security.Caller;
import vn.monitoring.kit.shield.AsSystem;
import vn.monitoring.kit.text.Text;
import vn.monitoring.kit.text.Vietnamese;
import vn.monitoring.kit.web.Cursor;
import vn.monitoring.kit.web.ETags;
import vn.monitoring.kit.web.Page;
import vn.monitoring.report.unit.ReportingUnit;
import vn.monitoring.report.unit.Units;

/// Runs of a ranking: counted and frozen as drafts, published by a leader, corrected by a later run.
///
/// What is shown is always computed from the frozen counts and the policy stored with them, by the same rule as in the
/// run; its hash tells when that gives another result.
@ApplicationScoped
public class Rankings {

    private static final Logger LOG = Logger.getLogger(Rankings.class);

    private final RankingStore store;
    private final FactCounts counts;
    private final Policies policies;
    private final Units units;
    private final Outbox outbox;
    private final AsSystem asSystem;
    private final Scope scope;
    private final Caller caller;
    private final Clock clock;

    Rankings(
            RankingStore store,
            FactCounts counts,
            Policies policies,
            Units units,
            Outbox outbox,
            AsSystem asSystem,
            Scope scope,
            Caller caller,
            Clock clock) {
        this.store = store;
        this.counts = counts;
        this.policies = policies;
        this.units = units;
        this.outbox = outbox;
        this.asSystem = asSystem;
        this.scope = scope;
        this.caller = caller;
        this.clock = clock;
    }

    /// Counts, freezes and scores; a draft until it is published.
    @Transactional
    RankingResponse run(RankingRequest request) {
        scope.require(request.unitCode());
        LocalDate today = LocalDate.now(clock);
        LocalDate asOf = asOf(request, today);
        Run corrected = corrected(request);
        Period period = request.period();
        LocalDate to = asOf.isBefore(period.lastDay()) ? asOf : period.lastDay();
        List<ReportingUnit> communes = units.communesBelow(request.unitCode(), to);
        if (communes.isEmpty()) {
            throw new Problem(
                    RankingProblem.NO_COMMUNES,
                    "Đơn vị " + request.unitCode()
                            + " không có xã, phường nào đang hoạt động. Hãy chọn tỉnh, thành phố.",
                    "Unit " + request.unitCode() + " has no commune in being. Choose a province.");
        }
        DecidedPolicy policy = policies.current(request.unitCode());
        // All facts of all communes that are ranked, also those of plans above, and how far facts are known at all.
        FactCounts.Bounds bounds = asSystem.callAbout(request.unitCode(), counts::bounds);
        FactCounts.Asked asked = new FactCounts.Asked(request.unitCode(), period.firstDay(), to, asOf, bounds);
        List<Frozen> frozen = asSystem.callAbout(request.unitCode(), () -> counts.count(asked, communes));
        List<Score> scores = new RankingRule(policy.settings())
                .rank(frozen.stream().map(Frozen::counts).toList());
        Run run = new Run(
                UUID.randomUUID(),
                request.unitCode(),
                period,
                period.firstDay(),
                to,
                asOf,
                policy.settings(),
                policy.version(),
                RankingStatus.DRAFT,
                request.corrects(),
                request.difference() == null
                        ? null
                        : Vietnamese.nfc(request.difference().strip()),
                bounds,
                Canonical.hash(Canonical.result(policy.settings(), scores)),
                clock.instant(),
                caller.username(),
                null,
                null,
                1);
        store.insert(run, scores, frozen);
        LOG.infof("ranking %s: %d communes of %s in %s", run.id(), scores.size(), run.unitCode(), period);
        return RankingResponse.from(run, scores, changes(corrected, scores));
    }

    @Transactional
    RankingResponse get(UUID id) {
        Run run = find(id);
        return view(run, scores(run));
    }

    @Transactional
    Page<RankingResponse.Summary> list(
            @Nullable String unit,
            @Nullable Period period,
            @Nullable RankingStatus status,
            @Nullable String cursor,
            int limit) {
        RankingStore.Filter filter = new RankingStore.Filter(scope.paths(), unit, period, status);
        return Page.of(store.list(filter, Cursor.decode(cursor, 2), limit + 1), limit, RankingStore::after)
                .map(RankingResponse.Summary::from);
    }

    @Transactional
    RankingResponse.Opened open(UUID id, String unitCode) {
        Run run = find(id);
        Frozen frozen = store.frozen(id, unitCode).orElseThrow(Problem::notFound);
        Score score = scores(run).stream()
                .filter(candidate -> candidate.counts().unitCode().equals(unitCode))
                .findFirst()
                .orElseThrow(Problem::notFound);
        return RankingResponse.Opened.from(score, frozen, run.policy());
    }

    record Scored(Run run, List<Score> scores) {}

    @Transactional
    Scored scored(UUID id) {
        Run run = find(id);
        return new Scored(run, scores(run));
    }

    /// Computes the result again from what was frozen.
    @Transactional
    RankingResponse.Verification verify(UUID id) {
        Run run = find(id);
        String computed = Canonical.hash(Canonical.result(run.policy(), scores(run)));
        return new RankingResponse.Verification(computed.equals(run.contentHash()), run.contentHash(), computed);
    }

    /// Publishes a draft; the run that it corrects stays and says that it was corrected.
    @Transactional
    RankingResponse publish(UUID id, @Nullable String ifMatch) {
        find(id);
        Run run = store.findLocked(id).orElseThrow(Problem::notFound);
        scope.require(run.unitCode());
        ETags.requireMatch(ifMatch, run.version());
        if (run.status() != RankingStatus.DRAFT) {
            throw new Problem(
                    RankingProblem.RANKING_STATUS,
                    "Bảng xếp hạng đã công bố. Muốn sửa, hãy lập bảng mới có nêu điểm khác.",
                    "The ranking is published. To change it make a new run that names the difference.");
        }
        Optional<Run> standing = store.findPublished(run.unitCode(), run.period());
        if (standing.isPresent() && !standing.get().id().equals(run.corrects())) {
            throw new Problem(
                            RankingProblem.RANKING_PUBLISHED,
                            "Kỳ này đã có bảng xếp hạng công bố. Hãy lập bảng mới với corrects và difference.",
                            "The period has a published ranking. Make a new run with corrects and difference.")
                    .with("rankingId", standing.get().id());
        }
        Instant now = clock.instant();
        standing.ifPresent(before -> store.update(before.corrected()));
        Run published = run.published(now, caller.username());
        store.update(published);
        List<Score> scores = scores(published);
        outbox.append(RankingEvent.published(published, scores, now));
        LOG.infof("ranking %s: published", id);
        return view(published, scores);
    }

    /// What a commune stands on in the published ranking of its period.
    ///
    /// @param total 0 to 1, null when nothing could be counted
    public record Standing(
            UUID rankingId,
            RankingPolicy policy,
            int policyVersion,
            RankingResponse.Row row,
            List<RankingResponse.OpenedPart> parts,
            @Nullable Ratio total) {}

    /// The commune's place in the published ranking of a unit above it; empty when there is none yet.
    public Optional<Standing> standing(String aboveCode, Period period, String unitCode) {
        return store.findPublished(aboveCode, period)
                .flatMap(run -> scores(run).stream()
                        .filter(score -> score.counts().unitCode().equals(unitCode))
                        .findFirst()
                        .map(score -> new Standing(
                                run.id(),
                                run.policy(),
                                run.policyVersion(),
                                RankingResponse.Row.from(score, run.policy()),
                                score.parts().stream()
                                        .map(RankingResponse.OpenedPart::from)
                                        .toList(),
                                score.total())));
    }

    private Run find(UUID id) {
        return store.findInSight(id, scope.paths()).orElseThrow(Problem::notFound);
    }

    private List<Score> scores(Run run) {
        return new RankingRule(run.policy()).rank(store.counts(run.id()));
    }

    private RankingResponse view(Run run, List<Score> scores) {
        UUID corrects = run.corrects();
        Run before = corrects == null
                ? null
                : store.findInSight(corrects, scope.paths()).orElse(null);
        return RankingResponse.from(run, scores, changes(before, scores));
    }

    private List<RankingResponse.Change> changes(@Nullable Run before, List<Score> scores) {
        if (before == null) {
            return List.of();
        }
        Map<String, Score> old = scores(before).stream()
                .collect(Collectors.toMap(score -> score.counts().unitCode(), Function.identity()));
        List<RankingResponse.Change> changes = new ArrayList<>();
        for (Score score : scores) {
            Score was = old.get(score.counts().unitCode());
            if (was == null
                    || !Objects.equals(was.rank(), score.rank())
                    || !Objects.equals(was.total(), score.total())) {
                changes.add(new RankingResponse.Change(
                        score.counts().unitCode(),
                        score.counts().unitName(),
                        was == null ? null : was.rank(),
                        score.rank(),
                        was == null ? null : RankingResponse.shown(was.total()),
                        RankingResponse.shown(score.total())));
            }
        }
        return changes;
    }

    private static LocalDate asOf(RankingRequest request, LocalDate today) {
        LocalDate last = request.period().lastDay();
        LocalDate asOf = request.asOf();
        if (asOf == null) {
            asOf = last.isBefore(today) ? last : today;
        }
        if (asOf.isAfter(today) || asOf.isBefore(request.period().firstDay())) {
            throw new Problem(
                            RankingProblem.AS_OF_OUT_OF_PERIOD,
                            "Ngày chốt phải từ ngày đầu kỳ đến hôm nay. Hãy sửa asOf rồi gửi lại.",
                            "The day lies between the first day of the period and today. Correct asOf and send again.")
                    .violation("body", "asOf", new Text("Ngoài kỳ.", "Outside of the period."));
        }
        return asOf;
    }

    /// The run that is to be corrected; null when none is.
    private @Nullable Run corrected(RankingRequest request) {
        UUID id = request.corrects();
        boolean named = request.difference() != null && !request.difference().isBlank();
        if (id == null && !named) {
            return null;
        }
        Run before = id == null ? null : store.findInSight(id, scope.paths()).orElse(null);
        if (before == null
                || !named
                || before.status() != RankingStatus.PUBLISHED
                || !before.unitCode().equals(request.unitCode())
                || !before.period().equals(request.period())) {
            throw new Problem(
                    RankingProblem.RANKING_CORRECTION,
                    "Bảng đính chính cần corrects là bảng đã công bố của cùng đơn vị, cùng kỳ, và difference nêu điểm khác.",
                    "A correction needs corrects, a published ranking of the same unit and period, and difference in words.");
        }
        return before;
    }
}
