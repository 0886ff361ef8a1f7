package vn.monitoring.indicator.plan;

import vn.monitoring.indicator.target.TargetFlag;
import vn.monitoring.kit.sheet.Finding;
import vn.monitoring.kit.text.Text;

/// What the import of indicators can find in a row, beside what reading any table finds.
enum IndicatorFinding {
    STRAY_CHAR(
            "Ô có ký tự thừa nên giá trị đọc được chưa chắc đúng; hãy đối chiếu văn bản gốc rồi xác nhận.",
            "A stray character makes the reading doubtful; check the document, then confirm."),
    UNIT_FROM_COLUMN(
            "Ô không có dấu %; lấy theo cột đơn vị tính.", "The cell has no percent sign; taken from the unit column."),
    UNIT_MISSING(
            "Không rõ đơn vị tính của giá trị; hãy bổ sung cột đơn vị tính.",
            "The figure has no unit; add it in the unit column."),
    UNIT_CONFLICT(
            "Đơn vị trong ô khác cột đơn vị tính; đã lấy theo ô, hãy kiểm tra.",
            "The cell's unit differs from the unit column's; the cell's was taken, please check."),
    UNIT_FORM_MISMATCH(
            "Đơn vị tính là % nhưng giá trị bằng lời; chấm theo thang định tính, hoặc hãy ghi con số.",
            "The unit is % but the value is in words; judged on the rubric unless a figure is given."),
    UNIT_ERROR(
            "Đơn vị viết sai (Gbps đã là trên giây); giữ nguyên văn, hiểu là Gbps.",
            "The unit is wrong (Gbps is per second already); kept as printed, read as Gbps."),
    ZERO_TARGET(
            "Giá trị 0 của chỉ tiêu càng cao càng tốt: coi như năm đó chưa đặt mục tiêu.",
            "Zero where higher is better: taken as no target for that year."),
    GE_100_MEANS_EQ_100(
            "Tỷ lệ không thể vượt 100%: «≥ 100%» được hiểu là = 100%.",
            "A share cannot exceed 100%: «≥ 100%» is read as = 100%."),
    IMPOSSIBLE_VALUE(
            "Giá trị không thể có (tỷ lệ trên 100%, số âm hoặc khoảng ngược); hãy sửa hoặc xác nhận.",
            "An impossible value (share above 100%, negative, or bounds reversed); correct or confirm it."),
    NEED_BASELINE(
            "Mức tăng, giảm cần số liệu kỳ gốc để chấm; hãy nhập kỳ gốc.",
            "A change needs a baseline to be judged; enter the baseline."),
    COMPOUND_TEXT(
            "Một ô có hai ý; hãy tách thành hai chỉ tiêu nếu cần theo dõi riêng.",
            "One cell asks for two things; split it if they are to be followed apart."),
    COMPOUND_CELL(
            "Một ô có nhiều mốc; đã tách thành từng mốc.", "One cell holds several milestones; they were separated."),
    SEVERAL_VALUES(
            "Một ô có nhiều giá trị không ghi năm; đã lấy giá trị đầu, hãy xác nhận.",
            "One cell holds several figures without years; the first was taken, please confirm."),
    NUMBER_IN_TEXT(
            "Ô bằng lời có con số không phải giá trị mục tiêu; hãy kiểm tra.",
            "The words hold a number that is not the target's figure; please check."),
    AMBIGUOUS_NUMBER(
            "Dấu phẩy có thể là phần thập phân hoặc hàng nghìn; hãy xác nhận.",
            "The comma may be decimal or for thousands; please confirm."),
    NO_YEAR(
            "Chỉ tiêu không ghi năm; tạm lấy năm cuối của kế hoạch.",
            "The target names no year; the plan's last year was taken."),
    YEAR_MISSING("Không xác định được năm của mục tiêu; hãy bổ sung.", "The target's year is unknown; add it."),
    YEAR_CONFLICT(
            "Năm trong ô khác năm của cột; đã lấy theo ô.",
            "The cell's year differs from the column's; the cell's was taken."),
    STRICT_BEFORE(
            "«trước» một năm nghĩa là đến hết 31/12 năm liền trước.",
            "«before» a year means until 31 December of the year before."),
    STRICT_GT(
            "«trên» là lớn hơn hẳn: đúng bằng thì chưa đạt.",
            "«above» is strict: exactly the figure does not meet it."),
    APPROX("«khoảng» chấp nhận lệch ±5% giá trị.", "«about» accepts ±5% of the figure."),
    DASH_VARIANT(
            "Khoảng giá trị dùng gạch nối dài; đã hiểu là «từ … đến».",
            "The range is written with a long dash; read as «from … to»."),
    NON_MONOTONIC(
            "Mốc sau thấp hơn mốc trước; lộ trình đi theo số liệu của kế hoạch, hãy kiểm tra.",
            "A later milestone asks for less than an earlier one; the path follows the plan, please check."),
    FLAT_TARGET(
            "Hai mốc liên tiếp bằng nhau: coi là duy trì, không nội suy.",
            "Two milestones in a row are equal: to be held, not interpolated."),
    VALUE_CONFLICT(
            "Cùng một chỉ tiêu có hai giá trị khác nhau; người có thẩm quyền phải chọn một.",
            "The same indicator has two different values; somebody in charge has to choose."),
    UNREADABLE(
            "Không đọc được giá trị mục tiêu; hãy sửa ô hoặc xác nhận.",
            "The target cannot be read; correct or confirm it."),
    NO_TARGET("Dòng không có giá trị mục tiêu nào.", "The row has no target at all."),
    NO_YEAR_COLUMN(
            "Cột mục tiêu không ghi năm; lấy năm của kế hoạch.",
            "The target column names no year; the plan's year was taken."),
    ACTIVITY_AS_INDICATOR(
            "Tên là hoạt động, không phải đại lượng đo được; hãy xác định tử số và mẫu số.",
            "The name is an activity, not a measure; define its numerator and denominator."),
    MISSING_SUBJECT(
            "Tên chỉ tiêu thiếu chủ ngữ (tỷ lệ của cái gì?); hãy bổ sung.",
            "The name lacks its subject (a share of what?); add it."),
    DUPLICATE_ROW(
            "Dòng trùng hoàn toàn với một dòng trước; không nhập lại.",
            "The row repeats an earlier one; it was not taken."),
    SAME_NAME_ELSEWHERE(
            "Một chỉ tiêu cùng tên, cùng giá trị nằm ở nhóm khác; kiểm tra có phải là một.",
            "An indicator of the same name and targets stands in another group; check whether they are one."),
    MULTI_LEAD(
            "Có nhiều cơ quan chủ trì; cơ quan ghi đầu chịu trách nhiệm chính.",
            "Several lead agencies; the first one is responsible."),
    COLLECTIVE_LEAD(
            "Chủ trì ghi chung, không nêu tên cơ quan; hãy giao đầu mối.",
            "The lead is named collectively; appoint one agency."),
    UNKNOWN_LEAD(
            "Không có đơn vị nào mang tên này; giao cho đơn vị ban hành, hãy bổ sung tên gọi khác của đơn vị.",
            "No unit goes by this name; left with the issuing unit, add the alias to the unit."),
    DENOMINATOR_DRIFT(
            "Kế hoạch tính trên đối tượng khác với danh mục (mẫu số khác nhau): không cộng gộp khi chưa thống nhất; hãy xác nhận.",
            "The plan counts among others than the catalogue (another denominator): not to be added up as it is; confirm."),
    UNIT_DRIFT(
            "Đơn vị tính khác với danh mục; hãy kiểm tra liên kết hoặc đơn vị.",
            "The unit differs from the catalogue's; check the link or the unit."),
    COMPARATOR_DRIFT(
            "Dấu so sánh ngược chiều với danh mục; hãy kiểm tra liên kết hoặc mục tiêu.",
            "The comparison goes the other way than the catalogue's; check the link or the target."),
    SAME_CATALOGUE_ENTRY(
            "Một chỉ tiêu khác của kế hoạch đã ứng với cùng mục trong danh mục; số liệu chỉ tính một lần, hãy giữ một liên kết.",
            "Another indicator of the plan is the same entry of the catalogue; the fact counts once, keep one link."),
    PROSE_CONFLICT(
            "Phần lời và bảng ghi hai giá trị khác nhau; người có thẩm quyền phải chọn một, trước đó chưa chấm điểm.",
            "Prose and table give two different values; somebody in charge has to choose, and until then it is not graded."),
    COMPARATOR_CONFLICT(
            "Phần lời và bảng khác dấu so sánh nhưng cùng con số; coi là một.",
            "Prose and table compare in different ways with the same figure; taken as one."),
    FORM_CONFLICT(
            "Phần lời và bảng khác hình thức (con số, bằng lời hoặc để trống); giữ theo bảng, hãy kiểm tra.",
            "Prose and table differ in form (a figure, words or nothing); the table's was kept, please check."),
    STATEMENT_UNMATCHED(
            "Không tìm thấy chỉ tiêu hoặc mốc mà phần lời nêu; hãy kiểm tra số, tên và năm.",
            "The table has no indicator or milestone for what the prose says; check number, name and year."),
    DECIDED_SINCE(
            "Mục tiêu đã được thay đổi bằng quyết định sau khi ban hành; giữ theo quyết định.",
            "A decision has changed the target since; the decided one is kept."),
    MISSING_FROM_FILE(
            "Chỉ tiêu đã có trong kế hoạch nhưng tệp này không có; vẫn giữ lại.",
            "The indicator is in the plan but not in this file; it was kept.");

