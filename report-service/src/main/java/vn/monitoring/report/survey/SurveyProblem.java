package vn.monitoring.report.survey;

import vn.monitoring.kit.problem.ProblemType;
import vn.monitoring.kit.text.Text;

/// What can be wrong with a survey or an answer to it.
public enum SurveyProblem implements ProblemType {
    SURVEY_CLOSED(409, "Khảo sát đã đóng", "The survey is closed"),
    SURVEY_ANSWERED(409, "Lượt trả lời này đã được ghi nhận", "This cast was counted"),
    SURVEY_BUSY(429, "Khảo sát đang nhận quá nhiều câu trả lời", "Too many answers at once");

    private final int status;
    private final Text title;

    SurveyProblem(int status, String vi, String en) {
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
