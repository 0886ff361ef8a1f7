package vn.monitoring.indicator.plan;

import vn.monitoring.indicator.target.Target;

/// A target and the cell that it was read from, `Chỉ tiêu!D24`.
record PlacedTarget(Target target, String place) {}
