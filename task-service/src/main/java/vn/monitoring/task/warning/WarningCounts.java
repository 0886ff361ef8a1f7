package vn.monitoring.task.warning;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How many warnings are open: `total` is the sum of each of the two maps.
///
/// @param tasks how many tasks have at least one
@Schema(name = "WarningCounts")
record WarningCounts(long total, long tasks, Map<WarningKind, Long> byKind, Map<Addressee, Long> byAddressee) {}
