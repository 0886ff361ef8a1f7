package vn.monitoring.task.task;

import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;
import vn.monitoring.task.timeliness.Due;
import vn.monitoring.task.timeliness.TimelinessRule;
import vn.monitoring.task.timing.Timing;

/// A task of a plan and its life.
///
/// Each step checks that the status allows it and answers 409 where it does not. A task with parts takes no
/// step of its own: it derives from them. What the task says is [TaskRow]'s, which deadline binds
/// [TaskDeadline]'s. Days are days in Asia/Ho_Chi_Minh.
@Entity
public class Task extends TaskRow {

    @Version
    private long version;

    private @Nullable LocalDate deadline;

    @Convert(converter = TimingConverter.class)
    @ColumnTransformer(write = "cast(? as jsonb)")
    private @Nullable Timing derivedTiming;

    @Embedded
    private TaskSchedule schedule;

    @Embedded
    private TaskDeadline.@Nullable Extension extension;

    @Enumerated(EnumType.STRING)
    private @Nullable TaskStatus pausedFrom;

    private @Nullable LocalDate pausedOn;
    private @Nullable LocalDate droppedOn;

    @Enumerated(EnumType.STRING)
    private TaskStatus status;

    private @Nullable Integer percent;
    private @Nullable LocalDate assignedOn;
    private @Nullable LocalDate submittedOn;
    private @Nullable LocalDate completedOn;
    private @Nullable LocalDate completedFor;

    @Embedded
    private @Nullable LastUpdate lastUpdate;

    private int deliverableCount;
    private int submissionCount;
    private int extensionCount;
    private LocalDate businessDate;

    protected Task() {}

    private Task(
            UUID planId,
            String unitCode,
            String responsibleUnitCode,
            @Nullable UUID parentId,
            String rowKey,
            TaskFacts facts,
            TaskSchedule schedule,
            LocalDate since) {
        super(planId, unitCode, responsibleUnitCode, parentId, rowKey, facts);
        this.status = TaskStatus.DRAFT;
        this.schedule = schedule;
        this.businessDate = since;
    }

    /// A row of a plan's table, not yet given to anybody.
    ///
    /// @param rowKey what tells the row from the others of its plan, the same at every import
    /// @param since the day from which the plan holds
    public static Task imported(
            UUID planId,
            String unitCode,
            String responsibleUnitCode,
            @Nullable UUID parentId,
            String rowKey,
            TaskFacts facts,
            LocalDate since,
            TimelinessRule rule) {
        TaskSchedule schedule = TaskSchedule.of(facts.timing(), rule, since);
        return new Task(planId, unitCode, responsibleUnitCode, parentId, rowKey, facts, schedule, since);
    }

    /// Corrects what the row says before it is given to anybody.
    ///
    /// @param leadUnitCode the lead's unit, empty to leave it
    /// @return what changed
    public List<FieldChange> correct(TaskFacts said, String leadUnitCode) {
        if (status != TaskStatus.DRAFT) {
            throw TaskRefusal.wrongStatus(status, "sửa", "be corrected");
        }
        return say(said, leadUnitCode);
    }

    /// Gives the task to its lead agency, to the one named, and by the deadline set now if there is one.
    void assign(LocalDate on, @Nullable String leadUnitCode, @Nullable LocalDate newDeadline) {
        step(TaskStep.ASSIGN);
        assignedOn = on;
        if (leadUnitCode != null) {
            lead(leadUnitCode);
        }
        if (newDeadline != null) {
            deadline = newDeadline;
        }
        businessDate = on;
    }

    void acknowledge(LocalDate on) {
        step(TaskStep.ACKNOWLEDGE);
        businessDate = on;
    }

    /// Reports work; a recurring task that was completed for an earlier period begins its next one.
    public void progress(LastUpdate update, @Nullable Integer newPercent) {
        if (status == TaskStatus.COMPLETED && laterOccurrence(update.asOf())) {
            status = TaskStatus.IN_PROGRESS;
            completedOn = null;
            completedFor = null;
            submittedOn = null;
        } else {
            step(TaskStep.PROGRESS);
        }
        lastUpdate = update;
        percent = newPercent == null ? percent : newPercent;
        submittedOn = null;
        businessDate = update.asOf();
    }

