package vn.monitoring.indicator.grading;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A verified figure on its as-of date.
///
/// @param figure absent when the denominator was zero: the indicator does not apply then
public record Observation(LocalDate asOf, @Nullable Figure figure) {}
