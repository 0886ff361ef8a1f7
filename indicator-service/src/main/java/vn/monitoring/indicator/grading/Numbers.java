package vn.monitoring.indicator.grading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Numbers as each language writes them: `1.234,5` in Vietnamese offices, `1,234.5` in English. Dates are
/// dd/MM/yyyy in both.
enum Numbers {
    VI('.', ','),
    EN(',', '.');

    private final char thousands;
    private final char decimal;

    Numbers(char thousands, char decimal) {
        this.thousands = thousands;
        this.decimal = decimal;
    }

    /// At most two decimals, without trailing zeros.
    String plain(BigDecimal number) {
        BigDecimal rounded = number.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
        return write(rounded.scale() < 0 ? rounded.setScale(0) : rounded);
    }

    /// Exactly two decimals: for a level on a path.
    String fixed(BigDecimal number) {
        return write(number.setScale(2, RoundingMode.HALF_UP));
    }

    static String day(LocalDate date) {
        int day = date.getDayOfMonth();
        int month = date.getMonthValue();
        return (day < 10 ? "0" : "") + day + (month < 10 ? "/0" : "/") + month + "/" + date.getYear();
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

    private String write(BigDecimal number) {
        String text = number.abs().toPlainString();
        int point = text.indexOf('.');
        StringBuilder written = new StringBuilder(point < 0 ? text : text.substring(0, point));
        for (int at = written.length() - 3; at > 0; at -= 3) {
            written.insert(at, thousands);
        }
        if (number.signum() < 0) {
            written.insert(0, '-');
        }
        return point < 0
                ? written.toString()
                : written.append(decimal).append(text, point + 1, text.length()).toString();
    }
}
