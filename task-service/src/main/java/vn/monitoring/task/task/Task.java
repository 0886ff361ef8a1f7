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
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.text.Text;
import vn.monitoring.task.TaskProblem;
import vn.monitoring.task.timeliness.Progress;
import vn.monitoring.task.timeliness.Timeliness;
import vn.monitoring.task.timeliness.TimelinessRule;
import vn.monitoring.task.timing.Timing;
import vn.monitoring.task.timing.TimingFlag;
import vn.monitoring.task.timing.TimingKind;

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
            LocalDate since) {
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
        task.keepSchedule(TimelinessRule.STANDARD, since);
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
    public void complete() {
        step(TaskStep.COMPLETE);
        completedOn = Objects.requireNonNull(submittedOn);
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

    private boolean laterOccurrence(LocalDate day) {
        return timing() instanceof Timing.Recurring recurring
                && completedOn != null
                && day.isAfter(recurring.every().lastDay(completedOn))
                && (recurring.end() == null || !day.isAfter(recurring.end()));
    }

    /// Whether the task is done once, so that a percent tells how far it is.
    public boolean oneOff() {
        return switch (timing()) {
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

    /// The deadline that binds: set at the assignment, else printed, else of the parts.
    public Timing timing() {
        return timing(facts.timing(), deadline, derivedTiming);
    }

    /// As above, of values read without the entity.
    public static Timing timing(Timing printed, @Nullable LocalDate deadline, @Nullable Timing derived) {
        if (deadline != null) {
            return new Timing.Once(
                    printed.raw(), TimingKind.DATE, deadline, null, Set.of(TimingFlag.SET_AT_ASSIGNMENT));
        }
        return printed.known() || derived == null ? printed : derived;
    }

    /// How the task stands on a day; of one that is paused, how it stood when it was.
    public Timeliness timeliness(LocalDate day) {
        LocalDate updatedOn = lastUpdate == null ? null : lastUpdate.asOf();
        return timeliness(timing(), status, assignedOn, updatedOn, submittedOn, completedOn, pausedOn, day);
    }

    /// As above, of values read without the entity.
    public static Timeliness timeliness(
            Timing timing,
            TaskStatus status,
            @Nullable LocalDate assignedOn,
            @Nullable LocalDate updatedOn,
            @Nullable LocalDate submittedOn,
            @Nullable LocalDate completedOn,
            @Nullable LocalDate pausedOn,
            LocalDate day) {
        if (status.dropped()) {
            return Timeliness.DROPPED;
        }
        LocalDate waitingSince = status == TaskStatus.SUBMITTED ? submittedOn : null;
        boolean begun = status.begun() || status == TaskStatus.PAUSED && updatedOn != null;
        LocalDate judged = pausedOn != null && pausedOn.isBefore(day) ? pausedOn : day;
        Progress progress = new Progress(begun, assignedOn, updatedOn, waitingSince, completedOn);
        return TimelinessRule.STANDARD.judge(timing, progress, judged);
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
