package vn.monitoring.report.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.Period;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.security.Caller;
import vn.monitoring.kit.web.ETags;
import vn.monitoring.report.ReportProblem;
import vn.monitoring.report.content.Material;
import vn.monitoring.report.content.Vietnamese;
import vn.monitoring.report.fact.CutOff;
import vn.monitoring.report.fact.Facts;
import vn.monitoring.report.fact.Figures;
import vn.monitoring.report.fact.FiguresAsAt;
import vn.monitoring.report.fact.FrozenFigures;
import vn.monitoring.report.obligation.Obligation;
import vn.monitoring.report.obligation.ObligationStatus;
import vn.monitoring.report.obligation.Obligations;
import vn.monitoring.report.obligation.ReportEvent;
import vn.monitoring.report.obligation.ReportFacts;
import vn.monitoring.report.period.Window;
import vn.monitoring.report.regime.Regime;
import vn.monitoring.report.unit.ReportingUnit;
import vn.monitoring.report.unit.Units;

/// How a report comes about: drafted from frozen figures, its sections edited by the sender's own people.
///
/// Each step runs in one transaction with the obligation's new status and the fact that tells of it.
@ApplicationScoped
class Reports {

    private static final Logger LOG = Logger.getLogger(Reports.class);

    private final ReportRepository reports;
    private final ReportContents contents;
    private final Obligations obligations;
    private final Facts facts;
    private final FrozenFigures frozen;
    private final Units units;
    private final ReportAccess access;
    private final ReportFacts told;
    private final EntityManager entities;
    private final Caller caller;
    private final Clock clock;

    Reports(
            ReportRepository reports,
            ReportContents contents,
            Obligations obligations,
            Facts facts,
            FrozenFigures frozen,
            Units units,
            ReportAccess access,
            ReportFacts told,
            EntityManager entities,
            Caller caller,
            Clock clock) {
        this.reports = reports;
        this.contents = contents;
        this.obligations = obligations;
        this.facts = facts;
        this.frozen = frozen;
        this.units = units;
        this.access = access;
        this.told = told;
        this.entities = entities;
        this.caller = caller;
        this.clock = clock;
    }

    /// Drafts the report that answers an obligation, with the figures as at the cut-off, once the cut-off has passed.
    @Transactional
    ReportView draft(UUID obligationId) {
        Obligation obligation = access.lock(obligations.get(obligationId));
        access.requireSender(obligation);
        if (obligation.status() != ObligationStatus.OPEN) {
            throw new Problem(
                            ReportProblem.REPORT_EXISTS,
                            "Báo cáo cho kỳ này đã được lập. Hãy mở báo cáo đó.",
                            "The report for this period has been drafted. Open that one.")
                    .with("reportId", obligation.id());
        }
        Instant now = clock.instant();
        Window window = obligation.window();
        if (now.isBefore(window.closedAt())) {
            throw new Problem(
                            ReportProblem.CUT_OFF_NOT_REACHED,
                            "Số liệu chốt hết ngày %s. Hãy lập báo cáo sau thời điểm đó."
                                    .formatted(Vietnamese.day(window.cutOff())),
                            "Figures are cut off at the end of %s. Draft the report after that."
                                    .formatted(window.cutOff()))
                    .with("cutOffAt", window.closedAt());
        }
        Regime regime = entities.find(Regime.class, obligation.regimeId());
        FiguresAsAt asAt = facts.asAt(
                        Map.of(obligationId, obligation.unitCode()), regime.block(), cutOffs(regime, obligation))
                .getOrDefault(obligationId, new FiguresAsAt(List.of(), List.of()));
        Figures figures = asAt.figures();
        ReportingUnit unit = units.find(obligation.unitCode()).orElseThrow();
        Report report = new Report(obligation.id(), title(obligation, unit), now, caller.username());
        reports.persist(report);
        entities.flush();
        Material material = new Material(
                window,
                window.cutOff().plusMonths(obligation.period().frequency().months()),
                figures.indicators(),
                figures.tasks());
        contents.addSections(report.id(), regime.sections(), material);
        frozen.freeze(Map.of(report.id(), asAt));
        obligation.markDrafted();
        entities.flush();
        told.tell(List.of(obligationId), ReportEvent.Kind.DRAFTED, now);
        LOG.infof("report %s: drafted", obligationId);
        return new ReportView(report, obligation);
    }

    @Transactional
    ReportView get(UUID id) {
        return access.get(id);
    }

    /// The texts that people gave a section, oldest first.
    @Transactional
    List<StoredSection.Revision> listRevisions(UUID id, String key) {
        UUID reportId = get(id).report().id();
        if (contents.findSection(reportId, key).isEmpty()) {
            throw Problem.notFound();
        }
        return contents.revisions(reportId, key);
    }

    /// Replaces a section's text; the one before stays as a revision.
    @Transactional
    ReportView edit(UUID id, String key, String text, @Nullable String ifMatch) {
        ReportView view = access.forSender(id);
        StoredSection section = contents.findSection(id, key).orElseThrow(Problem::notFound);
        ETags.requireMatch(ifMatch, view.report().version());
        view.report().requireOpen(ReportPart.section(key));
        Instant now = clock.instant();
        view.report().markEdited(now);
        contents.edit(id, section, Normalizer.normalize(text, Normalizer.Form.NFC), now, caller.username());
        entities.flush();
        LOG.infof("report %s: section %s edited", id, key);
        return view;
    }

    private static CutOff cutOffs(Regime regime, Obligation obligation) {
        Period period = obligation.period();
        return new CutOff(
                obligation.window().cutOff(),
                regime.cutOffRule().windowOf(period.previous()).cutOff(),
                regime.cutOffRule().windowOf(period.lastYear()).cutOff());
    }

    private static String title(Obligation obligation, ReportingUnit unit) {
        return "Báo cáo kết quả thực hiện Nghị quyết số 57-NQ/TW %s của %s"
                .formatted(Vietnamese.period(obligation.period()), unit.name());
    }
}
