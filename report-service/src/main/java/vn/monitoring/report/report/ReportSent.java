package vn.monitoring.report.report;

import java.time.Instant;
import java.util.UUID;

/// A report went to its receiver; told within the transaction that sends it.
public record ReportSent(UUID reportId, Instant at) {}
