package vn.monitoring.indicator.grading;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// The grade of an indicator on a date, with what led to it.
///
/// @param target        the target that counted, absent when the plan has none
/// @param observation   the figure that was judged, absent for most greys
/// @param expected      what was expected on the date, in the target's terms
/// @param gap           s·(figure − expected), negative when short
/// @param progress      R, the share of the expected progress since the baseline that was made
/// @param shortfall     what is missing until the target is met
/// @param projection    the figure to be expected on the due date
/// @param baselineAssumed the first verified figure stood in for a baseline
public record Judgement(
        GradeStatus status,
        boolean regressing,
        boolean atRisk,
        boolean provisional,
        @Nullable TargetPoint target,
        @Nullable Observation observation,
        @Nullable BigDecimal expected,
        @Nullable BigDecimal gap,
        @Nullable BigDecimal progress,
        @Nullable Shortfall shortfall,
        @Nullable BigDecimal projection,
        boolean baselineAssumed,
        Explanation explanation) {}
