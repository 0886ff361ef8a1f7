/// Incidents: registered, first reported within 24 hours of their detection, followed by updates, closed and reopened.
@NullMarked
package vn.monitoring.report.incident;

import org.jspecify.annotations.NullMarked;
