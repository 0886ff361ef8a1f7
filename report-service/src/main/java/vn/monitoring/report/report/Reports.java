package vn.monitoring.report.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.security.Caller;
import vn.monitoring.kit.web.ETags;
import vn.monitoring.report.ReportProblem;
import vn.monitoring.report.content.Vietnamese;
import vn.monitoring.report.draft.Drafting;
import vn.monitoring.report.obligation.Obligation;
import vn.monitoring.report.obligation.ObligationStatus;
import vn.monitoring.report.obligation.Obligations;
import vn.monitoring.report.period.Window;

/// How a report comes about: drafted from frozen figures, its sections edited by the sender's own people.
///
/// Each step runs in one transaction with the obligation's new status and the fact that tells of it.
@ApplicationScoped
class Reports {

    private static final Logger LOG = Logger.getLogger(Reports.class);

    private final ReportRepository reports;
    private final ReportContents contents;
    private final Obligations obligations;
    private final Drafting drafting;
    private final ReportAccess access;
    private final EntityManager entities;
    private final Caller caller;
    private final Clock clock;

    Reports(
            ReportRepository reports,
            ReportContents contents,
            Obligations obligations,
            Drafting drafting,
            ReportAccess access,
            EntityManager entities,
            Caller caller,
            Clock clock) {
        this.reports = reports;
        this.contents = contents;
        this.obligations = obligations;
        this.drafting = drafting;
        this.access = access;
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
        drafting.draft(List.of(obligationId), caller.username());
        entities.refresh(obligation);
        return new ReportView(reports.findById(obligationId), obligation);
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
}
