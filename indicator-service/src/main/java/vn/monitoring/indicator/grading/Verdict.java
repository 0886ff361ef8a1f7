package vn.monitoring.indicator.grading;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What one rule finds.
///
/// @param situation the figure that was judged, absent for a grey
/// @param required  the level that must be reached by the due date; zero for a grey
/// @param strict    the required level itself is not enough
/// @param expected  E(t), the level that must be reached today; zero for a grey
record Verdict(
        GradeStatus status,
        @Nullable Situation situation,
        BigDecimal required,
        boolean strict,
        BigDecimal expected,
        Explanation why) {

    /// A status without a figure to judge.
    static Verdict grey(GradeStatus status, String vi, String en) {
        return new Verdict(status, null, BigDecimal.ZERO, false, BigDecimal.ZERO, new Explanation(vi, en));
    }
}
