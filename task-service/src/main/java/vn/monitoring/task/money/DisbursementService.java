package vn.monitoring.task.money;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.security.Caller;
import vn.monitoring.kit.text.Text;
import vn.monitoring.kit.text.Vietnamese;
import vn.monitoring.task.task.Task;
import vn.monitoring.task.task.TaskService;

/// Takes payments and their corrections.
///
/// A payment above what is allocated is taken with a warning: the money has left, a refusal would only make the books
/// wrong, and the decision that allocates it often comes later.
@ApplicationScoped
class DisbursementService {

    /// What the writer should look at.
    @Schema(name = "MoneyWarning")
    record Warning(Reconciliation.Mismatch code, Text message) {}

    /// A stored payment, what its source now stands at, and what to look at.
    @Schema(name = "RecordedDisbursement")
    record Recorded(Disbursement disbursement, Money source, List<Warning> warnings) {}

    private final TaskService tasks;
    private final DisbursementStore disbursements;
    private final BudgetStore budgets;
    private final Caller caller;
    private final Clock clock;

    DisbursementService(
            TaskService tasks, DisbursementStore disbursements, BudgetStore budgets, Caller caller, Clock clock) {
        this.tasks = tasks;
        this.disbursements = disbursements;
        this.budgets = budgets;
        this.caller = caller;
        this.clock = clock;
    }

    /// Runs in the caller's transaction.
    /// @throws Problem 404, 409 when the payment to correct was corrected before, 422 for an amount or a day that
    /// cannot be
    Recorded add(UUID taskId, DisbursementRequest request) {
        Task task = tasks.getForAddition(taskId, null);
        UUID corrects = request.corrects();
        BigDecimal amount = corrects == null
                ? Dong.requirePositive("amount", request.amount())
                : Dong.require("amount", request.amount());
        if (corrects != null) {
            requireCorrectable(taskId, corrects);
        }
        Disbursement payment = new Disbursement(
                UUID.randomUUID(),
                taskId,
                request.source(),
                amount,
                tasks.notInFuture("disbursedOn", request.disbursedOn()),
                Vietnamese.clean(request.documentNumber()),
                clean(request.documentTitle()),
                clean(request.note()),
                corrects,
                null,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                caller.username());
        disbursements.insert(payment);
        tasks.note(
                task,
                corrects == null ? "DISBURSED" : "DISBURSEMENT_CORRECTED",
                "%s: %s (%s)".formatted(payment.source().label().vi(), amount, payment.documentNumber()));
        Money source = budgets.bySource(taskId).getOrDefault(payment.source(), Money.NONE);
        return new Recorded(payment, source, source.overspent() ? List.of(overspent()) : List.of());
    }

    @Transactional
    List<Disbursement> list(UUID taskId) {
        tasks.get(taskId);
        return disbursements.list(taskId);
    }

    private void requireCorrectable(UUID taskId, UUID corrects) {
        Disbursement before = disbursements
                .find(taskId, corrects)
                .orElseThrow(() -> new Problem(
                                MoneyProblem.PAYMENT_UNKNOWN,
                                "Nhiệm vụ này không có khoản chi được nêu để sửa. Hãy chọn một khoản trong danh sách.",
                                "This task has no such payment to correct. Choose one of its list.")
                        .violation("body", "corrects", new Text("Không có.", "Unknown.")));
        if (before.correctedBy() != null) {
            throw new Problem(
                            MoneyProblem.CORRECTED_BEFORE,
                            "Khoản chi này đã được thay bằng một khoản khác. Hãy sửa khoản mới nhất.",
                            "Another entry took the place of this payment. Correct that one.")
                    .with("correctedBy", before.correctedBy());
        }
    }

    private static Warning overspent() {
        return new Warning(Reconciliation.Mismatch.OVERSPENT, Reconciliation.Mismatch.OVERSPENT.message());
    }

    private static @Nullable String clean(@Nullable String text) {
        return text == null || text.isBlank() ? null : Vietnamese.clean(text);
    }
}
