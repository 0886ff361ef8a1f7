package vn.monitoring.indicator.measurement;

import vn.monitoring.kit.problem.ProblemType;
import vn.monitoring.kit.text.Text;

/// Why a figure or a step with it is refused.
enum MeasurementProblem implements ProblemType {
    MEASUREMENT_INVALID(422, "Số liệu không hợp lệ", "Invalid measurement"),
    MEASUREMENT_DUPLICATE(409, "Số liệu của kỳ này đã có", "Measurement exists"),
    MEASUREMENT_NOT_SUBMITTED(
            409, "Số liệu không ở trạng thái chờ xác nhận", "Measurement does not await verification"),
    INDICATOR_UNKNOWN(404, "Không tìm thấy chỉ tiêu", "Unknown indicator"),
    INDICATOR_AMBIGUOUS(409, "Nhiều chỉ tiêu trùng mã", "Several indicators fit"),
    PLAN_IS_DRAFT(409, "Kế hoạch còn là dự thảo", "Plan is a draft"),
    PERIOD_AFTER_UNIT(409, "Đơn vị đã chấm dứt trước kỳ này", "Unit ceased before the period"),
    ROW_REPEATED(409, "Dòng bị lặp", "Repeated row"),
    VERIFIER_IS_SUBMITTER(403, "Người gửi không được tự xác nhận", "Submitter may not verify");

    private final int status;
    private final Text title;

    MeasurementProblem(int status, String vi, String en) {
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