    public void deliver() {
        refuseParent();
        if (status != TaskStatus.ACCEPTED && status != TaskStatus.IN_PROGRESS && status != TaskStatus.RETURNED) {
            throw TaskRefusal.wrongStatus(status, "nộp sản phẩm", "take a deliverable");
        }
        deliverableCount++;
    }

    /// Hands the result over for review.
    ///
    /// @return the number of the submission, from 1
    public int submit(LocalDate on) {
        step(TaskStep.SUBMIT);
        if (deliverableCount == 0) {
            throw TaskRefusal.deliverableMissing();
        }
        submittedOn = on;
        submissionCount++;
        businessDate = on;
        return submissionCount;
    }

    /// Done: on the day of the submission that is accepted, whenever the review took place.
    public void complete(TimelinessRule rule) {
        step(TaskStep.COMPLETE);
        completedOn = Objects.requireNonNull(submittedOn);
        completedFor = rule.due(timing(), completedOn).map(Due::from).orElse(null);
        if (oneOff()) {
            percent = 100;
        }
        businessDate = completedOn;
    }

    public void sendBack(LocalDate on) {
        step(TaskStep.SEND_BACK);
        submittedOn = null;
        businessDate = on;
    }

    /// Holds the task; its clock stands until it is resumed.
    public void pause(LocalDate on) {
        TaskStatus before = status;
        step(TaskStep.PAUSE);
        pausedFrom = before;
        pausedOn = on;
        businessDate = on;
    }

    /// Goes back to where the task was paused.
    public void resume(LocalDate on) {
        step(TaskStep.RESUME);
        pausedFrom = null;
        pausedOn = null;
        businessDate = on;
    }

    /// Ends the task without its being done.
    ///
    /// @param step cancel or supersede
    public void drop(TaskStep step, LocalDate on) {
        step(step);
        pausedFrom = null;
        pausedOn = null;
        droppedOn = on;
        businessDate = on;
    }

    /// Notes that its lead asks for a later day.
    ///
    /// @return the number of the request, from 1
    public int requestExtension(LocalDate dueOn) {
        refuseParent();
        requireExtensible(dueOn, status.inHand());
        return ++extensionCount;
    }

    /// Puts the deadline off; of a recurring task that of its present occurrence.
    ///
    /// @return the last day in time before
    public LocalDate extend(LocalDate dueOn, LocalDate on) {
        refuseParent();
        LocalDate before = requireExtensible(dueOn, status.open() && status != TaskStatus.DRAFT);
        extension = TaskDeadline.putOff(timing(), before, dueOn);
        businessDate = on;
        return before;
    }

    /// Leaves the deadline as it is.
    public void refuseExtension(LocalDate on) {
        businessDate = on;
    }

    private LocalDate requireExtensible(LocalDate dueOn, boolean allowed) {
        if (!allowed) {
            throw TaskRefusal.wrongStatus(status, "gia hạn", "be extended");
        }
        LocalDate before = schedule.dueOn();
        if (before == null) {
            throw TaskRefusal.noDueDay();
        }
        if (!dueOn.isAfter(before)) {
            throw TaskRefusal.notLater(before);
        }
        return before;
    }

    /// Brings the columns of the deadline up to date.
    ///
    /// @param today decides which occurrence of a recurring task is meant
    void keepSchedule(TimelinessRule rule, LocalDate today) {
        TaskSchedule now = TaskSchedule.of(timing(), rule, today);
        if (!now.equals(schedule)) {
            schedule = now;
        }
    }

    /// Takes status, percent, dates and deadline from the parts, see [DerivedState].
    public void derive(List<Task> parts) {
        if (parts.isEmpty()) {
            return;
        }
        DerivedState derived = DerivedState.of(parts);
        status = derived.status();
        pausedOn = derived.pausedOn();
        percent = derived.percent();
        assignedOn = derived.assignedOn();
        submittedOn = derived.submittedOn();
        completedOn = derived.completedOn();
        lastUpdate = derived.lastUpdate();
        derivedTiming = derived.timing();
        businessDate = derived.businessDate();
    }

    /// Refuses what [#progress] refuses, and changes nothing.
    public void checkProgress(LocalDate asOf) {
        if (status != TaskStatus.COMPLETED || !laterOccurrence(asOf)) {
            after(TaskStep.PROGRESS);
        }
    }

