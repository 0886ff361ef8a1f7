package vn.monitoring.report.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.security.Caller;
import vn.monitoring.kit.shield.AsSystem;
import vn.monitoring.kit.text.Text;
import vn.monitoring.kit.web.ETags;
import vn.monitoring.report.ReportProblem;
import vn.monitoring.report.draft.Drafting;
import vn.monitoring.report.fact.FigureKind;
import vn.monitoring.report.fact.Figures;
import vn.monitoring.report.fact.FrozenFigures;
import vn.monitoring.report.fact.FrozenFigures.Taken;
import vn.monitoring.report.obligation.ReportEvent;
import vn.monitoring.report.obligation.ReportFacts;

/// Opens parts of an accepted report: its sender to correct them, the receiver to have one figure put right.
///
/// The accepted edition stands until the sender sends the next one, which names what changed.
@ApplicationScoped
class Corrections {

    private static final Logger LOG = Logger.getLogger(Corrections.class);

    private final ReportAccess access;
    private final ReportContents contents;
    private final Drafting drafting;
    private final FrozenFigures frozen;
    private final CorrectionLog log;
    private final ReportFacts facts;
    private final EntityManager entities;
    private final AsSystem asSystem;
    private final Caller caller;
    private final Clock clock;

    Corrections(
            ReportAccess access,
            ReportContents contents,
            Drafting drafting,
            FrozenFigures frozen,
            CorrectionLog log,
            ReportFacts facts,
            EntityManager entities,
            AsSystem asSystem,
            Caller caller,
            Clock clock) {
        this.access = access;
        this.contents = contents;
        this.drafting = drafting;
        this.frozen = frozen;
        this.log = log;
        this.facts = facts;
        this.entities = entities;
        this.asSystem = asSystem;
        this.caller = caller;
        this.clock = clock;
    }

    /// The sender opens parts of its own accepted report.
    @Transactional
    ReportView open(UUID id, CorrectionRequest request, @Nullable String ifMatch) {
        ReportView view = access.forSender(id);
        List<ReportPart> parts =
                request.parts().stream().distinct().map(ReportPart::of).toList();
        return open(view, parts, request.reason(), request.document(), false, ifMatch);
    }

    /// The receiver opens one figure; the rest stays locked.
    @Transactional
    ReportView unlock(UUID id, FigureKind kind, UUID subjectId, String reason, @Nullable String ifMatch) {
        ReportView view = access.forReceiver(id);
        return open(view, List.of(ReportPart.figure(kind, subjectId)), reason, null, true, ifMatch);
    }

    /// The sender takes the fact that is known now as at the cut-off in the place of a frozen figure that is open; the
    /// one before stays in the figure's history. Texts that nobody edited follow.
    @Transactional
    ReportView renew(UUID id, FigureKind kind, UUID subjectId, String reason, @Nullable String ifMatch) {
        ReportView view = access.forSender(id);
        ETags.requireMatch(ifMatch, view.report().version());
        ReportPart part = ReportPart.figure(kind, subjectId);
        requireKnown(id, List.of(part));
        view.report().requireOpen(part);
        Instant now = clock.instant();
        // The newest fact of what stands in the report, whoever answers for it by now.
        Taken taken = new Taken(caller.username(), now, normal(reason));
        if (!asSystem.call(() -> frozen.refresh(id, kind, subjectId, taken))) {
            throw new Problem(
                    ReportProblem.FIGURE_UNCHANGED,
                    "Đến thời điểm chốt số liệu không có số liệu nào mới hơn cho phần này. Hãy xác nhận số liệu đúng tại nơi nhập rồi thử lại.",
                    "Nothing newer is known of it as at the cut-off. Have the right figure verified where it is entered, then try again.");
        }
        contents.rewrite(id, drafting.generatedTexts(id));
        view.report().markEdited(now);
        entities.flush();
        LOG.infof("report %s: %s renewed", id, part);
        return view;
    }

    /// The figures of the report that newer ones replaced, oldest first.
    @Transactional
    List<FrozenFigures.Replaced> listRenewals(UUID id) {
        UUID reportId = access.get(id).report().id();
        // The report is in sight, and so is what it cited.
        return asSystem.call(() -> frozen.replaced(reportId));
    }

    /// Locks the report again, as long as nothing of it was changed; the accepted edition goes on to stand.
    @Transactional
    ReportView withdraw(UUID id, @Nullable String ifMatch) {
        ReportView view = access.forSender(id);
        ETags.requireMatch(ifMatch, view.report().version());
        if (!view.obligation().isCorrecting()) {
            throw notAccepted();
        }
        if (view.report().isChanged()) {
            throw new Problem(
                    ReportProblem.CORRECTION_BEGUN,
                    "Đã có nội dung được sửa nên không rút lại được. Hãy gửi bản đính chính.",
                    "Something has been changed already. Send the corrected edition.");
        }
        view.report().closeCorrection();
        view.obligation().markCorrectionWithdrawn();
        entities.flush();
        log.withdraw(id, clock.instant());
        facts.tell(List.of(id), ReportEvent.Kind.ACCEPTED, clock.instant());
        LOG.infof("report %s: correction withdrawn", id);
        return view;
    }

    @Transactional
    List<Correction> list(UUID id) {
        return log.list(access.get(id).report().id());
    }

    private ReportView open(
            ReportView view,
            List<ReportPart> parts,
            String reason,
            @Nullable String document,
            boolean byReceiver,
            @Nullable String ifMatch) {
        UUID id = view.report().id();
        ETags.requireMatch(ifMatch, view.report().version());
        if (!view.obligation().isSettled() && !view.obligation().isCorrecting()) {
            throw notAccepted();
        }
        requireKnown(id, parts);
        Instant now = clock.instant();
        String given = normal(reason);
        log.add(id, parts, given, document == null ? null : normal(document), now, caller.username(), byReceiver);
        view.report().openForCorrection(parts);
        view.obligation().markCorrecting();
        entities.flush();
        facts.tell(List.of(id), ReportEvent.Kind.CORRECTED, now);
        LOG.infof("report %s: %s opened", id, parts);
        return view;
    }

    private void requireKnown(UUID id, List<ReportPart> parts) {
        Set<ReportPart> known = new HashSet<>(Set.of(ReportPart.WHOLE));
        contents.sections(id).forEach(section -> known.add(ReportPart.section(section.key())));
        Figures figures = contents.figures(id);
        figures.indicators().forEach(figure -> known.add(ReportPart.figure(FigureKind.GRADE, figure.indicatorId())));
        figures.tasks().forEach(figure -> known.add(ReportPart.figure(FigureKind.TASK, figure.taskId())));
        for (ReportPart part : parts) {
            if (!known.contains(part)) {
                Text message = new Text(
                        "Báo cáo không có phần “" + part.code() + "”. Hãy xem khóa mục và mã số liệu trong báo cáo.",
                        "The report has no part '" + part.code() + "'. See the keys and ids in the report.");
                throw new Problem(ReportProblem.PART_UNKNOWN, message).violation("body", "parts", message);
            }
        }
    }

    private static Problem notAccepted() {
        return new Problem(
                ReportProblem.REPORT_NOT_ACCEPTED,
                "Chỉ báo cáo đã được tiếp nhận mới đính chính được; dự thảo và báo cáo bị trả lại sửa trực tiếp.",
                "Only an accepted report is corrected; a draft and a returned report are edited as they are.");
    }

    private static String normal(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    }
}
