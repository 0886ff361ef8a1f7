package vn.monitoring.report.feedback;

import vn.monitoring.kit.problem.ProblemType;
import vn.monitoring.kit.text.Text;

/// What can be wrong with a feedback or a step of its life.
public enum FeedbackProblem implements ProblemType {
    NOT_HANDLING_UNIT(403, "Không phải đơn vị xử lý", "Not a handling unit"),
    FEEDBACK_EXISTS(409, "Phản ánh, kiến nghị đã có", "The feedback is registered"),
    FEEDBACK_STATUS(409, "Phản ánh, kiến nghị không ở trạng thái phù hợp", "The feedback is in another status"),
    RECEIVED_IN_FUTURE(422, "Ngày tiếp nhận ở tương lai", "Received in the future"),
    ASSIGNEE_OUTSIDE(422, "Đơn vị được giao nằm ngoài đơn vị tiếp nhận", "The assignee lies outside of the receiver"),
    RECEIVER_UNKNOWN(422, "Không có đơn vị tiếp nhận này", "No such receiver"),
    CLASSIFIED_CONTENT(422, "Không tiếp nhận nội dung mật", "Classified content is refused"),
    TOO_MANY_FROM_CONTACT(429, "Đã gửi quá nhiều trong ngày", "Too many from this contact today");

    private final int status;
    private final Text title;

    FeedbackProblem(int status, String vi, String en) {
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
