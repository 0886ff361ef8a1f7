package vn.monitoring.indicator.grading;

/// What is said of an indicator on a date, with its name in both languages.
public enum GradeStatus {
    ACHIEVED("đạt", "achieved"),
    ON_TRACK("đúng lộ trình", "on track"),
    SLIGHTLY_BEHIND("chậm nhẹ", "slightly behind"),
    BEHIND("chậm", "behind"),
    MISSED("không đạt", "missed"),
    NOT_DUE("chưa đến kỳ", "not due"),
    NO_TARGET("không đặt mục tiêu", "no target"),
    NO_DATA("chưa đủ dữ liệu", "not enough data");

    private final String vi;
    private final String en;

    GradeStatus(String vi, String en) {
        this.vi = vi;
        this.en = en;
    }

    public String vi() {
        return vi;
    }

    public String en() {
        return en;
    }

    /// True where a figure was held against a target: the colours of a chart, as opposed to its greys.
    public boolean isJudged() {
        return switch (this) {
            case ACHIEVED, ON_TRACK, SLIGHTLY_BEHIND, BEHIND, MISSED -> true;
            case NOT_DUE, NO_TARGET, NO_DATA -> false;
        };
    }
}
