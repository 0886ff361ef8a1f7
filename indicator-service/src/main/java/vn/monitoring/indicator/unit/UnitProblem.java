package vn.monitoring.indicator.unit;

import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.problem.ProblemType;
import vn.monitoring.kit.text.Text;

/// What can be wrong with a batch of units, as a whole or in one row, and with a change of a unit.
public enum UnitProblem implements ProblemType {
    UNITS_UNREADABLE(400, "Không đọc được danh sách đơn vị", "Unreadable list of units"),
    UNITS_HEADER_MISSING(422, "Thiếu cột trong danh sách đơn vị", "A column is missing in the list of units"),
    UNITS_EMPTY(422, "Danh sách đơn vị không có dòng nào", "The list of units has no row"),
    BATCH_TOO_LARGE(413, "Danh sách đơn vị quá dài", "The list of units is too long"),
    BAD_UNIT_CODE(422, "Mã đơn vị không hợp lệ", "Invalid unit code"),
    BAD_UNIT_FIELD(422, "Giá trị không hợp lệ", "Invalid value"),
    DUPLICATE_UNIT_ROW(409, "Đơn vị có hai dòng", "The unit stands twice"),
    UNKNOWN_PARENT(422, "Không có đơn vị cấp trên", "Unknown parent unit"),
    UNIT_CYCLE(422, "Đơn vị nằm dưới chính nó", "The unit lies below itself"),
    UNIT_OUT_OF_SCOPE(404, "Không tìm thấy đơn vị trong phạm vi", "No such unit within your units"),
    UNIT_DECIDED(409, "Đơn vị đã có quyết định", "A decision stands against it"),
    UNIT_CEASED(409, "Đơn vị đã chấm dứt", "The unit has ceased"),
    LATER_CHANGE(409, "Đã có thay đổi của ngày sau", "A later change is recorded"),
    NOTHING_CHANGES(422, "Không có gì thay đổi", "Nothing would change"),
    BEFORE_FIRST_DAY(422, "Trước ngày thành lập", "Before the unit's first day"),
    RECLASSIFICATION_IMPOSSIBLE(422, "Không thể xếp loại như vậy", "Not a possible reclassification"),
    MERGER_IMPOSSIBLE(422, "Không thể sáp nhập như vậy", "Not a possible merger"),
    NOT_APPLIED(424, "Không ghi vì dòng khác có lỗi", "Not written because another row failed");

    private final int status;
    private final Text title;

    UnitProblem(int status, String vi, String en) {
        this.status = status;
        this.title = new Text(vi, en);
    }

    /// The answer to what can no longer be done with a unit, since it has ceased.
    public static Problem ceased(Unit unit) {
        String successor = unit.successorCode();
        return new Problem(
                UNIT_CEASED,
                "Đơn vị %s đã chấm dứt sau ngày %s%s; hãy dùng đơn vị kế thừa."
                        .formatted(unit.code(), unit.validTo(), successor == null ? "" : ", nhập vào " + successor),
                "Unit %s ceased after %s%s; use its successor."
                        .formatted(unit.code(), unit.validTo(), successor == null ? "" : ", merged into " + successor));
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