    private void step(TaskStep step) {
        status = after(step);
    }

    private TaskStatus after(TaskStep step) {
        refuseParent();
        boolean ends = step == TaskStep.CANCEL || step == TaskStep.SUPERSEDE;
        if (facts().needsDecision() && !ends) {
            throw TaskRefusal.needsDecision();
        }
        if (ends && comesBack()) {
            return step == TaskStep.CANCEL ? TaskStatus.CANCELLED : TaskStatus.SUPERSEDED;
        }
        return status.after(step, pausedFrom).orElseThrow(() -> TaskRefusal.wrongStatus(status, step.vi(), step.en()));
    }

    /// Done, but to be done again in its next period or phase.
    private boolean comesBack() {
        return status == TaskStatus.COMPLETED
                && deadline == null
                && (facts().timing() instanceof Timing.Recurring || facts().timing() instanceof Timing.Phased);
    }

    /// Whether the task can end without being done: it is open, or comes back, and nothing of it waits for
    /// a review.
    public boolean canDrop() {
        return comesBack() || status.after(TaskStep.SUPERSEDE, pausedFrom).isPresent();
    }

    private void refuseParent() {
        if (facts().kind() == TaskKind.PARENT) {
            throw TaskRefusal.hasParts();
        }
    }

    /// Whether the day belongs to an occurrence or phase after the one that was completed; the columns of
    /// the deadline tell the occurrence of today.
    private boolean laterOccurrence(LocalDate day) {
        if (completedOn == null || deadline != null) {
            return false;
        }
        if (facts().timing() instanceof Timing.Phased phased) {
            return phased.phaseBegan(completedOn, day);
        }
        LocalDate from = schedule.dueFrom();
        return facts().timing() instanceof Timing.Recurring
                && from != null
                && completedFor != null
                && from.isAfter(completedFor)
                && !day.isBefore(from);
    }

    /// Whether the task is done once, so that a percent tells how far it is.
    public boolean oneOff() {
        return oneOff(timing());
    }

    /// As above, of a deadline read without the entity.
    public static boolean oneOff(Timing timing) {
        return switch (timing) {
            case Timing.Extended extended -> oneOff(extended.original());
            case Timing.Once ignored -> true;
            case Timing.Period ignored -> true;
            case Timing.Phased ignored -> true;
            case Timing.External ignored -> true;
            case Timing.Recurring ignored -> false;
            case Timing.Continuous ignored -> false;
            case Timing.OnRequest ignored -> false;
            case Timing.Missing ignored -> false;
            case Timing.Unreadable ignored -> false;
        };
    }

    /// The deadline that binds, see [TaskDeadline].
    public Timing timing() {
        return TaskDeadline.of(facts().timing(), deadline, derivedTiming, extension);
    }

    /// What the task is judged by.
    public TaskStanding standing() {
        LocalDate updatedOn = lastUpdate == null ? null : lastUpdate.asOf();
        return new TaskStanding(timing(), status, assignedOn, updatedOn, submittedOn, completedOn, pausedOn);
    }

    public long version() {
        return version;
    }

    public TaskStatus status() {
        return status;
    }

    public @Nullable Integer percent() {
        return percent;
    }

    public @Nullable LocalDate assignedOn() {
        return assignedOn;
    }

    public @Nullable LocalDate submittedOn() {
        return submittedOn;
    }

    public @Nullable LocalDate pausedOn() {
        return pausedOn;
    }

    public @Nullable LocalDate completedOn() {
        return completedOn;
    }

    /// The first day of the occurrence that the completion counts for.
    public @Nullable LocalDate completedFor() {
        return completedFor;
    }

    public @Nullable LastUpdate lastUpdate() {
        return lastUpdate;
    }

    public int deliverableCount() {
        return deliverableCount;
    }

    /// The last day in time, of a recurring task that of its occurrence; null where there is none.
    public @Nullable LocalDate dueOn() {
        return schedule.dueOn();
    }

    /// The same before any extension.
    public @Nullable LocalDate originalDueOn() {
        return schedule.originalDueOn();
    }

    public int submissionCount() {
        return submissionCount;
    }

    public LocalDate businessDate() {
        return businessDate;
    }
}
