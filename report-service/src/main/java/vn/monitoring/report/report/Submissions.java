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
import vn.monitoring.report.obligation.ReportEvent;
import vn.monitoring.report.obligation.ReportFacts;

/// A report is sent: its head signs, an edition is issued; or the receiver sends it back. Taking it is in
/// [Acceptances].
@ApplicationScoped
class Submissions {

    private static final Logger LOG = Logger.getLogger(Submissions.class);

    private final ReportAccess access;
    private final ReportContents contents;
    private final CorrectionLog corrections;
    private final Issuing issuing;
    private final ReportFacts facts;
    private final jakarta.enterprise.event.Event<ReportSent> sent;
    private final EntityManager entities;
    private final Caller caller;
    private final Clock clock;

    Submissions(
            ReportAccess access,
            ReportContents contents,
            CorrectionLog corrections,
            Issuing issuing,
            ReportFacts facts,
            jakarta.enterprise.event.Event<ReportSent> sent,
            EntityManager entities,
            Caller caller,
            Clock clock) {
        this.access = access;
        this.contents = contents;
        this.corrections = corrections;
        this.issuing = issuing;
        this.facts = facts;
        this.sent = sent;
        this.entities = entities;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    ReportView get(UUID id) {
        return access.get(id);
    }

    /// Issues the next edition and sends it to the receiver. One that was returned is sent again the same way, and so
    /// is the correction of an accepted one.
    @Transactional
    ReportView submit(UUID id, SubmissionRequest request, @Nullable String ifMatch) {
        ReportView view = access.forSender(id);
        ETags.requireMatch(ifMatch, view.report().version());
        if (!view.obligation().isEditable()) {
            throw new Problem(
                    ReportProblem.REPORT_NOT_SUBMITTABLE,
                    "Báo cáo đã gửi hoặc đã được tiếp nhận; không gửi lại được.",
                    "The report has been sent or accepted; it cannot be sent again.");
        }
        if (view.obligation().isCorrecting() && !view.report().isChanged()) {
            throw new Problem(
                    ReportProblem.CORRECTION_EMPTY,
                    "Chưa có mục hay số liệu nào được sửa. Hãy sửa phần đã mở rồi gửi, hoặc rút lại việc đính chính.",
                    "No section or figure was changed. Change what is open and send, or withdraw the correction.");
        }
        Instant now = clock.instant();
        int edition = issuing.issue(view, request, corrections.openReasons(id), now);
        view.report().markSubmitted(now, caller.username(), caller.subject(), edition);
        view.obligation().markSubmitted(now);
        entities.flush();
        corrections.close(id, now, edition);
        facts.tell(List.of(id), ReportEvent.Kind.SUBMITTED, now);
        sent.fire(new ReportSent(id, now));
        LOG.infof("report %s: edition %d sent", id, edition);
        return view;
    }

    /// Sends the report back to be corrected.
    @Transactional
    ReportView sendBack(UUID id, String reason, @Nullable String ifMatch) {
        ReportView view = access.forReceiver(id);
        ETags.requireMatch(ifMatch, view.report().version());
        Instant submittedAt = view.report().submittedAt();
        if (!view.obligation().isUnderReview() || submittedAt == null) {
            throw Acceptances.notUnderReview();
        }
        Instant now = clock.instant();
        String given = Normalizer.normalize(reason.strip(), Normalizer.Form.NFC);
        contents.addReturn(view.report(), given, submittedAt, now, caller.username());
        view.report().markReturned(now, caller.username(), given);
        view.obligation().markReturned();
        entities.flush();
        facts.tell(List.of(id), ReportEvent.Kind.RETURNED, now);
        LOG.infof("report %s: returned", id);
        return view;
    }
}
