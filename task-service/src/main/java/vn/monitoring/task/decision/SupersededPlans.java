package vn.monitoring.task.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jboss.logging.Logger;
import vn.monitoring.kit.text.Vietnamese;
import vn.monitoring.task.plan.PlanSuperseded;
import vn.monitoring.task.task.Author;
import vn.monitoring.task.task.StoryDetails;
import vn.monitoring.task.task.Task;
import vn.monitoring.task.task.TaskEvent;
import vn.monitoring.task.task.TaskKind;
import vn.monitoring.task.task.TaskRepository;
import vn.monitoring.task.task.TaskService;
import vn.monitoring.task.task.TaskStep;

/// Lets the tasks of a superseded plan go with it: what is open or comes back is superseded, what is done
/// stays. What waits for its review is only noted: a person accepts or returns it first, and a task that
/// was returned is superseded by decision.
@ApplicationScoped
class SupersededPlans {

    private static final Logger LOG = Logger.getLogger(SupersededPlans.class);

    private final TaskRepository repository;
    private final TaskService tasks;
    private final Clock clock;

    SupersededPlans(TaskRepository repository, TaskService tasks, Clock clock) {
        this.repository = repository;
        this.tasks = tasks;
        this.clock = clock;
    }

    void follow(@Observes PlanSuperseded plan) {
        LocalDate today = LocalDate.now(clock);
        LocalDate on = plan.on() == null || plan.on().isAfter(today) ? today : plan.on();
        String note = Vietnamese.clean("Kế hoạch được thay thế" + (plan.title() == null ? "" : ": " + plan.title()));
        int superseded = 0;
        List<Task> locked = repository.listOfPlanLocked(plan.planId());
        tasks.announceLocked(locked.stream().map(Task::id).toList());
        for (Task task : locked) {
            if (task.facts().kind() == TaskKind.PARENT) {
                continue;
            }
            if (task.canDrop()) {
                task.drop(TaskStep.SUPERSEDE, on);
                tasks.tellBy(Author.SYSTEM, task, TaskEvent.SUPERSEDED, note, StoryDetails.NONE);
                superseded++;
            } else if (task.status().open()) {
                tasks.noteBy(Author.SYSTEM, task, "PLAN_SUPERSEDED", note, StoryDetails.NONE);
            }
        }
        LOG.infof("plan %s superseded, %d of its tasks with it", plan.planId(), superseded);
    }
}
