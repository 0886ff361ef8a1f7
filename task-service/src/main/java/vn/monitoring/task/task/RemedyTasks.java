package vn.monitoring.task.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.task.timeliness.TimelinessRule;
import vn.monitoring.task.timing.Timing;
import vn.monitoring.task.timing.TimingKind;

/// Tasks that put right what an inspection found: tasks like those of the plan, given out at once.
@ApplicationScoped
public class RemedyTasks {

    private static final String GROUP = "Khắc phục sau kiểm tra, giám sát";

    private final TaskService tasks;
    private final TaskRepository repository;
    private final EntityManager entities;
    private final TimelinessRule rule;
    private final Clock clock;

    RemedyTasks(
            TaskService tasks, TaskRepository repository, EntityManager entities, TimelinessRule rule, Clock clock) {
        this.tasks = tasks;
        this.repository = repository;
        this.entities = entities;
        this.rule = rule;
        this.clock = clock;
    }

    /// @param unitCode the unit that issued the plan
    /// @param leadUnitCode within that unit
    public record Remedy(
            UUID findingId,
            UUID planId,
            String unitCode,
            String leadUnitCode,
            String title,
            String deliverable,
            @Nullable String directorPosition,
            LocalDate deadline) {}

    /// Adds the task to its plan and gives it to its lead, in the current transaction; the plan is locked.
    /// @throws Problem 422 for a lead outside of the plan's unit
    public Task assign(Remedy remedy) {
        tasks.requirePartOf(remedy.unitCode(), remedy.leadUnitCode());
        LocalDate today = LocalDate.now(clock);
        int position = repository.nextPosition(remedy.planId());
        String lead = (String) entities.createNativeQuery("select name from unit where code = :code")
                .setParameter("code", remedy.leadUnitCode())
                .getSingleResult();
        TaskFacts facts = new TaskFacts(
                TaskKind.TASK,
                position,
                "",
                GROUP,
                remedy.title(),
                null,
                null,
                remedy.directorPosition(),
                null,
                List.of(lead),
                List.of(),
                remedy.deliverable(),
                List.of(),
                new Timing.Once(remedy.deadline().toString(), TimingKind.DATE, remedy.deadline(), null, Set.of()),
                false);
        Task task = Task.imported(
                remedy.planId(),
                remedy.unitCode(),
                remedy.leadUnitCode(),
                null,
                TaskOrigin.rowKey(remedy.findingId()),
                facts,
                today,
                rule);
        tasks.add(task);
        tasks.tellAlone(task, TaskEvent.CREATED, null, StoryDetails.NONE);
        task.assign(today, null, null);
        tasks.tell(task, TaskEvent.ASSIGNED, null);
        return task;
    }
}
