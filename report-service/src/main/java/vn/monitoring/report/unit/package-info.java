/// The replica of the unit tree as this service asks it.
@NullMarked
package vn.monitoring.report.unit;

import org.jspecify.annotations.NullMarked;
