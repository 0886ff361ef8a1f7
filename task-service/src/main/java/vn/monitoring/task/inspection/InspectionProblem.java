package vn.monitoring.task.inspection;

import vn.monitoring.kit.problem.ProblemType;
import vn.monitoring.kit.text.Text;

/// What can be wrong with an inspection, its steps or its findings.
public enum InspectionProblem implements ProblemType {
    INSPECTION_STATUS(409, "Cuộc kiểm tra không ở trạng thái phù hợp", "The inspection is in another status"),
    FINDINGS_OPEN(409, "Còn kiến nghị chưa khắc phục xong", "Findings are not put right yet"),
    INSPECTION_DAYS(422, "Ngày của cuộc kiểm tra không hợp lệ", "The days of the inspection do not fit"),
    INSPECTED_TASK_UNKNOWN(422, "Nhiệm vụ không thuộc đơn vị được kiểm tra", "The task is not the unit's"),
    PLAN_NEEDED(422, "Chưa rõ kế hoạch của nhiệm vụ khắc phục", "The remedy needs a plan"),
    DEADLINE_PASSED(422, "Thời hạn khắc phục đã qua", "The deadline has passed");

    private final int status;
    private final Text title;

    InspectionProblem(int status, String vi, String en) {
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
