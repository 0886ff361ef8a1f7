package vn.monitoring.report.evaluation;

import vn.monitoring.kit.text.Text;

/// What a year comes to.
public enum Classification {
    EXCELLENT("Hoàn thành xuất sắc nhiệm vụ", "Excellent"),
    GOOD("Hoàn thành tốt nhiệm vụ", "Good"),
    COMPLETED("Hoàn thành nhiệm vụ", "Completed"),
    NOT_COMPLETED("Không hoàn thành nhiệm vụ", "Not completed");

    private final Text title;

    Classification(String vi, String en) {
        this.title = new Text(vi, en);
    }

    public Text title() {
        return title;
    }
}
