package vn.monitoring.indicator.target;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What stands around a target cell and is needed to read it.
///
/// @param unit the unit column's text; a text in brackets such as "(định tính)" names no unit
/// @param due the last day of the column's milestone, null for a column without a year
/// @param planYear the year of an annual plan
/// @param horizonEnd the last year of the plan's horizon
/// @param growth true when the figure is a growth or a comparison, so that more than 100 percent is possible
public record TargetContext(
        @Nullable String unit,
        @Nullable LocalDate due,
        @Nullable Integer planYear,
        @Nullable Integer horizonEnd,
        Direction direction,
        boolean growth) {

    /// A column of one year in a plan where higher is better.
    public static TargetContext of(@Nullable String unit, int year) {
        return new TargetContext(unit, LocalDate.of(year, 12, 31), null, null, Direction.HIGHER, false);
    }

    /// A column without a year, in a plan of one year or up to the end of a horizon.
    public static TargetContext yearless(
            @Nullable String unit, @Nullable Integer planYear, @Nullable Integer horizonEnd) {
        return new TargetContext(unit, null, planYear, horizonEnd, Direction.HIGHER, false);
    }

    public TargetContext withDirection(Direction other) {
        return new TargetContext(unit, due, planYear, horizonEnd, other, growth);
    }

    /// The unit column's unit, when it really names one.
    @Nullable
    String columnUnit() {
        if (unit == null) {
            return null;
        }
        String stripped = unit.strip();
        return stripped.isEmpty() || stripped.startsWith("(") || stripped.equals("-") ? null : stripped;
    }
}
