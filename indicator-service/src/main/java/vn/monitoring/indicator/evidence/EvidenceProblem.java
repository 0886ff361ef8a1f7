package vn.monitoring.indicator.evidence;

import vn.monitoring.kit.problem.ProblemType;
import vn.monitoring.kit.text.Text;

/// Why evidence is not taken or not removed.
enum EvidenceProblem implements ProblemType {
    EVIDENCE_MEASUREMENT_VERIFIED(409, "Số liệu đã được xác nhận", "The figure is verified"),
    EVIDENCE_TOO_MANY(409, "Đã đủ số tệp minh chứng", "Too many files"),
    EVIDENCE_OF_VERIFIED_FIGURE(409, "Tệp minh chứng cho số liệu đã xác nhận", "Evidence of a verified figure"),
    EVIDENCE_OF_OTHERS(403, "Tệp của đơn vị khác", "Evidence of another unit");

    private final int status;
    private final Text title;

    EvidenceProblem(int status, String vi, String en) {
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
