package vn.monitoring.task;

import vn.monitoring.kit.problem.ProblemType;
import vn.monitoring.kit.text.Text;

/// The errors that only this service answers with.
public enum TaskProblem implements ProblemType {
    PLAN_NOT_FOUND(404, "Chưa thấy kế hoạch", "Plan not found yet"),
    WRONG_STATUS(409, "Nhiệm vụ không ở trạng thái phù hợp", "The task is in another status"),
    TASK_NEEDS_DECISION(409, "Dòng nhiệm vụ còn chờ quyết định", "The task waits for a decision"),
    TASK_HAS_PARTS(409, "Nhiệm vụ có các ý con", "The task has parts"),
    DELIVERABLE_MISSING(422, "Thiếu sản phẩm đầu ra", "A deliverable is missing"),
    UPDATE_EMPTY(422, "Cập nhật tiến độ không có nội dung", "The progress update is empty"),
    UPDATE_OUT_OF_ORDER(422, "Cập nhật cũ hơn cập nhật gần nhất", "The update is older than the last one"),
    DATE_IN_FUTURE(422, "Ngày ở tương lai", "The date is in the future"),
    UNIT_NOT_IN_PLAN(422, "Đơn vị không thuộc đơn vị của kế hoạch", "The unit is not part of the plan's unit"),
    SAME_PERSON(422, "Cần người khác thẩm định", "Another person has to review"),
    SAME_UNIT(422, "Cần đơn vị khác thẩm định", "Another unit has to review"),
    NO_DUE_DAY(422, "Nhiệm vụ không có ngày đến hạn", "The task has no due day"),
    EXTENSION_NOT_LATER(422, "Hạn mới không muộn hơn", "The new day is not later"),
    EXTENSION_PENDING(409, "Đã có đề nghị gia hạn chờ quyết định", "A request for extension waits already"),
    EXTENSION_DECIDED(409, "Đề nghị gia hạn đã có kết luận", "The request was decided before"),
    SUCCESSOR_NOT_FOUND(422, "Không thấy nhiệm vụ thay thế", "The successor is not found"),
    TITLE_MISSING(422, "Thiếu tên nhiệm vụ", "The title is missing"),
    NUMBER_TAKEN(409, "Số thứ tự đã có trong kế hoạch", "The number is taken in the plan"),
    NOT_A_WORKBOOK(415, "Không phải bảng tính", "Not a workbook"),
    WORKBOOK_TOO_LARGE(413, "Bảng tính quá lớn", "The workbook is too large"),
    SHEET_MISSING(422, "Thiếu trang tính", "The sheet is missing"),
    HEADER_MISSING(422, "Thiếu tiêu đề bảng", "The table header is missing"),
    TABLE_EMPTY(422, "Bảng không có dòng nào", "The table is empty");

    private final int status;
    private final Text title;

    TaskProblem(int status, String vi, String en) {
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
