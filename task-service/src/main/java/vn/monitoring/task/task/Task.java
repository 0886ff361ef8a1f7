package vn.monitoring.task.task;

import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.text.Text;
import vn.monitoring.task.TaskProblem;
import vn.monitoring.task.timeliness.Due;
import vn.monitoring.task.timeliness.TimelinessRule;
import vn.monitoring.task.timing.Timing;

/// A task of a plan and its life.
///
/// Each step checks that the status allows it and answers 409 where it does not. A task with parts takes no step
/// of its own: it derives from them. Days are days in Asia/Ho_Chi_Minh.
@Entity
public class Task {

    @Id
    private UUID id;

    private UUID planId;
    private String unitCode;
    private String responsibleUnitCode;
    private @Nullable UUID parentId;
    private String rowKey;

    @Version
    private long version;

    @Embedded
    private TaskFacts facts;

    private boolean leadSet;
    private @Nullable LocalDate deadline;

    @Convert(converter = TimingConverter.class)
    @ColumnTransformer(write = "cast(? as jsonb)")
    private @Nullable Timing derivedTiming;

    @Embedded
    private TaskSchedule schedule;

    private @Nullable LocalDate extendedFromDueOn;
    private @Nullable LocalDate extendedDueOn;

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
    private LocalDate businessDate;

