package vn.monitoring.indicator.plan;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.target.Comparator;
import vn.monitoring.indicator.target.Confidence;
import vn.monitoring.indicator.target.Direction;
import vn.monitoring.indicator.target.Target;
import vn.monitoring.indicator.target.TargetContext;
import vn.monitoring.indicator.target.TargetFlag;
import vn.monitoring.indicator.target.TargetKind;
import vn.monitoring.indicator.target.TargetParser;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.text.Text;
import vn.monitoring.kit.text.Vietnamese;

/// How a person reads the text of a target, where the text alone does not tell.
///
/// @param comparator `=` for one figure without any, `IN` for a range
/// @param low the figure, or the lower bound of a range
/// @param unit the indicator's own when there is none
@Schema(name = "TargetReading")
record TargetReading(
        @NotNull TargetKind kind,
        @Nullable Comparator comparator,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        @Size(max = 100) @Nullable String unit,
        @Nullable Boolean soft,
        @Size(max = 300) @Nullable String condition) {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final TargetParser PARSER = new TargetParser();

    /// Reads the text that a decision sets for a day.
    ///
    /// @throws Problem TARGET_UNREADABLE when it asks for several things, for another day, or is in doubt
    static Target ofText(Indicator indicator, LocalDate due, String text) {
        String raw = Vietnamese.clean(text);
        TargetContext context = new TargetContext(
                indicator.measureUnit(),
                due,
                null,
                null,
                indicator.direction(),
                IndicatorReader.isGrowth(indicator.name()));
        List<Target> read = PARSER.parse(raw, context);
        Target target = read.getFirst();
        if (read.size() > 1 || target.provisional() || !due.equals(target.dueDate())) {
            String why = read.size() > 1
                    ? TargetFlag.COMPOUND_CELL.name()
                    : target.flags().stream().map(TargetFlag::name).collect(Collectors.joining(", "));
            throw new Problem(
                            PlanProblem.TARGET_UNREADABLE,
                            "Không đọc chắc chắn được «%s» cho mốc %s. Hãy ghi một giá trị cho một mốc, hoặc gửi kèm cách hiểu (reading)."
                                    .formatted(raw, due),
                            "«%s» cannot be read for certain for the milestone of %s. Give one value for one milestone, or send its reading too."
                                    .formatted(raw, due))
                    .violation("body", "raw", Text.same(why));
        }
        return target;
    }

    /// Takes this reading of the text.
    ///
    /// @throws Problem TARGET_INVALID when its parts contradict each other
    Target of(Indicator indicator, LocalDate due, String text) {
        String own = unit == null ? indicator.measureUnit() : unit;
        Target target = new Target(
                Vietnamese.clean(text),
                kind,
                settledComparator(indicator.direction()),
                low,
                high,
                figured() ? own : null,
                Boolean.TRUE.equals(soft),
                condition,
                due.getYear(),
                due,
                Set.of(),
                Confidence.HIGH,
                false);
        check(target, IndicatorReader.isGrowth(indicator.name()));
        return target;
    }

    private boolean figured() {
        return low != null;
    }

    private @Nullable Comparator settledComparator(Direction direction) {
        if (!figured()) {
            return kind == TargetKind.RELATIVE && comparator == null ? Comparator.GE : comparator;
        }
        if (kind == TargetKind.RANGE) {
            return Comparator.IN;
        }
        if (comparator != null) {
            return comparator;
        }
        return kind != TargetKind.MAINTAIN
                ? Comparator.EQ
                : direction == Direction.LOWER ? Comparator.LE : Comparator.GE;
    }

    private void check(Target target, boolean growth) {
        if (kind.numeric() && low == null) {
            throw invalid("low", "Loại mục tiêu này cần con số.", "This kind of target needs a figure.");
        }
        if (low != null && !kind.numeric() && kind != TargetKind.TREND_UP && kind != TargetKind.TREND_DOWN) {
            throw invalid("low", "Loại mục tiêu này không có con số.", "This kind of target has no figure.");
        }
        if ((kind == TargetKind.RANGE) != (high != null)) {
            throw invalid("high", "Chỉ khoảng giá trị có cận trên.", "A range, and only a range, has an upper bound.");
        }
        if (comparator == Comparator.IN && kind != TargetKind.RANGE) {
            throw invalid("comparator", "Chỉ dùng cho khoảng giá trị.", "For a range only.");
        }
        if (low == null) {
            return;
        }
        BigDecimal largest = high == null ? low : high;
        boolean tooMuch = target.share() && !growth && largest.compareTo(WHOLE) > 0;
        if (low.signum() < 0 || low.compareTo(largest) > 0 || tooMuch) {
            throw invalid("low", "Giá trị không thể có.", "An impossible value.");
        }
    }

    private static Problem invalid(String field, String vi, String en) {
        return new Problem(
                        PlanProblem.TARGET_INVALID,
                        "Cách hiểu mục tiêu không hợp lệ; hãy sửa trường được nêu rồi gửi lại.",
                        "The reading of the target is not valid; correct the field and send again.")
                .violation("body", "reading." + field, new Text(vi, en));
    }
}
