package vn.monitoring.indicator.plan;

import vn.monitoring.kit.problem.ProblemType;
import vn.monitoring.kit.text.Text;

/// What can be wrong with a plan or its workbook as a whole.
public enum PlanProblem implements ProblemType {
    NOT_A_WORKBOOK(415, "Không phải bảng tính", "Not a workbook"),
    WORKBOOK_TOO_LARGE(413, "Bảng tính quá lớn", "The workbook is too large"),
    SHEET_MISSING(422, "Thiếu trang tính", "The sheet is missing"),
    HEADER_MISSING(422, "Thiếu tiêu đề bảng", "The table header is missing"),
    TABLE_EMPTY(422, "Bảng không có dòng nào", "The table is empty"),
    PLAN_UNIT_NOT_FOUND(404, "Không tìm thấy đơn vị của kế hoạch", "The plan's unit was not found"),
    PLAN_OF_ANOTHER_UNIT(422, "Bảng tính là của đơn vị khác", "The workbook is another unit's"),
    PLAN_INVALID(422, "Thông tin kế hoạch không hợp lệ", "Invalid description of the plan"),
    PLAN_EXISTS(409, "Kế hoạch đã có", "The plan exists"),
    PLAN_NOT_DRAFT(409, "Kế hoạch không phải dự thảo", "The plan is no draft"),
    PLAN_NOT_IN_FORCE(409, "Kế hoạch không còn hoặc chưa thực hiện", "The plan is not in force"),
    SUPERSESSION_IMPOSSIBLE(422, "Không thể thay thế như vậy", "Not a possible supersession"),
    PARENT_NOT_ABOVE(422, "Kế hoạch cấp trên không hợp lệ", "Not a plan above"),
    TARGET_NOT_IN_DOUBT(409, "Mục tiêu không chờ xác nhận", "The target waits for no confirmation"),
    TARGET_IN_CONFLICT(409, "Mục tiêu đang có mâu thuẫn", "The target is in conflict"),
    TARGET_NOT_CURRENT(409, "Mục tiêu không còn hiệu lực", "The target is no longer valid"),
    TARGET_EXISTS(409, "Mốc này đã có mục tiêu", "The milestone has a target"),
    TARGET_CHANGE_OVERLAPS(409, "Thay đổi chồng lấn", "The changes overlap"),
    TARGET_CHANGE_BEFORE_PLAN(422, "Thay đổi có hiệu lực trước kế hoạch", "The change begins before the plan"),
    TARGET_UNREADABLE(422, "Không đọc được mục tiêu", "The target cannot be read"),
    TARGET_INVALID(422, "Mục tiêu không hợp lệ", "Invalid target"),
    CONFLICT_OPEN(409, "Đã có mâu thuẫn chờ quyết định", "A conflict is open already"),
    CONFLICT_CLOSED(409, "Mâu thuẫn đã được giải quyết", "The conflict is settled already"),
    CONFLICT_INVALID(422, "Mâu thuẫn không hợp lệ", "Invalid conflict"),
    CANONICAL_UNKNOWN(422, "Không có chỉ tiêu chuẩn này", "Unknown canonical indicator");

    private final int status;
    private final Text title;

    PlanProblem(int status, String vi, String en) {
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
