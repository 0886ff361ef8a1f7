package vn.monitoring.indicator.grading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Numbers and dates as Vietnamese offices write them: decimal comma, dots between thousands, dd/MM/yyyy.
final class Numbers {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    private Numbers() {}

    /// At most two decimals, without trailing zeros.
    static String plain(BigDecimal number) {
        BigDecimal rounded = number.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
        return write(rounded.scale() < 0 ? rounded.setScale(0) : rounded);
    }

    /// Exactly two decimals: for a level on a path.
    static String fixed(BigDecimal number) {
        return write(number.setScale(2, RoundingMode.HALF_UP));
    }

    static String day(LocalDate date) {
        return DAY.format(date);
    }

    /// `73%`, `38% GRDP`, `12 doanh nghiệp`.
    static String withUnit(String number, boolean percentage, @Nullable String unit) {
        if (percentage) {
            return unit != null && unit.startsWith("%") ? number + unit : number + "%";
        }
        return unit == null || unit.isBlank() ? number : number + " " + inSentence(unit);
    }

    /// The name of what is counted as it stands after a number: "Số doanh nghiệp" → "doanh nghiệp"; abbreviations stay.
    static String inSentence(String counted) {
        String name = counted.strip();
        if (name.toLowerCase(Locale.ROOT).startsWith("số ")) {
            name = name.substring(3).strip();
        }
        boolean abbreviation = name.length() > 1 && Character.isUpperCase(name.charAt(1));
        return abbreviation || name.isEmpty()
                ? name
                : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private static String write(BigDecimal number) {
        String[] parts = number.abs().toPlainString().split("\\.", -1);
        StringBuilder whole = new StringBuilder(parts[0]);
        for (int at = whole.length() - 3; at > 0; at -= 3) {
            whole.insert(at, '.');
        }
        String sign = number.signum() < 0 ? "-" : "";
        return parts.length == 1 ? sign + whole : sign + whole + "," + parts[1];
    }
}
