package vn.monitoring.task.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.outbox.Fact;
import vn.monitoring.kit.outbox.Outbox;
import vn.monitoring.kit.problem.KitProblem;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.scope.Scope;
import vn.monitoring.kit.security.Caller;
import vn.monitoring.kit.shield.AsSystem;
import vn.monitoring.kit.text.Text;
import vn.monitoring.kit.web.ETags;
import vn.monitoring.task.TaskProblem;
import vn.monitoring.task.timeliness.TimelinessRule;

/// What every change of a task has in common: it is found in the caller's scope, locked, compared with what
/// the caller read, written to the story and told to the others, and its parent follows.
@ApplicationScoped
public class TaskService {

    private static final Logger LOG = Logger.getLogger(TaskService.class);

    private final TaskRepository tasks;
    private final TaskHistory history;
    private final Scope scope;
    private final Caller caller;
    private final Outbox outbox;
    private final Event<TaskChanged> changed;
    private final EntityManager entities;
    private final Clock clock;
    private final AsSystem asSystem;
    private final Event<TasksLocked> lockings;
    private final Event<TasksChanged> changes;
    private final TimelinessRule rule;
    private final Set<SixClears.Part> sixClears;

    TaskService(
            TaskRepository tasks,
            TaskHistory history,
            Scope scope,
            Caller caller,
            Outbox outbox,
            Event<TaskChanged> changed,
            EntityManager entities,
            Clock clock,
            AsSystem asSystem,
            Event<TasksLocked> lockings,
            Event<TasksChanged> changes,
            TimelinessRule rule,
            @ConfigProperty(name = "monitoring.task.six-clears") List<SixClears.Part> sixClears) {
        this.tasks = tasks;
        this.history = history;
        this.scope = scope;
        this.caller = caller;
        this.outbox = outbox;
        this.changed = changed;
        this.entities = entities;
        this.clock = clock;
        this.asSystem = asSystem;
        this.lockings = lockings;
        this.changes = changes;
        this.rule = rule;
        this.sixClears = EnumSet.copyOf(sixClears);
    }

    /// A task that the caller may see.
    /// @throws Problem 404
    public Task get(UUID id) {
        Task task = tasks.findByIdOptional(id).orElseThrow(Problem::notFound);
        scope.require(task.responsibleUnitCode());
        return task;
    }

    /// As [#get], empty instead of a problem.
    public Optional<Task> find(UUID id) {
        return tasks.findByIdOptional(id).filter(task -> scope.covers(task.responsibleUnitCode()));
    }

    /// The task, locked until the end of the transaction, as the caller has read it.
    /// @throws Problem 404, 428 without `If-Match`, 412 for another version
    public Task getForChange(UUID id, @Nullable String ifMatch) {
        Task task = getLocked(id);
        ETags.requireMatch(ifMatch, task.version());
        return task;
    }

    /// As [#getForChange] for something that is added to the task: `If-Match` is compared only when it is
    /// sent.
    public Task getForAddition(UUID id, @Nullable String ifMatch) {
        return ifMatch == null ? getLocked(id) : getForChange(id, ifMatch);
    }

    private Task getLocked(UUID id) {
        Task task = tasks.findLocked(id).orElseThrow(Problem::notFound);
        scope.require(task.responsibleUnitCode());
        announceLocked(List.of(id));
        task.keepSchedule(rule, LocalDate.now(clock));
        return task;
    }

    @Transactional
    TaskResponse read(UUID id) {
        Task task = get(id);
        return TaskResponse.of(task, LocalDate.now(clock), rule, sixClears).with(history.list(id));
    }

    public TaskResponse answer(Task task) {
        return TaskResponse.of(task, LocalDate.now(clock), rule, sixClears);
    }

    Task assign(UUID id, @Nullable String ifMatch, AssignmentRequest request) {
        Task task = getForChange(id, ifMatch);
        String lead = request.leadUnitCode();
        if (lead != null) {
            requirePartOf(task.unitCode(), lead);
        }
        task.assign(notInFuture("assignedOn", request.assignedOn()), lead, request.deadline());
        tell(task, TaskEvent.ASSIGNED, request.note());
        return task;
    }

    Task acknowledge(UUID id, @Nullable String ifMatch, AcknowledgementRequest request) {
        Task task = getForChange(id, ifMatch);
        task.acknowledge(notInFuture("acknowledgedOn", request.acknowledgedOn()));
        tell(task, TaskEvent.ACKNOWLEDGED, request.note());
        return task;
    }

    /// Today when the day is not given.
    /// @throws Problem 422 for a day to come
    public LocalDate notInFuture(String field, @Nullable LocalDate day) {
        LocalDate today = LocalDate.now(clock);
        if (day == null) {
            return today;
        }
        if (day.isAfter(today)) {
            throw new Problem(
                            TaskProblem.DATE_IN_FUTURE,
                            "Ngày không được sau hôm nay (%s). Hãy sửa ngày rồi gửi lại.".formatted(today),
                            "The day may not be after today (%s). Correct it and send again.".formatted(today))
                    .violation("body", field, new Text("Không được ở tương lai.", "May not be in the future."));
        }
        return day;
    }