    private final Text message;

    IndicatorFinding(String vi, String en) {
        message = new Text(vi, en);
    }

    Finding at(String place, String verbatim) {
        return new Finding(name(), place, verbatim, message);
    }

    /// The finding that tells a reader of the import about a target's flag.
    static IndicatorFinding of(TargetFlag flag) {
        return switch (flag) {
            case STRAY_CHAR -> STRAY_CHAR;
            case UNIT_FROM_COLUMN -> UNIT_FROM_COLUMN;
            case UNIT_MISSING -> UNIT_MISSING;
            case UNIT_CONFLICT -> UNIT_CONFLICT;
            case ZERO_TARGET -> ZERO_TARGET;
            case GE_100_MEANS_EQ_100 -> GE_100_MEANS_EQ_100;
            case IMPOSSIBLE_VALUE -> IMPOSSIBLE_VALUE;
            case NEED_BASELINE -> NEED_BASELINE;
            case COMPOUND_TEXT -> COMPOUND_TEXT;
            case COMPOUND_CELL -> COMPOUND_CELL;
            case SEVERAL_VALUES -> SEVERAL_VALUES;
            case NUMBER_IN_TEXT -> NUMBER_IN_TEXT;
            case AMBIGUOUS_NUMBER -> AMBIGUOUS_NUMBER;
            case YEAR_FROM_PLAN -> NO_YEAR;
            case YEAR_MISSING -> YEAR_MISSING;
            case YEAR_CONFLICT -> YEAR_CONFLICT;
            case STRICT_BEFORE -> STRICT_BEFORE;
            case NON_MONOTONIC -> NON_MONOTONIC;
            case FLAT_TARGET -> FLAT_TARGET;
            case VALUE_CONFLICT -> VALUE_CONFLICT;
            case UNREADABLE -> UNREADABLE;
        };
    }
}
