package vn.monitoring.report;

import vn.monitoring.kit.problem.ProblemType;
import vn.monitoring.kit.text.Text;

/// What can go wrong with regimes, obligations and reports.
public enum ReportProblem implements ProblemType {
    REGIME_EXISTS(409, "Chế độ báo cáo đã có", "Reporting regime exists"),
    REGIME_INVALID(422, "Chế độ báo cáo chưa hợp lệ", "Reporting regime not valid"),
    REGIME_ENDED(409, "Chế độ báo cáo đã kết thúc", "Reporting regime ended"),
    CALL_EXISTS(409, "Yêu cầu báo cáo đột xuất đã có", "Ad hoc call exists"),
    CALL_INVALID(422, "Yêu cầu báo cáo đột xuất chưa hợp lệ", "Ad hoc call not valid"),
    PERIOD_NOT_OF_REGIME(422, "Kỳ báo cáo không thuộc chế độ", "Period not of this regime"),
    PERIOD_NOT_BEGUN(409, "Kỳ báo cáo chưa bắt đầu", "Period not begun"),
    NO_SENDERS(409, "Chưa có đơn vị gửi báo cáo", "No senders"),
    CUT_OFF_NOT_REACHED(409, "Chưa đến thời điểm chốt số liệu", "Cut-off not reached"),
    REPORT_EXISTS(409, "Báo cáo đã được lập", "Report exists"),
    REPORT_NOT_EDITABLE(409, "Báo cáo không sửa được ở trạng thái này", "Report not editable"),
    REPORT_NOT_SUBMITTABLE(409, "Báo cáo không gửi được ở trạng thái này", "Report not submittable"),
    REPORT_NOT_UNDER_REVIEW(409, "Báo cáo không ở trạng thái chờ tiếp nhận", "Report not under review"),
    REPORT_EDITION_CHANGED(409, "Báo cáo đã có bản mới hơn", "Report has a newer edition"),
    REPORT_NOT_ACCEPTED(409, "Báo cáo chưa được tiếp nhận", "Report not accepted"),
    CORRECTION_EMPTY(409, "Chưa có nội dung nào được đính chính", "Nothing was corrected"),
    CORRECTION_BEGUN(409, "Đã có nội dung được đính chính", "Correction has begun"),
    PART_UNKNOWN(422, "Phần này không có trong báo cáo", "Part not in the report"),
    NOTHING_TO_CONSOLIDATE(409, "Chưa có báo cáo để tổng hợp", "Nothing to consolidate"),
    FIGURE_UNCHANGED(409, "Số liệu không có gì mới", "Figure has not changed"),
    NOT_SENDER(403, "Không phải đơn vị gửi báo cáo", "Not the sending unit"),
    NOT_RECEIVER(403, "Không phải đơn vị nhận báo cáo", "Not the receiving unit");

    private final int status;
    private final Text title;

    ReportProblem(int status, String vi, String en) {
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
