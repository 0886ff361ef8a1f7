package vn.monitoring.task.task;

/// A step in the life of a task, with its name for the user.
public enum TaskStep {
    ASSIGN("giao", "be assigned"),
    ACKNOWLEDGE("tiếp nhận", "be acknowledged"),
    PROGRESS("cập nhật tiến độ", "take a progress update"),
    SUBMIT("nộp", "be submitted"),
    COMPLETE("nghiệm thu", "be accepted"),
    SEND_BACK("trả lại", "be returned"),
    PAUSE("tạm dừng", "be paused"),
    RESUME("tiếp tục", "be resumed"),
    CANCEL("hủy", "be cancelled"),
    SUPERSEDE("thay thế", "be superseded");

    private final String vi;
    private final String en;

    TaskStep(String vi, String en) {
        this.vi = vi;
        this.en = en;
    }

    String vi() {
        return vi;
    }

    String en() {
        return en;
    }
}
