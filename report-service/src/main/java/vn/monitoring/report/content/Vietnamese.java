package vn.monitoring.report.content;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import vn.monitoring.kit.calendar.Period;
import vn.monitoring.kit.calendar.Period.Frequency;
import vn.monitoring.report.period.ReportPeriod;

/// How a Vietnamese report writes dates, numbers, periods and the names of statuses.
public final class Vietnamese {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final List<String> QUARTERS = List.of("I", "II", "III", "IV");
    private static final int MOST_DECIMALS = 2;

    private Vietnamese() {}

    public static String day(LocalDate date) {
        return DAY.format(date);
    }

    /// With a decimal comma, dots between thousands and no needless zeros: `72,1`, `12.345,5`.
    public static String number(BigDecimal value) {
        DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
        symbols.setDecimalSeparator(',');
        symbols.setGroupingSeparator('.');
        DecimalFormat format = new DecimalFormat("#,##0", symbols);
        format.setMaximumFractionDigits(MOST_DECIMALS);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
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

    /// A call outside of the calendar is named by its number in the year.
    public static String period(ReportPeriod period) {
        Period regular = period.regular();
        return regular == null
                ? "đột xuất số %d năm %d".formatted(period.numberOfCall(), period.year())
                : period(regular);
    }

    /// The period before one of this frequency.
    static String previous(Frequency frequency) {
        return switch (frequency) {
            case MONTH -> "tháng trước";
            case QUARTER -> "quý trước";
            case HALF_YEAR -> "kỳ 6 tháng trước";
            case NINE_MONTHS -> "cùng kỳ năm trước";
            case YEAR -> "năm trước";
        };
    }

    /// The grade's status in words.
    public static String grade(String status) {
        return switch (status) {
            case "ACHIEVED" -> "đạt";
            case "ON_TRACK" -> "đúng lộ trình";
            case "SLIGHTLY_BEHIND" -> "chậm nhẹ";
            case "BEHIND" -> "chậm";
            case "MISSED" -> "không đạt";
            case "NOT_DUE" -> "chưa đến kỳ đánh giá";
            case "NO_TARGET" -> "không đặt mục tiêu";
            case "NO_DATA" -> "chưa có số liệu";
            default -> "chưa phân loại";
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
            default -> "chưa phân loại";
        };
    }

    /// With its first letter large, as a cell or a bar begins.
    static String capitalised(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.of("vi", "VN")) + text.substring(1);
    }
}
