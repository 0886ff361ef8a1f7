package vn.monitoring.task.occurrence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.web.Page;
import vn.monitoring.task.task.Task;
import vn.monitoring.task.task.TaskChanged;
import vn.monitoring.task.task.TaskService;
import vn.monitoring.task.timeliness.TimelinessRule;

/// Keeps the occurrences of tasks in step with their tasks, in the transaction of each change.
@ApplicationScoped
class Occurrences {

    private final OccurrenceStore store;
    private final TaskService tasks;
    private final Clock clock;
    private final OccurrenceRule rule;

    Occurrences(OccurrenceStore store, TaskService tasks, Clock clock, TimelinessRule timeliness) {
        this.store = store;
        this.tasks = tasks;
        this.clock = clock;
        this.rule = new OccurrenceRule(timeliness);
    }

    /// @throws vn.monitoring.kit.problem.Problem 404
    @Transactional
    Page<Occurrence> list(UUID taskId, @Nullable OccurrenceStatus status, @Nullable String cursor, int limit) {
        tasks.get(taskId);
        return store.list(taskId, status, cursor, limit);
    }

    void follow(@Observes TaskChanged changed) {
        Task task = changed.task();
        keep(
                List.of(new OccurrenceRule.Given(task.id(), task.counted(), task.standing(), task.completedFor())),
                LocalDate.now(clock));
    }

    /// Brings the occurrences of tasks that the current transaction has locked to what they are on a day.
    ///
    /// @return how many rows changed
    int keep(List<OccurrenceRule.Given> given, LocalDate today) {
        List<UUID> ids = new ArrayList<>();
        given.forEach(task -> ids.add(task.taskId()));
        Map<UUID, List<Occurrence>> before = store.of(ids);
        Map<UUID, List<Occurrence>> after = new HashMap<>();
        for (OccurrenceRule.Given task : given) {
            after.put(task.taskId(), rule.now(task, before.getOrDefault(task.taskId(), List.of()), today));
        }
        return store.replace(before, after);
    }
}
