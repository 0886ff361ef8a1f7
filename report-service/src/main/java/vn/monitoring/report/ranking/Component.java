package vn.monitoring.report.ranking;

import vn.monitoring.kit.text.Text;

/// What a ranking weighs (domain.md, "Ranking"), each with the definition that clients are shown.
public enum Component {
    TASKS_ON_TIME(
            "Nhiệm vụ đúng hạn",
            "Tasks on time",
            "Tử số: nhiệm vụ đến hạn trong kỳ đã hoàn thành trước hạn hoặc đúng hạn, tính theo ngày gửi kết quả được nghiệm thu. "
                    + "Mẫu số: nhiệm vụ đến hạn trong kỳ; việc định kỳ tính theo từng lần đến hạn; không tính việc đã hủy, "
                    + "tạm dừng, hoặc đã gửi đúng hạn và đang chờ nghiệm thu.",
            "Numerator: tasks due in the period that were done early or on time, by the day of the submission that was accepted. "
                    + "Denominator: tasks due in the period; a recurring task counts with each due occurrence; without those "
                    + "cancelled, paused, or submitted in time and under review."),
    INDICATORS(
            "Chỉ tiêu",
            "Indicators",
            "Đạt hoặc đúng lộ trình 1 điểm, chậm nhẹ theo chính sách, còn lại 0, trên số chỉ tiêu đã xếp loại. Chỉ tiêu chưa đến kỳ, "
                    + "không đặt mục tiêu, chưa đủ dữ liệu không tính; kết quả không vượt tỷ lệ bao phủ dữ liệu.",
            "Achieved or on track 1, slightly behind as the policy says, else 0, of the graded indicators. Not due, without target "
                    + "and without data do not count; the result is capped by the coverage."),
    MONTHLY_UPDATE(
            "Cập nhật hằng tháng",
            "Monthly update",
            "Tử số: nhiệm vụ có cập nhật hợp lệ trong cửa sổ của tháng. Mẫu số: nhiệm vụ đang mở trong tháng; cộng các tháng của kỳ.",
            "Numerator: tasks with a valid update within the month's window. Denominator: tasks open in the month; summed over the "
                    + "period's months."),
    DATA_QUALITY(
            "Chất lượng số liệu",
            "Data quality",
            "Tử số: số liệu vừa chính thức (đã xác nhận, không tạm tính, không mâu thuẫn), vừa có tử số và mẫu số (hoặc là số đếm), vừa "
                    + "thuộc kỳ kết thúc trong kỳ xếp hạng. Mẫu số: số liệu đã dùng để xếp loại chỉ tiêu.",
            "Numerator: figures that are firm (verified, not provisional, without conflict), are counted (numerator and denominator, or "
                    + "no share), and speak of a period that ends in the ranked one. Denominator: figures by which indicators "
                    + "were graded."),
    FEEDBACK(
            "Phản ánh kiến nghị đúng hạn",
            "Feedback on time",
            "Tử số: phản ánh, kiến nghị được trả lời đúng hạn. Mẫu số: phản ánh, kiến nghị đến hạn trả lời trong kỳ.",
            "Numerator: feedback answered by its due date. Denominator: feedback whose answer was due in the period.");

    private final Text title;
    private final Text definition;

    Component(String vi, String en, String viDefinition, String enDefinition) {
        this.title = new Text(vi, en);
        this.definition = new Text(viDefinition, enDefinition);
    }

    public Text title() {
        return title;
    }

    public Text definition() {
        return definition;
    }
}
