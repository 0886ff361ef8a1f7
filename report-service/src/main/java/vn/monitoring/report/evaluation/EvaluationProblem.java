package vn.monitoring.report.evaluation;

import vn.monitoring.kit.problem.ProblemType;
import vn.monitoring.kit.text.Text;

/// What can be wrong with an evaluation sheet or a step of its life.
public enum EvaluationProblem implements ProblemType {
    NOT_EVALUATED_UNIT(403, "Không phải đơn vị được đánh giá", "Not the evaluated unit"),
    NOT_EVALUATING_UNIT(403, "Không phải đơn vị đánh giá", "Not the evaluating unit"),
    EVALUATION_EXISTS(409, "Phiếu đánh giá đã có", "The sheet exists"),
    EVALUATION_STATUS(409, "Phiếu đánh giá không ở trạng thái phù hợp", "The sheet is in another status"),
    RANKING_MISSING(409, "Chưa công bố xếp hạng năm", "The year's ranking is not published"),
    SELF_ASSESSMENT_INCOMPLETE(422, "Tự đánh giá chưa đủ", "The self-assessment is incomplete"),
    POINTS_OUT_OF_BOUNDS(422, "Điểm thưởng, điểm trừ vượt mức", "Points out of bounds");

    private final int status;
    private final Text title;

    EvaluationProblem(int status, String vi, String en) {
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
