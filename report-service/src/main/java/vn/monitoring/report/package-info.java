/// Regimes, obligations, reports and the event feed of dashboards.
@NullMarked
package vn.monitoring.report;

import org.jspecify.annotations.NullMarked;
