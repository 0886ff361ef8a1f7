package vn.monitoring.indicator.grading;

import java.math.BigDecimal;
import java.time.LocalDate;

/// A level on a path on a day, in the target's terms: percent for a share, else the indicator's own unit.
public record PathPoint(LocalDate date, BigDecimal value) {}
