package vn.monitoring.report.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
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

/// The life of a feedback: received, given to a unit below the receiver, answered, published, rated and closed.
///
/// Each step runs in one transaction with the fact that tells of it.
@ApplicationScoped
class FeedbackCases {

    private static final Logger LOG = Logger.getLogger(FeedbackCases.class);

    private final FeedbackRepository feedback;
    private final SenderStore senders;
    private final Deadlines deadlines;
    private final Units units;
    private final EntityManager entities;
    private final Outbox outbox;
    private final AsSystem asSystem;
    private final Scope scope;
    private final Caller caller;
    private final Clock clock;

    FeedbackCases(
            FeedbackRepository feedback,
            SenderStore senders,
            Deadlines deadlines,
            Units units,
            EntityManager entities,
            Outbox outbox,
            AsSystem asSystem,
            Scope scope,
            Caller caller,
            Clock clock) {
        this.feedback = feedback;
        this.senders = senders;
        this.deadlines = deadlines;
        this.units = units;
        this.entities = entities;
        this.outbox = outbox;
        this.asSystem = asSystem;
        this.scope = scope;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    FeedbackResponse register(FeedbackRequest request) {
        scope.require(request.unitCode());
        requireUnclassified(request.subject() + "\n" + request.content());
        LocalDate today = LocalDate.now(clock);
        LocalDate receivedOn = request.receivedOn() == null ? today : request.receivedOn();
        if (receivedOn.isAfter(today)) {
            throw new Problem(
                            FeedbackProblem.RECEIVED_IN_FUTURE,
                            "Ngày tiếp nhận không được sau hôm nay. Hãy sửa receivedOn rồi gửi lại.",
                            "The day of receipt is not after today. Correct receivedOn and send again.")
                    .violation("body", "receivedOn", new Text("Ở tương lai.", "In the future."));
        }
        String reference = Vietnamese.clean(request.externalReference());
        // A source numbers its feedback for all units; who may not see the one that is there learns no more of it.
        Optional<UUID> present = asSystem.call(
                () -> feedback.findByReference(request.source(), reference).map(Feedback::id));
        if (present.isPresent()) {
            throw exists(present.get());
        }
        Feedback received = add(
                new Feedback.Received(
                        request.source(),
                        reference,
                        null,
                        request.field(),
                        request.unitCode(),
                        Vietnamese.clean(request.subject()),
                        Vietnamese.nfc(request.content().strip()),
                        receivedOn,
                        deadlines.dueOn(request.unitCode(), request.field(), receivedOn)),
                request.sender(),
                caller.username());
        return view(received);
    }

    /// A number of a source stands for one feedback on the whole platform; which one, only those learn who see it.
    private Problem exists(UUID id) {
        Problem problem = new Problem(
                FeedbackProblem.FEEDBACK_EXISTS,
                "Phản ánh, kiến nghị này đã được vào sổ. Hãy mở hồ sơ đã có, hoặc kiểm tra lại số của nguồn.",
                "This feedback is registered. Open what is there, or check the number of its source.");
        feedback.findInSight(id, scope.paths()).ifPresent(_ -> problem.with("feedbackId", id));
        return problem;
    }

    /// Stores what came in and tells it; in the caller's transaction.
    Feedback add(Feedback.Received received, @Nullable Sender sender, String username) {
        Instant now = clock.instant();
        Feedback added = new Feedback(received, now, username);
        entities.persist(added);
        tell(added, FeedbackEvent.Kind.RECEIVED, now);
        if (sender != null) {
            senders.add(added.id(), sender);
        }
        return added;
    }

    @Transactional
    FeedbackResponse get(UUID id) {
        return view(find(id));
    }

    @Transactional
    Page<FeedbackResponse> list(
            @Nullable String unit,
            @Nullable String field,
            @Nullable FeedbackStatus status,
            @Nullable Boolean overdue,
            @Nullable String cursor,
            int limit) {
        if (unit != null) {
            scope.require(unit);
        }
        LocalDate today = LocalDate.now(clock);
        FeedbackRepository.Filter filter =
                new FeedbackRepository.Filter(scope.paths(), unit, field, status, overdue, today);
        return Page.of(
                        feedback.listInSight(filter, Cursor.decode(cursor, 2), limit + 1),
                        limit,
                        last -> Cursor.at(last.receivedOn(), last.id()))
                .map(row -> FeedbackResponse.inList(row, today));
    }

    @Transactional
    FeedbackResponse.Summary summarise(@Nullable String unit, LocalDate from, LocalDate to) {
        if (unit != null) {
            scope.require(unit);
        }
        return feedback.summarise(scope.paths(), unit, from, to);
    }

    /// Gives it to the receiver or a unit below it; the due date stays.
    @Transactional
    FeedbackResponse assign(UUID id, FeedbackRequest.Assignment assignment, @Nullable String ifMatch) {
        Feedback locked = locked(id, ifMatch);
        require(
                locked.isOpen(),
                "Chỉ giao được phản ánh, kiến nghị chưa trả lời.",
                "Only what is not answered yet can be assigned.");
        if (!isBelow(assignment.unitCode(), locked.unitCode())) {
            throw new Problem(
                    FeedbackProblem.ASSIGNEE_OUTSIDE,
                    "Chỉ giao cho đơn vị tiếp nhận (" + locked.unitCode()
                            + ") hoặc đơn vị bên dưới. Hãy chọn đơn vị khác.",
                    "It is assigned to the receiver (" + locked.unitCode()
                            + ") or a unit below it. Choose another unit.");
        }
        // It may leave the caller's sight by that: an assignee hands on to another unit below the receiver.
        return asSystem.call(() -> assign(locked, assignment));
    }

    private FeedbackResponse assign(Feedback locked, FeedbackRequest.Assignment assignment) {
        Instant now = clock.instant();
        feedback.add(
                locked.id(),
                locked.assigneeUnitCode(),
                assignment.unitCode(),
                Vietnamese.nfc(assignment.reason().strip()),
                now,
                caller.username());
        locked.markAssigned(assignment.unitCode());
        tell(locked, FeedbackEvent.Kind.ASSIGNED, now);
        return view(locked);
    }

    /// Answers; on time by the day of this step.
    @Transactional
    FeedbackResponse answer(UUID id, FeedbackRequest.Answer answer, @Nullable String ifMatch) {
        Feedback locked = locked(id, ifMatch);
        requireHandling(locked);
        require(locked.isOpen(), "Phản ánh, kiến nghị đã được trả lời.", "The feedback has been answered.");
        requireUnclassified(answer.text());
        Instant now = clock.instant();
        locked.markAnswered(
                Vietnamese.nfc(answer.text().strip()), answer.publish(), LocalDate.now(clock), now, caller.username());
        tell(locked, FeedbackEvent.Kind.ANSWERED, now);
        return view(locked);
    }

    @Transactional
    FeedbackResponse publish(UUID id, boolean published, @Nullable String ifMatch) {
        Feedback locked = locked(id, ifMatch);
        require(
                locked.answer() != null,
                "Chưa có câu trả lời để công khai. Hãy trả lời trước.",
                "There is no answer to publish. Answer first.");
        if (locked.published() != published) {
            locked.markPublished(published);
            tell(locked, FeedbackEvent.Kind.PUBLISHED, clock.instant());
        }
        return view(locked);
    }

    @Transactional
    FeedbackResponse close(UUID id, @Nullable String ifMatch) {
        Feedback locked = locked(id, ifMatch);
        requireHandling(locked);
        require(
                locked.status() == FeedbackStatus.ANSWERED,
                "Chỉ đóng được phản ánh, kiến nghị đã trả lời và chưa đóng.",
                "Only what is answered and not closed can be closed.");
        locked.markClosed(LocalDate.now(clock));
        tell(locked, FeedbackEvent.Kind.CLOSED, clock.instant());
        return view(locked);
    }

    /// Notes how satisfied the sender is; once.
    Feedback rate(Feedback found, int score) {
        entities.refresh(found, LockModeType.PESSIMISTIC_WRITE);
        require(
                found.answer() != null && found.satisfaction() == null,
                "Chỉ đánh giá được một lần, sau khi có câu trả lời.",
                "It can be rated once, after it was answered.");
        found.markRated(score);
        tell(found, FeedbackEvent.Kind.RATED, clock.instant());
        return found;
    }

    /// The sender's data, for people of the units that handle it; each reading is noted.
    @Transactional
    Sender sender(UUID id, String purpose) {
        Feedback found = find(id);
        requireHandling(found);
        return senders.read(id, found.unitCode(), Vietnamese.nfc(purpose.strip()))
                .orElseThrow(Problem::notFound);
    }

    static void requireUnclassified(String text) {
        if (ClassifiedMarking.stands(text)) {
            throw new Problem(
                    FeedbackProblem.CLASSIFIED_CONTENT,
                    "Nội dung có dấu chỉ độ mật. Hệ thống không tiếp nhận nội dung mật; hãy gửi theo quy định về bảo vệ bí mật nhà nước.",
                    "The text bears a marking of classified content, which is refused here. Send it the way the law on state secrets"
                            + " prescribes.");
        }
    }

    private Feedback find(UUID id) {
        return feedback.findInSight(id, scope.paths()).orElseThrow(Problem::notFound);
    }

    private Feedback locked(UUID id, @Nullable String ifMatch) {
        Feedback found = find(id);
        entities.refresh(found, LockModeType.PESSIMISTIC_WRITE);
        ETags.requireMatch(ifMatch, found.version());
        return found;
    }

    private boolean isBelow(String unitCode, String receiverCode) {
        Optional<ReportingUnit> receiver = units.find(receiverCode);
        Optional<ReportingUnit> assignee = units.find(unitCode);
        return receiver.isPresent()
                && assignee.isPresent()
                && assignee.get().isWithin(receiver.get().path());
    }

    /// One of the caller's own units has received it or is to answer it.
    private void requireHandling(Feedback asked) {
        if (!caller.unitCodes().contains(asked.unitCode())
                && !caller.unitCodes().contains(asked.assigneeUnitCode())) {
            throw new Problem(
                    FeedbackProblem.NOT_HANDLING_UNIT,
                    "Chỉ người của đơn vị tiếp nhận hoặc đơn vị được giao làm việc này.",
                    "Only people of the receiver or of the unit that it is assigned to do this.");
        }
    }

    private static void require(boolean holds, String vi, String en) {
        if (!holds) {
            throw new Problem(FeedbackProblem.FEEDBACK_STATUS, vi, en);
        }
    }

    private void tell(Feedback told, FeedbackEvent.Kind kind, Instant now) {
        entities.flush();
        outbox.append(FeedbackEvent.of(told, kind, now));
        LOG.infof("feedback %s: %s", told.id(), kind);
    }

    private FeedbackResponse view(Feedback shown) {
        return FeedbackResponse.from(shown, LocalDate.now(clock), feedback.assignments(shown.id()));
    }
}
