package vn.monitoring.report.webhook;

import vn.monitoring.kit.problem.ProblemType;
import vn.monitoring.kit.text.Text;

/// What can go wrong with webhooks.
public enum WebhookProblem implements ProblemType {
    WEBHOOK_EXISTS(409, "Địa chỉ nhận thông báo đã có", "Webhook exists"),
    WEBHOOK_DISABLED(409, "Địa chỉ nhận thông báo đang ngừng", "Webhook disabled"),
    WEBHOOK_URL_REFUSED(422, "Không gửi thông báo được đến địa chỉ này", "URL refused"),
    WEBHOOK_UNIT_AMBIGUOUS(422, "Chưa rõ đơn vị của địa chỉ nhận thông báo", "Unit not clear");

    private final int status;
    private final Text title;

    WebhookProblem(int status, String vi, String en) {
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
