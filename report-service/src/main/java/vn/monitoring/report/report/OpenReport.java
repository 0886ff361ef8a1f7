package vn.monitoring.report.report;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A report all of which may be changed, locked for the transaction.
///
/// @param period key, such as `2026-Q3`
/// @param block of its regime, null for all blocks
public record OpenReport(
        UUID id, String unitCode, String period, @Nullable String block) {}
