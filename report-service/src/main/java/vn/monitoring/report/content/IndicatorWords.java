package vn.monitoring.report.content;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.Period.Frequency;
import vn.monitoring.report.fact.EarlierFigure;
import vn.monitoring.report.fact.IndicatorFigure;

/// Says one thing of an indicator, in words or as a cell of a table.
final class IndicatorWords {

    /// What a share may be counted in, in the order in which a name is searched for them.
    private static final List<String> THINGS = List.of(
            "hồ sơ",
            "thủ tục",
            "văn bản",
            "doanh nghiệp",
            "hợp tác xã",
            "hộ",
            "cán bộ",
            "người",
            "trường",
            "thôn",
            "nhiệm vụ",
            "cơ quan",
            "đơn vị");

    private IndicatorWords() {}

    static String name(IndicatorFigure indicator) {
        return indicator.number() == null ? indicator.name() : indicator.number() + ". " + indicator.name();
    }

    /// `72,1% (87/88)`, or that there is no figure.
    static String value(IndicatorFigure indicator) {
        if (indicator.value() == null) {
            return "chưa có số liệu";
        }
        String value = measured(indicator.value(), indicator);
        if (indicator.numerator() == null || indicator.denominator() == null) {
            return value;
        }
        return "%s (%s/%s)"
                .formatted(value, Vietnamese.number(indicator.numerator()), Vietnamese.number(indicator.denominator()));
    }

    /// Its status in words: a figure that could not be graded is not one that is lacking.
    static String status(IndicatorFigure indicator) {
        return indicator.status().equals("NO_DATA") && indicator.value() != null
                ? "chưa đủ cơ sở đánh giá"
                : Vietnamese.grade(indicator.status());
    }

    static String measured(BigDecimal value, IndicatorFigure indicator) {
        return Vietnamese.number(value) + unit(indicator);
    }

    private static String unit(IndicatorFigure indicator) {
        if (indicator.measureUnit() == null || indicator.measureUnit().isBlank()) {
            return "";
        }
        return isShare(indicator) ? "%" : " " + indicator.measureUnit();
    }

    private static boolean isShare(IndicatorFigure indicator) {
        return "%".equals(indicator.measureUnit());
    }

    /// `tăng 2,5 điểm so với quý trước; giảm 1 điểm so với cùng kỳ năm trước`; empty when there is nothing to compare.
    static String compared(IndicatorFigure indicator, @Nullable Frequency frequency) {
        if (frequency == null || indicator.value() == null) {
            return "";
        }
        StringJoiner said = new StringJoiner("; ");
        add(said, indicator, indicator.previous(), Vietnamese.previous(frequency));
        boolean apart = frequency != Frequency.YEAR && frequency != Frequency.NINE_MONTHS;
        if (apart) {
            add(said, indicator, indicator.lastYear(), "cùng kỳ năm trước");
        }
        return said.toString();
    }

    private static void add(
            StringJoiner said, IndicatorFigure indicator, @Nullable EarlierFigure earlier, String when) {
        if (earlier == null || earlier.value() == null || indicator.value() == null) {
            return;
        }
        BigDecimal difference = indicator.value().subtract(earlier.value());
        if (difference.signum() == 0) {
            said.add("không đổi so với " + when);
            return;
        }
        String by = Vietnamese.number(difference.abs()) + (isShare(indicator) ? " điểm" : unit(indicator));
        said.add((difference.signum() > 0 ? "tăng " : "giảm ") + by + " so với " + when);
    }

    /// `còn thiếu 37 hồ sơ`; empty when nothing is missing, or it cannot be counted.
    static String missing(IndicatorFigure indicator) {
        BigDecimal shortfall = indicator.shortfall();
        if (shortfall == null || shortfall.signum() <= 0 || indicator.shortfallMeasure() == null) {
            return "";
        }
        String number = Vietnamese.number(shortfall);
        return switch (indicator.shortfallMeasure()) {
            case "THINGS" -> "còn thiếu " + number + " " + thing(indicator.name());
            case "POINTS" -> "còn thiếu " + number + " điểm";
            case "OWN_UNIT" -> "còn thiếu " + number + unit(indicator);
            default -> "";
        };
    }

    private static String thing(String name) {
        String small = name.toLowerCase(Locale.of("vi", "VN"));
        return THINGS.stream().filter(small::contains).findFirst().orElse("trường hợp");
    }

    /// The overlays of the grade, joined; empty for none.
    static String remarks(IndicatorFigure indicator) {
        List<String> remarks = new ArrayList<>();
        if (indicator.provisional()) {
            remarks.add("tạm tính");
        }
        if (indicator.regressing()) {
            remarks.add("xấu đi so với kỳ trước");
        }
        if (indicator.atRisk()) {
            remarks.add("có nguy cơ không đạt");
        }
        return String.join(", ", remarks);
    }

    /// `năm 2026 ≥ 80%`; empty without a target.
    static String target(IndicatorFigure indicator) {
        if (indicator.target() == null || !indicator.target().hasNonNull("raw")) {
            return "";
        }
        String raw = indicator.target().get("raw").asText();
        return indicator.target().hasNonNull("year")
                ? "năm " + indicator.target().get("year").asInt() + " " + raw
                : raw;
    }
}
