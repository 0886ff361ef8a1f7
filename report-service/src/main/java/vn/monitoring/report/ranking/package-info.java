/// Rankings of communes: counted from facts as at a day, frozen, scored by a versioned policy and published.
@NullMarked
package vn.monitoring.report.ranking;

import org.jspecify.annotations.NullMarked;
