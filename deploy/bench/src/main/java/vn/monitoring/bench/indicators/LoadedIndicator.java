package vn.monitoring.bench.indicators;

import java.util.UUID;

/// An indicator of a commune's generated plan.
public record LoadedIndicator(UUID id, String province, String commune, String canonicalCode) {}
