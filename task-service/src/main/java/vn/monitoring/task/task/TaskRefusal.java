package vn.monitoring.task.task;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.text.Text;
import vn.monitoring.task.TaskProblem;

/// Why a task does not take a step, in words that say what to do next.
final class TaskRefusal {

    private TaskRefusal() {}

    static Problem wrongStatus(TaskStatus status, String vi, String en) {
        return new Problem(
                        TaskProblem.WRONG_STATUS,
                        new Text(
                                "Nhiệm vụ đang ở trạng thái «%s» nên không thể %s. Hãy tải lại nhiệm vụ và làm bước tiếp theo của nó."
                                        .formatted(status.vi(), vi),
                                "A task in status %s cannot %s. Reload the task and take its next step."
                                        .formatted(status, en)))
                .with("taskStatus", status);
    }

    static Problem hasParts() {
        return new Problem(
                TaskProblem.TASK_HAS_PARTS,
                "Nhiệm vụ này có các ý con; hãy thực hiện trên từng ý con, nhiệm vụ cha tự cập nhật theo.",
                "This task has parts; act on each part, the task follows them.");
    }

    static Problem needsDecision() {
        return new Problem(
                TaskProblem.TASK_NEEDS_DECISION,
                "Dòng này còn thiếu thông tin. Hãy sửa dòng, hoặc sửa bảng nhiệm vụ rồi nhập lại kế hoạch.",
                "This row lacks information. Correct the row, or correct the task table and import the plan again.");
    }

    static Problem deliverableMissing() {
        return new Problem(
                TaskProblem.DELIVERABLE_MISSING,
                "Hãy đính kèm ít nhất một sản phẩm đầu ra (tệp hoặc số hiệu văn bản) trước khi nộp.",
                "Attach at least one deliverable (a file or a document's number) before submitting.");
    }

    static Problem noDueDay() {
        return new Problem(
                TaskProblem.NO_DUE_DAY,
                "Nhiệm vụ này không có một ngày đến hạn nên không thể gia hạn. Nhiệm vụ thường xuyên được cập nhật theo kỳ.",
                "This task has no day on which it is due, so there is nothing to extend. A continuous one is updated"
                        + " in each period.");
    }

    static Problem notLater(@Nullable LocalDate dueOn) {
        return new Problem(
                        TaskProblem.EXTENSION_NOT_LATER,
                        "Hạn mới phải sau hạn hiện tại (%s). Hãy chọn ngày muộn hơn.".formatted(dueOn),
                        "The new day must be after the present one (%s). Choose a later one.".formatted(dueOn))
                .violation("body", "dueOn", new Text("Phải sau hạn hiện tại.", "Must be after the present day."));
    }
}
