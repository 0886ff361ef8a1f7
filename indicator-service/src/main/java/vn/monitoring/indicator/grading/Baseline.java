package vn.monitoring.indicator.grading;

import java.math.BigDecimal;
import java.time.LocalDate;

/// Where the path starts. Never zero by default.
///
/// @param assumed true when the plan names none and the first verified figure stands in
public record Baseline(LocalDate date, BigDecimal value, boolean assumed) {}
