package vn.monitoring.report.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.outbox.Outbox;
import vn.monitoring.kit.problem.KitProblem;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.scope.Scope;
import vn.monitoring.kit.security.Caller;
import vn.monitoring.kit.web.ETags;
import vn.monitoring.report.ReportProblem;
import vn.monitoring.report.content.Material;
import vn.monitoring.report.content.Vietnamese;
import vn.monitoring.report.fact.Facts;
import vn.monitoring.report.fact.Facts.Known;
import vn.monitoring.report.fact.Figures;
import vn.monitoring.report.obligation.Obligation;
import vn.monitoring.report.obligation.ObligationStatus;
import vn.monitoring.report.obligation.Obligations;
import vn.monitoring.report.obligation.ReportEvent;
import vn.monitoring.report.period.Window;
import vn.monitoring.report.regime.Regime;
import vn.monitoring.report.unit.ReportingUnit;
import vn.monitoring.report.unit.Units;

/// The life of a report: drafted and edited and submitted by the sender's own people, accepted or returned by the
/// receiver's.
///
/// Each step runs in one transaction with the obligation's new status and the fact that tells of it.
@ApplicationScoped
class Reports {

    private static final Logger LOG = Logger.getLogger(Reports.class);

    private final ReportRepository reports;
    private final ReportContents contents;
    private final Obligations obligations;
    private final Facts facts;
    private final Units units;
    private final Outbox outbox;
    private final EntityManager entities;
    private final Scope scope;
    private final Caller caller;
    private final Clock clock;

    Reports(
            ReportRepository reports,
            ReportContents contents,
            Obligations obligations,
            Facts facts,
            Units units,
            Outbox outbox,
            EntityManager entities,
            Scope scope,
            Caller caller,
            Clock clock) {
        this.reports = reports;
        this.contents = contents;
        this.obligations = obligations;
        this.facts = facts;
        this.units = units;
        this.outbox = outbox;
        this.entities = entities;
        this.scope = scope;
        this.caller = caller;
        this.clock = clock;
    }

    /// Drafts the report that answers an obligation, with the figures as at the cut-off, once the cut-off has passed.
    @Transactional
    ReportView draft(UUID obligationId) {
        Obligation obligation = locked(obligations.get(obligationId));
        requireSender(obligation);
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
        Figures figures = figuresAsAt(obligation, regime.block());
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
        contents.addFigures(report.id(), figures);
        obligation.markDrafted();
        return tell(new ReportView(report, obligation), ReportEvent.Kind.DRAFTED, now);
    }

    @Transactional
    ReportView get(UUID id) {
        Obligation obligation = obligations.get(id);
        Report report = reports.findByIdOptional(id).orElseThrow(Problem::notFound);
        return new ReportView(report, obligation);
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
        ReportView view = getForSender(id);
        StoredSection section = contents.findSection(id, key).orElseThrow(Problem::notFound);
        ETags.requireMatch(ifMatch, view.report().version());
        if (!view.obligation().isEditable()) {
            throw new Problem(
                    ReportProblem.REPORT_NOT_EDITABLE,
                    "Chỉ sửa được báo cáo đang dự thảo hoặc bị trả lại.",
                    "Only a draft or a returned report can be edited.");
        }
        Instant now = clock.instant();
        view.report().markEdited(now);
        contents.edit(id, section, Normalizer.normalize(text, Normalizer.Form.NFC), now, caller.username());
        entities.flush();
        LOG.infof("report %s: section %s edited", id, key);
        return view;
    }

    /// Sends the report to the receiver.
    @Transactional
    ReportView submit(UUID id, @Nullable String ifMatch) {
        ReportView view = getForSender(id);
        ETags.requireMatch(ifMatch, view.report().version());
        if (!view.obligation().isEditable()) {
            throw new Problem(
                    ReportProblem.REPORT_NOT_SUBMITTABLE,
                    "Báo cáo đã gửi hoặc đã được tiếp nhận; không gửi lại được.",
                    "The report has been sent or accepted; it cannot be sent again.");
        }
        Instant now = clock.instant();
        view.report().markSubmitted(now, caller.username(), caller.subject());
        view.obligation().markSubmitted(now);
        return tell(view, ReportEvent.Kind.SUBMITTED, now);
    }

