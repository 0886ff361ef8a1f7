package vn.monitoring.task.money;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.security.Caller;
import vn.monitoring.kit.text.Text;
import vn.monitoring.kit.text.Vietnamese;
import vn.monitoring.kit.web.ETags;
import vn.monitoring.task.task.Task;
import vn.monitoring.task.task.TaskKind;
import vn.monitoring.task.task.TaskService;

/// Reads and changes what is allocated to a task.
@ApplicationScoped
class BudgetService {

    private final TaskService tasks;
    private final BudgetStore budgets;
    private final Caller caller;
    private final Clock clock;

    BudgetService(TaskService tasks, BudgetStore budgets, Caller caller, Clock clock) {
        this.tasks = tasks;
        this.budgets = budgets;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Budget get(UUID taskId) {
        return read(tasks.get(taskId));
    }

    /// Makes the lines given the whole budget; a line that says what it said before stays as it is.
    ///
    /// The version compared is the budget's own: money does not change the task's.
    /// @throws Problem 404, 428, 412, 422 for an amount that cannot be or a source named twice
    @Transactional
    Budget set(UUID taskId, @Nullable String ifMatch, BudgetRequest request) {
        Task task = tasks.getForAddition(taskId, null);
        int version = budgets.version(taskId);
        ETags.requireMatch(ifMatch, version);
        Map<FundingSource, BigDecimal> asked = asked(request);
        Map<FundingSource, BudgetStore.Current> held = budgets.current(taskId);
        String document = Optional.ofNullable(request.document())
                .map(Vietnamese::clean)
                .filter(text -> !text.isEmpty())
                .orElse(null);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<String> changes = new ArrayList<>();
        for (FundingSource source : FundingSource.values()) {
            BudgetStore.Current before = held.get(source);
            BigDecimal amount = asked.getOrDefault(source, BigDecimal.ZERO);
            BigDecimal was = before == null ? BigDecimal.ZERO : before.allocated();
            if (amount.compareTo(was) != 0) {
                budgets.replace(
                        taskId, source, version + 1, new BudgetStore.Current(amount, document), now, caller.username());
                changes.add("%s: %s → %s".formatted(source.label().vi(), was, amount));
            }
        }
        if (!changes.isEmpty()) {
            tasks.note(task, "BUDGET_SET", String.join("; ", changes));
        }
        return read(task);
    }

    private Budget read(Task task) {
        UUID taskId = task.id();
        Map<FundingSource, BudgetStore.Current> held = budgets.current(taskId);
        List<Budget.Line> lines = new ArrayList<>();
        Money total = Money.NONE;
        for (Map.Entry<FundingSource, Money> line : budgets.bySource(taskId).entrySet()) {
            Money money = line.getValue();
            BudgetStore.Current current = held.get(line.getKey());
            if (money.allocated().signum() == 0 && money.disbursed().signum() == 0) {
                continue;
            }
            lines.add(new Budget.Line(
                    line.getKey(),
                    money.allocated(),
                    money.disbursed(),
                    money.rate(),
                    current == null ? null : current.document()));
            total = total.plus(money);
        }
        Money parts = task.facts().kind() == TaskKind.PARENT ? budgets.ofParts(taskId) : null;
        return new Budget(taskId, budgets.version(taskId), lines, total, parts, budgets.superseded(taskId));
    }

    private static Map<FundingSource, BigDecimal> asked(BudgetRequest request) {
        Map<FundingSource, BigDecimal> asked = new EnumMap<>(FundingSource.class);
        for (int i = 0; i < request.lines().size(); i++) {
            BudgetRequest.Line line = request.lines().get(i);
            BigDecimal amount = Dong.require("lines[%d].allocated".formatted(i), line.allocated());
            if (asked.put(line.source(), amount) != null) {
                throw new Problem(
                                MoneyProblem.SOURCE_REPEATED,
                                "Mỗi nguồn vốn chỉ ghi một dòng. Hãy gộp các dòng cùng nguồn rồi gửi lại.",
                                "Each source has one line. Add up the lines of the same source and send again.")
                        .violation(
                                "body", "lines[%d].source".formatted(i), new Text("Lặp lại.", "Repeats a line above."));
            }
        }
        return asked;
    }
}
