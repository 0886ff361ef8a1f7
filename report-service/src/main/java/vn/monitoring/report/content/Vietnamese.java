package vn.monitoring.report.content;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import vn.monitoring.kit.calendar.Period;

/// How a Vietnamese report writes dates, numbers, periods and the names of statuses.
public final class Vietnamese {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/yyyy");
    private static final List<String> QUARTERS = List.of("I", "II", "III", "IV");

    private Vietnamese() {}

    public static String day(LocalDate date) {
        return DAY.format(date);
    }

    /// With a decimal comma and no needless zeros: `72,1`.
    public static String number(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString().replace('.', ',');
    }

    public static String period(Period period) {
        String year = " năm " + period.year();
        return switch (period.frequency()) {
            case MONTH -> "tháng " + period.number() + year;
            case QUARTER -> "quý " + QUARTERS.get(period.number() - 1) + year;
            case HALF_YEAR -> (period.number() == 1 ? "6 tháng đầu" : "6 tháng cuối") + year;
            case NINE_MONTHS -> "9 tháng đầu" + year;
            case YEAR -> "năm " + period.year();
        };
    }

    /// The grade's status in words; a status of a later grading policy stays a code.
    public static String grade(String status) {
        return switch (status) {
            case "ACHIEVED" -> "đạt";
            case "ON_TRACK" -> "đúng lộ trình";
            case "SLIGHTLY_BEHIND" -> "chậm nhẹ";
            case "BEHIND" -> "chậm";
            case "MISSED" -> "không đạt";
            case "NOT_DUE" -> "chưa đến kỳ đánh giá";
            case "NO_TARGET" -> "không đặt mục tiêu";
            case "NO_DATA" -> "chưa đủ dữ liệu";
            default -> status;
        };
    }

    public static String timeliness(String timeliness) {
        return switch (timeliness) {
            case "DONE_EARLY" -> "hoàn thành trước hạn";
            case "ON_TIME" -> "hoàn thành đúng hạn";
            case "LATE" -> "hoàn thành quá hạn";
            case "NOT_STARTED" -> "chưa triển khai";
            case "WITHIN_TIME" -> "đang thực hiện, trong hạn";
            case "DUE_SOON" -> "sắp đến hạn";
            case "OVERDUE" -> "quá hạn";
            case "KEPT_UP" -> "thường xuyên, cập nhật đầy đủ";
            case "UPDATE_LATE" -> "thường xuyên, chậm cập nhật";
            case "NO_DEADLINE" -> "chưa xác định thời hạn";
            case "DROPPED" -> "đã hủy hoặc được thay thế";
            default -> timeliness;
        };
    }
}