    /// Takes the report; from here on it never changes.
    @Transactional
    ReportView accept(UUID id, @Nullable String ifMatch) {
        ReportView view = getForReceiver(id, ifMatch);
        Instant now = clock.instant();
        addReview(view, Review.Outcome.ACCEPTED, null, now);
        view.report().markAccepted(now, caller.username());
        view.obligation().markAccepted();
        return tell(view, ReportEvent.Kind.ACCEPTED, now);
    }

    /// Sends the report back to be corrected.
    @Transactional
    ReportView sendBack(UUID id, String reason, @Nullable String ifMatch) {
        ReportView view = getForReceiver(id, ifMatch);
        Instant now = clock.instant();
        String given = Normalizer.normalize(reason.strip(), Normalizer.Form.NFC);
        addReview(view, Review.Outcome.RETURNED, given, now);
        view.report().markReturned(now, caller.username(), given);
        view.obligation().markReturned();
        return tell(view, ReportEvent.Kind.RETURNED, now);
    }

    private ReportView getForSender(UUID id) {
        ReportView view = get(id);
        locked(view.obligation());
        requireSender(view.obligation());
        return view;
    }

    private ReportView getForReceiver(UUID id, @Nullable String ifMatch) {
        ReportView view = get(id);
        locked(view.obligation());
        String receiver = view.obligation().receiverUnitCode();
        if (!belongsTo(receiver) || view.report().wasSubmittedBy(caller.subject())) {
            throw new Problem(
                    ReportProblem.NOT_RECEIVER,
                    "Chỉ cơ quan thường trực của đơn vị nhận (" + receiver
                            + ") được tiếp nhận hoặc trả lại báo cáo này.",
                    "Only the standing body of the receiver (" + receiver + ") accepts or returns this report.");
        }
        ETags.requireMatch(ifMatch, view.report().version());
        if (!view.obligation().isUnderReview()) {
            throw new Problem(
                    ReportProblem.REPORT_NOT_UNDER_REVIEW,
                    "Báo cáo chưa được gửi, hoặc đã được xử lý. Hãy tải lại để xem trạng thái.",
                    "The report has not been sent, or has been dealt with. Reload to see its status.");
        }
        return view;
    }

    private void requireSender(Obligation obligation) {
        if (!belongsTo(obligation.unitCode())) {
            throw new Problem(
                    ReportProblem.NOT_SENDER,
                    "Chỉ người của đơn vị gửi (" + obligation.unitCode() + ") được lập, sửa và gửi báo cáo này.",
                    "Only people of the sending unit (" + obligation.unitCode()
                            + ") draft, edit and send this report.");
        }
    }

    /// Whether the unit is one of the caller's own: neither above nor below.
    private boolean belongsTo(String unitCode) {
        return scope.covers(unitCode) && caller.unitCodes().contains(unitCode);
    }

    /// Takes turns with other steps on the same obligation.
    private Obligation locked(Obligation obligation) {
        entities.refresh(obligation, LockModeType.PESSIMISTIC_WRITE);
        return obligation;
    }

    private Figures figuresAsAt(Obligation obligation, @Nullable String block) {
        return new Figures(
                facts
                        .indicatorsAsAt(
                                obligation.unitCode(),
                                block,
                                obligation.window().cutOff())
                        .stream()
                        .map(Known::figure)
                        .toList(),
                facts
                        .tasksAsAt(
                                obligation.unitCode(),
                                block,
                                obligation.window().cutOff())
                        .stream()
                        .map(Known::figure)
                        .toList());
    }

    private void addReview(ReportView view, Review.Outcome outcome, @Nullable String reason, Instant now) {
        Instant submittedAt = view.report().submittedAt();
        if (submittedAt == null) {
            throw new Problem(KitProblem.CONFLICT, "Báo cáo chưa được gửi.", "The report has not been sent.");
        }
        contents.addReview(view.report().id(), outcome, reason, submittedAt, now, caller.username());
    }

    private ReportView tell(ReportView view, ReportEvent.Kind kind, Instant now) {
        entities.flush();
        outbox.append(ReportEvents.of(view).as(kind, now));
        LOG.infof("report %s: %s", view.report().id(), kind);
        return view;
    }

    private static String title(Obligation obligation, ReportingUnit unit) {
        return "Báo cáo kết quả thực hiện Nghị quyết số 57-NQ/TW %s của %s"
                .formatted(Vietnamese.period(obligation.period()), unit.name());
    }
}
