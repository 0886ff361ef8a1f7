package vn.monitoring.bench.tasks;

import java.util.UUID;

/// An open task of a generated plan.
///
/// @param unit the province or commune that issued the plan
record LoadedTask(UUID id, String province, String unit) {}