    protected Task() {}

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
        Task task = new Task();
        task.id = UUID.randomUUID();
        task.planId = planId;
        task.unitCode = unitCode;
        task.responsibleUnitCode = responsibleUnitCode;
        task.parentId = parentId;
        task.rowKey = rowKey;
        task.facts = facts;
        task.status = TaskStatus.DRAFT;
        task.businessDate = since;
        task.keepSchedule(rule, since);
        return task;
    }

    /// The names of what a new import of the plan changes, with the old values; empty when nothing does. A lead
    /// set at the assignment stays.
    public Map<String, Object> differences(TaskFacts printed, String resolvedUnitCode, @Nullable UUID parent) {
        Map<String, Object> changed = printed.changedFrom(facts);
        if (!leadSet && !resolvedUnitCode.equals(responsibleUnitCode)) {
            changed.put("responsibleUnitCode", responsibleUnitCode);
        }
        if (!Objects.equals(parent, parentId)) {
            changed.put("parentId", parentId == null ? "" : parentId);
        }
        return changed;
    }

    /// Takes what a new import of the plan says.
    public void revise(TaskFacts printed, String resolvedUnitCode, @Nullable UUID parent) {
        if (!printed.equals(facts)) {
            facts = printed;
        }
        if (!leadSet) {
            responsibleUnitCode = resolvedUnitCode;
        }
        parentId = parent;
    }

    /// Gives the task to its lead agency, to the one named, and by the deadline set now if there is one.
    void assign(LocalDate on, @Nullable String leadUnitCode, @Nullable LocalDate newDeadline) {
        step(TaskStep.ASSIGN);
        assignedOn = on;
        if (leadUnitCode != null) {
            responsibleUnitCode = leadUnitCode;
            leadSet = true;
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
            throw wrongStatus("nộp sản phẩm", "take a deliverable");
        }
        deliverableCount++;
    }

    /// Hands the result over for review.
    ///
    /// @return the number of the submission, from 1
    public int submit(LocalDate on) {
        step(TaskStep.SUBMIT);
        if (deliverableCount == 0) {
            throw new Problem(
                    TaskProblem.DELIVERABLE_MISSING,
                    "Hãy đính kèm ít nhất một sản phẩm đầu ra (tệp hoặc số hiệu văn bản) trước khi nộp.",
                    "Attach at least one deliverable (a file or a document's number) before submitting.");
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
    void pause(LocalDate on) {
        TaskStatus before = status;
        step(TaskStep.PAUSE);
        pausedFrom = before;
        pausedOn = on;
        businessDate = on;
    }

    /// Goes back to where the task was paused.
    void resume(LocalDate on) {
        step(TaskStep.RESUME);
        pausedFrom = null;
        pausedOn = null;
        businessDate = on;
    }

    /// Ends the task without its being done.
    ///
    /// @param step cancel or supersede
    void drop(TaskStep step, LocalDate on) {
        step(step);
        pausedFrom = null;
        pausedOn = null;
        droppedOn = on;
        businessDate = on;
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

    private void step(TaskStep step) {
        refuseParent();
        boolean ends = step == TaskStep.CANCEL || step == TaskStep.SUPERSEDE;
        if (facts.needsDecision() && !ends) {
            throw new Problem(
                    TaskProblem.TASK_NEEDS_DECISION,
                    "Dòng này còn thiếu thông tin. Hãy sửa bảng nhiệm vụ rồi nhập lại kế hoạch.",
                    "This row lacks information. Correct the task table and import the plan again.");
        }
        status = status.after(step, pausedFrom).orElseThrow(() -> wrongStatus(step.vi(), step.en()));
    }

    private void refuseParent() {
        if (facts.kind() == TaskKind.PARENT) {
            throw new Problem(
                    TaskProblem.TASK_HAS_PARTS,
                    "Nhiệm vụ này có các ý con; hãy thực hiện trên từng ý con, nhiệm vụ cha tự cập nhật theo.",
                    "This task has parts; act on each part, the task follows them.");
        }
    }

    private Problem wrongStatus(String vi, String en) {
        return new Problem(
                        TaskProblem.WRONG_STATUS,
                        new Text(
                                "Nhiệm vụ đang ở trạng thái «%s» nên không thể %s. Hãy tải lại nhiệm vụ và làm bước tiếp theo của nó."
                                        .formatted(status.vi(), vi),
                                "A task in status %s cannot %s. Reload the task and take its next step."
                                        .formatted(status, en)))
                .with("taskStatus", status);
    }

    /// Whether the day belongs to an occurrence or phase after the one that was completed; the columns of the deadline
    /// tell the occurrence of today.
    private boolean laterOccurrence(LocalDate day) {
        if (completedOn == null || deadline != null) {
            return false;
        }
        if (facts.timing() instanceof Timing.Phased phased) {
            return phased.phaseBegan(completedOn, day);
        }
        LocalDate from = schedule.dueFrom();
        return facts.timing() instanceof Timing.Recurring
                && from != null
                && completedFor != null
                && from.isAfter(completedFor)
                && !day.isBefore(from);
    }

    /// Whether the task is done once, so that a percent tells how far it is.
    public boolean oneOff() {
        return oneOff(timing());
    }

    private static boolean oneOff(Timing timing) {
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
        return TaskDeadline.of(
                facts.timing(), deadline, derivedTiming, TaskDeadline.Extension.of(extendedFromDueOn, extendedDueOn));
    }

    /// What the task is judged by.
    public TaskStanding standing() {
        LocalDate updatedOn = lastUpdate == null ? null : lastUpdate.asOf();
        return new TaskStanding(timing(), status, assignedOn, updatedOn, submittedOn, completedOn, pausedOn);
    }

    public UUID id() {
        return id;
    }

    public UUID planId() {
        return planId;
    }

    public String unitCode() {
        return unitCode;
    }

    public String responsibleUnitCode() {
        return responsibleUnitCode;
    }

    public @Nullable UUID parentId() {
        return parentId;
    }

    public String rowKey() {
        return rowKey;
    }

    public long version() {
        return version;
    }

    public TaskFacts facts() {
        return facts;
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

    /// Whether it is a task of its own: no parent, which only sums up its parts, and no row that waits for a decision.
    public boolean counted() {
        return facts.kind() != TaskKind.PARENT && !facts.needsDecision();
    }

    public @Nullable LastUpdate lastUpdate() {
        return lastUpdate;
    }

    public int deliverableCount() {
        return deliverableCount;
    }

    public int submissionCount() {
        return submissionCount;
    }

    public LocalDate businessDate() {
        return businessDate;
    }
}
