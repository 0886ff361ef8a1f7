package vn.monitoring.report.consolidation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.security.Caller;
import vn.monitoring.kit.shield.AsSystem;
import vn.monitoring.report.ReportProblem;
import vn.monitoring.report.consolidation.Children.Owed;
import vn.monitoring.report.consolidation.Merged.MissingSender;
import vn.monitoring.report.fact.Figures;
import vn.monitoring.report.fact.FrozenFigures;
import vn.monitoring.report.obligation.ReportEvent;
import vn.monitoring.report.obligation.ReportFacts;
import vn.monitoring.report.regime.Section;
import vn.monitoring.report.report.OpenReport;
import vn.monitoring.report.report.OpenReports;
import vn.monitoring.report.report.ReportSent;

/// Consolidates: the accepted reports that a unit received for a period go into its own report for that period.
///
/// The result is frozen in the unit's report and may be made anew as long as all of that report is open. When the
/// report is sent, the reports in it are marked consolidated in the same transaction.
@ApplicationScoped
class Consolidations {

    private static final Logger LOG = Logger.getLogger(Consolidations.class);

    private final OpenReports reports;
    private final Children children;
    private final FrozenFigures frozen;
    private final AsSystem asSystem;
    private final ConsolidationStore store;
    private final ReportFacts facts;
    private final Caller caller;
    private final Clock clock;

    Consolidations(
            OpenReports reports,
            Children children,
            FrozenFigures frozen,
            AsSystem asSystem,
            ConsolidationStore store,
            ReportFacts facts,
            Caller caller,
            Clock clock) {
        this.reports = reports;
        this.children = children;
        this.frozen = frozen;
        this.asSystem = asSystem;
        this.store = store;
        this.facts = facts;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Optional<Consolidation> find(UUID reportId) {
        reports.requireInSight(reportId);
        return store.find(reportId);
    }

    /// Takes the accepted reports of the units below into the report.
    @Transactional
    Consolidation consolidate(UUID reportId, @Nullable String ifMatch) {
        OpenReport report = reports.openWhole(reportId, ifMatch);
        List<Owed> owed = children.owed(report.unitCode(), report.period(), report.block());
        List<Owed> settled = owed.stream().filter(Owed::isSettled).toList();
        if (settled.isEmpty()) {
            throw new Problem(
                            ReportProblem.NOTHING_TO_CONSOLIDATE,
                            "Chưa có báo cáo kỳ %s nào của đơn vị cấp dưới được tiếp nhận. Hãy tiếp nhận báo cáo rồi tổng hợp."
                                    .formatted(report.period()),
                            "No report for %s of a unit below has been accepted. Accept reports, then consolidate."
                                    .formatted(report.period()))
                    .with("owed", owed.size());
        }
        List<UUID> ids = settled.stream().map(Owed::id).toList();
        Map<UUID, Figures> figures = frozen.of(ids);
        Set<UUID> indicators = figures.values().stream()
                .flatMap(each -> each.indicators().stream())
                .map(figure -> figure.indicatorId())
                .collect(Collectors.toSet());
        // Indicators that the accepted reports cite, whoever answers for them by now.
        Map<UUID, CanonicalIndicator> canonical = asSystem.call(() -> children.canonical(indicators));
        Merged merged = Merging.merge(senders(settled, figures), missing(owed, settled), canonical);
        Instant now = clock.instant();
        store.put(reportId, merged, settled, now, caller.username());
        List<Children.Statement> statements = children.statements(ids);
        reports.putGathered(
                reportId,
                Section.Content.DIFFICULTIES,
                "Khó khăn, vướng mắc do các đơn vị nêu",
                Gathering.gather(statements, Section.Content.DIFFICULTIES));
        reports.putGathered(
                reportId,
                Section.Content.PROPOSALS,
                "Kiến nghị, đề xuất của các đơn vị",
                Gathering.gather(statements, Section.Content.PROPOSALS));
        LOG.infof("report %s consolidates %d of %d reports", reportId, settled.size(), owed.size());
        return store.find(reportId).orElseThrow();
    }

    void markSent(@Observes ReportSent sent) {
        List<UUID> marked = store.markConsolidated(sent.reportId());
        facts.tell(marked, ReportEvent.Kind.CONSOLIDATED, sent.at());
    }

    private static List<SenderFigures> senders(List<Owed> settled, Map<UUID, Figures> figures) {
        Map<String, List<Owed>> byUnit = settled.stream()
                .collect(Collectors.groupingBy(Owed::unitCode, LinkedHashMap::new, Collectors.toList()));
        List<SenderFigures> senders = new ArrayList<>();
        byUnit.forEach((code, ofUnit) -> senders.add(new SenderFigures(
                code,
                ofUnit.getFirst().unitName(),
                ofUnit.stream()
                        .map(owed -> figures.getOrDefault(owed.id(), new Figures(List.of(), List.of())))
                        .toList())));
        return senders;
    }

    /// Units none of whose reports is settled.
    private static List<MissingSender> missing(List<Owed> owed, List<Owed> settled) {
        Set<String> reported = settled.stream().map(Owed::unitCode).collect(Collectors.toSet());
        Map<String, MissingSender> missing = new LinkedHashMap<>();
        owed.stream()
                .filter(one -> !reported.contains(one.unitCode()))
                .forEach(one -> missing.putIfAbsent(
                        one.unitCode(), new MissingSender(one.unitCode(), one.unitName(), one.status())));
        return List.copyOf(missing.values());
    }
}
