package vn.monitoring.task.reminder;

import vn.monitoring.kit.problem.ProblemType;
import vn.monitoring.kit.text.Text;

/// What can be wrong with a reminder or its answer.
public enum ReminderProblem implements ProblemType {
    TASK_NOT_OPEN(409, "Nhiệm vụ không còn mở", "The task is not open"),
    REMINDER_ACKNOWLEDGED(409, "Đã xác nhận đôn đốc", "The reminder was acknowledged before"),
    REMINDER_EXPLAINED(409, "Đã giải trình", "The reminder was answered before"),
    EXPLANATION_NOT_ASKED(409, "Không yêu cầu giải trình", "No explanation was asked for"),
    EXPLANATION_DAY_PASSED(422, "Hạn giải trình đã qua", "The day for the explanation has passed"),
    WARNING_OF_ANOTHER_TASK(422, "Cảnh báo không thuộc nhiệm vụ", "The warning is another task's");

    private final int status;
    private final Text title;

    ReminderProblem(int status, String vi, String en) {
        this.status = status;
        this.title = new Text(vi, en);
    }

    @Override
    public String code() {
        return name();
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public Text title() {
        return title;
    }
}
