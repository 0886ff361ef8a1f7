package vn.monitoring.report.consolidation;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The tasks of one sender by timeliness.
///
/// @param counts by timeliness, such as `ON_TIME`
@Schema(name = "ConsolidatedTasks")
public record MergedTasks(String unitCode, String unitName, int tasks, Map<String, Integer> counts) {}
