package vn.monitoring.report.report;

import vn.monitoring.report.obligation.Obligation;

/// A report together with the obligation that it answers.
record ReportView(Report report, Obligation obligation) {}
