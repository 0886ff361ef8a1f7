package vn.monitoring.task.money;

import vn.monitoring.kit.problem.ProblemType;
import vn.monitoring.kit.text.Text;

/// Why an amount is not taken.
enum MoneyProblem implements ProblemType {
    AMOUNT_REFUSED(422, "Số tiền không hợp lệ", "The amount is not valid"),
    SOURCE_REPEATED(422, "Nguồn vốn lặp lại", "A source is repeated"),
    CORRECTED_BEFORE(409, "Khoản chi đã được sửa", "The payment was corrected before"),
    PAYMENT_UNKNOWN(422, "Không có khoản chi này", "No such payment");

    private final int status;
    private final Text title;

    MoneyProblem(int status, String vi, String en) {
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