    /// @throws Problem 422 for a unit that is not within the plan's unit, or that the caller may not act for: nobody
    /// gives
    ///     a task away to where it would be out of sight
    public void requirePartOf(String planUnitCode, String unitCode) {
        Object inside = entities.createNativeQuery("""
                        select exists (select 1 from unit lead join unit plan on lead.path <@ plan.path
                        where lead.code = :lead and plan.code = :plan)""")
                .setParameter("lead", unitCode)
                .setParameter("plan", planUnitCode)
                .getSingleResult();
        if (!Boolean.TRUE.equals(inside) || !scope.covers(unitCode)) {
            throw new Problem(
                            TaskProblem.UNIT_NOT_IN_PLAN,
                            "Đơn vị chủ trì phải thuộc đơn vị ban hành kế hoạch và phạm vi đơn vị của bạn. Hãy chọn lại đơn vị.",
                            "The lead must belong to the unit that issued the plan and to your units. Choose another unit.")
                    .violation("body", "leadUnitCode", new Text("Không thuộc đơn vị.", "Not part of the unit."));
        }
    }

    /// Stores a task of an import with its story.
    public void add(Task task) {
        entities.persist(task);
    }

    /// Writes what happened into the story, tells it with the full state, and lets the parent follow.
    ///
    /// @param note what the story keeps beside it, in the words it came in
    public void tell(Task task, TaskEvent event, @Nullable String note) {
        tell(task, event, note, StoryDetails.NONE);
    }

    /// As above, with what exactly changed.
    public void tell(Task task, TaskEvent event, @Nullable String note, StoryDetails details) {
        tellBy(Author.of(caller), task, event, note, details);
    }

    /// As above, by somebody else than the caller of a request.
    public void tellBy(Author author, Task task, TaskEvent event, @Nullable String note, StoryDetails details) {
        tellAlone(author, task, event, note, details);
        UUID parentId = task.parentId();
        if (parentId != null) {
            // The parent may be another unit's, and so may its other parts.
            asSystem.run(() -> deriveParent(author, parentId, task.facts().number()));
        }
        announceChanged(List.of(task.id()));
    }

    /// As [#tell] without the parent; the caller announces all of its tasks as changed.
    public void tellAlone(Task task, TaskEvent event, @Nullable String note, StoryDetails details) {
        tellAlone(Author.of(caller), task, event, note, details);
    }

    private void tellAlone(Author author, Task task, TaskEvent event, @Nullable String note, StoryDetails details) {
        task.keepSchedule(rule, LocalDate.now(clock));
        entities.flush();
        Instant now = clock.instant();
        outbox.append(new Fact(TaskEvent.TOPIC, event.type(), task.id().toString(), now, TaskState.of(task, rule)));
        history.append(task, event.name(), now, note, details, author);
        changed.fire(new TaskChanged(task));
        LOG.infof("task %s %s, now %s at version %d", task.id(), event, task.status(), task.version());
    }

    /// Writes into the story what is no fact for others; all that belongs to it is stored before.
    public void note(Task task, String what, @Nullable String note) {
        noteBy(Author.of(caller), task, what, note, StoryDetails.NONE);
    }

    /// As above, with what exactly changed, by somebody else than the caller of a request.
    public void noteBy(Author author, Task task, String what, @Nullable String note, StoryDetails details) {
        entities.flush();
        history.append(task, what, clock.instant(), note, details, author);
        announceChanged(List.of(task.id()));
    }

    /// To be called by who has locked tasks himself, before he changes them.
    public void announceLocked(List<UUID> ids) {
        lockings.fire(new TasksLocked(ids));
    }

    /// To be called by who has told tasks alone, once all of it is in the database.
    public void announceChanged(List<UUID> ids) {
        changes.fire(new TasksChanged(ids));
    }

    private void deriveParent(Author author, UUID parentId, String partNumber) {
        Task parent = tasks.findLocked(parentId).orElseThrow();
        entities.refresh(parent);
        long before = parent.version();
        TaskStatus status = parent.status();
        parent.derive(tasks.listParts(parentId));
        parent.keepSchedule(rule, LocalDate.now(clock));
        entities.flush();
        if (parent.version() != before) {
            TaskEvent event = parent.status() == status ? TaskEvent.DERIVED : TaskEvent.leadingTo(parent.status());
            tellAlone(author, parent, event, partNumber, StoryDetails.NONE);
        }
    }

    /// @throws Problem 400 naming the values that are allowed
    public static <E extends Enum<E>> @Nullable E parse(Class<E> type, String parameter, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(text)) {
                return value;
            }
        }
        String allowed = String.join(
                ", ", List.of(type.getEnumConstants()).stream().map(Enum::name).toList());
        throw new Problem(
                        KitProblem.INVALID_REQUEST,
                        "Giá trị của tham số không hợp lệ; hãy dùng một trong các giá trị được liệt kê.",
                        "The parameter's value is not valid; use one of those listed.")
                .violation("query", parameter, Text.same(allowed));
    }
}
