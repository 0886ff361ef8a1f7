package vn.monitoring.report.ranking;

import vn.monitoring.kit.problem.ProblemType;
import vn.monitoring.kit.text.Text;

/// What can be wrong with a ranking or its policy.
public enum RankingProblem implements ProblemType {
    NO_COMMUNES(409, "Đơn vị không có xã, phường để xếp hạng", "No communes to rank"),
    RANKING_STATUS(409, "Bảng xếp hạng không ở trạng thái phù hợp", "The ranking is in another status"),
    RANKING_PUBLISHED(409, "Kỳ này đã công bố xếp hạng", "The period has a published ranking"),
    AS_OF_OUT_OF_PERIOD(422, "Ngày chốt không phù hợp với kỳ", "The day does not fit the period"),
    RANKING_CORRECTION(422, "Thông tin đính chính chưa hợp lệ", "The correction does not fit"),
    RANKING_POLICY_INVALID(422, "Chính sách xếp hạng chưa hợp lệ", "The ranking policy is not consistent");

    private final int status;
    private final Text title;

    RankingProblem(int status, String vi, String en) {
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
