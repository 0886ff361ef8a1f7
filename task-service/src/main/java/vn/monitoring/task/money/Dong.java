package vn.monitoring.task.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.text.Text;

/// Amounts of money: whole đồng, below a million billion.
final class Dong {

    private static final BigDecimal LIMIT = BigDecimal.TEN.pow(15);

    private Dong() {}

    /// The amount without a scale.
    /// @throws Problem 422 below zero, with a fraction of a đồng, or too large to be meant
    static BigDecimal require(String field, BigDecimal amount) {
        if (amount.signum() < 0) {
            throw refused(field, "Không được âm.", "May not be negative.");
        }
        if (amount.compareTo(LIMIT) >= 0) {
            throw refused(field, "Phải nhỏ hơn một triệu tỷ đồng.", "Must be below 1,000,000,000,000,000.");
        }
        if (amount.stripTrailingZeros().scale() > 0) {
            throw refused(field, "Phải là số đồng nguyên.", "Must be whole đồng.");
        }
        return amount.setScale(0, RoundingMode.UNNECESSARY);
    }

    /// As [#require], and more than nothing.
    static BigDecimal requirePositive(String field, BigDecimal amount) {
        BigDecimal whole = require(field, amount);
        if (whole.signum() == 0) {
            throw refused(field, "Phải lớn hơn 0.", "Must be more than 0.");
        }
        return whole;
    }

    private static Problem refused(String field, String vi, String en) {
        return new Problem(
                        MoneyProblem.AMOUNT_REFUSED,
                        "Số tiền phải là số đồng nguyên, không âm. Để sửa một khoản chi, hãy nhập khoản mới với corrects.",
                        "Amounts are whole đồng and not negative. To correct a payment enter a new one with corrects.")
                .violation("body", field, new Text(vi, en));
    }
}
