package vn.monitoring.task.importing;

import vn.monitoring.kit.sheet.Finding;
import vn.monitoring.kit.text.Text;

/// What a task table can hold that a person should look at.
enum TaskFinding {
    EMBEDDED_CADENCE(
            "Lịch họp hoặc hạn xử lý nằm trong tên nhiệm vụ; đề xuất lập lịch riêng.",
            "A schedule or a time limit stands in the task's name; consider a schedule of its own."),
    MULTI_LEAD(
            "Nhiều đơn vị chủ trì: đơn vị đầu là chủ trì chính, còn lại đồng chủ trì. Hãy xác nhận khi giao.",
            "Several leads: the first is the main one, the others co-lead. Confirm at the assignment."),
    LEAD_EQ_COORD(
            "Đơn vị chủ trì trùng đơn vị phối hợp; hãy chỉ rõ một đầu mối.",
            "The lead is also the coordinating agency; name one agency in charge."),
    COLLECTIVE_LEAD(
            "Chủ trì là một tập thể; hãy giao một đầu mối hoặc nhân bản nhiệm vụ theo đơn vị.",
            "The lead is a collective; name one agency or give each its own task."),
    LEAD_UNKNOWN(
            "Không nhận ra đơn vị chủ trì; tạm giao cho đơn vị ban hành. Hãy chọn đơn vị khi giao việc.",
            "The lead is not a known unit; the issuing unit stands in. Choose the unit at the assignment."),
    LEAD_MISSING(
            "Không có đơn vị chủ trì; tạm giao cho đơn vị ban hành.", "No lead is given; the issuing unit stands in."),
    LEAD_MISMATCH(
            "Nội dung nhắc đến cơ quan khác với đơn vị chủ trì; hãy xác nhận.",
            "The text names another agency than the lead; confirm it."),
    TARGET_IN_TASK(
            "Chỉ tiêu định lượng nằm trong ô nhiệm vụ hoặc sản phẩm; cân nhắc lập chỉ tiêu.",
            "A figure to be reached stands in the task or its deliverable; consider an indicator."),
    COMPOUND_CELL("Một ô chứa nhiều mốc; hãy tách từng mốc.", "One cell holds several milestones; split them."),
    TARGET_OUTSIDE_PERIOD(
            "Mốc của chỉ tiêu nằm ngoài thời gian thực hiện của nhiệm vụ.",
            "The year of the figure lies outside of the task's time."),
    PAST_DEADLINE(
            "Hạn trước ngày ban hành kế hoạch; nhiệm vụ được nhập như đã đến hạn.",
            "The deadline is before the plan was issued; the task is taken as due."),
    DEADLINE_MISSING(
            "Chưa xác định thời hạn; nhiệm vụ không chấm được tiến độ và thiếu «rõ thời gian».",
            "No deadline; the task cannot be judged and lacks the \"when\" of the six clears."),
    DEADLINE_UNREADABLE(
            "Không đọc được thời hạn; hãy ghi ngày, tháng, quý hoặc năm.",
            "The deadline cannot be read; write a day, a month, a quarter or a year."),
    IMPOSSIBLE_DATE("Ngày, tháng hoặc quý không có trong lịch.", "No calendar has this day, month or quarter."),
    STRICT_BEFORE(
            "«Trước» mốc này: hạn là ngày liền trước.", "\"Before\" this point: the day before it is the last one."),
    BASICALLY_DONE(
            "«Cơ bản hoàn thành» chưa có thước đo; hãy làm rõ phần còn lại.",
            "\"Done in the main\" has no measure; say what may remain."),
    DELIVERABLE_IN_TIMING(
            "Sản phẩm nằm trong ô thời gian; cân nhắc chuyển sang sản phẩm đầu ra.",
            "A deliverable stands in the deadline's cell; consider moving it."),
    OPEN_END("Có bắt đầu nhưng không có kết thúc; hiểu là hằng năm.", "A beginning without an end; read as yearly."),
    SCHEDULE_IN(
            "Lịch cụ thể nằm trong văn bản khác; hãy kiểm tra văn bản đó.",
            "Another document holds the schedule; look there."),
    SEVERAL_DATES("Nhiều thời hạn trong một ô; lấy thời hạn cuối.", "Several deadlines in one cell; the last counts."),
    YEAR_FROM_PLAN("Thời hạn không ghi năm; lấy năm của kế hoạch.", "The deadline has no year; the plan's was taken."),
    SCOPE_DRIFT(
            "Phạm vi ghi là cấp tỉnh trong kế hoạch cấp xã; hãy xác nhận.",
            "The text speaks of the whole province in a commune's plan; confirm it."),
    WRONG_GROUP(
            "Nội dung có vẻ thuộc nhóm khác trong bảng; hãy kiểm tra.",
            "The task seems to belong to another group of the table; check it."),
    SPELLING_VARIANT(
            "Một tên viết nhiều cách trong bảng; được hiểu là một.", "One name is spelled several ways; read as one."),
    NO_COORD_OUTPUT(
            "Bảng không có đơn vị phối hợp, sản phẩm và người chỉ đạo: các nhiệm vụ thiếu thành phần «6 rõ».",
            "The table has no coordinators, deliverables and directors: its tasks lack parts of the six clears."),
    NO_DIRECTOR_OUTPUT(
            "Bảng không có cột người chỉ đạo hoặc sản phẩm; cột «Đánh giá» được dùng làm kết quả.",
            "The table has no directors or deliverables; the column \"Đánh giá\" stands in for the result."),
    DUPLICATE_REJECTED("Dòng trùng hoàn toàn với dòng khác; không nhập.", "The row repeats another one; not taken."),
    NOT_IN_SHEET(
            "Nhiệm vụ đã nhập trước đây không còn trong bảng; vẫn giữ nguyên.",
            "A task imported before is no longer in the table; it is kept.");

    private final Text message;

    TaskFinding(String vi, String en) {
        this.message = new Text(vi, en);
    }

    Finding at(String place, String verbatim) {
        return new Finding(name(), place, verbatim, message);
    }
}
